using Urna.Allocate.Account;
using Urna.Model;

namespace Urna.Tests.Real;

/// <summary>The elections of other countries that ship: the seats of each list in all are the official ones, also where no outcome by district is at hand.</summary>
public class ForeignElectionsTests
{
    static ContestAllocation Seats(string id, string contest)
    {
        var election = Repository.Election(id);
        return Pipeline.Run(election, Repository.Laws.FindAll(election, Path.Combine(Repository.Elections, id)).Rules).Contests.Single(c => c.Contest.Id == contest).Allocation!;
    }

    static string Totals(ContestAllocation result) =>
        string.Join(", ", result.SeatsByList.Where(l => l.Value > 0).OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key} {l.Value}"));

    [Theory]
    [InlineData("at-1994-2019", "national-council-2019", "ÖVP 71, SPÖ 40, FPÖ 31, GRÜNE 26, NEOS 15")]
    [InlineData("ch-zuerich-2019", "council", "SVP 45, SP 35, FDP 29, GLP 23, GRÜNE 22, CVP 8, EVP 8, AL 6, EDU 4")]
    [InlineData("cz-2017", "deputies", "ANO 78, ODS 25, Piráti 22, SPD 22, KSČM 15, ČSSD 15, KDU-ČSL 10, TOP 09 7, STAN 6")]
    [InlineData("de-2025", "bundestag", "CDU 164, AfD 152, SPD 120, GRÜNE 85, Die Linke 64, CSU 44, SSW 1")]
    [InlineData("dk-2015", "folketing", "A. Socialdemokratiet 47, O. Dansk Folkeparti 37, V. Venstre 34, Ø. Enhedslisten 14, I. Liberal Alliance 13, Å. Alternativet 9, B. Radikale Venstre 8, F. SF 7, C. Det Konservative Folkeparti 6")]
    [InlineData("cz-2019-europe", "european-parliament", "ANO 2011 6, Občanská demokratická strana 4, Koalice STAN, TOP 09 3, Česká pirátská strana 3, KDU-ČSL 2, Svoboda a přímá demokracie 2, KSČM 1")]
    [InlineData("is-2013", "althing", "B 19, D 19, S 9, V 7, A 6, Þ 3")]
    [InlineData("nl-2023", "second-chamber", "PVV 37, GL-PvdA 25, VVD 24, NSC 20, D66 9, BBB 7, CDA 5, SP 5, CU 3, DENK 3, FVD 3, PvdD 3, SGP 3, Volt 2, JA21 1")]
    [InlineData("nz-2014", "house", "National Party 60, Labour Party 32, Green Party 14, New Zealand First Party 11, Māori Party 2, ACT New Zealand 1, United Future 1")]
    [InlineData("sk-2020", "national-council", "OĽANO 53, Smer 38, Sme rodina 17, ĽSNS 17, Sloboda a Solidarita 13, Za ľudí 12")]
    public void Seats_OfEachList_AreTheOfficialOnes(string id, string contest, string official)
    {
        var result = Seats(id, contest);

        Assert.IsType<Outcome.Elected>(result.Outcome);
        Assert.Equal(official, Totals(result));
    }

    /// <summary>Person by person, or list by list in each district, the outcome in the folder is reproduced; here is how much of it there is.</summary>
    [Theory]
    [InlineData("no-2017", "storting", 169)]
    [InlineData("no-2021", "storting", 169)]
    [InlineData("no-2025", "storting", 169)]
    [InlineData("ch-zug-2018", "council", 80)]
    [InlineData("ch-zuerich-2019", "council", 180)]
    [InlineData("gb-2024", "commons", 640)]
    [InlineData("ie-1990", "president", 1)]
    [InlineData("us-minneapolis-2013", "park-board", 3)]
    [InlineData("us-burlington-2009", "mayor", 1)]
    [InlineData("us-2020-apportionment", "house", 435)]
    [InlineData("mx-2018", "president", 1)]
    [InlineData("cz-2019-europe", "european-parliament", 21)]
    public void Seats_AsManyAsTheOutcomeHas_AreThose(string id, string contest, int seats)
    {
        var election = Repository.Election(id);

        Assert.Equal(seats, election.Contest(contest)!.Outcome.Length);
        Assert.Equal(seats, Seats(id, contest).Districts.Sum(d => d.Elected.Length));
    }

