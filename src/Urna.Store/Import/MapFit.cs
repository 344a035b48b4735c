using Urna.Store.Import.Sources;
using Urna.Validate;

namespace Urna.Store.Import;

/// <summary>Compares files with a mapping without reading more than their headers.</summary>
static class MapFit
{
    /// <summary>Whether the files are what the mapping says, and why.</summary>
    public static FormatMatch Of(string format, string path, ImportMap map, List<SourceFile> sources)
    {
        var columns = 0;
        var found = new List<string>();
        foreach (var table in map.Tables)
        {
            var own = TableFit.FilesOf(table, sources);
            if (own.Count == 0 && table.IsOptional)
            {
                continue;
            }

            if (own.Count == 0)
            {
                return new FormatMatch(format, path, false, columns, table.File is { } name ? $"there is no file '{name}'" : "no file is given");
            }

            if (Refusal(map, table, own[0], out var fitting) is { } refusal)
            {
                if (table.IsOptional)
                {
                    continue;
                }

                return new FormatMatch(format, path, false, columns, $"{own[0].Name}: {refusal}");
            }

            columns += fitting.Count;
            found.Add($"{own[0].Name} has {string.Join(", ", fitting.Take(4).Select(c => $"'{c}'"))}{(fitting.Count > 4 ? $" and {fitting.Count - 4} more" : "")}");
        }

        return new FormatMatch(format, path, true, columns, string.Join("; ", found));
    }

    static string? Refusal(ImportMap map, TableFormat table, SourceFile file, out List<string> fitting)
    {
        var faults = new FaultLog();
        TableHeader? header = null;
        TableReader.Read(file, table, faults, new RowTally(file.Name, new FaultLog()), h => (header = h) is null, _ => { });
        fitting = [];
        if (header is null)
        {
            return faults.Findings.FirstOrDefault(f => f.Severity == Severity.Fault)?.Message ?? "it has no rows";
        }

        // Columns of joined tables are not asked for here: their tables have their own turn.
        var joined = table.With.Select(w => $"{w.Table}.").ToList();
        var missing = TableFit.Missing(map, table, header).Where(m => !joined.Exists(j => m.StartsWith(j, StringComparison.Ordinal))).ToList();
        if (table.Lacks.FirstOrDefault(l => header.IndexOf(l) >= 0) is { } excluded)
        {
            return $"it has a column '{header.Names[header.IndexOf(excluded)]}', with which it is another table";
        }

        if (missing.Count > 0)
        {
            return $"it has no column {string.Join(", ", missing.Take(3).Select(m => $"'{m}'"))}";
        }

        if (table.Kind is TableKind.Xml or TableKind.Json && !TreeReader.HasRows(file, table))
        {
            return $"nothing stands at {table.Rows}";
        }

        fitting = [.. TableFit.Used(map, table, header).Where(n => n.Length > 0)];
        return null;
    }
}
