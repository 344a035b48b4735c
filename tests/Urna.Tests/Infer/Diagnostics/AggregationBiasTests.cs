using Urna.Infer.Diagnostics;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Simulation;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer.Diagnostics;

/// <summary>How far shares would move where they change with the place.</summary>
public class AggregationBiasTests
{
    static readonly SimulationSettings settings = new() { Units = 300, Rows = 3, Columns = 3, Size = 400, Segregation = 0.3, Seed = 3 };

    [Fact]
    public void Of_BoxesOfTheModel_IsNothing() => Assert.All(AggregationBias.Of(BoxSimulation.Draw(settings).Problem), bias => Assert.Equal(0, bias));

    /// <summary>Women vote for x as 0.2 + 0.5 of their part of the unit, men as 0.4: the bias of the shares of one row is found within a fifth.</summary>
    [Fact]
    public void Of_ARowThatVotesByItsPart_IsTheBiasOfItsShare()
    {
        long[] women = [.. Enumerable.Range(0, 200).Select(b => 1_000L + (40 * b))];
        long[] people = [.. women.SelectMany(w => new[] { w, 10_000 - w })];
        long[] votes = [.. women.Select(w => (long)Math.Round((w * (0.2 + (0.5 * w / 10_000))) + (0.4 * (10_000 - w)))).SelectMany(x => new[] { x, 10_000 - x })];
        var problem = new TransferProblem(["women", "men"], ["x", "y"], [.. Enumerable.Range(1, 200).Select(b => $"{b}")], people, votes);
        var truth = women.Sum(w => w * (0.2 + (0.5 * w / 10_000))) / women.Sum();
        var estimate = TransferMethod.Multinomial.Estimate(problem, new TransferOptions(1e-8));

        var missed = Math.Abs(estimate.Shares[0] - truth);

        Assert.True(missed > 0.01);
        Assert.InRange(AggregationBias.Of(problem)[0], 0.8 * missed, 2 * missed);
    }

    /// <summary>Within each place who lives there tells nothing of the vote, between places all: taking places for units moves the shares.</summary>
    [Fact]
    public void Of_PlacesThatShowWhatUnitsDoNot_IsTheChange()
    {
        var people = new List<long>();
        var votes = new List<long>();
        for (var b = 0; b < 400; b++)
        {
            var (place, within) = (b / 20, b % 20);
            var women = 300 + (10 * place) + (5 * within);
            people.AddRange([women, 1_000 - women]);
            votes.AddRange([200 + (20 * place), 800 - (20 * place)]);
        }

        var problem = new TransferProblem(["women", "men"], ["x", "y"], [.. Enumerable.Range(1, 400).Select(b => $"{b}")], [.. people], [.. votes]);
        var placed = problem.With([.. Enumerable.Range(0, 400).Select(b => $"place {b / 20}")], []);

        Assert.True(AggregationBias.Of(placed)[0] > AggregationBias.Of(problem)[0] + 0.05);
    }
}
