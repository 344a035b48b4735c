using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Urna.Store.Import.Drafts;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>A mapping that was drafted for files that no format describes.</summary>
/// <param name="Text">The YAML file, with comments.</param>
/// <param name="Open">How many of its lines somebody must choose.</param>
public sealed record DraftedMapping(string Text, int Open);

/// <summary>Drafts a mapping for a table that nobody has seen, from its own words and sums.</summary>
/// <remarks>What is not sure stands under <c># choose</c>, with the evidence.</remarks>
public static partial class MappingDraft
{
    /// <summary>The mark of a line that somebody must choose.</summary>
    public const string Choose = "# choose";

    /// <summary>Drafts the mapping; the first file says what the table is.</summary>
    /// <param name="files">Files, folders of files, or zip files.</param>
    public static ReadResult<DraftedMapping> Of(IReadOnlyList<string> files)
    {
        var faults = new FaultLog();
        var sources = SourceFile.Of(files, faults);
        if (faults.HasFaults || sources.Count == 0)
        {
            return new ReadResult<DraftedMapping>(null, faults.Findings);
        }

        var file = sources[0];
        if (DraftGrid.Read(file, faults) is not { } grid)
        {
            return new ReadResult<DraftedMapping>(null, faults.Findings);
        }

        if (DraftShape.Of(grid) is not { } shape)
        {
            faults.Add("V103", $"The file '{file.Name}' has no row that looks like a header above rows of figures.", file.Name, expected: "a table with a header");
            return new ReadResult<DraftedMapping>(null, faults.Findings);
        }

        var text = new Writer(file, grid, shape).Text();
        return new ReadResult<DraftedMapping>(new DraftedMapping(text, text.Split('\n').Count(l => l.Contains(Choose, StringComparison.Ordinal))), faults.Findings);
    }

    sealed class Writer(SourceFile file, DraftGrid grid, DraftShape shape)
    {
        readonly StringBuilder text = new();
        readonly DraftColumns columns = new(shape);

        TableHeader Header => shape.Header;

        public string Text()
        {
            var counts = columns.IsLong ? null : new DraftCounts(shape, columns);
            Head();
            Table();
            var (ids, units) = Places();
            Ignore(counts);
            Contests(counts, ids, units);
            return text.ToString();
        }

        void Line(string line) => text.Append(line).Append('\n');

        void Head()
        {
            Line($"# A mapping for '{file.Name}', drafted by urna import --draft. A comment that begins with 'choose' stands where it is not sure.");
            Line("# docs/import.md explains every field. Read it by: urna import FILE --map THIS.yaml -o ELECTION");
            Line("country: xx   # the country's code in small letters, such as cl");
            if (DayOf() is { } day)
            {
                Line($"date: {day:yyyy-MM-dd}   # as the file or its name says");
            }
            else
            {
                Line("# date: 2030-05-05   the file states none: write it here, or say --date");
            }

            foreach (var line in shape.Preamble.Take(6))
            {
                Line($"# above the table: {string.Join(" ", line.Where(c => c.Length > 0)).ReplaceLineEndings(" ")}");
            }
        }

        void Table()
        {
            Line("tables:");
            Line("  - id: table");
            if (grid.Format.Kind == TableKind.Sheet)
            {
                Line("    kind: sheet");
            }
            else
            {
                if (grid.Encoding is not ("utf-8" or ""))
                {
                    Line($"    encoding: {YamlName(grid.Encoding)}   # the likeliest; look at names with accents");
                }

                if (grid.Format.Separator != ',')
                {
                    Line($"    separator: {(grid.Format.Separator == '\t' ? "tab" : Quoted($"{grid.Format.Separator}"))}");
                }
            }

            if (shape.Preamble.Count > 0)
            {
                Line($"    header-at: {Quoted("^" + Start())}");
            }

            Line(shape.HeaderRows > 1 ? $"    header-rows: {shape.HeaderRows}" : "    header-rows: 1");
            if (shape.IsTransposed)
            {
                Line("    transpose: yes   # places are columns here");
            }

            if (shape.IsRagged && grid.Format.Kind == TableKind.Csv)
            {
                Line("    ragged: yes");
            }

            var figures = columns.Figures.SelectMany(c => shape.Body.Select(r => r[c])).ToList();
            if (DraftNumbers.MarksOf(figures) is { Count: > 0 } marks)
            {
                Line($"    thousands: {(marks.Count == 1 ? Quoted(marks[0]) : $"[{string.Join(", ", marks.Select(Quoted))}]")}");
            }

            if (figures.Where(f => f.Length > 0 && DraftNumbers.IsEmpty(f)).Distinct().ToList() is { Count: > 0 } empties)
            {
                Line($"    no-figure: [{string.Join(", ", empties.Select(Quoted))}]   # texts that stand for no figure");
            }

            foreach (var odd in figures.Where(f => f.Length > 0 && !DraftNumbers.IsEmpty(f) && !DraftNumbers.IsFigure(f)).GroupBy(f => f).Take(5))
            {
                Line($"    {Choose}: '{odd.Key}' stands {odd.Count()} times where figures stand; if it means none, add it to no-figure");
            }

            Rows();
        }

