using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Women and men balanced over the whole contest (Constitution of Chile, art. 144 of 2023).</summary>
public class NationalParityTests
{
    static CandidacyVotes Of(string list, string party, string name, Sex sex, long votes) =>
        new(new Candidacy { Choice = name, List = list, Party = party, Candidate = name, Sex = sex }, votes);

    static ContestAllocation Allocate(ImmutableArray<DistrictVotes> districts, params ImmutableArray<LotDrawn> lots) =>
        SeatAllocation.Allocate(Repository.Law("council-2023"), new ContestVotes(districts, [], lots));

    static string[] Elected(ContestAllocation result) => [.. result.Districts.SelectMany(d => d.Elected).Select(s => s.Person).Order(StringComparer.Ordinal)];

    static readonly ImmutableArray<DistrictVotes> twoDistricts =
    [
        new("U1", 2, [Of("A", "P", "Abel", Sex.Male, 100), Of("A", "P", "Ana", Sex.Female, 40), Of("B", "Q", "Bruno", Sex.Male, 150), Of("B", "Q", "Berta", Sex.Female, 60)]),
        new("U2", 2, [Of("A", "P", "Adán", Sex.Male, 120), Of("A", "P", "Alba", Sex.Female, 30), Of("B", "Q", "Beto", Sex.Male, 200), Of("B", "Q", "Bea", Sex.Female, 90)]),
    ];

    /// <summary>
    /// Four men, so two must yield. A (290 votes) is first, in U1, where it has 140 votes and not 150. Then it is the turn of B (500): U1 is balanced by now, so
    /// Beto yields in U2.
    /// </summary>
    [Fact]
    public void Council2023_ListsYieldInTurn_FewestVotesFirst()
    {
        var result = Allocate(twoDistricts);

        Assert.Equal(["Adán", "Ana", "Bea", "Bruno"], Elected(result));
        var turns = result.Districts.SelectMany(d => d.Steps.OfType<TurnToYield>()).ToList();
        Assert.Equal([("A", 290, 0, 4), ("B", 500, 1, 3)], turns.Select(t => (t.List, (int)t.Votes, t.Women, t.Men)));
        Assert.All(result.Districts, d => Assert.Single(d.Elected, s => s.Basis == Basis.Parity));
    }

    [Fact]
    public void Council2023_SameParty_ComesBeforeTheList()
    {
        var result = Allocate(
        [
            new("U", 2, [
                Of("A", "P", "Abel", Sex.Male, 100), Of("A", "P", "Ana", Sex.Female, 5), Of("A", "Q", "Alba", Sex.Female, 60), Of("B", "R", "Bruno", Sex.Male, 300), Of("B", "R", "Berta", Sex.Female, 1)]),
        ]);

        Assert.Equal(["Ana", "Bruno"], Elected(result).Where(p => p is not "Alba"));
    }

    [Fact]
    public void Council2023_PartyWithoutTheOtherSex_LooksInTheList() =>
        Assert.Equal(
            ["Alba", "Bruno"],
            Elected(Allocate([new("U", 2, [Of("A", "P", "Abel", Sex.Male, 100), Of("A", "Q", "Alba", Sex.Female, 60), Of("B", "R", "Bruno", Sex.Male, 200), Of("B", "R", "Berta", Sex.Female, 1)])])));

    /// <summary>Two districts of three with a lead of one: no lead of two, so the turn comes to those with one.</summary>
    [Fact]
    public void Council2023_NoDistrictWithALeadOfTwo_TurnsToThoseWithOne()
    {
        ImmutableArray<DistrictVotes> districts =
        [
            new("U1", 3, [Of("A", "P", "A1", Sex.Male, 100), Of("A", "P", "A2", Sex.Female, 50), Of("B", "Q", "B1", Sex.Male, 300), Of("B", "Q", "B2", Sex.Female, 200)]),
            new("U2", 3, [Of("A", "P", "A3", Sex.Male, 110), Of("A", "P", "A4", Sex.Female, 50), Of("B", "Q", "B3", Sex.Male, 300), Of("B", "Q", "B4", Sex.Female, 200)]),
        ];

        Assert.Equal(["A2", "A3", "B1", "B2", "B3", "B4"], Elected(Allocate(districts)));
    }

    [Fact]
    public void Council2023_CandidaciesOutsideLists_CountButNeverYield()
    {
        var solo = new CandidacyVotes(new Candidacy { Choice = "Solo", Candidate = "Solo", Kind = CandidacyKind.Independent, Sex = Sex.Male }, 90);
        var result = Allocate([new("U", 2, [solo, Of("B", "Q", "Bruno", Sex.Male, 150), Of("B", "Q", "Berta", Sex.Female, 10)])]);

        Assert.Equal(["Berta", "Solo"], Elected(result));
    }

    [Fact]
    public void Council2023_UnknownSexOfAWinner_IsWhatIsMissing() =>
        Assert.Contains("the sex of Abel", Allocate([new("U", 1, [Of("A", "P", "Abel", Sex.Unknown, 5)])]).Districts[0].Missing.Select(m => m.English));

