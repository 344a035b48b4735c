using System.Globalization;
using System.IO.Compression;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Real;

/// <summary>Whole elections of other countries under laws that ship, seat by seat (shared/archive: sources, licences and checks in its README).</summary>
public class ArchiveReplayTests
{
    static List<Dictionary<string, string>> Rows(string name)
    {
        using Stream file = File.OpenRead(Repository.Shared("archive", name));
        using var text = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        var header = Cells(text.ReadLine()!);
        var rows = new List<Dictionary<string, string>>();
        while (text.ReadLine() is { Length: > 0 } line)
        {
            rows.Add(header.Zip(Cells(line)).ToDictionary(c => c.First, c => c.Second));
        }

        return rows;
    }

    /// <summary>The cells of a row; quotes join what commas would part.</summary>
    static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var isQuoted = false;
        foreach (var c in line)
        {
            isQuoted ^= c == '"';
            if (c == ',' && !isQuoted)
            {
                cells.Add("");
            }
            else if (c != '"')
            {
                cells[^1] += c;
            }
        }

        return cells;
    }

    static int Number(Dictionary<string, string> row, string field) => row[field].Length == 0 ? 0 : int.Parse(row[field], CultureInfo.InvariantCulture);

    static CandidacyVotes Line(string district, string list, long votes, CandidacyKind kind = CandidacyKind.OfList) =>
        new(new Candidacy { Choice = $"{district}/{list}/{kind}", District = district, List = list, Party = list, Kind = kind }, votes);

    static ContestAllocation Fill(string law, IEnumerable<DistrictVotes> districts)
    {
        var result = SeatAllocation.Allocate(Repository.Laws.Find(law).Value!, new([.. districts], [], []));
        Assert.Empty(result.Faults);
        return result;
    }

    static string Totals(ContestAllocation result) => string.Join(", ", result.SeatsByList.Where(l => l.Value > 0).OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key} {l.Value}"));

    /// <summary>Every seat of the 19 districts, the levelling seat of each among them.</summary>
    [Theory]
    [InlineData("2017")]
    [InlineData("2021")]
    [InlineData("2025")]
    public void Norway_EverySeatOfEveryDistrict(string year)
    {
        var rows = Rows("no_storting_2009_2025.csv").Where(r => r["year"] == year).ToList();
        var result = Fill("storting-2002", [
            .. rows.GroupBy(r => r["district"]).Select(g => new DistrictVotes(g.Key, g.Sum(r => Number(r, "seats") - Number(r, "of_which_levelling")), [.. g.Select(r => Line(g.Key, r["party"], Number(r, "votes")))])
            {
                Levelling = g.Sum(r => Number(r, "of_which_levelling")),
            }),
            new DistrictVotes("*", 19, []),
        ]);

        Assert.Equal(
            rows.Where(r => Number(r, "seats") > 0).Select(r => $"{r["district"]} {r["party"]} {r["seats"]}").Order(StringComparer.Ordinal),
            result.Districts.SelectMany(d => d.Lists.Where(l => l.Seats > 0).Select(l => $"{d.District} {l.List} {l.Seats}")).Order(StringComparer.Ordinal));
    }

    /// <summary>All 630 seats, and all 299 constituencies: 276 winners with a seat, and 23 without.</summary>
    [Fact]
    public void Germany2025_EveryParty_AndEveryWinnerWithoutASeat()
    {
        var rows = Rows("de_bundestag_2025_wahlkreis_vorlaeufig.csv.gz").Where(r => r["kind"] != "total" && Number(r, "count") > 0).ToList();
        var land = rows.ToLookup(r => r["district"], r => $"L{r["land"]}");
        var result = Fill("bundestag-2023", [
            .. rows.GroupBy(r => r["district"]).Select(g => new DistrictVotes(
                g.Key, 1, [.. g.Select(r => Line(g.Key, r["group"], Number(r, "count"), r["vote"] == "1" ? CandidacyKind.Constituency : CandidacyKind.OfList))])
            {
                Tier = land[g.Key].First(),
            }),
            .. land.SelectMany(l => l).Distinct().Select(l => new DistrictVotes(l, 0, [])),
            new DistrictVotes("*", 331, []),
        ]);

        Assert.Equal("CDU 164, AfD 152, SPD 120, GRÜNE 85, Die Linke 64, CSU 44, SSW 1", Totals(result));
        Assert.Equal(
            Rows("de_bundestag_2025_wahlkreis_gewaehlt.csv").Select(r => $"{r["district"]} {r["elected_party"]}"),
            result.Districts.Where(d => char.IsDigit(d.District[0])).OrderBy(d => d.District, StringComparer.Ordinal).Select(d => $"{d.District} {d.Elected.FirstOrDefault()?.Candidacy.List}"));
    }

    [Fact]
    public void Netherlands2023_EveryList()
    {
        var votes = Rows("nl_tweede_kamer_2023_kieskring.csv").GroupBy(r => r["party"]).Select(g => Line("nl", g.Key, g.Sum(r => (long)Number(r, "votes"))));
        var seats = Rows("nl_tweede_kamer_2023_zetels.csv").Select(r => Number(r, "seats")).OrderDescending();

        Assert.Equal(seats, Fill("tweede-kamer-1989", [new("nl", 150, [.. votes])]).SeatsByList.Select(l => l.Value).Where(s => s > 0).OrderDescending());
    }

    /// <summary>The 175 seats of Denmark without those of the Faroes and Greenland; constituency seats alone are in the table, and the totals are those that were published.</summary>
    [Fact]
    public void Denmark2015_EveryParty()
    {
        var rows = Rows("dk_folketing_2015_storkreds.csv");
        var result = Fill("folketing-2006", [
            .. rows.GroupBy(r => r["storkreds"]).Select(g => new DistrictVotes(g.Key, Number(g.First(), "constituency_seats"), [.. g.Select(r => Line(g.Key, r["party"], Number(r, "votes")))])),
            new DistrictVotes("*", 40, []),
        ]);

        Assert.Equal("A 47, O 37, V 34, Ø 14, I 13, Å 9, B 8, F 7, C 6", Totals(result));
    }

    [Theory]
    [InlineData("1996")]
    [InlineData("1999")]
    [InlineData("2002")]
    [InlineData("2005")]
    [InlineData("2011")]
    [InlineData("2014")]
    [InlineData("2017")]
    [InlineData("2020")]
    public void NewZealand_EveryParty_WithOverhang(string year)
    {
        var rows = Rows("nz_parliament_1996_2020.csv").Where(r => r["year"] == year).ToList();
        var winners = rows.SelectMany(r => Enumerable.Repeat(r["party_code"], Number(r, "electorates_won"))).Select((p, i) => new DistrictVotes($"e{i}", 1, [
            new(new Candidacy { Choice = $"e{i}", District = $"e{i}", List = p, Party = p, Candidate = $"winner {i}", Kind = CandidacyKind.Constituency }, 1),
        ])).ToList();
        var result = Fill("parliament-1993", [.. winners, new DistrictVotes("*", 120 - winners.Count, [.. rows.Where(r => Number(r, "party_votes") > 0).Select(r => Line("*", r["party_code"], Number(r, "party_votes")))])]);

        Assert.Equal(
            rows.Where(r => Number(r, "seats") > 0).Select(r => $"{r["party_code"]} {r["seats"]}").Order(StringComparer.Ordinal),
            result.SeatsByList.Where(l => l.Value > 0).Select(l => $"{l.Key} {l.Value}").Order(StringComparer.Ordinal));
    }

    /// <summary>The source lumps small parties and persons as "other": the 640 constituencies that nobody of those won are told; of the ten others nothing is claimed.</summary>
    [Fact]
    public void UnitedKingdom2024_EveryWinnerOfANamedParty()
    {
        var rows = Rows("uk_commons_2024.csv.gz");
        var result = Fill("commons-1885", rows.GroupBy(r => r["constituency"]).Select(g => new DistrictVotes(g.Key, 1,
            [.. g.Select(r => new CandidacyVotes(new Candidacy { Choice = $"{g.Key}/{r["party"]}", District = g.Key, List = r["party"], Party = r["party"], Candidate = $"{r["party"]} in {g.Key}" }, Number(r, "votes")))])));
        var winners = rows.DistinctBy(r => r["constituency"]).ToDictionary(r => r["constituency"], r => r["winner_party"]);
        var named = result.Districts.Where(d => d.Elected.Single().Candidacy.List != "other").ToList();

        Assert.Equal(640, named.Count);
        Assert.All(named, d => Assert.Equal(winners[d.District], d.Elected.Single().Candidacy.List));
    }
}