        void Rows()
        {
            if (columns.Rows.Contains(DraftRow.Section))
            {
                var at = SectionColumn();
                Line($"    sections: {{ column: section, where: {{ {Empty()} }}, text: {Quoted($"{{{Header.Names[at]}}}")} }}   # rows such as '{Example(DraftRow.Section)}'");
            }

            if (columns.Rows.Contains(DraftRow.Total))
            {
                Line("    totals:");
                foreach (var (column, value) in TotalMarks())
                {
                    Line($"      - {{ where: {{ {Quoted(Header.Names[column])}: {Quoted(value)} }}, of: whole }}   # compared, not counted");
                }
            }

            if (columns.Rows.Contains(DraftRow.Note))
            {
                Line("    leave-out:");
                Line($"      - {{ where: {{ {Empty()} }}, reason: \"remarks below the table\" }}   # such as '{Example(DraftRow.Note)}'");
            }
        }

        /// <summary>Conditions that no figure stands in a row.</summary>
        string Empty() => string.Join(", ", columns.Figures.Take(6).Select(c => $"{Quoted(Header.Names[c])}: \"\""));

        string Example(DraftRow kind) => shape.Body.Where((_, i) => columns.Rows[i] == kind).Select(r => r.First(c => c.Length > 0)).First() is var found && found.Length > 50 ? found[..50] + "…" : found;

        int SectionColumn() => shape.Body.Where((_, i) => columns.Rows[i] == DraftRow.Section).Select(r => Array.FindIndex(r, c => c.Length > 0)).GroupBy(c => c).MaxBy(g => g.Count())!.Key;

        /// <summary>By which cells rows of totals are known.</summary>
        IEnumerable<(int Column, string Value)> TotalMarks()
        {
            var rows = shape.Body.Where((_, i) => columns.Rows[i] == DraftRow.Total).ToList();
            var labels = Enumerable.Range(0, Header.Names.Length).Where(c => !columns.Figures.Contains(c) && !columns.Shares.Contains(c)).ToList();
            var marked = rows.SelectMany(r => labels.Where(c => DraftShape.IsTotalCell(r[c])).Take(1).Select(c => (Column: c, Text: r[c]))).ToList();
            foreach (var column in marked.GroupBy(m => m.Column))
            {
                var texts = column.Select(m => m.Text).Distinct().ToList();
                yield return (column.Key, texts.Count == 1 ? texts[0] : "/(?i)^(sub ?)?(total|totale?s|gesamt|insgesamt|summe|zusammen|ensemble|suma|soma|somme|grand total)\\b/");
            }

            if (marked.Count < rows.Count && columns.Levels.Count > 0)
            {
                yield return (columns.Levels[^1].Id, "");
            }
        }

