using System.Collections.Immutable;
using System.Text.Json;
using Urna.Allocate.Account;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Tests.Allocate.Biproportional;

namespace Urna.Tests.Real;

/// <summary>Cantons and cities of Switzerland under double Pukelsheim: official seats of every list in every district.</summary>
/// <remarks>Lists below the quorum are left out here by hand; the laws that ship say it in a step.</remarks>
public class SwissCasesTests
{
    /// <summary>180 seats, 18 districts, 9 lists with the quorum (shared/cases). Rounding voter numbers decides nothing here.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Allocate_Zuerich2019_GivesEveryListItsOfficialSeatsInEveryDistrict(bool rounds)
    {
        var json = CaseFiles.Read("ch_zuerich_kantonsrat_2019.json");
        var reached = json.GetProperty("rules").GetProperty("quorum_reached").EnumerateObject().Where(p => p.Value.GetBoolean()).Select(p => p.Name).ToHashSet();
        var result = Chambers.Allocate(Chambers.Step with { RoundsVoterNumbers = rounds }, Districts(json, reached));

        Assert.IsType<Outcome.Elected>(result.Outcome);
        AssertSeats(json.GetProperty("official").GetProperty("units"), result);
        Assert.Equal(180, result.Districts.Sum(d => d.Lists.Sum(l => l.Seats)));
        Assert.Equal(45, result.SeatsByList.Single(l => l.Key == "SVP").Value);
    }

    /// <summary>80 seats, 11 communes: every list and every person (shared/cases). The strongest lists have their seat anyway.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Allocate_Zug2018_SeatsThePersonsWhoWereElected(bool winnerTakesOne)
    {
        var json = CaseFiles.Read("ch_zug_2018.json");
        var reached = QuorumReached(json, inDistrict: 5, inAll: 3);
        var result = Chambers.Allocate(Chambers.Step with { WinnerTakesOne = winnerTakesOne }, Districts(json, reached));

        Assert.IsType<Outcome.Elected>(result.Outcome);
        AssertSeats(json.GetProperty("official").GetProperty("units"), result);
        var official = from unit in json.GetProperty("units").EnumerateArray()
                       from list in unit.GetProperty("candidates").EnumerateObject()
                       from person in list.Value.EnumerateArray()
                       where person.GetProperty("elected").GetBoolean()
                       select $"{unit.GetProperty("name")}/{list.Name}/{person.GetProperty("name")}";
        Assert.Equal(
            official.Order(StringComparer.Ordinal),
            result.Districts.SelectMany(d => d.Elected.Select(s => $"{d.District}/{s.Candidacy.ListName}/{s.Person}")).Order(StringComparer.Ordinal));
        Assert.Equal(80, result.Districts.Sum(d => d.Elected.Length));
    }

    /// <summary>City council of Zürich, 4 March 2018: 125 seats, with the voter numbers, seats and divisors that the city published.</summary>
    /// <remarks>Stadt Zürich, Gemeinderatswahl 4. März 2018, Herleitung der Ober- und Unterzuteilung. Voter numbers were rounded in each district.</remarks>
    [Fact]
    public void Allocate_CityOfZuerich2018_EqualsThePublishedTable()
    {
        string[] districts = ["1+2", "3", "4+5", "6", "7+8", "9", "10", "11", "12"];
        string[] lists = ["SP", "SVP", "FDP", "Grüne", "glp", "AL", "EVP/BDP"];
        int[] seats = [12, 15, 13, 10, 16, 16, 12, 22, 9];
        long[][] votes =
        [
            [37360, 15856, 23990, 15007, 12551, 7668, 1841], [67129, 19340, 20529, 26471, 19573, 22692, 2939], [49212, 8339, 13844, 19388, 16442, 22136, 1152],
            [34296, 8974, 16857, 12571, 11613, 7612, 2101], [71164, 28050, 69536, 31442, 28414, 13659, 5655], [60063, 33783, 26712, 20296, 16488, 10164, 9777],
            [52231, 17789, 23098, 15534, 14630, 12054, 3374], [89477, 55160, 40194, 28713, 31911, 12435, 13901], [13192, 8980, 3826, 4191, 2931, 1954, 2568],
        ];
        int[][] official =
        [
            [4, 2, 2, 2, 1, 1, 0], [6, 1, 2, 2, 2, 2, 0], [5, 1, 1, 2, 2, 2, 0], [4, 1, 2, 1, 1, 1, 0], [4, 2, 5, 2, 2, 1, 0],
            [5, 3, 3, 2, 1, 1, 1], [5, 1, 2, 2, 1, 1, 0], [7, 4, 3, 2, 3, 1, 2], [3, 2, 1, 1, 1, 0, 1],
        ];
        var result = Chambers.Allocate(Chambers.Step with { RoundsVoterNumbers = true }, Chambers.Districts(districts, seats, lists, votes));

        var upper = result.Districts[0].Steps.OfType<ListsApportioned>().Single();
        Assert.Equal([32892, 12999, 16312, 12064, 10580, 7892, 2810], lists.Select(l => (int)upper.Lists.Single(u => u.List == l).Weight.Numerator));
        Assert.Equal([43, 17, 21, 16, 14, 10, 4], lists.Select(l => upper.Lists.Single(u => u.List == l).Seats));
        Assert.Equal(official, Chambers.Seats(result, districts, lists));
        double[] districtDivisors = [9870, 12100, 10000, 9000, 15850, 10950, 11080, 12400, 5000];
        double[] listDivisors = [1, 1.0708, 0.973, 0.934, 1.02, 1, 0.73];
        Assert.Equal(official, votes.Select((row, i) => row.Select((v, j) => (int)Math.Round(v / (districtDivisors[i] * listDivisors[j]))).ToArray()));
    }

