using System.Collections.Immutable;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>A table whose columns are added to the rows of others; it is held in memory.</summary>
sealed class JoinedTable
{
    readonly List<SourceRow> rows = [];

    JoinedTable(string id, ImmutableArray<SourceFile> files) => (Id, Files) = (id, files);

    public string Id { get; }

    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>The columns; null if it could not be read.</summary>
    public TableHeader? Header { get; private set; }

    /// <summary>Reads the table whole.</summary>
    public static JoinedTable Read(TableFormat format, List<SourceFile> sources, FaultLog faults)
    {
        var table = new JoinedTable(format.Id, [.. TableFit.FilesOf(format, sources)]);
        if (table.Files.IsEmpty)
        {
            faults.Add("V101", $"No file{(format.File is { } name ? $" '{name}'" : "")} is among those given, for the table '{format.Id}'.", format.File ?? "", found: string.Join(", ", sources.Take(5).Select(s => s.Name)), expected: format.File ?? "a file");
        }

        foreach (var file in table.Files)
        {
            // What is left out of such a table is no row of figures, and nobody needs to hear of it.
            var tally = new RowTally(file.Name, new FaultLog());
            TableReader.Read(file, format, faults, tally, header => (table.Header ??= header) is not null, row => table.rows.Add(row.Copy()));
        }

        return table;
    }

    /// <summary>The rows by the texts of some columns; of rows that share them, the first.</summary>
    public Dictionary<string, SourceRow> By(IEnumerable<string> columns)
    {
        var indices = columns.Select(c => Header?.IndexOf(c) ?? -1).ToArray();
        var found = new Dictionary<string, SourceRow>();
        foreach (var row in rows)
        {
            found.TryAdd(Key(row, indices), row);
        }

        return found;
    }

    /// <summary>The texts of some columns as one key.</summary>
    public static string Key(SourceRow row, int[] columns) => string.Join('\u001f', columns.Select(c => row[c]));
}

/// <summary>Adds the columns of other tables to each row of a table, named <c>table.column</c>.</summary>
sealed class TableExtension
{
    readonly (int[] Own, Dictionary<string, SourceRow> Rows, int Width, string Table, bool IsKeyed)[] joins;
    readonly HashSet<string> told = [];
    readonly string[] cells;
    readonly string file;
    readonly FaultLog faults;

    public TableExtension(TableHeader header, (TableJoin Join, JoinedTable Table)[] joined, string file, FaultLog faults)
    {
        this.file = file;
        this.faults = faults;
        Header = joined.Length == 0 ? header : new TableHeader(header.Names.Concat(joined.SelectMany(j => j.Table.Header?.Names.Select(n => $"{j.Table.Id}.{n}") ?? [])));
        cells = new string[Header.Names.Length];
        joins = [.. joined.Select(j => (
            j.Join.On.Select(o => header.IndexOf(o.Own)).ToArray(),
            j.Table.By(j.Join.On.Select(o => o.Other)),
            j.Table.Header?.Names.Length ?? 0,
            j.Table.Id,
            !j.Join.On.IsEmpty))];
    }

    /// <summary>The columns with those that are added.</summary>
    public TableHeader Header { get; }

    /// <summary>The row with what the other tables say; empty texts, and a finding, where they have no such row.</summary>
    public SourceRow Extend(SourceRow row)
    {
        if (joins.Length == 0)
        {
            return row;
        }

        Array.Fill(cells, "");
        row.Cells.CopyTo(cells, 0);
        var at = row.Cells.Length;
        foreach (var (own, rows, width, table, isKeyed) in joins)
        {
            var key = isKeyed ? JoinedTable.Key(row, own) : "";
            if (rows.TryGetValue(key, out var other))
            {
                other.Cells.CopyTo(cells, at);
            }
            else if (key.Trim('\u001f').Length > 0 && told.Add($"{table}\u001f{key}"))
            {
                faults.Add("V145", $"Row {row.Row}: '{key.Replace('\u001f', ' ')}' is not in the table '{table}'.", file, row.Row, found: key.Replace('\u001f', ' '), expected: $"a row of '{table}'");
            }

            at += width;
        }

        return row with { Header = Header, Cells = cells };
    }
}
