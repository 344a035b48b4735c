using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Simulation;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Tests.Infer.Uncertainty;

/// <summary>Sampling errors and intervals.</summary>
public class UncertaintyTests
{
    static readonly SimulatedBoxes boxes = BoxSimulation.Draw(new SimulationSettings { Units = 200, Rows = 3, Columns = 4, Size = 120, Segregation = 0.4, Seed = 4 });

    [Theory]
    [InlineData("multinomial")]
    [InlineData("normal-density")]
    public void Sandwich_AgreesWithTheBootstrap(string name)
    {
        var method = TransferMethod.Named(name)!;
        double[] shares = [.. method.Estimate(boxes.Problem).Shares];
        var map = method.Map(boxes.Problem, 1);
        var atOnce = Sandwich.Of(boxes.Problem, map, shares);
        var drawn = Bootstrap.StandardErrors(Bootstrap.Draw(boxes.Problem, map, shares, 400, seed: 1, threads: 2));

        var ratios = atOnce.StandardErrors.Zip(drawn, (a, b) => a / b).Order().ToArray();
        Assert.InRange(ratios[ratios.Length / 2], 0.9, 1.1);
        Assert.All(ratios, r => Assert.InRange(r, 0.7, 1.4));
    }

    /// <summary>Standard errors are as large as estimates over new people of the same kind really scatter.</summary>
    [Fact]
    public void Sandwich_IsAsLargeAsEstimatesScatter()
    {
        var settings = boxes.Settings;
        var estimates = Enumerable.Range(1, 60).Select(seed => BoxSimulation.Draw(settings with { Seed = (ulong)seed })).Select(b =>
        {
            double[] shares = [.. TransferMethod.NormalDensity.Estimate(b.Problem, new TransferOptions(1e-6)).Shares];
            var truth = b.Truth.Chunk(4).SelectMany(row => row.Select(t => t / (double)row.Sum())).ToArray();
            return (Misses: shares.Zip(truth, (s, t) => s - t).ToArray(), Errors: Sandwich.Of(b.Problem, TransferMethod.NormalDensity.Map(b.Problem, 1), shares).StandardErrors);
        }).ToArray();

        var ratio = Math.Sqrt(estimates.Average(e => e.Misses.Average(m => m * m)) / estimates.Average(e => e.Errors.Average(s => s * s)));
        Assert.InRange(ratio, 0.8, 1.2);
    }

    [Fact]
    public void Draw_SameSeed_GivesTheSame_OnAnyNumberOfCores()
    {
        double[] shares = [.. TransferMethod.Multinomial.Estimate(boxes.Problem).Shares];
        var map = TransferMethod.Multinomial.Map(boxes.Problem);

        Assert.Equal(Bootstrap.Draw(boxes.Problem, map, shares, 8, 3, threads: 1), Bootstrap.Draw(boxes.Problem, map, shares, 8, 3, threads: 2));
        Assert.NotEqual(Bootstrap.Draw(boxes.Problem, map, shares, 8, 3, threads: 1)[0], Bootstrap.Draw(boxes.Problem, map, shares, 8, 4, threads: 1)[0]);
    }

    /// <summary>Where whole places vary together, errors are larger than if their units did each for itself.</summary>
    [Fact]
    public void Sandwich_OfClusters_SeesThatTheyVaryTogether()
    {
        var problem = boxes.Problem;
        var copies = Enumerable.Range(0, 400).Select(i => i / 2).ToArray();
        var twice = new TransferProblem(
            problem.RowNames,
            problem.ColumnNames,
            [.. Enumerable.Range(0, 400).Select(i => $"{i}")],
            [.. copies.SelectMany(b => problem.RowsOf(b).ToArray().Select(v => (long)v))],
            [.. copies.SelectMany(b => problem.ColumnsOf(b).ToArray().Select(v => (long)v))]);
        double[] shares = [.. TransferMethod.Multinomial.Estimate(twice).Shares];
        var clustered = twice.With([.. copies.Select(b => $"{b}")], []);

        var alone = Sandwich.Of(twice, TransferMethod.Multinomial.Map(twice, 1), shares).StandardErrors;
        var together = Sandwich.Of(clustered, TransferMethod.Multinomial.Map(clustered, 1), shares).StandardErrors;

        Assert.All(alone.Zip(together), e => Assert.Equal(Math.Sqrt(2), e.Second / e.First, 0.02));
    }

