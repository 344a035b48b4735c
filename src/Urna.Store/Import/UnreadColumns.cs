using Urna.Model;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>The columns of a table that a mapping leaves out without naming them, and whether they hold counts.</summary>
/// <param name="names">The names of the table's own columns.</param>
/// <param name="unread">Those that no entry reads.</param>
sealed class UnreadColumns(IReadOnlyList<string> names, IReadOnlyList<int> unread)
{
    const int MostNamed = 12;

    /// <summary>Rows beyond these tell no more about the columns.</summary>
    const int MostRows = 20_000;

    readonly List<int> open = [.. unread];
    readonly HashSet<int> counts = [];
    int rows;

    /// <summary>The columns that a mapping leaves out by its <c>ignore: "*"</c>.</summary>
    public static UnreadColumns Of(ImportMap map, TableFormat table, TableHeader own)
    {
        if (table.Kind is not (TableKind.Csv or TableKind.Sheet) || !map.Ignore.Contains("*"))
        {
            return new UnreadColumns(own.Names, []);
        }

        var used = TableFit.Used(map, table, own);
        used.UnionWith(map.Ignore.Select(own.IndexOf).Where(i => i >= 0).Select(i => own.Names[i]));
        return new UnreadColumns(own.Names, [.. own.Names.Index().Where(n => n.Item.Length > 0 && !used.Contains(n.Item)).Select(n => n.Index)]);
    }

    /// <summary>Looks at the cells of a row.</summary>
    public void Look(SourceRow row)
    {
        if (open.Count == 0 || ++rows > MostRows)
        {
            return;
        }

        for (var i = open.Count - 1; i >= 0; i--)
        {
            var cell = row.Cells[open[i]].AsSpan().Trim();
            if (cell.Length > 0 && cell.ContainsAnyExceptInRange('0', '9'))
            {
                counts.Remove(open[i]);
                open.RemoveAt(i);
            }
            else if (cell.Length > 0 && cell.Length < 16)
            {
                counts.Add(open[i]);
            }
        }
    }

    /// <summary>Tells the columns of whole numbers that nobody has read.</summary>
    public void Tell(string file, FaultLog faults)
    {
        if (counts.Count == 0)
        {
            return;
        }

        var named = counts.Order().Select(c => names[c]).ToList();
        faults.Add(
            "V565",
            LocalizedText.Say(
                "v565.columns-of-whole-numbers-are-left", ("named", named.Count),
                ("named2", string.Join(", ", named.Take(MostNamed).Select(n => $"'{FaultLog.Short(n)}'"))),
                ("named3", named.Count > MostNamed), ("named4", named.Count - MostNamed)),
            file, found: string.Join(", ", named.Select(FaultLog.Short)));
    }
}