    /// <summary>One winner's sex, or one district's votes, can turn the balance anywhere: nobody is sure before they are known.</summary>
    [Fact]
    public void Council2023_OneUnknownInOneDistrict_LeavesNobodySureInAnother()
    {
        var sex = Allocate([twoDistricts[0], twoDistricts[1] with { Votes = [.. twoDistricts[1].Votes.Select(v => v.Candidacy.Name == "Beto" ? v with { Candidacy = v.Candidacy with { Sex = Sex.Unknown } } : v)] }]);
        var votes = Allocate([twoDistricts[0], twoDistricts[1] with { Missing = [new("all votes of U2", "todos los votos de U2")] }]);

        Assert.All([sex, votes], r => Assert.IsType<Outcome.Incomplete>(r.Outcome));
        Assert.Empty(Elected(sex));
        Assert.Empty(Elected(votes));
        Assert.Equal("the sex of Beto", Assert.Single(sex.Districts[0].Missing).English);
        Assert.Equal("who is elected in U2", Assert.Single(votes.Districts[0].Missing).English);
        Assert.Equal("all votes of U2", Assert.Single(votes.Districts[1].Missing).English);
    }

    /// <summary>Seats reserved for peoples are balanced together: without one people's votes no other's seat is sure; Aimara, balanced alone, is filled.</summary>
    [Fact]
    public void Reserved2021_OnePeoplesVotesMissing_LeaveTheOthersOpen()
    {
        var election = Repository.Election("cl-2021");
        var contest = election.Contest("convention-reserved")!;
        var less = contest with { Returns = [.. contest.Returns.Select(u => u.Place == "COLLA" ? u with { Votes = [] } : u)] };
        var result = SeatAllocation.Allocate(Repository.Law("convention-2021"), ContestVotes.Of(less, election.Places));

        Assert.Equal(["AIMARA", "AIMARA"], result.Districts.SelectMany(d => d.Elected.Select(_ => d.District)));
        Assert.All(result.Districts.Where(d => d.District is not ("AIMARA" or "COLLA")), d => Assert.Equal("who is elected in COLLA", Assert.Single(d.Missing).English));
    }

    [Fact]
    public void Council2023_EqualDistrictsOfAList_AreATieUntilLotsAreDrawn()
    {
        ImmutableArray<DistrictVotes> districts =
        [
            .. twoDistricts.Select(d => d with { Votes = [.. d.Votes.Select(v => v with { Votes = v.Candidacy.Name switch { "Abel" or "Adán" => 100, "Ana" or "Alba" => 40, "Beto" => 150, _ => v.Votes } })] }),
        ];

        var open = Allocate(districts);
        Assert.IsType<Outcome.Tie>(open.Outcome);
        Assert.All(open.Districts, d => Assert.Equal(["Abel", "Adán"], Assert.Single(d.Ties).Among));
        Assert.Equal(["Abel", "Alba", "Berta", "Beto"], Elected(Allocate(districts, new LotDrawn("U1", TieLevel.Parity, "Abel"))));
    }

    static readonly Gen<ImmutableArray<DistrictVotes>> genContest =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Bool, Gen.Long[1, 1L << 30]).Array[3, 14].Array[1, 4].Select(Gen.Int[1, 5].Array[4], (districts, seats) =>
            districts.Select((lines, d) => new DistrictVotes($"U{d}", seats[d], [.. lines.Select((l, i) => Of($"L{l.Item1}", $"P{l.Item2}", $"{d}-{i}", l.Item3 ? Sex.Female : Sex.Male, l.Item4))])).ToImmutableArray());

    /// <summary>The sexes differ by what an odd number makes necessary, or nobody of the larger sex could be replaced.</summary>
    [Fact]
    public void Council2023_AnyContest_IsBalancedWherePossible() =>
        genContest.Sample(districts =>
        {
            var result = Allocate(districts);
            var seats = result.Districts.SelectMany(d => d.Elected).ToList();
            var women = seats.Count(s => s.Candidacy.Sex == Sex.Female);
            var larger = women * 2 > seats.Count ? Sex.Female : Sex.Male;
            var replaceable = result.Districts.Zip(districts).Any(p => p.First.Elected.Any(s => s.Candidacy.Sex == larger
                && p.Second.Votes.Any(v => v.Candidacy.List == s.Candidacy.List && v.Candidacy.Sex != larger && !p.First.Elected.Any(e => e.Candidacy.Choice == v.Candidacy.Choice))));
            return result.Outcome is Outcome.Tie || Math.Abs((2 * women) - seats.Count) == seats.Count % 2 || !replaceable;
        });

    /// <summary>A balance of persons changes no list's seats, in any district.</summary>
    [Fact]
    public void Council2023_AnyContest_LeavesEachListItsSeats() =>
        genContest.Sample(districts =>
        {
            var before = SeatAllocation.Allocate(Repository.Law("congress-2015"), new ContestVotes(districts, [], []));
            return Allocate(districts).Districts.Zip(before.Districts).All(p =>
                p.First.Elected.CountBy(s => s.Candidacy.List).ToHashSet().SetEquals(p.Second.Elected.CountBy(s => s.Candidacy.List)));
        });

    /// <summary>Nobody who was elected loses the seat to somebody of the same sex, and no more yield than must.</summary>
    [Fact]
    public void Council2023_AnyContest_ChangesNoMoreThanItMust() =>
        genContest.Sample(districts =>
        {
            var before = SeatAllocation.Allocate(Repository.Law("congress-2015"), new ContestVotes(districts, [], [])).Districts.SelectMany(d => d.Elected).ToList();
            var after = Allocate(districts);
            var women = before.Count(s => s.Candidacy.Sex == Sex.Female);
            var needed = (Math.Abs((2 * women) - before.Count) - (before.Count % 2)) / 2;
            var changed = after.Districts.SelectMany(d => d.Elected).Count(s => s.Basis == Basis.Parity);
            return changed <= needed && after.Districts.SelectMany(d => d.Elected).Where(s => s.Basis == Basis.Parity).All(s => s.Candidacy.Sex == (women * 2 > before.Count ? Sex.Male : Sex.Female));
        });
}
