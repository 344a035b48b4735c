using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Urna.Audit.Forensics;
using Urna.Model;

namespace Urna.Tests.Real;

/// <summary>Tests of counts on real elections: no trace where none is known, and a trace where one was put.</summary>
public class RealForensicsTests
{
    static readonly CultureInfo invariant = CultureInfo.InvariantCulture;

    /// <summary>Chile, second round of 2021, 46,639 stations: a negative control. What each test supposes holds well enough there; where it does not, its own control says so.</summary>
    [Fact]
    public void Of_Chile2021_FindsNoAnomaly()
    {
        var results = ForensicTests.Of(Chile());
        Assert.All(results.Where(r => r.Conclusion != ForensicConclusion.Nothing), r => Assert.True(r.Look.Z is null or (> -3 and < 3), $"{r.Kind}: z {r.Look.Z:0.0}"));
        Assert.DoesNotContain(results, r => r.Conclusion == ForensicConclusion.Anomaly);
        Assert.All(results.Where(r => r.Kind is ForensicKind.IntegerPercentages or ForensicKind.Fingerprint or ForensicKind.AnomalousVotes or ForensicKind.NeighbourOutliers), r => Assert.InRange(r.Look.Z!.Value, -3, 3));
        var shape = Fingerprint.Of(Chile())!;
        Assert.InRange(shape.Correlation, -0.06, 0.04);
    }

    /// <summary>Norway 2021: no trace at whole per cents; 171 units have more votes than electors, since early votes are counted in units of their own.</summary>
    [Fact]
    public void Of_Norway2021_FindsNoTraceAndSaysWhichUnitsHaveMoreVotesThanElectors()
    {
        var count = Norway();
        Assert.InRange(ForensicTests.Look(ForensicKind.IntegerPercentages, count)!.Z!.Value, -3, 3);
        Assert.InRange(ForensicTests.Look(ForensicKind.IntegerResult, count)!.Z!.Value, -3, 3);
        var impossible = ForensicTests.Look(ForensicKind.Arithmetic, count)!;
        Assert.Equal(171, impossible.Observed);
        Assert.Equal(10, impossible.Where.Length);
    }

    /// <summary>The more units are altered, and the more of their votes are moved, the more likely the test of whole per cents sees it.</summary>
    [Fact]
    public void Power_OfWholePerCents_GrowsWithTheUnitsAltered()
    {
        var power = ForensicTests.Of(Chile()).Single(r => r.Kind == ForensicKind.IntegerPercentages).Power;
        Assert.Equal([0.01, 0.02, 0.05], power.Where(p => p.Size == 0.3).Select(p => p.Altered));
        Assert.True(power.Single(p => p is { Altered: 0.05, Size: 0.3 }).Probability > 0.9);
        Assert.True(power.Single(p => p is { Altered: 0.01, Size: 0.3 }).Probability <= power.Single(p => p is { Altered: 0.05, Size: 0.3 }).Probability);
    }

    /// <summary>The table of power that is committed: it is written where the variable names a file.</summary>
    [Fact]
    public void Table_OfPower_IsWrittenWhereAskedFor()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("URNA_POWER_TABLE") is { Length: > 0 }, "URNA_POWER_TABLE names no file.");
        var text = new StringBuilder("| test | z | clean control | altered 5 %, size 0.1 | 1 %, 0.1 | 2 %, 0.1 | 5 %, 0.1 | 1 %, 0.3 | 2 %, 0.3 | 5 %, 0.3 | conclusion |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var r in ForensicTests.Of(Chile()))
        {
            text.Append(invariant, $"| {Spelling.Kebab(r.Kind)} | {r.Look.Z:0.0} | {r.NegativeZ:0.0} | {r.PositiveZ:0.0} | {string.Join(" | ", Enumerable.Range(0, 6).Select(i => i < r.Power.Length ? r.Power[i].Probability.ToString("0.00", invariant) : "–"))} | {Spelling.Kebab(r.Conclusion)} |\n");
        }

        File.WriteAllText(Environment.GetEnvironmentVariable("URNA_POWER_TABLE")!, text.ToString());
    }

    static ForensicCount Chile()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.Shared("data", "cl2021_pres_mesa.csv.gz")), CompressionMode.Decompress));
        var header = reader.ReadLine()!.Split(',');
        int At(string name) => Array.IndexOf(header, name);
        var (id, commune, roll, boric, kast, blank, @null) = (At("mesa_id"), At("cut_comuna"), At("registered"), At("r2_boric"), At("r2_kast"), At("r2_blanco"), At("r2_nulo"));
        var units = new List<ForensicUnit>();
        while (reader.ReadLine() is { } line)
        {
            var f = Fields(line);
            long N(int column) => long.Parse(f[column], invariant);
            units.Add(new ForensicUnit(f[id], (int)N(commune), N(roll), N(boric) + N(kast) + N(blank) + N(@null), [N(boric), N(kast)]));
        }

        return ForensicCount.Of(units);
    }

    static ForensicCount Norway()
    {
        var votes = Rows("no2021_krets_votes.csv.gz").GroupBy(r => r[0]).ToDictionary(g => g.Key, g => g.GroupBy(r => r[2]).ToDictionary(p => p.Key, p => long.TryParse(p.Last()[3], invariant, out var n) ? n : 0));
        string[] parties = [.. votes.Values.SelectMany(v => v.Keys).Distinct().Order(StringComparer.Ordinal)];
        return ForensicCount.Of(Rows("no2021_krets_status.csv.gz").GroupBy(r => r[0]).Select(g => g.Last()).Select(r =>
        {
            var own = votes.GetValueOrDefault(r[0], []);
            ImmutableArray<long> counts = [.. parties.Select(p => own.GetValueOrDefault(p))];
            return new ForensicUnit(r[0], int.Parse(r[0].Split('-')[2], invariant), long.Parse(r[4], invariant), Math.Max(long.Parse(r[5], invariant), counts.Sum()), counts);
        }));
    }

    static IEnumerable<string[]> Rows(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.Shared("nights", "no2021", file)), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return Fields(line);
        }
    }

    static string[] Fields(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        using var parser = new Microsoft.VisualBasic.FileIO.TextFieldParser(new StringReader(line)) { Delimiters = [","] };
        return parser.ReadFields()!;
    }
}