    /// <summary>Canton of Zürich, 12 February 2023: 18 × 9, 180 seats.</summary>
    /// <remarks>Votes and table as recomputed in the public protocol of rjs02/DoppelterPukelsheim (2023_KRZH); totals are the official ones.</remarks>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Allocate_Zuerich2023_EqualsThePublishedTable(bool rounds)
    {
        string[] lists = ["AL", "Die Mitte", "EDU", "EVP", "FDP", "GLP", "Grüne", "SP", "SVP"];
        var rows = Zuerich2023.Rows;
        string[] names = [.. rows.Select((_, i) => $"{i}")];
        var result = Chambers.Allocate(Chambers.Step with { RoundsVoterNumbers = rounds }, Chambers.Districts(names, [.. rows.Select(r => r.Official.Sum())], lists, [.. rows.Select(r => r.Votes)]));

        Assert.Equal(rows.Select(r => r.Official), Chambers.Seats(result, names, lists));
        Assert.Equal([5, 11, 3, 7, 29, 24, 19, 36, 46], lists.Select(l => result.SeatsByList.Single(s => s.Key == l).Value));
    }

    /// <summary>The districts of a case, with some of its lists.</summary>
    internal static ImmutableArray<DistrictVotes> Districts(JsonElement json, IReadOnlySet<string> reached) =>
    [
        .. from unit in json.GetProperty("units").EnumerateArray()
           let lists = unit.GetProperty("parties").EnumerateObject().Where(p => reached.Contains(p.Name))
           select new DistrictVotes(unit.GetProperty("name").GetString()!, unit.GetProperty("seats").GetInt32(), [.. lists.SelectMany(l => Lines(unit, l.Name, l.Value.GetInt64()))]),
    ];

    /// <summary>A list's persons and its votes without a preference; or the list alone where the case has no persons.</summary>
    static IEnumerable<CandidacyVotes> Lines(JsonElement unit, string list, long votes)
    {
        if (!unit.TryGetProperty("candidates", out var persons))
        {
            return [new(new Candidacy { Choice = list, List = list }, votes)];
        }

        var own = persons.GetProperty(list).EnumerateArray().Select(p => new CandidacyVotes(
            new Candidacy { Choice = $"{list}/{p.GetProperty("name")}", List = list, Candidate = p.GetProperty("name").GetString()! }, p.GetProperty("votes").GetInt64())).ToList();
        return own.Append(new(new Candidacy { Choice = list, List = list, Kind = CandidacyKind.ListVote }, votes - own.Sum(o => o.Votes)));
    }

    /// <summary>Lists with a share of the votes in one district, or a share of all.</summary>
    static HashSet<string> QuorumReached(JsonElement json, int inDistrict, int inAll)
    {
        var units = json.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("parties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt64())).ToList();
        var all = units.Sum(u => u.Values.Sum());
        return
        [
            .. units.SelectMany(u => u.Keys).Distinct().Where(l => units.Exists(u => u.GetValueOrDefault(l) * 100 >= inDistrict * u.Values.Sum())
                || units.Sum(u => u.GetValueOrDefault(l)) * 100 >= inAll * all),
        ];
    }

    /// <summary>Every district has the official seats of every list.</summary>
    internal static void AssertSeats(JsonElement official, ContestAllocation result) => Assert.All(result.Districts, d => Assert.Equal(
        official.GetProperty(d.District).EnumerateObject().Select(p => $"{p.Name} {p.Value}").Order(StringComparer.Ordinal),
        d.Lists.Where(l => l.Seats > 0).Select(l => $"{l.List} {l.Seats}").Order(StringComparer.Ordinal)));
}
