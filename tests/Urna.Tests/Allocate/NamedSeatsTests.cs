using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Power;

namespace Urna.Tests.Allocate;

/// <summary>A seat goes down as far as law and votes say, and no further.</summary>
public class NamedSeatsTests
{
    static readonly HighestAveragesStep dhondt = new(DivisorRule.DHondt) { Article = "x", Holders = Holder.List };

    static readonly ImmutableArray<CandidacyVotes> parties = [Line("AB", "A", "", 600), Line("AB", "B", "", 410), Line("C", "C", "", 500)];

    static readonly ImmutableArray<CandidacyVotes> persons =
    [
        Line("AB", "A", "a1", 400), Line("AB", "A", "a2", 200), Line("AB", "B", "b1", 250), Line("AB", "B", "b2", 160), Line("C", "C", "c1", 300), Line("C", "C", "c2", 200),
    ];

    static CandidacyVotes Line(string list, string party, string name, long votes, string subpact = "") =>
        new(new Candidacy { Choice = $"{list}/{party}/{name}", District = "D", List = list, Party = party, Subpact = subpact, Candidate = name }, votes);

    static ContestAllocation Allocate(ImmutableArray<CandidacyVotes> votes, params ImmutableArray<RuleStep> steps) => Allocate(
        new ElectoralRule("x", LocalizedText.Same("x"), "xx", LocalizedText.Same(""), [], steps), votes);

    static ContestAllocation Allocate(ElectoralRule law, ImmutableArray<CandidacyVotes> votes, int seats = 6) =>
        SeatAllocation.Allocate(law, new ContestVotes([new DistrictVotes("D", seats, votes)], [], []));

    static Dictionary<string, int> ByParty(ContestAllocation allocation) => allocation.SeatsByParty.ToDictionary();

    public static TheoryData<SharingStep> AmongParties => new()
    {
        dhondt with { Holders = Holder.Party },
        new LargestRemainderStep(QuotaKind.Hare, QuotaRounding.None, Remainders.Largest) { Article = "x", Holders = Holder.Party },
    };

    /// <summary>AB has four of six seats; 600 and 410 votes share them two and two.</summary>
    [Theory]
    [MemberData(nameof(AmongParties))]
    public void Allocate_PartyRowsWithoutPersons_AreSharedAmongParties(SharingStep step)
    {
        Assert.Equal(new Dictionary<string, int> { ["A"] = 2, ["B"] = 2, ["C"] = 2 }, ByParty(Allocate(parties, dhondt, step)));
        Assert.Equal(
            new Dictionary<string, int> { ["A"] = 2, ["B"] = 2, ["C"] = 2 },
            ByParty(Allocate(parties, dhondt, step, new MostVotesStep { Article = "x", Holders = Holder.Candidate })));
        Assert.Empty(Allocate(parties, dhondt, step).Findings);
    }

    /// <summary>One seat each by most votes, so that the list's other seats stay vacant.</summary>
    [Fact]
    public void Allocate_PartiesByMostVotes_HaveOneSeatEach()
    {
        var result = Allocate(parties, dhondt, new MostVotesStep { Article = "x", Holders = Holder.Party });

        Assert.Equal(new Dictionary<string, int> { ["A"] = 1, ["B"] = 1, ["C"] = 1 }, ByParty(result));
        Assert.Equal(3, result.Districts[0].Steps.OfType<SeatsVacant>().Sum(s => s.Seats));
    }

    /// <summary>Sub-pact S of A and B has 900 of 1,200 votes of its list: three of four seats, two to A and one to B; P alone has one.</summary>
    [Fact]
    public void Allocate_ListsSubpactsParties_GoDownWithoutPersons()
    {
        ImmutableArray<CandidacyVotes> votes = [Line("L", "A", "", 600, "S"), Line("L", "B", "", 300, "S"), Line("L", "P", "", 300)];
        var result = Allocate(new ElectoralRule("x", LocalizedText.Same("x"), "xx", LocalizedText.Same(""), [], [dhondt, dhondt with { Holders = Holder.Subpact }, dhondt with { Holders = Holder.Party }]), votes, 4);

        Assert.Equal(new Dictionary<string, int> { ["A"] = 2, ["B"] = 1, ["P"] = 1 }, ByParty(result));
    }

    [Theory]
    [InlineData(Holder.List)]
    [InlineData(Holder.Party)]
    public void Allocate_LawThatNamesNoPersons_NamesNobody(Holder last)
    {
        var result = last == Holder.List ? Allocate(persons, dhondt) : Allocate(persons, dhondt, dhondt with { Holders = Holder.Party });
        var seats = result.Districts[0].Elected;

        Assert.Equal(6, seats.Length);
        Assert.All(seats, s => Assert.Null(s.Candidate));
        Assert.Equal(4, seats.Count(s => s.Candidacy.ListName == "AB"));
        Assert.Equal(last == Holder.List ? [] : new Dictionary<string, int> { ["A"] = 2, ["B"] = 2, ["C"] = 2 }, ByParty(result));
        Assert.Equal(last == Holder.List ? ["V310", "V311"] : ["V311"], result.Findings.Select(f => f.Code));
        Assert.DoesNotContain(ClosestSeats.All(result, new ContestVotes([new DistrictVotes("D", 6, persons)], [], [])), m => m.Level == Holder.Candidate);
    }

    [Theory]
    [InlineData("national-council-2014")]
    [InlineData("national-council-1992")]
    public void Allocate_ShippedLawsThatEndAtLists_ElectNobodyTwice(string law) =>
        Assert.All(Allocate(Repository.Law(law), persons, 150).Districts[0].Elected, s => Assert.Null(s.Candidate));

    /// <summary>Neither congress-1973 nor a law for lists alone says which party has a list's seats.</summary>
    [Fact]
    public void SeatsByParty_WithoutAStepForParties_IsNotGiven()
    {
        foreach (var result in new[] { Allocate(Repository.Law("congress-1973"), parties), Allocate(parties, dhondt) })
        {
            var votes = new ContestVotes([new DistrictVotes("D", 6, parties)], [], []);
            Assert.Empty(result.SeatsByParty);
            Assert.Equal(["V310"], result.Findings.Select(f => f.Code));
            Assert.Null(ContestIndices.Of(votes, result).ByParty);
            Assert.Equal([("AB", 4), ("C", 2)], result.SeatsByList.Select(l => (l.Key, l.Value)));
        }
    }

    /// <summary>A list of one party leaves no doubt whose its seats are.</summary>
    [Fact]
    public void SeatsByParty_OfListsOfOneParty_AreTheLists() =>
        Assert.Equal(new Dictionary<string, int> { ["A"] = 3, ["C"] = 3 }, ByParty(Allocate([Line("A", "A", "", 600), Line("C", "C", "", 500)], dhondt)));
}