    /// <summary>The 23 constituencies whose first-placed candidate had no seat, and no other, stay without a member.</summary>
    [Fact]
    public void Seats_OfGermany2025_Leave23ConstituenciesWithoutAMember()
    {
        var constituencies = Seats("de-2025", "bundestag").Districts.Where(d => char.IsDigit(d.District[0])).ToList();

        Assert.Equal(299, constituencies.Count);
        Assert.Equal(23, constituencies.Count(d => d.Elected.IsEmpty));
    }

    /// <summary>Where one of those whom the source lumps may have won, the seat stays open, and nobody is named.</summary>
    [Fact]
    public void Seats_OfTheUnitedKingdom2024_StayOpenWhereALumpedPersonMayHaveWon()
    {
        var result = Seats("gb-2024", "commons");

        Assert.Equal(10, Assert.IsType<Outcome.Incomplete>(result.Outcome).Missing.Length);
        Assert.DoesNotContain(result.Districts.SelectMany(d => d.Elected), s => s.Candidacy.ListName == "other");
    }

    [Fact]
    public void Seats_OfGovan2007_AreThoseOfAnIndependentProgram() => Assert.Equal(
        ["Allison Hunter", "John Flanagan", "Shaukat Butt", "Stephen Dornan"], Seats("gb-govan-2007", "council").Districts.Single().Elected.Select(s => s.Person).Order(StringComparer.Ordinal));

    [Fact]
    public void FirstRound_OfSlovakia2019_LeavesTheFirstTwo() =>
        Assert.Equal(["Zuzana Čaputová", "Maroš Šefčovič"], Assert.IsType<Outcome.Runoff>(Seats("sk-2019", "president").Outcome).Between.Single().Among);

    /// <summary>Within agreements on surplus votes, each of the two lists has its official seats.</summary>
    [Theory]
    [InlineData("knesset-19", "Likud Yisrael Beitenu 31, Yesh Atid 19, Israel Labor Party 15, Habayit Hayehudi 12, Shas 11, United Torah Judaism 7, Hatenua 6, Meretz 6, Hadash 4, United Arab List 4, Balad 3, Kadima 2")]
    [InlineData("knesset-20", "Likud 30, Zionist Camp 24, Joint List 13, Yesh Atid 11, Kulanu 10, Habayit Hayehudi 8, Shas 7, United Torah Judaism 6, Yisrael Beitenu 6, Meretz 5")]
    [InlineData("knesset-21", "Blue and White 35, Likud 35, Shas 8, United Torah Judaism 8, Hadash-Ta'al 6, Israeli Labor Party 6, United Right 5, Yisrael Beitenu 5, Kulanu 4, Meretz 4, Ra'am-Balad 4")]
    [InlineData("knesset-22", "Blue and White 33, Likud 32, Joint List 13, Shas 9, Yisrael Beitenu 8, United Torah Judaism 7, Yemina 7, Labor-Gesher 6, Democratic Union 5")]
    public void Seats_OfIsrael_AreTheOfficialOnesOfEachListInItsAgreement(string contest, string official)
    {
        var seats = Seats("il-2013-2019", contest).Districts.Single().Elected.CountBy(s => s.Party!).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal);

        Assert.Equal(official, string.Join(", ", seats.Select(p => $"{p.Key} {p.Value}")));
    }

    /// <summary>More than half elects in the first district; in the second two go on.</summary>
    [Fact]
    public void FirstRound_OfCzechSenate2018_ElectsOneAndLeavesTwo()
    {
        var result = Seats("cz-2018-senate", "senate");

        Assert.Equal("Jiří Drahoš", Assert.Single(result.Districts.Single(d => d.District == "20").Elected).Person);
        Assert.Equal(["Herbert Pavera", "Simona Horáková"], Assert.IsType<Outcome.Runoff>(result.Outcome).Between.Single().Among);
    }

    /// <summary>Nine National Councils, each seat of each party.</summary>
    [Fact]
    public void Outcomes_OfAustria_HaveEverySeatOfNineElections() =>
        Assert.Equal(Enumerable.Repeat(183, 9), Repository.Election("at-1994-2019").Contests.Select(c => c.Outcome.Length));
}
