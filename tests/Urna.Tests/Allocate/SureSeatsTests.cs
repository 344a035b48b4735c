using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>What is given, and which ties are told, while a tie is open.</summary>
public class SureSeatsTests
{
    static readonly HighestAveragesStep lists = new(DivisorRule.DHondt) { Article = "1", Holders = Holder.List };
    static readonly MostVotesStep persons = new() { Article = "2", Holders = Holder.Candidate };

    static CandidacyVotes Line(string list, string name, long votes) => new(new Candidacy { Choice = $"{list}/{name}", List = list, Candidate = name }, votes);

    static ContestAllocation Allocate(ElectoralRule law, params DistrictVotes[] districts) => SeatAllocation.Allocate(law, new ContestVotes([.. districts], [], []));

    static IEnumerable<string> Elected(ContestAllocation result, string district) => result.Districts.Single(d => d.District == district).Elected.Select(s => s.Person).Order(StringComparer.Ordinal);

    /// <summary>Two seats: A has the first, B and C tie for the other. The law has steps of its own for another district.</summary>
    [Fact]
    public void Allocate_TieUnderALawThatNamesAnotherDistrict_KeepsTheSureSeats()
    {
        var law = RandomLaws.Law(lists, lists with { Districts = ["south"] });
        var result = Allocate(law, new("north", 2, [Line("A", "", 7), Line("B", "", 4), Line("C", "", 4)]), new("south", 1, [Line("A", "", 1)]));

        Assert.Equal(["A"], Elected(result, "north"));
        Assert.Equal(["B", "C"], Assert.Single(result.Districts[0].Ties).Among);
    }

    /// <summary>The tier's votes are the sums of its districts': A 7, B 4, C 4 for two seats. A district by itself would not know them.</summary>
    [Fact]
    public void Allocate_TieInATierBesideDistricts_KeepsTheSureSeats()
    {
        var law = RandomLaws.Law(new MostVotesStep { Article = "1", Holders = Holder.List }, lists with { Districts = ["*"] });
        var result = Allocate(law, new("north", 1, [Line("A", "", 7), Line("B", "", 4)]), new("south", 1, [Line("C", "", 4)]), new("*", 2, []));

        Assert.Equal(["A"], Elected(result, "*"));
        Assert.Equal(["B", "C"], Assert.Single(result.Districts.Single(d => d.District == "*").Ties).Among);
    }

    /// <summary>One seat, two lists of ten votes, each of two parties below the quota: whoever wins the draw leaves it vacant, but whose it is, is drawn.</summary>
    [Fact]
    public void Allocate_TieForASeatThatStaysVacant_IsTold()
    {
        static CandidacyVotes Of(string list, string party) => new(new Candidacy { Choice = $"{list}/{party}", List = list, Party = party, Candidate = $"{list}{party}" }, 5);
        var law = RandomLaws.Law(lists, new LargestRemainderStep(QuotaKind.Hare, QuotaRounding.None, Remainders.Largest) { Article = "2", Holders = Holder.Party, WithQuotaOnly = true }, persons);
        var result = Allocate(law, new DistrictVotes("d", 1, [Of("A", "P"), Of("A", "Q"), Of("B", "R"), Of("B", "S")]));

        Assert.Empty(Elected(result, "d"));
        Assert.Equal((TieLevel.List, "A, B"), (Assert.Single(result.Districts[0].Ties).Level, string.Join(", ", result.Districts[0].Ties[0].Among)));
        Assert.IsType<Outcome.Tie>(result.Outcome);
    }

    static readonly ElectoralRule pool = RandomLaws.Law(
        new LargestRemainderStep(QuotaKind.Hare, QuotaRounding.Down, Remainders.None) { Article = "1", Holders = Holder.List },
        new PoolStep { Article = "2", Method = lists, Placement = new(PlaceBy.Remainder, false, DivisorRule.SainteLague) },
        persons);