    [Theory]
    [InlineData("association")]
    [InlineData("multinomial")]
    [InlineData("normal-density")]
    public void Intervals_HoldTheEstimate_LieWithinTheBounds_AndWidenWithTheLevel(string name)
    {
        var estimate = TransferMethod.Named(name)!.Estimate(boxes.Problem);
        var bounds = TransferBounds.Of(boxes.Problem);
        var narrow = TransferIntervals.Of(estimate, bounds, new IntervalOptions(0.5));
        var wide = TransferIntervals.Of(estimate, bounds, new IntervalOptions(0.95));

        Assert.All(Enumerable.Range(0, 12), i =>
        {
            Assert.InRange(estimate.Shares[i], narrow.Lower[i], narrow.Upper[i]);
            Assert.True(bounds.Lower[i] <= wide.Lower[i] && wide.Lower[i] <= narrow.Lower[i] && narrow.Upper[i] <= wide.Upper[i] && wide.Upper[i] <= bounds.Upper[i]);
        });
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(0.9, -1)]
    public void Intervals_LevelOrDrawsThatCannotBe_AreRefused(double level, int draws)
    {
        var estimate = TransferMethod.Multinomial.Estimate(boxes.Problem);

        Assert.Throws<ArgumentException>(() => TransferIntervals.Of(estimate, TransferBounds.Of(boxes.Problem), new IntervalOptions(level, draws)));
    }

    /// <summary>No interval is printed of which nobody knows how often it holds.</summary>
    [Theory]
    [InlineData(GroupKind.Party, GroupKind.Vote, true)]
    [InlineData(GroupKind.Other, GroupKind.Vote, false)]
    [InlineData(GroupKind.Other, GroupKind.Other, false)]
    public void Intervals_OfAKindThatWasNeverMeasured_AreTheBounds(GroupKind rows, GroupKind columns, bool measured)
    {
        var problem = boxes.Problem.Of(new TransferKinds(rows, columns));
        var inference = Inference.Of(problem, TransferMethod.Auto, new TransferOptions(1e-6), new IntervalOptions());
        var intervals = inference.Intervals!;

        Assert.Equal(measured, intervals.Coverage is not null);
        Assert.Equal(!measured, intervals.Lower.SequenceEqual(inference.Bounds.Lower) && intervals.Upper.SequenceEqual(inference.Bounds.Upper));
        Assert.All(intervals.ByBounds, b => Assert.Equal(!measured, b));
    }

    /// <summary>Communes whose abstention is the same everywhere: the totals cannot tell its row from the others.</summary>
    [Fact]
    public void Intervals_OfARowThatUnitsCannotTellApart_AreItsBounds_AndItIsMarked()
    {
        var people = boxes.Problem;
        long[] rows = [.. Enumerable.Range(0, people.Units.Length).SelectMany(b => (long[])[.. people.RowsOf(b).ToArray().Select(v => 85 * (long)v), 15 * (long)people.RowsOf(b).ToArray().Sum()])];
        long[] votes = [.. Enumerable.Range(0, people.Units.Length).SelectMany(b => people.ColumnsOf(b).ToArray().Select(v => 100 * (long)v))];
        var problem = new TransferProblem([.. people.RowNames, "abstention"], people.ColumnNames, people.Units, rows, votes) { Kinds = new TransferKinds(GroupKind.Vote, GroupKind.Vote) };

        var inference = Inference.Of(problem, TransferMethod.Auto, new TransferOptions(1e-6), new IntervalOptions());

        Assert.Contains("abstention", inference.Diagnostics.Indistinguishable);
        Assert.True(inference.Intervals!.ByBounds[3]);
        Assert.Equal(inference.Bounds.Upper.Skip(12), inference.Intervals.Upper.Skip(12));
    }

    /// <summary>At least nine in ten of the units' true cells lie in their intervals, where the truth of units is known: in simulations.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    public void UnitIntervals_HoldTheTruth(double heterogeneity)
    {
        var drawn = BoxSimulation.Draw(boxes.Settings with { Heterogeneity = heterogeneity, Seed = 8 });
        var inference = Inference.Of(drawn.Problem, TransferMethod.Auto, new TransferOptions(), new IntervalOptions(0.9));
        var (tables, intervals) = (new UnitTables(inference.Estimate), new UnitIntervals(inference.Estimate, inference.Intervals!));
        var (lower, upper, held) = (new double[12], new double[12], 0);
        for (var b = 0; b < drawn.Units.Length; b++)
        {
            intervals.Of(b, tables.Of(b), lower, upper);
            held += Enumerable.Range(0, 12).Count(i => lower[i] <= drawn.TableOf(b)[i] && drawn.TableOf(b)[i] <= upper[i]);
        }

        Assert.InRange(held / (12.0 * drawn.Units.Length), 0.87, 1);
    }
}
