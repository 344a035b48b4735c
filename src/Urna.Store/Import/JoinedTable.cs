using Urna.Model;
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
        if (table.Files.IsEmpty && !format.IsOptional)
        {
            faults.Add(
                "V101",
                LocalizedText.Say(
                    "v101.no-file-is-among-those-given", ("name", format.File), ("table", format.Id)),
                format.File ?? "", found: string.Join(", ", sources.Take(5).Select(s => s.Name)), expected: format.File ?? "a file");
        }

        foreach (var file in table.Files)
        {
            // What is left out of such a table is no row of figures, and nobody needs to hear of it.
            var tally = new RowTally(file.Name, new FaultLog());
            TableReader.Read(file, format, faults, tally, header => (table.Header ??= header) is not null, row => table.rows.Add(row.Copy()));
        }

        return table;
    }

    /// <summary>The rows by the texts of some columns; of rows that share them, the first, and the first that says otherwise than it.</summary>
    /// <param name="columns">The columns that make the key; none: the table is one row.</param>
    /// <param name="used">The columns that the mapping reads, in which rows of one key must agree.</param>
    public Dictionary<string, (SourceRow Row, SourceRow? Other)> By(IReadOnlyList<string> columns, IReadOnlyList<string> used)
    {
        var indices = columns.Select(c => Header?.IndexOf(c) ?? -1).ToArray();
        var read = used.Select(c => Header?.IndexOf(c) ?? -1).Where(c => c >= 0).Distinct().ToArray();
        var found = new Dictionary<string, (SourceRow Row, SourceRow? Other)>();
        foreach (var row in rows)
        {
            var key = Key(row, indices);
            if (!found.TryGetValue(key, out var first))
            {
                found.Add(key, (row, null));
            }
            else if (first.Other is null && read.Any(c => row[c] != first.Row[c]))
            {
                found[key] = (first.Row, row);
            }
        }

        return found;
    }

    /// <summary>The texts of some columns as one key.</summary>
    public static string Key(SourceRow row, int[] columns) => string.Join('\u001f', columns.Select(c => row[c]));
}

/// <summary>Adds the columns of other tables to each row of a table, named <c>table.column</c>.</summary>
sealed class TableExtension
{
    readonly Join[] joins;
    readonly HashSet<string> told = [];
    readonly string[] cells;
    readonly string file;
    readonly FaultLog faults;

    /// <summary>An extension; a join may stand on columns that the joins before it added.</summary>
    /// <param name="header">The table's own columns.</param>
    /// <param name="joined">The joins, in their order, with their tables.</param>
    /// <param name="used">Every column that the mapping names.</param>
    /// <param name="file">The file, as findings name it.</param>
    /// <param name="faults">Where faults go.</param>
    public TableExtension(TableHeader header, (TableJoin Join, JoinedTable Table)[] joined, IReadOnlyList<string> used, string file, FaultLog faults)
    {
        (this.file, this.faults, Header) = (file, faults, header);
        joins = new Join[joined.Length];
        foreach (var (i, (join, table)) in joined.Index())
        {
            var before = Header;
            var prefix = $"{table.Id}.";
            List<string> own = [.. used.SelectMany(u => u.Split('|')).Where(u => u.StartsWith(prefix, StringComparison.Ordinal)).Select(u => u[prefix.Length..])];
            joins[i] = new Join(
                [.. join.On.Select(o => before.IndexOf(o.Own))], table.By([.. join.On.Select(o => o.Other)], own), table.Header?.Names.Length ?? 0, table.Id, !join.On.IsEmpty);
            foreach (var (column, _) in join.On.Where(o => before.IndexOf(o.Own) < 0))
            {
                faults.Add(
                    "V103",
                    LocalizedText.Say("v103.the-column-by-which-is-added", ("column", column), ("table", table.Id)),
                    file, null, column, string.Join(", ", before.Names.Take(12)), "a column of the table, or of one that is added before");
            }

            foreach (var (_, other) in join.On.Where(o => table.Header is { } known && known.IndexOf(o.Other) < 0))
            {
                faults.Add(
                    "V103",
                    LocalizedText.Say("v103.the-column-by-which-is-added-2", ("other", other), ("table", table.Id)),
                    table.Files.FirstOrDefault()?.Name ?? table.Id, null, other, string.Join(", ", table.Header!.Names.Take(12)), other);
            }

            Header = new TableHeader(before.Names.Concat(table.Header?.Names.Select(n => $"{prefix}{n}") ?? []));
        }

        cells = new string[Header.Names.Length];
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
        var extended = row with { Header = Header, Cells = cells };
        foreach (var join in joins)
        {
            var key = join.IsKeyed ? JoinedTable.Key(extended, join.Own) : "";
            if (join.Rows.TryGetValue(key, out var other))
            {
                other.Row.Cells.CopyTo(cells, at);
                Refuse(other, key, row, join.Table);
            }
            else if (join.Rows.Count > 0 && key.Trim('\u001f').Length > 0 && told.Add($"{join.Table}\u001f{key}"))
            {
                faults.Add(
                    "V145",
                    LocalizedText.Say(
                        "v145.row-is-not-in-the-table", ("row", row.Row), ("replace", key.Replace('\u001f', ' ')),
                        ("table", join.Table)),
                    file, row.Row, found: key.Replace('\u001f', ' '), expected: $"a row of '{join.Table}'");
            }

            at += join.Width;
        }

        return extended;
    }

    /// <summary>Refuses a key that two rows answer in two ways.</summary>
    void Refuse((SourceRow Row, SourceRow? Other) rows, string key, SourceRow row, string table)
    {
        if (rows.Other is { } other && told.Add($"{table}\u001f{key}"))
        {
            var name = key.Replace('\u001f', ' ');
            faults.Add(
                "V106",
                LocalizedText.Say(
                    "v106.row-stands-in-rows-and-of", ("row", row.Row), ("name", name), ("row2", rows.Row.Row), ("row3", other.Row),
                    ("table", table)),
                file, row.Row, found: name, expected: $"one row of '{table}'");
        }
    }

    sealed record Join(int[] Own, Dictionary<string, (SourceRow Row, SourceRow? Other)> Rows, int Width, string Table, bool IsKeyed);
}