    /// <summary>
    /// Two seats, a quota of 20: A 30 has one, and 10 votes are left to A and to B. Of the pooled two seats each has one, but the district has room for one alone:
    /// if A's is placed there, its two equal persons both sit, and if B's is, they are tied.
    /// </summary>
    [Fact]
    public void Allocate_TieThatAnotherOpenTieMayUndo_IsNotTold()
    {
        var contest = new ContestVotes([new("north", 2, [Line("A", "a1", 15), Line("A", "a2", 15), Line("B", "b1", 10)]), new("*", 1, [])], [], []);
        var open = SeatAllocation.Allocate(pool, contest);
        var told = open.Districts.SelectMany(d => d.Ties.Select(t => (d.District, t))).ToList();

        Assert.Equal(("*", TieLevel.District), (Assert.Single(told).District, told[0].t.Level));
        Assert.True(Axioms.TiesEnd(pool, contest));
    }

    /// <summary>Nine pairs of equals in one district are more ways than are looked at: nobody is given, and the answer says why.</summary>
    [Fact]
    public void Allocate_MoreWaysThanAreLookedAt_SaysWhyNobodyIsGiven()
    {
        ImmutableArray<CandidacyVotes> votes = [.. Enumerable.Range(0, 9).SelectMany(i => new[] { Line($"L{i}", $"a{i}", 5), Line($"L{i}", $"b{i}", 5) })];
        var result = Allocate(RandomLaws.Law(lists, persons), new DistrictVotes("north", 9, votes));

        Assert.Empty(result.Districts[0].Elected);
        Assert.Equal("V312", Assert.Single(result.Findings).Code);
    }

    /// <summary>Two lists have a sub-pact of one name, and persons of one name: a drawing must say of which list.</summary>
    [Theory]
    [InlineData(Holder.Subpact)]
    [InlineData(Holder.Candidate)]
    public void Allocate_TiedOfOneName_AreToldApartByTheirList(Holder holders)
    {
        var law = RandomLaws.Law(new MostVotesStep { Article = "1", Holders = holders });
        ImmutableArray<CandidacyVotes> lines = [.. new[] { "A", "B" }.Select(l => new CandidacyVotes(new Candidacy { Choice = l, List = l, Subpact = "S", Candidate = holders == Holder.Candidate ? "Ana" : "" }, 5))];
        var contest = new ContestVotes([new("north", 1, lines)], [], []);
        var tie = Assert.Single(SeatAllocation.Allocate(law, contest).Districts[0].Ties);
        var drawn = SeatAllocation.Allocate(law, contest with { Lots = [new("north", tie.Level, tie.Among[1])] });

        Assert.Equal(holders == Holder.Candidate ? ["Ana (A)", "Ana (B)"] : ["S (A)", "S (B)"], tie.Among);
        Assert.Equal("B", Assert.Single(drawn.Districts[0].Elected).Candidacy.List);
    }

    /// <summary>Nobody has a third seat while others lack the two that the law gives them: five seats are two, two and one, six are two each.</summary>
    [Theory]
    [InlineData(2, new[] { 1, 1, 0 })]
    [InlineData(4, new[] { 2, 1, 1 })]
    [InlineData(5, new[] { 2, 2, 1 })]
    [InlineData(6, new[] { 2, 2, 2 })]
    [InlineData(7, new[] { 3, 2, 2 })]
    public void Allocate_SeatsThatDoNotReachForTheMinimum_GoRoundByMostVotes(int seats, int[] held)
    {
        var law = RandomLaws.Law(new HighestAveragesStep(DivisorRule.Of([new(6, 5), new(3), new(5)]), 2) { Article = "1", Holders = Holder.List });

        Assert.Equal(held, Allocate(law, new DistrictVotes("north", seats, [Line("A", "", 150), Line("B", "", 66), Line("C", "", 64)])).Districts[0].Lists.Select(l => l.Seats));
    }

