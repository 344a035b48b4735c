using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Scenarios;
using Urna.Scenarios.Changes;

namespace Urna.Tests.Scenarios;

/// <summary>What changes must leave alone, and what they must do.</summary>
public class ScenarioTests
{
    static readonly Urna.Allocate.Laws.ElectoralRule congress = Repository.Law("congress-2015");

    public static TheoryData<string, string> Contests { get; } =
    [
        .. from id in Urna.Tests.Real.ShippedElectionsTests.Ids.Select(i => i.Data)
           from contest in Repository.Election(id).Contests
           where contest is { Rule: not null, Seats.IsEmpty: false } && contest.Ballots.IsEmpty
           select (id, contest.Id),
    ];

    /// <summary>A swing of nothing, and districts that are the old ones, leave every person of every election that ships where they were.</summary>
    [Theory]
    [MemberData(nameof(Contests))]
    public void Apply_NoChange_SeatsTheSamePersons(string election, string id)
    {
        var contest = SmallContests.Shipped(election, id);
        var official = Persons(contest.Allocate());
        var list = contest.Votes.Districts.SelectMany(d => d.Votes).First().Candidacy.ListName;
        var still = SmallContests.Scenario with { Swing = new(SwingKind.Uniform, [new(list, new(0))]) };
        Assert.Equal(official, Persons(Applied(contest, still).Allocate()));

        // A national tier has no districts of its own to join.
        if (!contest.Votes.HasTiers && contest.Source!.Round == 1)
        {
            var same = SmallContests.Scenario with { Districts = new() { Table = contest.Source.Seats.Keys.ToImmutableSortedDictionary(k => k, k => k, StringComparer.Ordinal) } };
            Assert.Equal(official, Persons(Applied(contest, same).Allocate()));
        }
    }

    /// <summary>Uniform and proportional swings of nothing are no change to a single vote.</summary>
    [Theory]
    [InlineData(SwingKind.Uniform)]
    [InlineData(SwingKind.Proportional)]
    public void Swing_OfNothing_ChangesNoVote(SwingKind kind) => SmallContests.Of(congress).Sample(contest =>
    {
        var names = BallotNames.Of(contest.Votes).Lists;
        var after = Applied(contest, SmallContests.Scenario with { Swing = new(kind, [.. names.Skip(1).Select(l => new VoteShare(l, new(0)))]) });
        Assert.Equal(Lines(contest), Lines(after));
    });

    /// <summary>A swing moves votes and loses none, district by district; and as many points as were asked for.</summary>
    [Fact]
    public void Swing_KeepsTheVotesOfEachDistrict() => Gen.Select(SmallContests.Of(congress, 500), Gen.Int[-30, 30]).Sample((contest, points) =>
    {
        var list = BallotNames.Of(contest.Votes).Lists[0];
        var (after, faults) = (SmallContests.Scenario with { Swing = new(SwingKind.Uniform, [new(list, ExactShare.OfPoints(points))]) }).Apply(contest);
        if (!faults.IsEmpty)
        {
            Assert.All(faults, f => Assert.Equal("V623", f.Code));
            return;
        }

        foreach (var (was, now) in contest.Votes.Districts.Zip(after.Votes.Districts))
        {
            var (all, own, then) = (Sum(was), Sum(was, list), Sum(now, list));
            Assert.Equal(all, Sum(now));
            var others = all - own;
            var wanted = own + (all * points / 100.0);
            if (own > 0 && others > 0 && wanted >= 0 && wanted <= all)
            {
                Assert.InRange(then, wanted - 1, wanted + 1);
            }
        }
    });

    /// <summary>A proportional swing gives the list its points over the whole, if nothing bounds it.</summary>
    [Fact]
    public void Swing_Proportional_GivesThePointsOverTheWhole()
    {
        var contest = SmallContests.Shipped("cl-2021", "deputies");
        var after = Applied(contest, SmallContests.Scenario with { Swing = new(SwingKind.Proportional, [new("Apruebo Dignidad", ExactShare.OfPoints(3))]) });
        double Share(CountedContest c) => (double)c.Votes.Districts.Sum(d => Sum(d, "Apruebo Dignidad")) / c.Votes.Districts.Sum(Sum);
        Assert.Equal(Share(contest) + 0.03, Share(after), 5);
    }

