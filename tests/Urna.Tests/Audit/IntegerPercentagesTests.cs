using System.Globalization;
using System.IO.Compression;
using Microsoft.VisualBasic.FileIO;
using Urna.Audit;

namespace Urna.Tests.Audit;

/// <summary>Whole percentages: a known excess is found, and none where nothing is known to be amiss.</summary>
public class IntegerPercentagesTests
{
    static readonly CultureInfo invariant = CultureInfo.InvariantCulture;

    /// <summary>Russia 2018: the published excess of stations, by simulation, within three of its standard errors.</summary>
    [Theory]
    [InlineData(IntegerKind.Either, "either")]
    [InlineData(IntegerKind.Result, "result")]
    [InlineData(IntegerKind.Turnout, "turnout")]
    public void Of_Russia2018_IsThePublishedExcess(IntegerKind kind, string which)
    {
        var known = File.ReadLines(Repository.Shared("audit", "forensics", "integer_anomalies_known.csv")).Select(l => l.Split(',')).Single(f => f[0] == "2018" && f[1] == which && f[2] == "stations");
        var (excess, deviation) = (double.Parse(known[3], invariant), double.Parse(known[4], invariant));
        var found = IntegerPercentages.Of(Russia("2018"), kind);
        var within = 3 * deviation / Math.Sqrt(1_000);
        Assert.InRange(found.Excess, excess - within, excess + within);
        Assert.InRange(found.Deviation, deviation * 0.9, deviation * 1.1);
    }

    /// <summary>Every published figure of three elections: stations, voters, ballots and the leader's votes.</summary>
    [Theory]
    [InlineData("2004")]
    [InlineData("2011")]
    [InlineData("2018")]
    public void ExcessOf_KnownElections_IsThePublishedOne(string year)
    {
        var stations = Russia(year);
        foreach (var known in File.ReadLines(Repository.Shared("audit", "forensics", "integer_anomalies_known.csv")).Skip(1).Select(l => l.Split(',')).Where(f => f[0] == year))
        {
            var (kind, within) = (Enum.Parse<IntegerKind>(known[1], ignoreCase: true), 3 * double.Parse(known[4], invariant) / Math.Sqrt(1_000));
            var found = IntegerPercentages.ExcessOf(stations, kind, s => known[2] switch { "stations" => 1, "voters" => s.Registered, "given" => s.Given, _ => s.Leader });
            var excess = double.Parse(known[3], invariant);
            Assert.True(Math.Abs(found.Excess - excess) <= within, $"{year} {known[1]} {known[2]}: {found.Excess:0.0}, published {excess} ± {within:0.0}");
        }
    }

    /// <summary>Where every person decides alone, the excess is chance: z has mean 0 and deviation 1.</summary>
    [Fact]
    public void Of_StationsWherePeopleDecideAlone_IsChance()
    {
        var random = new Random(3);
        var z = Enumerable.Range(0, 60).Select(_ => IntegerPercentages.Of(Enumerable.Range(0, 400).Select(_ => Station(random)))).Select(p => p.Z).ToList();
        Assert.InRange(z.Average(), -0.5, 0.5);
        Assert.InRange(z.Sum(v => v * v) / z.Count, 0.5, 1.7);
    }

    [Fact]
    public void Of_StationsThatTellNothing_IsNothing() =>
        Assert.Equal(new IntegerPercentages(0, 0, 0, 0), IntegerPercentages.Of([new(99, 50, 50, 20), new(1_000, 995, 995, 20), new(1_000, 500, 0, 0), new(1_000, 500, 500, 500)]));

    static StationCounts Station(Random random)
    {
        var (registered, turnout, share) = (random.Next(150, 600), random.NextDouble(), random.NextDouble());
        var given = Enumerable.Range(0, registered).Count(_ => random.NextDouble() < 0.2 + (0.6 * turnout));
        return new(registered, given, given, Enumerable.Range(0, given).Count(_ => random.NextDouble() < 0.2 + (0.6 * share)));
    }

    static List<StationCounts> Russia(string year)
    {
        using var zip = ZipFile.OpenRead(Repository.Shared("audit", "forensics", $"ru{year}.csv.zip"));
        using var reader = new TextFieldParser(zip.Entries[0].Open()) { Delimiters = [","] };
        var stations = new List<StationCounts>();
        var header = reader.ReadFields()!;
        int[] Columns(params string[] parts) => [.. Enumerable.Range(0, header.Length).Where(i => parts.Any(p => header[i].Contains(p, StringComparison.Ordinal)))];
        var (given, received) = (Columns("избирательных бюллетеней, выданных"), Columns("в переносных", "в стационарных"));
        var registered = Columns("Число избирателей, ")[0];
        var leader = Array.FindIndex(header, h => h.Contains("Путин", StringComparison.OrdinalIgnoreCase) || h.Contains("ЕДИНАЯ РОССИЯ", StringComparison.OrdinalIgnoreCase));
        while (reader.ReadFields() is { } fields)
        {
            long At(int column) => long.Parse(fields[column], invariant);
            stations.Add(new(At(registered), given.Sum(At), received.Sum(At), At(leader)));
        }

        return stations;
    }
}