        (IReadOnlyList<string> Ids, bool AreUnique) Places()
        {
            Line("places:");
            Line("  - { level: country, id: xx, name: The whole, title: { en: Country, es: País } }");
            var ids = new List<string>();
            var parents = "";
            if (columns.Rows.Contains(DraftRow.Section))
            {
                ids.Add("section-{section}");
                Line("  - { level: section, id: \"section-{section}\", name: \"{section}\", title: { en: Area, es: Zona } }");
                parents = "{section}, ";
            }

            var before = new List<int>();
            foreach (var level in columns.Levels)
            {
                var isUnit = level == columns.Levels[^1];
                var own = $"{{{Header.Names[level.Id]}}}";
                var isNested = parents.Length == 0 || (before.Count > 0 && !columns.Rows.Contains(DraftRow.Section) && IsWithinOne(level.Id, before));
                var id = isNested ? own : $"{parents}{own}";
                id = isUnit && !OthersHave(level) ? id : $"{level.Level}-{id}";
                ids.Add(id);
                var (english, spanish) = TitleOf(level, isUnit);
                var open = level.IsSure || columns.Levels.Count == 1 ? "" : $"   {Choose} the level: the header '{Header.Names[level.Name]}' says nothing of it";
                Line($"  - {{ level: {level.Level}, id: {Quoted(id)}, name: {Quoted($"{{{Header.Names[level.Name]}}}")}, title: {{ en: {Quoted(english)}, es: {Quoted(spanish)} }} }}{open}");
                parents = $"{(isNested ? "" : parents)}{own}, ";
                before.Add(level.Id);
            }

            if (columns.Levels.Count == 0)
            {
                Line($"  {Choose}: no column names the place of a row; the whole file is one place");
            }

            var keys = columns.Levels.Select(l => l.Id).Concat(columns.Contests).Concat(columns.IsLong ? new[] { columns.ChoiceColumn, columns.PartyColumn }.OfType<int>() : []).ToArray();
            var unique = columns.Data.Select(r => string.Join('\u001f', keys.Select(c => r[c]))).Distinct().Count() == columns.Data.Count || columns.Rows.Contains(DraftRow.Section);
            return (ids, unique);
        }

        bool IsWithinOne(int column, List<int> above) =>
            columns.Data.GroupBy(r => r[column]).All(g => g.Select(r => string.Join('\u001f', above.Select(c => r[c]))).Distinct().Count() == 1);

        bool OthersHave(DraftLevel level)
        {
            var own = columns.Data.Select(r => r[level.Id]).ToHashSet();
            return columns.Levels.Where(l => l != level).Any(l => columns.Data.Any(r => own.Contains(r[l.Id]))) || own.Contains("xx");
        }

        static (string English, string Spanish) TitleOf(DraftLevel level, bool isUnit) => level.Level.Split('-')[0] switch
        {
            "station" => ("Polling station", "Mesa"),
            "precinct" => ("Precinct", "Sección"),
            "venue" => ("Polling place", "Local"),
            "commune" => ("Municipality", "Comuna"),
            "county" => ("County", "Condado"),
            "constituency" => ("Constituency", "Circunscripción"),
            "district" => ("District", "Distrito"),
            "province" => ("Province", "Provincia"),
            "region" => ("Region", "Región"),
            "nation" => ("Country of residence", "País de residencia"),
            _ => isUnit ? ("Unit", "Unidad") : ("Area", "Zona"),
        };

        void Ignore(DraftCounts? counts)
        {
            var used = columns.Levels.SelectMany(l => new[] { l.Id, l.Name }).Concat(columns.Contests).Concat(new[] { columns.ChoiceColumn, columns.PartyColumn, columns.VotesColumn }.OfType<int>())
                .Concat(counts?.Reserved.Values ?? Enumerable.Empty<int>()).Concat(counts?.Candidates ?? []).Concat(columns.IsLong ? LongCounts().Select(c => c.Column) : []).ToHashSet();
            var left = Enumerable.Range(0, Header.Names.Length).Where(c => !used.Contains(c) && Header.Names[c].Length > 0).Select(c => Quoted(Header.Names[c])).ToList();
            if (left.Count > 0)
            {
                Line($"ignore: [{string.Join(", ", left)}]   # neither places nor counts");
            }
        }

        /// <summary>Counts of the unit that each of its rows repeats, in a long table.</summary>
        List<(int Column, string Kind)> LongCounts() =>
            [.. columns.Figures.Where(c => c != columns.VotesColumn).Select(c => (Column: c, Kind: DraftWords.CountOf(Header.Names[c]))).Where(c => c.Kind is not (null or CountWords.Total)).DistinctBy(c => c.Kind).Select(c => (c.Column, c.Kind!))];