    /// <summary>Under D'Hondt lists that join never lose seats by it together, where persons are enough; and by splitting they never gain.</summary>
    [Fact]
    public void Join_NeverCostsListsSeatsTogether() => SmallContests.Of(Repository.Law("dhondt")).Sample(contest =>
    {
        var all = contest with { Votes = contest.Votes with { Districts = [.. contest.Votes.Districts.Select(d => d with { Votes = [.. d.Votes.GroupBy(v => v.Candidacy.ListName).Select(g => g.First() with { Candidacy = g.First().Candidacy with { Candidate = "" }, Votes = g.Sum(v => v.Votes) })] })] } };
        var lists = BallotNames.Of(all.Votes).Lists;
        var joined = Applied(all, SmallContests.Scenario with { Join = [new("J", [lists[0], lists[1]])] });
        foreach (var (apart, together) in all.Votes.Districts.Zip(joined.Votes.Districts))
        {
            // A tie may end either way: the worst of the joined is not below the worst apart.
            Assert.True(Least(joined, together, "J") >= Least(all, apart, lists[0], lists[1]));
        }
    });

    /// <summary>Splitting is joining backwards: all lists apart and joined again are the contest as it was.</summary>
    [Fact]
    public void Split_ThenJoined_IsTheContestAsItWas() => SmallContests.Of(congress).Sample(contest =>
    {
        var lists = contest.Votes.Districts.SelectMany(d => d.Votes).GroupBy(v => v.Candidacy.ListName).Where(g => g.Select(v => v.Candidacy.Party).Distinct().Count() > 1).ToList();
        var split = Applied(contest, SmallContests.Scenario with { Split = [new(ListSplit.Every)] });
        var back = lists.Count == 0 ? split : Applied(split, SmallContests.Scenario with { Join = [.. lists.Select(l => new ListJoin(l.Key, [.. l.Select(v => v.Candidacy.Party).Distinct()]))] });
        Assert.Equal(Persons(contest.Allocate()), Persons(back.Allocate()));
        Assert.Equal(Lines(contest), Lines(split));
    });

    /// <summary>Names do not matter: another name for a list changes who sits under no other name.</summary>
    [Fact]
    public void Join_UnderAnotherName_SeatsTheSame() => SmallContests.Of(congress).Sample(contest =>
    {
        var lists = BallotNames.Of(contest.Votes).Lists;
        var one = Applied(contest, SmallContests.Scenario with { Join = [new("J", [lists[0], lists[1]])] });
        var other = Applied(contest, SmallContests.Scenario with { Join = [new("Another", [lists[1], lists[0]])] });
        Assert.Equal(Persons(one.Allocate()), Persons(other.Allocate()));
    });

    [Fact]
    public void Withdraw_WithATableForAll_LosesNoVote() => SmallContests.Of(congress).Sample(contest =>
    {
        var lists = BallotNames.Of(contest.Votes).Lists;
        var after = Applied(contest, SmallContests.Scenario with { Withdraw = [new(lists[0]) { To = [new(lists[1], ExactShare.Parse("2/3")!.Value), new(lists[1], new(ExactShare.One - ExactShare.Parse("2/3")!.Value.Millionths))] }] });
        Assert.Equal(contest.Votes.Districts.Select(Sum), after.Votes.Districts.Select(Sum));
        Assert.DoesNotContain(lists[0], BallotNames.Of(after.Votes).Lists);
    });

    /// <summary>The districts of the whole have all votes and all seats.</summary>
    [Theory]
    [InlineData("cl-2021", "deputies", 155)]
    [InlineData("cl-2013", "deputies", 120)]
    public void Districts_OfTheNation_HaveAllVotesAndSeats(string election, string id, int seats)
    {
        var contest = SmallContests.Shipped(election, id);
        var nation = Applied(contest, SmallContests.Scenario with { Rule = congress, Districts = new() });
        var one = Assert.Single(nation.Votes.Districts);
        Assert.Equal(contest.Votes.Districts.Sum(Sum), Sum(one));
        Assert.Equal(seats, one.Seats);
        Assert.Equal(seats, nation.Allocate().Districts.Sum(d => d.Elected.Length));
    }

    /// <summary>Units below a district can lie in other districts: regions of a president's contest, whose finalists stand everywhere.</summary>
    [Fact]
    public void Districts_OfALevel_CountTheUnitsThere()
    {
        var contest = SmallContests.Shipped("cl-2021", "president-2");
        var regions = Applied(contest, SmallContests.Scenario with { Rule = Repository.Law("first-past-the-post"), Districts = new() { Table = Homes(contest, "region") }, Magnitudes = new() { By = MagnitudeBase.Votes, Seats = 17 } });
        Assert.Equal(contest.Votes.Districts.Sum(Sum), regions.Votes.Districts.Sum(Sum));
        Assert.Equal(17, regions.Votes.Districts.Length);

        static ImmutableSortedDictionary<string, string> Homes(CountedContest contest, string level) => contest.Source!.Returns.Select(r => r.Place)
            .ToImmutableSortedDictionary(p => p, p => contest.Places!.At(p, level)?.Id ?? "abroad", StringComparer.Ordinal);
    }

