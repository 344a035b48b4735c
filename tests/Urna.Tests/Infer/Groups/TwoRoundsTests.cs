using Urna.Accuracy;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Numerics;
using Urna.Report;

namespace Urna.Tests.Infer.Groups;

/// <summary>Flows between two rounds, in which people may stay away: nobody publishes their truth, so rolls are made whose truth is known.</summary>
public class TwoRoundsTests(ITestOutputHelper output)
{
    static readonly string[] first = ["left", "centre", "right", ContestTransfer.BlankOrNull, ContestTransfer.Abstention];
    static readonly string[] second = ["left", "right", ContestTransfer.BlankOrNull, ContestTransfer.Abstention];
    static readonly TransferKinds flows = new(GroupKind.Vote, GroupKind.Vote);

    /// <summary>On simulated rolls, in which places have tastes and turnouts of their own, nine in ten intervals hold, as far as the draws tell.</summary>
    [Fact]
    public void Intervals_OnSimulatedRolls_HoldTheTruth()
    {
        var (held, cells) = (0, 0);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var world = Rounds(seed);
            var intervals = Estimated(world.Problem.Of(flows)).Intervals!;
            held += world.Held(intervals.Lower, intervals.Upper);
            cells += world.Truth.Length;
        }

        output.WriteLine($"{held} of {cells}");
        Assert.InRange(held / (double)cells, 0.87, 1);
    }

    /// <summary>Two contests of one ballot, whose truth is published.</summary>
    [Fact]
    public void Intervals_OfTwoContestsOfOneBallot_HoldTheTruth()
    {
        var cases = GroupCase.Read(Repository.Shared("cases", "groups"), new TransferOptions(1e-6, 20_000) { Threads = 1 }).Where(c => c.Kind == "two contests of one ballot").ToList();
        var held = cases.SelectMany(c =>
        {
            var intervals = Estimated(c.Election.Problem.Of(flows)).Intervals!;
            return Enumerable.Range(0, intervals.Lower.Length).Where(i => c.Truth(i) is not null).Select(i => intervals.Lower[i] <= c.Truth(i) && c.Truth(i) <= intervals.Upper[i]);
        }).ToList();

        output.WriteLine($"{held.Count(h => h)} of {held.Count} cells of {cases.Count} tables");
        Assert.InRange(held.Count(h => h) / (double)held.Count, 0.85, 1);
    }

    /// <summary>Beside every such estimate stands that no truth of it is published; beside others it does not.</summary>
    [Fact]
    public void Flows_AreToldToHaveNoPublishedTruth()
    {
        var problem = Rounds(1).Problem;

        Assert.Contains(Estimated(problem.Of(flows)).Findings(TransferTitles.Of(problem)), f => f.Code == "V534");
        Assert.StartsWith("Nobody anywhere has published", CoverageWords.Untried(Estimated(problem.Of(flows)))!.English, StringComparison.Ordinal);
        Assert.Null(CoverageWords.Untried(Estimated(problem.Of(new TransferKinds(GroupKind.Race, GroupKind.Vote)))));
    }

    /// <summary>Voters by age are no earlier vote, and those of unknown age are none either; whoever did not vote in the first round is.</summary>
    [Theory]
    [InlineData("president-1", false)]
    [InlineData("president-2", true)]
    public void Groups_AreFlowsOnlyBesideAnEarlierVote(string to, bool isOfFlows)
    {
        var election = Repository.Election("cl-2021");
        var problem = ContestTransfer.Between(election.Contest("voters-age")!, election.Contest(to)!, election)!.Problem;

        Assert.Equal(isOfFlows, Inference.Of(problem, TransferMethod.Auto, new TransferOptions(1e-4), null).IsOfFlows);
    }

    static Inference Estimated(TransferProblem problem) => Inference.Of(problem, TransferMethod.Auto, new TransferOptions(1e-6), new IntervalOptions());

    /// <summary>150 places: where the left is strong so is it among the centre's voters, and who stayed away votes as the neighbours do if at all.</summary>
    static MadeWorld Rounds(ulong seed)
    {
        var nation = new RandomSource(1_000 + seed);
        var (loyal, lean, stay) = (MadeWorld.Between(nation, 0.85, 0.95), MadeWorld.Between(nation, 0.3, 0.7), MadeWorld.Between(nation, 0.75, 0.95));
        var taste = new double[150];
        return MadeWorld.Of(
            first,
            second,
            taste.Length,
            seed,
            (u, random) =>
            {
                taste[u] = MadeWorld.Between(random, -1, 1);
                var (roll, turnout) = ((long)MadeWorld.Between(random, 300, 4_000), MadeWorld.Between(random, 0.35, 0.65));
                double[] shares = [0.3 + (0.2 * taste[u]), 0.25 + (0.05 * random.Normal() / 3), 0.4 - (0.2 * taste[u]), 0.02];
                var people = new long[5];
                random.Multinomial(roll, [.. shares.Select(s => turnout * s / shares.Sum()), 1 - turnout], people);
                return people;
            },
            (u, g, own, random) =>
            {
                var tilt = 0.15 * taste[u];
                return g switch
                {
                    0 => [loyal, 0.02, 0.01, 0.97 - loyal],
                    1 => [lean + tilt, 0.85 - lean - tilt, 0.03, 0.12],
                    2 => [0.02, loyal, 0.01, 0.97 - loyal],
                    3 => [0.3, 0.3, 0.2, 0.2],
                    _ => [(1 - stay) * (0.5 + tilt), (1 - stay) * (0.5 - tilt), 0.01, stay - 0.01],
                };
            });
    }
}
