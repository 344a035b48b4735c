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
        var hasFigures = map.Contests.IsEmpty;
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

            if (Refusal(map, table, own[0], out var fitting, out var near) is { } refusal)
            {
                if (table.IsOptional)
                {
                    continue;
                }

                return new FormatMatch(format, path, false, columns, $"{own[0].Name}: {refusal}") { Nearness = near };
            }

            hasFigures |= GivesFigures(map, table);
            columns += fitting.Count;
            found.Add($"{own[0].Name} has {string.Join(", ", fitting.Take(4).Select(c => $"'{c}'"))}{(fitting.Count > 4 ? $" and {fitting.Count - 4} more" : "")}");
        }

        return hasFigures
            ? new FormatMatch(format, path, true, columns, string.Join("; ", found))
            : new FormatMatch(format, path, false, columns, $"there is none of the files {string.Join(", ", map.Tables.Where(t => GivesFigures(map, t)).Select(t => $"'{t.File}'").Distinct())}");
    }

    static bool GivesFigures(ImportMap map, TableFormat table) =>
        map.Read.Any(c => c.Readings.Any(r => !r.IsNamesOnly && map.TableOf(r.Table) == table.Id) || (c.Ballots is { } b && map.TableOf(b.Table) == table.Id));

    static string? Refusal(ImportMap map, TableFormat table, SourceFile file, out List<string> fitting, out double near)
    {
        near = 0;
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
            // How near it is: the columns that are there, of those that are needed.
            var there = TableFit.Used(map, table, header).Count(n => n.Length > 0);
            near = there / (double)(there + missing.Count);
            var names = header.Names.Where(n => n.Length > 0).ToList();
            var lacks = missing.Select(m => m.StartsWith("a column of the form", StringComparison.Ordinal) ? "columns of votes" : $"'{m.Split('|')[0]}'").Distinct().ToList();
            return $"it lacks {string.Join(", ", lacks.Take(4))}{(lacks.Count > 4 ? $" and {lacks.Count - 4} more" : "")}; it has {string.Join(", ", names.Take(6).Select(n => $"'{FaultLog.Short(n)}'"))}{(names.Count > 6 ? $" and {names.Count - 6} more" : "")}";
        }

        if (table.Kind is TableKind.Xml or TableKind.Json && !TreeReader.HasRows(file, table))
        {
            return $"nothing stands at {table.Rows}";
        }

        fitting = [.. TableFit.Used(map, table, header).Where(n => n.Length > 0)];
        return null;
    }
}
