using System.Collections.Concurrent;
using Urna.Allocate.Account;
using Urna.Count;
using Urna.Validate;

namespace Urna.Tests.Real;

/// <summary>The elections that ship: they read, their sums are the official ones, and the law seats who was seated.</summary>
public class ShippedElectionsTests
{
    public static TheoryData<string> Ids { get; } =
        [.. Directory.EnumerateFiles(Repository.Elections, "election.yaml", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)).Order(StringComparer.Ordinal)];

    /// <summary>The stated totals that are known to differ from the sums, and the only ones.</summary>
    static readonly string[] knownDifferences =
    [
        "cl-1970 allende", "cl-1970 alessandri", "cl-1970 tomic", "cl-1970 valid", "cl-1971 valid",

        // 1993: the national count that encyclopedias quote and the sum over communes differ by 1,423 votes.
        "cl-1989-2017 cast", "cl-1989-2017 valid", "cl-1989-2017 blank", "cl-1989-2017 null",

        // 1988: one commune, not identified, has ten votes too many.
        "cl-1988 no", "cl-1988 valid", "cl-1988 cast",

        // The national roll of 2016 has the 314 of Antártica, which has no row.
        "cl-2016 registered",
    ];

    /// <summary>The districts whose official seats are known not to be those of the votes, and the only ones: all others must be the law's, person by person.</summary>
    static readonly string[] knownOutcomes =
    [
        // Lists: Palmilla 1996, Castro and San Pablo 2000, La Cisterna 2016.
        "cl-1996 councils 6306", "cl-2000 councils 10201", "cl-2000 councils 10307", "cl-2016 councils 13109",

        // Río Claro 2016: the source marks nobody as elected.
        "cl-2016 mayors 7108",

        // Cachapoal I 2024: an independent sits where the rule seats the party's own member.
        "cl-2024 regional-councils core-6-cachapoal-i",
    ];

    static readonly ConcurrentDictionary<string, Lazy<Account>> accounts = new();

    // Each election's whole chain once, whichever test asks first.
    static Account Run(string id) => accounts.GetOrAdd(id, _ => new(() =>
    {
        var election = Repository.Election(id);
        return Pipeline.Run(election, Repository.Laws.FindAll(election, Path.Combine(Repository.Elections, id)).Rules);
    })).Value;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_ShippedElection_HasNoErrorsAndOnlyKnownDifferences(string id)
    {
        var findings = Run(id).Findings;

        Assert.DoesNotContain(findings, f => f.Severity >= Severity.Error && f.Code != "V301");
        Assert.All(findings.Where(f => f.Code == "V207"), f => Assert.Contains($"{id} {f.Column}", knownDifferences));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_EveryOfficialOutcome_IsReproduced(string id) => Assert.Equal(
        knownOutcomes.Where(k => k.StartsWith($"{id} ", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        Run(id).Findings.Where(f => f.Code == "V301").Select(f => $"{id} {f.Message.Split(',')[0]} {f.Place}").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Seats_Deputies2021_AreThe155_ByList()
    {
        var deputies = Run("cl-2021").Contests.Single(c => c.Contest.Id == "deputies");

        Assert.Equal([53, 37, 37, 15, 6, 3, 2, 1, 1], deputies.Allocation!.SeatsByList.Select(l => l.Value));
        Assert.Equal(155, deputies.Contest.Outcome.Length);
    }

    [Theory]
    [InlineData("cl-2013", "deputies", 120)]
    [InlineData("cl-2013", "senate", 20)]
    [InlineData("cl-1973", "deputies", 150)]
    [InlineData("cl-2021", "convention", 138)]
    [InlineData("cl-2021", "convention-reserved", 10)]
    [InlineData("cl-2021", "mayors", 345)]
    [InlineData("cl-2021", "primaries", 2)]
    [InlineData("cl-2021", "president-2", 1)]
    [InlineData("cl-1970", "president", 1)]
    [InlineData("cl-1920-1958", "president-1946", 1)]
    [InlineData("cl-1920-1958", "president-1952", 1)]
    [InlineData("cl-1920-1958", "president-1958", 1)]
    [InlineData("cl-1973", "senate", 25)]
    [InlineData("cl-1989", "deputies", 120)]
    [InlineData("cl-1989", "senate", 38)]
    [InlineData("cl-1993", "deputies", 120)]
    [InlineData("cl-1993", "senate", 18)]
    [InlineData("cl-1997", "deputies", 120)]
    [InlineData("cl-1997", "senate", 20)]
    [InlineData("cl-2001", "deputies", 120)]
    [InlineData("cl-2001", "senate", 18)]
    [InlineData("cl-2005", "deputies", 120)]
    [InlineData("cl-2005", "senate", 20)]
    [InlineData("cl-2009", "deputies", 120)]
    [InlineData("cl-2009", "senate", 18)]
    [InlineData("cl-2017", "deputies", 155)]
    [InlineData("cl-2017", "senate", 23)]
    [InlineData("cl-2021", "senate", 27)]
    [InlineData("cl-2021", "governors-2", 13)]
    [InlineData("cl-2025", "deputies", 155)]
    [InlineData("cl-2025", "senate", 23)]
    [InlineData("cl-2025", "president-2", 1)]
    [InlineData("cl-2024", "regional-councils", 302)]
    [InlineData("cl-1992", "councils", 2_076)]
    [InlineData("cl-2016", "councils", 2_239)]
    [InlineData("cl-2008", "mayors", 345)]
    public void Seats_EveryContest_SeatsAsManyAsTheOfficialOutcome(string id, string contest, int seats)
    {
        var account = Run(id).Contests.Single(c => c.Contest.Id == contest);

        Assert.Equal(seats, account.Allocation!.Districts.Sum(d => d.Elected.Length));
        Assert.Equal(seats, account.Contest.Outcome.Length);
        Assert.IsType<Outcome.Elected>(account.Allocation.Outcome);
    }

    /// <summary>The archive's README: 50 general seats by list, before parity.</summary>
    [Fact]
    public void Seats_Council2023_ByList() =>
        Assert.Equal(["Partido Republicano 23", "Unidad para Chile 16", "Chile Seguro 11"], Run("cl-2023").Contests.Single(c => c.Contest.Id == "council").Allocation!.SeatsByList.Where(l => l.Value > 0).Select(l => $"{l.Key} {l.Value}"));

    [Fact]
    public void Seats_Deputies2025_ByList() =>
        Assert.Equal([61, 42, 34, 14, 3, 1], Run("cl-2025").Contests.Single(c => c.Contest.Id == "deputies").Allocation!.SeatsByList.Where(l => l.Value > 0).Select(l => l.Value));

    /// <summary>Three regions elected with forty per cent or more; thirteen voted again between the first two.</summary>
    [Fact]
    public void Seats_Governors2021_ThreeAtOnce()
    {
        var first = Run("cl-2021").Contests.Single(c => c.Contest.Id == "governors-1").Allocation!;

        Assert.Equal(["region-11", "region-12", "region-5"], first.Districts.Where(d => d.Elected.Length == 1).Select(d => d.District).Order(StringComparer.Ordinal));
        Assert.Equal(13, first.Between.Count());
    }

    [Fact]
    public void Seats_President2021_FirstRound_GoesToKastAndBoric()
    {
        var first = Run("cl-2021").Contests.Single(c => c.Contest.Id == "president-1").Allocation!;

        Assert.IsType<Outcome.Runoff>(first.Outcome);
        Assert.Equal(["José Antonio Kast Rist", "Gabriel Boric Font"], first.Between.Single().Among);
    }

    [Theory]
    [InlineData("1989", "elected", "Patricio Aylwin")]
    [InlineData("1993", "elected", "Eduardo Frei")]
    [InlineData("1999", "runoff", "Ricardo Lagos")]
    [InlineData("2017", "runoff", "Sebastian Piñera Echenique")]
    public void Seats_Presidents_FirstRounds_EndAsHistoryTells(string year, string outcome, string first)
    {
        var allocation = Run("cl-1989-2017").Contests.Single(c => c.Contest.Id == $"president-{year}-1").Allocation!;

        Assert.Equal(outcome, allocation.Outcome.Word);
        Assert.Equal(first, outcome == "elected" ? allocation.Districts[0].Elected.Single().Person : allocation.Between.Single().Among[0]);
    }

    [Theory]
    [InlineData("1999", "Ricardo Lagos", 3_683_158)]
    [InlineData("2005", "Michelle Bachelet", 3_723_019)]
    [InlineData("2009", "Sebastian Piñera", 3_591_182)]
    [InlineData("2013", "Michelle Bachelet Jeria", 3_470_379)]
    [InlineData("2017", "Sebastian Piñera Echenique", 3_788_641)]
    public void Seats_Presidents_SecondRounds_ElectWhoWasPresident(string year, string president, long votes)
    {
        var seat = Run("cl-1989-2017").Contests.Single(c => c.Contest.Id == $"president-{year}-2").Allocation!.Districts[0].Elected.Single();

        Assert.Equal(president, seat.Person);
        Assert.Equal(votes, seat.Votes);
    }

    /// <summary>Until 2010 women and men voted in boxes of their own; in January 2000 most men chose Lagos and most women Lavín.</summary>
    [Fact]
    public void ByVoters_Runoff2000_MenElectedLagos()
    {
        var election = Repository.Election("cl-1989-2017");
        var contest = election.Contest("president-1999-2")!;
        var groups = Tabulate.ByVoters(contest, election.Places);
        var lagos = Candidacy(contest, "ricardo-lagos");

        Assert.Equal(["women", "men"], groups.Select(g => g.Place.Id));
        Assert.True(groups[0].Share(groups[0].Choices[lagos]) < 0.5);
        Assert.True(groups[1].Share(groups[1].Choices[lagos]) > 0.5);
        Assert.Equal(3_683_158, groups.Sum(g => g.Choices[lagos].Votes.Value!.Value));
    }

    /// <summary>In every year women cast 52 to 54 of a hundred votes; a copy in which the boxes are exchanged says the reverse.</summary>
    [Fact]
    public void ByVoters_Presidents1989To2010_WomenAreMoreThanHalf()
    {
        var election = Repository.Election("cl-1989-2017");
        var apart = election.Contests.Select(c => Tabulate.ByVoters(c, election.Places)).Where(g => !g.IsEmpty).ToList();

        Assert.Equal(8, apart.Count);
        Assert.All(apart, groups => Assert.InRange((double)groups[0].Cast.Value!.Value / groups.Sum(g => g.Cast.Value!.Value), 0.52, 0.54));
    }

    static int Candidacy(Urna.Model.Contest contest, string choice) => contest.Candidacies.Select(c => c.Choice).ToList().IndexOf(choice);

    /// <summary>Official totals of 2021 (SERVEL), with the vote abroad and without it.</summary>
    [Fact]
    public void Count_President2021_WithAndWithoutTheVoteAbroad()
    {
        var election = Repository.Election("cl-2021");
        var first = election.Contest("president-1")!;
        var second = election.Contest("president-2")!;

        Assert.Equal(7_080_276, Tabulate.Whole(first, election.Places, ["abroad"]).Cast.Value);
        Assert.Equal(7_028_345, Tabulate.Whole(first, election.Places).Valid.Value);
        Assert.Null(Tabulate.Whole(first, election.Places).Cast.Value);
        Assert.Equal(15_030_974, Tabulate.Whole(first, election.Places).Registered.Value);
        Assert.Null(Tabulate.Whole(first, election.Places, ["region-13"]).Registered.Value);
        Assert.Null(Tabulate.Together(first, election.Places, ["region-13", "abroad"]).Registered.Value);
        Assert.Equal(8_329_332, Tabulate.Whole(second, election.Places, ["abroad"]).Cast.Value);
        Assert.Equal(8_364_534, Tabulate.Whole(second, election.Places).Cast.Value);
        Assert.Equal(0.55649, Tabulate.Whole(second, election.Places).Turnout!.Value, 5);
    }

    [Fact]
    public void Count_ByRegion_SumsToTheCountry_AndAbroadIsARowOfItsOwn()
    {
        var election = Repository.Election("cl-2021");
        var regions = Tabulate.By(election.Contest("president-2")!, election.Places, "region");

        Assert.Equal(17, regions.Length);
        Assert.Equal("abroad", regions[^1].Place.Id);
        Assert.Equal(8_364_534, regions.Sum(r => r.Cast.Value));
    }

    /// <summary>LAW.md and the data's README: the Senate after 2021, both halves.</summary>
    [Fact]
    public void Members_Senate2021_HasBothHalves()
    {
        var senate = Repository.Election("cl-2021").Members.Where(m => m.Chamber == "senate").ToList();

        Assert.Equal(50, senate.Sum(m => m.Seats));
        Assert.Equal(23, senate.Where(m => m.Elected == 2017).Sum(m => m.Seats));
        Assert.Equal(24, senate.Where(m => m.List == "Chile Podemos +").Sum(m => m.Seats));
    }

    [Fact]
    public void Count_VotersByAgeAndSex_AreTheSamePeople()
    {
        var election = Repository.Election("cl-2021");

        Assert.Equal(7_074_944, Tabulate.Whole(election.Contest("voters-age")!, election.Places).Valid.Value);
        Assert.Equal(7_074_944, Tabulate.Whole(election.Contest("voters-sex")!, election.Places).Valid.Value);
    }
}