    /// <summary>Seats by rolls sum to the house, within the bounds, and never give a smaller district more.</summary>
    [Fact]
    public void Magnitudes_ByRoll_FollowTheRoll()
    {
        var contest = SmallContests.Shipped("cl-2021", "deputies");
        var seated = Applied(contest, SmallContests.Scenario with { Magnitudes = new() { By = MagnitudeBase.Registered, Minimum = 3, Maximum = 8 } });
        var sizes = seated.Votes.Districts.OrderBy(d => d.Registered).Select(d => d.Seats).ToList();
        Assert.Equal(155, sizes.Sum());
        Assert.Equal(sizes.Order(), sizes);
        Assert.Equal((3, 8), (sizes[0], sizes[^1]));
    }

    /// <summary>By hand: 1970 with half of Tomic's votes each would have been Allende's by 39,175 votes, as in the first round.</summary>
    [Fact]
    public void Transfer_IntoASecondVote_KeepsTheVotesOfTheFinalists()
    {
        var contest = SmallContests.Shipped("cl-1970", "president");
        VoteShare To(string name, string share) => new(name, ExactShare.Parse(share)!.Value);
        var even = Applied(contest, SmallContests.Scenario with { Rule = Repository.Law("president-1980"), Transfer = new([new("tomic", [To("allende", "50%"), To("alessandri", "50%")])]) });
        var second = even.Votes.Districts[0].Votes.Where(v => v.Round == 2).ToDictionary(v => v.Candidacy.Choice, v => v.Votes);
        var first = even.Votes.Districts[0].Votes.Where(v => v.Round == 1).ToDictionary(v => v.Candidacy.Choice, v => v.Votes);
        Assert.Equal(first["allende"] + first["alessandri"] + first["tomic"], second.Values.Sum());
        Assert.InRange(second["allende"] - second["alessandri"], first["allende"] - first["alessandri"] - 1, first["allende"] - first["alessandri"] + 1);
        Assert.Equal("Salvador Allende Gossens", even.Allocate().Districts[0].Elected.Single().Candidate);
    }

    [Fact]
    public void Changes_OfASplit_NameTheQuotients()
    {
        var contest = SmallContests.Shipped("cl-2021", "deputies");
        var (outcomes, faults) = WhatIf.Of(contest, [SmallContests.Scenario with { Split = [new(ListSplit.Every)] }]);
        Assert.Empty(faults);
        var changes = outcomes[1].Changes;
        Assert.Equal(outcomes[0].Allocation.Districts.SelectMany(d => d.Elected).Count(s => !outcomes[1].Allocation.Districts.Any(d => d.Elected.Any(o => o.Candidacy.Choice == s.Candidacy.Choice))), changes.Count(c => c.Out is not null));
        Assert.All(changes.Where(c => c.In is not null && c.Out is not null), c => Assert.IsNotType<ChangeReason.OtherSeats>(c.Because));
        Assert.All(changes.Select(c => c.Because).OfType<ChangeReason.Quotients>(), q => Assert.True(Divisor.CompareQuotients(q.Votes, q.Divisor, q.LoserVotes, q.LoserDivisor) >= 0));
    }

    static int Least(CountedContest contest, DistrictVotes district, params string[] lists) =>
        PossibleOutcomes.Of(contest.Rule, new ContestVotes([district], [], []), 1_000).Outcomes.Min(o => o.Allocation.Districts.SelectMany(d => d.Elected).Count(s => lists.Contains(s.Candidacy.ListName)));

    internal static CountedContest Applied(CountedContest contest, Scenario scenario)
    {
        var (changed, faults) = scenario.Apply(contest);
        Assert.Empty(faults);
        return changed;
    }

    internal static IEnumerable<string> Persons(ContestAllocation allocation) =>
        allocation.Districts.SelectMany(d => d.Elected.Select(s => $"{s.Candidacy.Choice} {s.Basis}")).Order(StringComparer.Ordinal);

    static IEnumerable<(string, long)> Lines(CountedContest contest) => contest.Votes.Districts.SelectMany(d => d.Votes).Select(v => (v.Candidacy.Choice, v.Votes));

    static long Sum(DistrictVotes d) => d.Votes.Sum(v => v.Votes);

    static long Sum(DistrictVotes d, string list) => d.Votes.Where(v => v.Candidacy.ListName == list).Sum(v => v.Votes);
}
