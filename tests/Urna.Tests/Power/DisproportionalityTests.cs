using System.Collections.Immutable;
using System.Text.Json;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Power;
using Urna.Tests.Real;

namespace Urna.Tests.Power;

/// <summary>How far the seats are from the votes.</summary>
public class DisproportionalityTests
{
    static readonly Gen<ImmutableArray<SeatShare>> genShares = Gen.Select(Gen.Long[1, 1_000_000], Gen.Int[0, 60]).Array[1, 20]
        .Select(lines => lines.Select((l, i) => new SeatShare($"{i}", l.Item1, l.Item2)).ToImmutableArray()).Where(s => s.Any(x => x.Seats > 0));

    /// <summary>2021 by two other programs, from the whole chain: folder, law, seats, shares.</summary>
    [Theory]
    [InlineData("list")]
    [InlineData("party")]
    public void Of_Deputies2021_EqualsItsCase(string by)
    {
        var expected = CaseFiles.Read("cl_diputados_2021_indices.json").GetProperty(by);
        var (votes, allocation) = Deputies("cl-2021");
        var shares = by == "list" ? SeatShares.ByList(votes, allocation) : SeatShares.ByParty(votes, allocation)!.Value;

        var named = expected.GetProperty("votes").EnumerateObject().ToDictionary(p => FoldedName.Of(p.Name), p => p.Value.GetInt64());
        Assert.Equal(named.OrderBy(p => p.Key, StringComparer.Ordinal), shares.ToDictionary(s => FoldedName.Of(s.Name), s => s.Votes).OrderBy(p => p.Key, StringComparer.Ordinal));
        AssertEqual(expected, Disproportionality.Of(shares)!);
    }

    /// <summary>The case's own votes and seats, party by party.</summary>
    [Theory]
    [InlineData("list")]
    [InlineData("party")]
    public void Of_TheCasesVotesAndSeats_EqualsTheCase(string by)
    {
        var expected = CaseFiles.Read("cl_diputados_2021_indices.json").GetProperty(by);
        AssertEqual(expected, Disproportionality.Of([.. expected.GetProperty("votes").EnumerateObject()
            .Select(p => new SeatShare(p.Name, p.Value.GetInt64(), expected.GetProperty("seats").GetProperty(p.Name).GetInt32()))])!);
    }

    [Fact]
    public void Of_ProportionalSeats_IsZero() => Gen.Int[1, 500].Array[1, 20].Sample(seats =>
    {
        var indices = Disproportionality.Of([.. seats.Select((s, i) => new SeatShare($"{i}", s * 1_000L, s))])!;
        return indices.Gallagher < 1e-12 && indices.LoosemoreHanby < 1e-12 && indices.SainteLague < 1e-12 && Math.Abs(indices.DHondt!.Value - 1) < 1e-12
            && indices.LargestDeviation < 1e-12 && Math.Abs(indices.EffectiveByVotes - indices.EffectiveBySeats) < 1e-9;
    });

    /// <summary>Bounds and relations that hold of any votes and seats.</summary>
    [Fact]
    public void Of_AnyShares_KeepsItsBounds() => genShares.Sample(shares =>
    {
        var i = Disproportionality.Of(shares)!;
        const double slack = 1e-9;
        return i.LoosemoreHanby is >= 0 and <= 1 + slack
            && i.Gallagher <= i.LoosemoreHanby + slack && i.LargestDeviation <= i.LoosemoreHanby + slack
            && Math.Abs((i.Rae * shares.Length) - (2 * i.LoosemoreHanby)) < slack
            && i.SainteLague >= (4 * i.LoosemoreHanby * i.LoosemoreHanby) - slack && i.DHondt >= 1 - slack
            && i.EffectiveByVotes >= 1 - slack && i.EffectiveByVotes <= shares.Length + slack && i.EffectiveBySeats >= 1 - slack;
    });

    [Fact]
    public void Of_SeatsWithoutVotes_HasNoRatios()
    {
        var indices = Disproportionality.Of([new("A", 10, 1), new("B", 0, 1)])!;

        Assert.Null(indices.SainteLague);
        Assert.Null(indices.DHondt);
        Assert.Equal(0.5, indices.LoosemoreHanby, 1e-12);
        Assert.Null(Disproportionality.Of([new("A", 10, 0)]));
        Assert.Null(Disproportionality.Of([new("A", 0, 1)]));
        Assert.Null(Disproportionality.Of([]));
    }

    /// <summary>Two persons of one name in two districts are two lists; votes for a list of one party are the party's.</summary>
    [Fact]
    public void SeatShares_OfListsAndParties_KeepPersonsApart()
    {
        var (votes, allocation) = Ballot(
            ("n", "", "", "Ana", CandidacyKind.Independent, 50), ("s", "", "", "Ana", CandidacyKind.Independent, 30),
            ("n", "A", "P", "Beto", CandidacyKind.OfList, 40), ("n", "A", "", "", CandidacyKind.ListVote, 5),
            ("s", "B", "Q", "Carla", CandidacyKind.OfList, 20), ("s", "C", "", "Darío", CandidacyKind.OfList, 10));

        Assert.Equal([("IND: Ana", 50L), ("A", 45L), ("IND: Ana", 30L), ("B", 20L), ("C", 10L)], SeatShares.ByList(votes, allocation).Select(s => (s.Name, s.Votes)));
        Assert.Equal([("IND: Ana", 50L), ("P", 45L), ("IND: Ana", 30L), ("Q", 20L), ("C", 10L)], SeatShares.ByParty(votes, allocation)!.Value.Select(s => (s.Name, s.Votes)));
    }

