using System.Collections.Immutable;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Scenarios.Chance;
using Urna.Scenarios.Changes;

namespace Urna.Tests.Scenarios;

/// <summary>Draws: one set of them for every figure, the same bytes every time, and votes that deviate as much as was asked.</summary>
public class DrawnSeatsTests
{
    static readonly DrawOptions options = new() { Number = 400, Seed = 7, List = 0.02, District = 0.02 };

    /// <summary>Parts add up: in each draw all seats are filled, so the means sum to the house, and persons to their lists.</summary>
    [Theory]
    [InlineData("cl-2021", "deputies", true)]
    [InlineData("cl-2013", "deputies", true)]
    [InlineData("cl-2021", "convention", false)]
    public void Of_EveryFigure_IsOfOneSetOfDraws(string election, string id, bool isLean)
    {
        var contest = SmallContests.Shipped(election, id);
        var drawn = DrawnSeats.Of(contest, isLean ? options : options with { Number = 4 });
        Assert.Equal(isLean, drawn.IsLean);
        Assert.Equal(contest.Votes.Districts.Sum(d => d.Seats), drawn.Lists.Sum(l => l.Mean), 9);
        Assert.All(drawn.Lists, l => Assert.Equal(l.Draws, l.Counts.Sum()));
        Assert.All(drawn.Lists, l => Assert.Equal(l.Mean * l.Draws, drawn.Persons.Where(p => p.List == l.List).Sum(p => p.Times), 6));
    }

    /// <summary>Each draw has its own source: the answer does not hang on how many cores there are.</summary>
    [Fact]
    public void Of_SameSeed_IsTheSame()
    {
        var contest = SmallContests.Shipped("cl-2021", "deputies");
        var (one, two) = (DrawnSeats.Of(contest, options), DrawnSeats.Of(contest, options));
        Assert.Equal(one.Persons, two.Persons);
        Assert.Equal(one.Ties, two.Ties);
        Assert.NotEqual(one.Persons, DrawnSeats.Of(contest, options with { Seed = 8 }).Persons);
    }

    /// <summary>Without deviation every draw is the contest as it was.</summary>
    [Fact]
    public void Of_NoDeviation_IsTheContestAsItWas()
    {
        var contest = SmallContests.Shipped("cl-2021", "deputies");
        var drawn = DrawnSeats.Of(contest, options with { List = 0, District = 0, Number = 5 });
        Assert.Equal(ScenarioTests.Persons(contest.Allocate()).Select(p => p.Split(' ')[0]), drawn.Persons.Select(p => p.Choice).Order(StringComparer.Ordinal));
        Assert.All(drawn.Persons, p => Assert.Equal(5, p.Times));
    }

    /// <summary>The lean way and the ordinary door give the same seats: draws of both are compared person by person.</summary>
    [Fact]
    public void Of_LeanDraws_AreTheOrdinaryDoors() => SmallContests.Of(Repository.Law("congress-2015"), 200).Sample(
        contest =>
        {
            if (contest.Votes.Districts.Any(d => d.Votes.Sum(v => v.Votes) == 0))
            {
                return;
            }

            // A threshold that bars nobody makes the law one whose districts are filled together.
            var together = contest with { Rule = Urna.Allocate.Laws.ThresholdChange.Apply(contest.Rule, new(1, 1_000_000))! };
            var few = options with { Number = 10 };
            var (lean, ordinary) = (DrawnSeats.Of(contest, few), DrawnSeats.Of(together, few));
            Assert.True(lean.IsLean);
            Assert.False(ordinary.IsLean);
            if (lean.Ties == 0 && ordinary.Ties == 0)
            {
                Assert.Equal(lean.Persons, ordinary.Persons);
            }
        },
        iter: 25);

    /// <summary>Two equal lists, a deviation of 3 points: the normal distribution says how often one has more than 53 %.</summary>
    [Fact]
    public void Of_Deviation_IsThatOfAListOfHalfTheVotes()
    {
        var lines = new[] { ("A", 500_000L), ("B", 500_000L) }.Select(l => new CandidacyVotes(new Candidacy { Choice = l.Item1, List = l.Item1 }, l.Item2));
        var contest = new CountedContest(Repository.Law("congress-2015"), new ContestVotes([new DistrictVotes("d", 100, [.. lines.SelectMany(l => Enumerable.Range(0, 100).Select(i => l with { Candidacy = l.Candidacy with { Choice = $"{l.Candidacy.Choice}{i}", Candidate = $"{l.Candidacy.Choice}{i}" }, Votes = (l.Votes / 100) + (10 * i) - 495 }))])], [], []));
        var drawn = DrawnSeats.Of(contest, new() { Number = 4_000, Seed = 1, List = 0.03 });
        var a = drawn.Lists.Single(l => l.List == "A");
        var variance = a.Counts.Index().Sum(c => c.Item * Math.Pow(c.Index - a.Mean, 2)) / a.Draws;
        Assert.Equal(50, a.Mean, 0);
        Assert.Equal(3, Math.Sqrt(variance), 0.15);
    }

    /// <summary>A poll's shares take the place of the votes'.</summary>
    [Fact]
    public void Of_Poll_DrawsAboutItsShares()
    {
        var contest = SmallContests.Shipped("cl-2021", "deputies");
        var drawn = DrawnSeats.Of(contest, new() { Number = 500, Seed = 3, Poll = 2_000, Expected = [new("Apruebo Dignidad", 0.4)] });
        Assert.True(drawn.Lists[0].List == "Apruebo Dignidad" && drawn.Lists[0].Mean > 70);
    }

    /// <summary>Ties are drawn by the seed and counted: two equal lists share one seat evenly.</summary>
    [Fact]
    public void Of_Ties_AreDrawnAndCounted()
    {
        var votes = new ContestVotes([new DistrictVotes("d", 1, [.. new[] { "A", "B" }.Select(l => new CandidacyVotes(new Candidacy { Choice = l, List = l, Candidate = l, Party = l }, 10))])], [], []);
        var drawn = DrawnSeats.Of(new CountedContest(Repository.Law("congress-2015"), votes), new() { Number = 1_000, Seed = 5 });
        Assert.Equal(1_000, drawn.Ties);
        Assert.All(drawn.Lists, l => Assert.InRange(l.Mean, 0.45, 0.55));
    }
}
