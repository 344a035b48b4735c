using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer;

/// <summary>A case of the shared inference folder: two tables, and what known programs gave.</summary>
static class InferenceCase
{
    public static TransferProblem Read(string name)
    {
        var (columnNames, columns) = Table(name, "X.csv");
        var (rowNames, rows) = Table(name, "W.csv");
        var units = Enumerable.Range(0, columns.Length / columnNames.Length).Select(i => $"{i}").ToImmutableArray();
        return new TransferProblem(rowNames, columnNames, units, rows, columns);
    }

    /// <summary>What a program gave: shares row by row, and its count of iterations.</summary>
    public static (double[] Shares, int Iterations, double LogLikelihood) Oracle(string name, string method, string iterations = "iterations")
    {
        using var stream = File.OpenRead(Repository.Shared("cases", "inference", name, "out", $"{method}.json"));
        var json = JsonDocument.Parse(stream).RootElement;
        return (
            [.. json.GetProperty("p").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(v => v.GetDouble()))],
            json.GetProperty(iterations).GetInt32(),
            json.GetProperty("logLik").GetDouble());
    }

    static (ImmutableArray<string> Names, long[] Counts) Table(string name, string file)
    {
        var lines = File.ReadAllLines(Repository.Shared("cases", "inference", name, file));
        var names = lines[0].Split(',').Select(n => n.Trim('"')).ToImmutableArray();
        return (names, [.. lines.Skip(1).SelectMany(l => l.Split(',').Select(v => (long)double.Parse(v, CultureInfo.InvariantCulture)))]);
    }
}