    [Fact]
    public void SeatShares_VotesForAListOfTwoParties_BelongToNone()
    {
        var (votes, allocation) = Ballot(
            ("n", "A", "P", "Ana", CandidacyKind.OfList, 40), ("n", "A", "Q", "Beto", CandidacyKind.OfList, 30), ("n", "A", "", "", CandidacyKind.ListVote, 5));

        Assert.Null(SeatShares.ByParty(votes, allocation));
        Assert.Null(ContestIndices.Of(votes, allocation).ByParty);
        Assert.NotNull(ContestIndices.Of(votes, allocation).ByList);
    }

    /// <summary>While lots are to be drawn, the seats that are filled are not the seats of the contest.</summary>
    [Fact]
    public void Of_ATieThatIsOpen_GivesNoIndices()
    {
        var (votes, allocation) = Ballot(
            ("n", "A", "P", "Ana", CandidacyKind.OfList, 40), ("s", "A", "P", "Beto", CandidacyKind.OfList, 30), ("s", "B", "Q", "Carla", CandidacyKind.OfList, 30));

        Assert.IsType<Outcome.Tie>(allocation.Outcome);
        Assert.Equal((null, null, true), ContestIndices.Of(votes, allocation) is var open ? (open.ByList, open.ByParty, open.Independents.IsEmpty) : default);
    }

    /// <summary>2013: 3.3 % of the votes outside lists and 2.5 % of the seats; 7.1 % without a party on lists, 4.2 %.</summary>
    [Fact]
    public void Independents_Deputies2013_AreToldByTheirStanding()
    {
        var (votes, allocation) = Deputies("cl-2013");
        var shares = Independents.Of(votes, allocation);

        Assert.Equal(
            [(Standing.OutsideLists, 206_634L, 3), (Standing.OnPartyList, 440_006L, 5), (Standing.OfParty, 5_573_582L, 112)],
            shares.Select(s => (s.Standing, s.Votes, s.Seats)));
        Assert.All(shares.Take(2), s => Assert.True(s.Bias < 0 && s.AdvantageRatio < 1));
        Assert.Equal(0, shares.Sum(s => s.Bias!.Value), 1e-12);
    }

    /// <summary>The Convention: 47 persons on lists of independents only, one outside any.</summary>
    [Fact]
    public void Independents_Convention_HasListsOfIndependents()
    {
        var (votes, allocation) = Contest("cl-2021", "convention");
        var shares = Independents.Of(votes, allocation).ToDictionary(s => s.Standing, s => s.Seats);

        Assert.Equal(47, shares[Standing.IndependentList]);
        Assert.Equal(1, shares[Standing.OutsideLists]);
        Assert.Equal(138, shares.Values.Sum());
    }

    static void AssertEqual(JsonElement expected, Disproportionality actual)
    {
        Assert.Equal(expected.GetProperty("gallagher").GetDouble(), actual.Gallagher, 1e-12);
        Assert.Equal(expected.GetProperty("loosemore_hanby").GetDouble(), actual.LoosemoreHanby, 1e-12);
        Assert.Equal(expected.GetProperty("sainte_lague").GetDouble(), actual.SainteLague!.Value, 1e-12);
        Assert.Equal(expected.GetProperty("rae").GetDouble(), actual.Rae, 1e-12);
        Assert.Equal(expected.GetProperty("d_hondt").GetDouble(), actual.DHondt!.Value, 1e-12);
        Assert.Equal(expected.GetProperty("lijphart").GetDouble(), actual.LargestDeviation, 1e-12);
        Assert.Equal(expected.GetProperty("seatdist").GetProperty("maxdev").GetDouble(), actual.LargestDeviation, 1e-12);
        Assert.Equal(expected.GetProperty("enp_votes").GetDouble(), actual.EffectiveByVotes, 1e-12);
        Assert.Equal(expected.GetProperty("enp_seats").GetDouble(), actual.EffectiveBySeats, 1e-12);
    }

    static (ContestVotes Votes, ContestAllocation Allocation) Deputies(string election) => Contest(election, "deputies");

    static (ContestVotes Votes, ContestAllocation Allocation) Contest(string id, string name)
    {
        var election = Repository.Election(id);
        var contest = election.Contest(name)!;
        var votes = ContestVotes.Of(contest, election.Places);
        return (votes, SeatAllocation.Allocate(Repository.Law(contest.Rule!), votes));
    }

    static (ContestVotes Votes, ContestAllocation Allocation) Ballot(params (string District, string List, string Party, string Name, CandidacyKind Kind, long Votes)[] lines)
    {
        var districts = lines.Select((l, i) => (l.District, Line: new CandidacyVotes(
            new Candidacy { Choice = $"{i}", List = l.List, Party = l.Party, Candidate = l.Name, Kind = l.Kind }, l.Votes))).GroupBy(l => l.District);
        var votes = new ContestVotes([.. districts.Select(d => new DistrictVotes(d.Key, 1, [.. d.Select(l => l.Line)]))], [], []);
        return (votes, SeatAllocation.Allocate(Repository.Law("congress-2015"), votes));
    }
}
