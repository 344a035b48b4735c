using System.Collections.Immutable;

namespace Urna.Judge;

/// <summary>Rows of a table of an election folder from which a figure was computed.</summary>
/// <param name="Election">The election's id.</param>
/// <param name="File">The table.</param>
/// <param name="Rows">Rows of the file, ascending, the header being row 1.</param>
public sealed record SourceRows(string Election, string File, ImmutableArray<int> Rows)
{
    const int LeastSteps = 3;

    /// <summary>The rows as one writes them to be opened: <c>cl-2021/results-mayors.csv:2-40</c>.</summary>
    public override string ToString() => $"{Election}/{File}:{Ranges(Rows)}";

    /// <summary>Rows of several figures, one entry a file.</summary>
    /// <param name="rows">Rows in any order.</param>
    public static ImmutableArray<SourceRows> Together(IEnumerable<SourceRows> rows) =>
        [.. rows.GroupBy(r => (r.Election, r.File)).Select(g => new SourceRows(g.Key.Election, g.Key.File, [.. g.SelectMany(r => r.Rows).Distinct().Order()]))];

    /// <summary>Rows in short: <c>7</c>, <c>2-40</c>, and <c>3-93/10</c> for 3, 13, 23 … 93.</summary>
    /// <param name="rows">Rows in any order.</param>
    public static string Ranges(IEnumerable<int> rows)
    {
        ImmutableArray<int> ordered = [.. rows.Distinct().Order()];
        var parts = new List<string>();
        for (var i = 0; i < ordered.Length;)
        {
            var end = i + 1;
            while (end < ordered.Length && ordered[end] - ordered[end - 1] == ordered[i + 1] - ordered[i])
            {
                end++;
            }

            var step = end - i > 1 ? ordered[i + 1] - ordered[i] : 0;
            var taken = step == 1 || end - i >= LeastSteps ? end - i : 1;
            parts.Add(taken == 1 ? $"{ordered[i]}" : $"{ordered[i]}-{ordered[i + taken - 1]}{(step == 1 ? "" : $"/{step}")}");
            i += taken;
        }

        return string.Join(",", parts);
    }
}
