using System.Globalization;

namespace Urna.Accuracy;

/// <summary>Whether what places show of the same groups and choices in many tables, put together, tells more than each alone.</summary>
/// <remarks>
/// For each set of tables with rows and columns of one name, how far a cell's share lies from everyone alike is averaged over the set, weighed by people, and
/// added to everyone alike in each table. That part of it is taken which errs least in hindsight, so that the error is the least that pooling could reach.
/// </remarks>
static class PooledTable
{
    const int Steps = 20;

    sealed record Named(GroupCase Case, string Set, string[] Rows, string[] Columns);

    /// <summary>Prints the table.</summary>
    /// <param name="cases">Cases of all kinds.</param>
    /// <param name="folder">The folder of their index, which has the names of rows and columns.</param>
    public static void Print(IReadOnlyList<GroupCase> cases, string folder)
    {
        var index = File.ReadLines(Path.Combine(folder, "index.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(f => $"{f[0]}_{f[1]}", Names);
        var named = cases.Where(c => index.ContainsKey(c.Election.Name)).Select(c => new Named(c, c.Election.Name[..c.Election.Name.LastIndexOf('_')], index[c.Election.Name].Rows, index[c.Election.Name].Columns))
            .Where(n => n.Rows.Length * n.Columns.Length == n.Case.Election.Truth.Length);
        Console.WriteLine("Tables of the same rows and columns put together. EI: per cent of people in the wrong cell; 'places' and 'pooled' by the part that errs least in hindsight");
        Console.WriteLine($"{"set",-24}{"tables",8}{"alike",8}{"places",8}{"part",8}{"pooled",8}{"part",8}");
        foreach (var set in named.GroupBy(n => n.Set).Where(g => g.Count() >= 3).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Line(set.Key, [.. set]);
        }
    }

    static void Line(string set, Named[] tables)
    {
        var pooled = tables.SelectMany(t => t.Case.Shown.Places.Select((p, i) => (Cell: CellOf(t, i), Far: p - t.Case.Shown.Alike[i], People: t.Case.Election.Problem.InformedRows[i / t.Columns.Length])))
            .GroupBy(c => c.Cell).ToDictionary(g => g.Key, g => g.Sum(c => c.Far * c.People) / Math.Max(1, g.Sum(c => c.People)));
        var (places, ofPlaces) = Least(part => tables.Average(t => Error(t, i => part * (t.Case.Shown.Places[i] - t.Case.Shown.Alike[i]))));
        var (together, ofTogether) = Least(part => tables.Average(t => Error(t, i => part * pooled[CellOf(t, i)])));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set,-24}{tables.Length,8}{tables.Average(t => Error(t, _ => 0)),8:F2}{places,8:F2}{ofPlaces,8:F2}{together,8:F2}{ofTogether,8:F2}"));
    }

    static (double Error, double Part) Least(Func<double, double> error) => Enumerable.Range(0, Steps + 1).Select(s => s / (double)Steps).Select(part => (error(part), part)).MinBy(e => e.Item1);

    static (string Row, string Column) CellOf(Named table, int cell) => (table.Rows[cell / table.Columns.Length], table.Columns[cell % table.Columns.Length]);

    static double Error(Named table, Func<int, double> far)
    {
        var shares = table.Case.Shown.Alike.Select((alike, i) => Math.Clamp(alike + far(i), table.Case.Bounds.Lower[i], table.Case.Bounds.Upper[i]));
        return table.Case.Election.Error([.. shares.Select((s, i) => s * table.Case.Election.Problem.InformedRows[i / table.Columns.Length])]);
    }

    static (string[] Rows, string[] Columns) Names(string[] fields)
    {
        string[] lists = [.. fields.Where(f => f.Contains(" | ", StringComparison.Ordinal))];
        return lists is [var rows, var columns, ..] ? (rows.Split(" | "), columns.Split(" | ")) : ([], []);
    }
}
