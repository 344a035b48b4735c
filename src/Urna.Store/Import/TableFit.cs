using Urna.Model;
using System.Collections.Immutable;
using System.IO.Enumeration;
using Urna.Store.Import.Sources;
using Urna.Validate;

namespace Urna.Store.Import;

/// <summary>Whether a file is what a table of a mapping says.</summary>
static class TableFit
{
    /// <summary>The files that a table is read from.</summary>
    public static List<SourceFile> FilesOf(TableFormat table, List<SourceFile> sources) =>
        table.File is null ? sources : [.. sources.Where(s => FileSystemName.MatchesSimpleExpression(table.File, s.Name))];

    /// <summary>The columns that a table must have, and does not.</summary>
    public static List<string> Missing(ImportMap map, TableFormat table, TableHeader header)
    {
        var needed = new List<string>();
        foreach (var contest in map.Read)
        {
            var places = map.PlacesOf(contest).Where(p => !p.IsOptional).SelectMany(p => p.Id.Needed.Concat(p.Name.Needed)).ToList();
            foreach (var reading in contest.Readings.Where(r => map.TableOf(r.Table) == table.Id && (!r.IsOptional || IsThere(r, header))))
            {
                var captures = reading.Columns?.GetGroupNames().Concat(["column", "cell"]).ToList() ?? [];
                needed.AddRange(reading.Sum.Concat(reading.Column is { } column ? [column] : []));
                needed.AddRange(Needed(reading.Where));
                needed.AddRange(contest.Id.Needed.Concat(reading.Choice.Needed).Concat(Needed(reading.Total)).Concat(reading.Stated is { } stated ? stated.Needed : reading.IsNamesOnly ? [] : places).Except(captures));
                if (reading.Columns is { } pattern && !reading.ColumnsIn(header).Any())
                {
                    needed.Add($"a column of the form {pattern}");
                }
            }

            if (contest.Ballots is { } ballots && map.TableOf(ballots.Table) == table.Id)
            {
                needed.AddRange(new[] { ballots.Count, ballots.Ranking }.OfType<string>().Concat(contest.Id.Needed).Concat(places));
                if (ballots.Ranks is { } ranks && !header.Names.Any(ranks.IsMatch))
                {
                    needed.Add($"a column of the form {ranks}");
                }
            }
        }

        var own = map.Contests.SelectMany(c => c.Readings).Where(r => map.TableOf(r.Table) == table.Id && !r.IsNamesOnly).ToList();
        if (own.Count > 0 && own.TrueForAll(r => r.IsOptional && !IsThere(r, header)))
        {
            // A table of which every figure may be lacking is none.
            needed.Add(own[0].Column ?? "a column of the form of votes");
        }

        needed.AddRange(Needed(table.LeaveOut.SelectMany(l => l.Where).Concat(table.Totals.SelectMany(t => t.Where))));
        needed.AddRange(table.With.SelectMany(w => w.On).Select(o => o.Own));
        return [.. needed.Distinct().Where(n => header.IndexOf(n) < 0)];
    }

    /// <summary>Tells the columns that are missing or not used; whether none is missing.</summary>
    public static bool Check(ImportMap map, TableFormat table, TableHeader own, TableHeader extended, string file, FaultLog faults)
    {
        var missing = Missing(map, table, extended);
        foreach (var column in missing)
        {
            faults.Add(
                "V103",
                LocalizedText.Say("v103.the-column-is-missing", ("column", column)),
                file, null, column, Nearest.Among(column, own.Names), column);
        }

        if (table.Kind is TableKind.Csv or TableKind.Sheet && !map.Ignore.Contains("*"))
        {
            var used = Used(map, table, own);
            foreach (var unused in own.Names.Where(n => n.Length > 0 && !used.Contains(n) && !map.Ignore.Contains(n)))
            {
                faults.Add(
                    "V119",
                    LocalizedText.Say("v119.the-column-is-not-used", ("unused", unused)),
                    file, null, unused, unused, Nearest.Among(unused, missing.Count > 0 ? missing : used));
            }
        }

        else if (table.Kind is TableKind.Csv or TableKind.Sheet)
        {
            TellMisspelt(map, table, own, file, faults);
        }

        return missing.Count == 0;
    }