        void Contests(DraftCounts? counts, IReadOnlyList<string> ids, bool areUnique)
        {
            Line("contests:");
            var id = columns.Contests.Count > 0 ? string.Join(" ", columns.Contests.Select(c => $"{{{Header.Names[c]}}}")) : "contest";
            Line($"  - id: {Quoted(id)}");
            Line(columns.Contests.Count > 0 ? $"    title: {Quoted(id)}" : "    title: { en: \"The contest of the file\", es: \"La elección del archivo\" }");
            if (counts?.Balance is { } balance)
            {
                Line($"    balance: {balance}   # as the sums of nearly all rows say");
            }

            if (columns.IsLong || counts is { EmptyIsZero: true })
            {
                Line("    missing: zero   # a candidacy without a figure has none");
            }
            else if (counts is { HasEmpty: true })
            {
                Line("    # an empty cell of a candidacy is missing; if the source leaves zeros empty, say missing: zero");
            }

            if (!areUnique)
            {
                Line($"    {Choose}: several rows have the same place; 'repeated: sum' adds them, 'same' takes one: which is it?");
            }

            foreach (var open in counts?.Open ?? [])
            {
                Line($"    {Choose}: {open}");
            }

            Line("    choices:");
            var repeated = areUnique ? "" : ", repeated: sum";
            if (counts is null)
            {
                Long(repeated);
                return;
            }

            foreach (var (kind, column) in counts.Reserved)
            {
                Line($"      - {{ column: {Quoted(Header.Names[column])}, choice: {(kind == "null" ? "\"null\"" : kind)}{repeated} }}");
            }

            foreach (var column in counts.Candidates)
            {
                var name = Header.Names[column];
                Line($"      - {{ column: {Quoted(name)}, choice: {Quoted(Escaped(name))}, {(name.Contains(' ', StringComparison.Ordinal) ? "candidate" : "party")}: {Quoted(Escaped(name))}{repeated} }}");
            }
        }

        void Long(string repeated)
        {
            foreach (var (column, kind) in LongCounts())
            {
                Line($"      - {{ column: {Quoted(Header.Names[column])}, choice: {(kind == "null" ? "\"null\"" : kind)}, repeated: same }}");
            }

            var choice = $"{{{Header.Names[columns.ChoiceColumn!.Value]}}}";
            var party = columns.PartyColumn is { } p ? $"{{{Header.Names[p]}?}}" : "";
            var isParty = DraftWords.IsParty(Header.Names[columns.ChoiceColumn.Value]) && !DraftWords.IsChoice(Header.Names[columns.ChoiceColumn.Value]);
            var id = party.Length > 0 && columns.Data.Select(r => (r[columns.ChoiceColumn.Value], r[columns.PartyColumn!.Value])).Distinct().Count() > columns.Distinct(columns.ChoiceColumn.Value) ? $"{choice} ({party})" : choice;
            Line($"      - {{ column: {Quoted(Header.Names[columns.VotesColumn!.Value])}, choice: {Quoted(id)}, {(isParty ? "party" : "candidate")}: {Quoted(choice)}{(party.Length > 0 ? $", party: {Quoted(party)}" : "")}{repeated} }}");
        }

        /// <summary>A name that a template does not take for a column.</summary>
        static string Escaped(string name) => name.Replace('{', '(').Replace('}', ')');

        string Start()
        {
            var filled = Array.FindIndex(shape.HeaderRow, c => c.Length > 0);
            var second = Array.FindIndex(shape.HeaderRow, filled + 1, c => c.Length > 0);
            return string.Join(Regex.Escape($"{grid.Format.Separator}"), shape.HeaderRow.Take((second < 0 ? filled : second) + 1).Select(Regex.Escape));
        }

        DateOnly? DayOf()
        {
            foreach (var line in shape.Preamble.Select(p => string.Join(" ", p)).Append(file.Name))
            {
                if (Day().Match(line) is { Success: true } day
                    && DateOnly.TryParseExact($"{day.Groups["y"].Value}-{int.Parse(day.Groups["m"].Value, CultureInfo.InvariantCulture):00}-{int.Parse(day.Groups["d"].Value, CultureInfo.InvariantCulture):00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found))
                {
                    return found;
                }
            }

            return null;
        }

        static string YamlName(string encoding) => encoding switch { "ibm850" => "cp850", "ibm437" => "cp437", "ibm852" => "cp852", "utf-16BE" => "utf-16be", var same => same };

        static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex(@"(?<![0-9])((?<y>(18|19|20)\d\d)[-./_](?<m>\d\d?)[-./_](?<d>\d\d?)|(?<d>\d\d?)[-./](?<m>\d\d?)[-./](?<y>(18|19|20)\d\d)|(?<y>(19|20)\d\d)(?<m>(0[1-9]|1[0-2]))(?<d>[0-3]\d))(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();
}
