using System.Text.Json;
using Urna.Count;
using Urna.Contract;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Validate;

namespace Urna.Tests.Store.Import;

/// <summary>Every real file of the shared formats imports with the totals that were computed apart from any importer.</summary>
public class FormatTests
{
    /// <summary>Words for counts that the oracle has among the choices: they are nobody's votes, and counted apart here.</summary>
    static readonly Dictionary<string, Dictionary<string, long>> words = new()
    {
        ["us-medsl-csv/county_2018_AL_governor.cut.csv"] = new() { ["Under Votes (NA)"] = 7086, ["Over Votes (NA)"] = 651 },
        ["ranked-cvr-csv/mn_2013_mayor.cut1.csv"] = new() { ["undervote"] = 32, ["overvote"] = 3 },
        ["ranked-ess-cvr-xlsx/2015_portland_mayor_cvr.xlsx"] = new() { ["undervote"] = 1, ["overvote"] = 1, [""] = 1 },
    };

    /// <summary>Where the file counts otherwise than the oracle, and why.</summary>
    static readonly Dictionary<string, string> otherwise = new()
    {
        ["us-openelections-csv/20181106__de__general__precinct.csv"] = "The oracle counts the row of totals among the precincts, so that every sum is doubled.",
        ["us-nist-1500-100-xml/post_retention_contest_sample_feed_precincts.scrubbed.xml"] = "The oracle adds modes of voting to their total.",
        ["mx-ine-prep-json/1530479347.json"] = "Units are tables that the file counts and does not list.",
        ["mx-ine-prep-json/1531062902.json"] = "Units are tables that the file counts and does not list.",
    };

    /// <summary>Every sample, or one that is skipped where they are not there.</summary>
    public static TheoryData<string> Samples
    {
        get
        {
            var path = Path.Combine(Repository.Root, "..", "shared", "formats", "expected.json");
            if (!File.Exists(path))
            {
                return [""];
            }

            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return [.. json.RootElement.GetProperty("files").EnumerateObject().Select(f => f.Name)];
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Import_OfASample_GivesTheTotalsOfTheOracle(string sample)
    {
        var expected = Expected(sample);
        var counted = Counted(sample, expected.GetProperty("format").GetString()!);
        foreach (var contest in expected.GetProperty("contests").EnumerateArray())
        {
            Assert.True(
                counted.Any(c => Differences(contest, c, sample).Count == 0),
                $"{contest.GetProperty("name")}: {string.Join("; ", counted.Select(c => Differences(contest, c, sample)).MinBy(d => d.Count) ?? [])}");
        }
    }

    /// <summary>Rows in are rows kept and rows told, so an import without V143 lost none.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Import_OfASample_LosesNoRow(string sample)
    {
        var format = Expected(sample).GetProperty("format").GetString()!;
        var title = "";
        var findings = Imported(sample, format, folder => title = ElectionFolder.Read(folder).Value!.Title.English);

        Assert.DoesNotContain('{', title);
        Assert.NotEqual("", title);
        Assert.DoesNotContain(findings, f => f.Code == "V143" || f.Severity >= Severity.Error);
    }

    static JsonElement Expected(string sample)
    {
        var path = Repository.Shared("formats", "expected.json");
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("files").GetProperty(sample);
    }

    static List<CountJson> Counted(string sample, string format)
    {
        List<CountJson> counted = [];
        Imported(sample, format, folder =>
        {
            var read = ElectionFolder.Read(folder);
            Assert.DoesNotContain(read.Findings, f => f.Severity == Severity.Fault);
            counted = [.. read.Value!.Contests.Select(c => CountJson.Of(Tabulate.Whole(c, read.Value.Places)))];
        });
        return counted;
    }

    static System.Collections.Immutable.ImmutableArray<Finding> Imported(string sample, string format, Action<string> use)
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-");
        try
        {
            var source = Repository.Shared("formats", sample);
            var match = FormatLibrary.Match([source], format)[0];
            Assert.True(match.Fits, match.Why);
            var election = Path.Combine(folder.FullName, "election");
            var written = Importer.Import([source], match.Map, election, new ImportOptions());
            Assert.True(written.Value is not null, string.Join('\n', written.Findings.Select(f => f.Message)));
            use(election);
            return written.Findings;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static List<string> Differences(JsonElement expected, CountJson found, string sample)
    {
        var differences = new List<string>();
        var isDoubled = otherwise.ContainsKey(sample) && sample.StartsWith("us-openelections", StringComparison.Ordinal) && Long("units") == found.Units + 1;
        var parts = isDoubled || (otherwise.ContainsKey(sample) && sample.StartsWith("us-nist", StringComparison.Ordinal)) ? 2 : 1;
        Compare("units", sample.StartsWith("mx-ine-prep", StringComparison.Ordinal) ? found.Units : Long("units") - (isDoubled ? 1 : 0), found.Units);
        Compare("registered", Long("registered"), found.Registered);
        Compare("cast", Long("cast"), found.Cast);
        Compare("valid", Long("valid"), found.Valid);
        Compare("blank", Long("blank"), found.Blank);
        Compare("null", Long("null"), found.Null);
        var votes = found.Choices.Select(c => (c.Votes ?? 0) * parts).OrderDescending().ToList();
        var isOfRanks = expected.TryGetProperty("choice_kind", out var kind) && kind.GetString()!.Contains("Rank", StringComparison.Ordinal);
        var apart = words.GetValueOrDefault(sample, []);
        Compare("choices", Long("choices") - apart.Count, isOfRanks ? votes.Count(v => v > 0) : votes.Count);
        Compare("sum", Long("votes") - apart.Values.Sum(), votes.Sum());
        var top = expected.GetProperty("top").EnumerateArray().Where(t => !apart.ContainsKey(t.GetProperty("choice").GetString()!)).Select(t => t.GetProperty("votes").GetInt64()).ToList();
        if (!top.SequenceEqual(votes.Take(top.Count)))
        {
            differences.Add("largest choices");
        }

        return differences;

        long? Long(string name) => expected.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

        void Compare(string name, long? wanted, long? got)
        {
            if (wanted is not null && wanted != got)
            {
                differences.Add($"{name} {got} and not {wanted}");
            }
        }
    }
}