    /// <summary>Tells columns that are left out, but look like one that the mapping names and the table lacks.</summary>
    static void TellMisspelt(ImportMap map, TableFormat table, TableHeader own, string file, FaultLog faults)
    {
        // Where another of the alternatives is there, only a slip of the pen is worth a word.
        var lacking = Named(map, table).Concat(table.Lacks)
            .SelectMany(n => n.Split('|').Select(a => (Name: a, IsThere: own.IndexOf(n) >= 0)))
            .Where(n => n.Name.Length > 3 && own.IndexOf(n.Name) < 0 && !n.Name.Contains('.', StringComparison.Ordinal) && !n.Name.Contains('<', StringComparison.Ordinal)).ToList();
        var patterns = map.Read.SelectMany(c => c.Readings).Where(r => map.TableOf(r.Table) == table.Id).Select(r => r.Columns).OfType<System.Text.RegularExpressions.Regex>().ToList();
        var used = Used(map, table, own);
        foreach (var unused in own.Names.Where(n => n.Length > 3 && !used.Contains(n)))
        {
            var folded = CountWords.Folded(unused);
            var meant = lacking.Find(l => Nearest.Like(l.Name, [unused]) is not null
                || (!l.IsThere && (folded.StartsWith(CountWords.Folded(l.Name) + " ", StringComparison.Ordinal) || folded.EndsWith(" " + CountWords.Folded(l.Name), StringComparison.Ordinal)))).Name;
            meant ??= unused.Split('_', ' ', '-').Skip(unused.Contains('%', StringComparison.Ordinal) ? int.MaxValue : 0).FirstOrDefault(w => w.Length > 1 && w != unused && patterns.Exists(p => p.Match(w).Length == w.Length));
            if (meant is not null)
            {
                faults.Add(
                    "V119",
                    LocalizedText.Say("v119.the-column-is-not-used-the", ("unused", unused), ("meant", meant)),
                    file, null, unused, unused, meant);
            }
        }
    }

    /// <summary>The columns of a table that the mapping reads.</summary>
    public static HashSet<string> Used(ImportMap map, TableFormat table, TableHeader header)
    {
        var used = Named(map, table).Concat(table.Once).Select(header.IndexOf).Where(i => i >= 0).Select(i => header.Names[i]).ToHashSet();
        used.UnionWith(map.Read.SelectMany(c => c.Readings).Where(r => map.TableOf(r.Table) == table.Id).SelectMany(r => r.ColumnsIn(header)).Select(c => header.Names[c]));
        used.UnionWith(header.Names.Where(n => map.Contests.Any(c => c.Ballots?.Ranks?.IsMatch(n) == true)));
        return used;
    }

    /// <summary>Every column that the mapping names for a table; alternatives stay parted by bars.</summary>
    public static ImmutableArray<string> Named(ImportMap map, TableFormat table)
    {
        var readings = map.Read.SelectMany(c => c.Readings.Where(r => map.TableOf(r.Table) == table.Id).SelectMany(r =>
                r.Sum.Concat(r.Where.Concat(r.Total).Select(w => w.Column)).Append(r.Column ?? "")
                    .Concat(Columns(r.Choice, r.District, r.List, r.Party, r.Candidate, r.Stated)))
            .Concat(Columns(c.Id, c.Title.English, c.Title.Spanish))
            .Concat(c.Fields.Select(f => f.Value).OfType<string>().SelectMany(f => new Template(f).Columns))
            .Concat(map.PlacesOf(c).SelectMany(p => Columns(p.Id, p.Name, p.Fused)))
            .Concat(c.Ballots is { } b ? [b.Count ?? "", b.Ranking ?? ""] : []));
        return
        [
            .. readings
                .Concat(map.Places.SelectMany(p => Columns(p.Id, p.Name)))
                .Concat(map.Date?.Text.Columns ?? [])
                .Concat(table.LeaveOut.SelectMany(l => l.Where).Concat(table.Totals.SelectMany(t => t.Where)).Concat(table.Sections?.Where ?? []).Select(w => w.Column))
                .Concat(table.Totals.SelectMany(t => t.Of.Columns)).Concat(table.Sections?.Text.Columns ?? [])
                .Concat(table.With.SelectMany(w => w.On).Select(o => o.Own))
                .Where(n => n.Length > 0).Distinct(),
        ];
    }

    /// <summary>Whether a table has the columns of an entry.</summary>
    static bool IsThere(Reading reading, TableHeader header) =>
        reading.Columns is not null ? reading.ColumnsIn(header).Any() : (reading.Column is { } column ? reading.Sum.Add(column) : reading.Sum).All(c => header.IndexOf(c) >= 0);

    static IEnumerable<string> Needed(IEnumerable<Condition> conditions) => conditions.Where(c => !c.IsOptional).Select(c => c.Column);

    static IEnumerable<string> Columns(params IEnumerable<Template?> templates) => templates.SelectMany(t => t?.Columns ?? []);
}