    /// <summary>One vote of ninety million and a seat: the house would have to have ninety million seats. Of 40,000 votes it would have 40,000.</summary>
    [Fact]
    public void Levelling_ThatWouldNotEnd_IsAFault()
    {
        var law = RandomLaws.Law(new MostVotesStep { Article = "1", Holders = Holder.List }, new LevellingStep(null, Overhang.Level) { Article = "2", Method = lists });
        ContestAllocation With(long votes) => Allocate(law, new("north", 1, [Line("A", "", 1)]), new("south", 1, [Line("B", "", votes)]), new("*", 1, []));

        Assert.Equal("V110", Assert.Single(With(90_000_000).Faults).Code);
        Assert.Equal(40_000, With(39_999).Districts.Sum(d => d.Elected.Length));
    }

    /// <summary>Three seats: A 10 and B 10 tie for the third, but B has one person. If B wins it, it comes back in a new election to A.</summary>
    [Fact]
    public void Allocate_TieOnWhichNothingHangs_IsNone()
    {
        var law = RandomLaws.Law(lists with { Exhausted = Exhaustion.NewElection });
        var result = Allocate(law, new DistrictVotes("north", 3, [Line("A", "", 10), Line("B", "b1", 10)]));

        Assert.IsType<Outcome.Elected>(result.Outcome);
        Assert.Equal([2, 1], result.Districts[0].Lists.OrderBy(l => l.List, StringComparer.Ordinal).Select(l => l.Seats));
    }

    /// <summary>Whoever wins the tie between A and B, nobody is seated, since no place on a list is known: that is an open tie, and no empty seat.</summary>
    [Fact]
    public void Allocate_TieAboveMissingPlaces_StaysOpen()
    {
        var law = RandomLaws.Law(lists, new ListOrderStep(null, PreferenceBase.ListVotes, true) { Article = "2", Holders = Holder.Candidate });
        var result = Allocate(law, new DistrictVotes("north", 1, [Line("A", "a1", 2), Line("A", "a2", 3), Line("B", "b1", 1), Line("B", "b2", 4)]));

        Assert.IsType<Outcome.Tie>(result.Outcome);
        Assert.Equal(["A", "B"], Assert.Single(result.Districts[0].Ties).Among);
    }

    /// <summary>Five seats: A 4, B 2, one person each. Both have a quotient of 1 for the fifth, but whoever has it cannot fill it: three stay vacant.</summary>
    [Fact]
    public void Allocate_TieBeforeSeatsThatNobodyCanTake_TellsThemVacant()
    {
        var law = RandomLaws.Law(lists with { Exhausted = Exhaustion.NewElection }, persons);
        var contest = new ContestVotes([new("north", 5, [Line("A", "a", 4), Line("B", "b", 2)])], [], []);
        var result = SeatAllocation.Allocate(law, contest);

        Assert.Empty(result.Districts[0].Ties);
        Assert.Equal(["a", "b"], Elected(result, "north"));
        Assert.Equal(3, result.Districts[0].Steps.OfType<SeatsVacant>().Sum(s => s.Seats));
        Assert.Equal(3, result.Districts[0].Vacant);
    }

    /// <summary>A 4 and B 4 tie for the district's seat, and the tier's three bring each up to two whoever has it: four seats, all in the district.</summary>
    [Fact]
    public void Allocate_TieThatLevellingMakesGood_LeavesTheTierNoSeat()
    {
        var law = RandomLaws.Law(lists, new LevellingStep(null, Overhang.Keep) { Article = "2", Method = lists, Placement = new(PlaceBy.VotesPerSeat, false, DivisorRule.DHondt) });
        var result = Allocate(law, new("north", 1, [Line("A", "", 4), Line("B", "", 4)]), new("*", 3, []));

        Assert.All(result.Districts, d => Assert.Empty(d.Ties));
        Assert.Equal([4, 0], result.Districts.Select(d => d.Seats));
        Assert.Equal(["A", "A", "B", "B"], Elected(result, "north"));
    }
}
