using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Urna.Infer.Tables;

namespace Urna.Accuracy;

/// <summary>An election whose cross votes are published, or a simulation with known truth.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsReal">Whether people voted in it.</param>
/// <param name="Learns">Whether settings may be chosen on it: every second of the real elections.</param>
/// <param name="Problem">The two tables.</param>
/// <param name="Truth">People by cell, shape [rows × columns].</param>
/// <param name="Peer">The error of the best known method, in per cent; null if not at hand.</param>
sealed partial record KnownElection(string Name, bool IsReal, bool Learns, TransferProblem Problem, ImmutableArray<double> Truth, double? Peer)
{
    /// <summary>Per cent of people put in the wrong cell.</summary>
    /// <param name="people">The estimate, shape [rows × columns].</param>
    public double Error(IReadOnlyList<double> people) => 50 * Truth.Select((t, i) => Math.Abs(t - people[i])).Sum() / Truth.Sum();

    /// <summary>Reads the open elections and the simulations of a folder of cases.</summary>
    /// <param name="folder">The folder.</param>
    public static ImmutableArray<KnownElection> Read(string folder) => [.. Real(Path.Combine(folder, "ei-datasets")), .. Simulated(folder)];

    static IEnumerable<KnownElection> Real(string folder)
    {
        var peers = File.ReadLines(Path.Combine(folder, "peers.csv")).Skip(1)
            .Select(l => l.Replace("\"", "", StringComparison.Ordinal).Split(','))
            .Where(f => f[5] == "mvn_pdf")
            .ToDictionary(f => $"{f[0]}_{int.Parse(f[1], CultureInfo.InvariantCulture):000}", f => Number(f[6]));
        var files = Directory.GetFiles(folder, "*_G*_C*.csv").Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < files.Length; i++)
        {
            var named = FileName().Match(Path.GetFileName(files[i]));
            var (name, rows) = (named.Groups["name"].Value, int.Parse(named.Groups["rows"].Value, CultureInfo.InvariantCulture));
            var lines = Lines(files[i], 0);
            var truth = Lines(Path.Combine(folder, $"{name}_truth.csv"), 0).SelectMany(l => l);
            yield return new KnownElection(name, true, i % 2 == 0, ProblemOf(lines.ConvertAll(l => l[..rows]), lines.ConvertAll(l => l[rows..])), [.. truth], peers[name]);
        }
    }

    /// <summary>A table of counts beside the table of its truth, without headers.</summary>
    /// <param name="file">The counts: first the rows' people, then the columns'.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="name">The name, with which the file of the truth begins.</param>
    public static KnownElection Of(string file, int rows, string name)
    {
        var lines = Lines(file, 0);
        var truth = Lines(Path.Combine(Path.GetDirectoryName(file)!, $"{name}_truth.csv"), 0).SelectMany(l => l);
        return new KnownElection(name, true, true, ProblemOf(lines.ConvertAll(l => l[..rows]), lines.ConvertAll(l => l[rows..])), [.. truth], null);
    }

    static IEnumerable<KnownElection> Simulated(string folder)
    {
        foreach (var path in Directory.GetDirectories(folder, "sim*").Order(StringComparer.Ordinal))
        {
            var (rows, columns) = (Lines(Path.Combine(path, "W.csv"), 1), Lines(Path.Combine(path, "X.csv"), 1));
            var truth = File.ReadLines(Path.Combine(path, "truth_votes.csv")).Where(l => !Letter().IsMatch(l)).Select(l => l.Split(',').TakeLast(columns[0].Length));
            var peer = PeerError().Match(File.ReadAllText(Path.Combine(path, "out", "fastei_mvn_pdf.json")));
            yield return new KnownElection(
                Path.GetFileName(path), false, false, ProblemOf(rows, columns), [.. truth.SelectMany(l => l.Select(Number))], peer.Success ? Number(peer.Groups["error"].Value) : null);
        }
    }

    static TransferProblem ProblemOf(List<double[]> rows, List<double[]> columns) => new(
        [.. Enumerable.Range(1, rows[0].Length).Select(g => $"row {g}")],
        [.. Enumerable.Range(1, columns[0].Length).Select(c => $"column {c}")],
        [.. Enumerable.Range(1, rows.Count).Select(b => $"{b}")],
        [.. rows.SelectMany(l => l).Select(v => (long)v)],
        [.. columns.SelectMany(l => l).Select(v => (long)v)]);

    static List<double[]> Lines(string file, int header) =>
        [.. File.ReadLines(file).Skip(header).Where(l => l.Length > 0).Select(l => l.Split(',').Select(Number).ToArray())];

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>ei_.*_\d+)_G(?<rows>\d+)_C\d+\.csv$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex("[A-Za-z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Letter();

    [GeneratedRegex(@"""EI_V"":\[?(?<error>[0-9.eE+-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PeerError();
}
