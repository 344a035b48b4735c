using Urna.Store.Import.Sources;
using System.Text.RegularExpressions;

namespace Urna.Store.Import.Drafts;

/// <summary>The part of a drafted mapping that says how the file is written, and what its rows are.</summary>
sealed class DraftTable(DraftPage page, DraftGrid grid, DraftShape shape, DraftColumns columns)
{
    /// <summary>Writes it.</summary>
    public void Write()
    {
        page.Line("tables:");
        page.Line("  - id: table");
        if (grid.Format.Kind == TableKind.Sheet)
        {
            page.Line("    kind: sheet");
        }
        else
        {
            if (grid.Encoding is not ("utf-8" or ""))
            {
                page.Line($"    encoding: {YamlName(grid.Encoding)}   # the likeliest; look at names with accents");
            }

            if (grid.Format.Separator != ',')
            {
                page.Line($"    separator: {(grid.Format.Separator == '\t' ? "tab" : DraftPage.Quoted($"{grid.Format.Separator}"))}");
            }
        }

        if (shape.Preamble.Count > 0)
        {
            page.Line($"    header-at: {DraftPage.Quoted("^" + Start())}");
        }

        page.Line(shape.HeaderRows > 1 ? $"    header-rows: {shape.HeaderRows}" : "    header-rows: 1");
        if (shape.IsTransposed)
        {
            page.Line("    transpose: yes   # places are columns here");
        }

        if (shape.IsRagged && grid.Format.Kind == TableKind.Csv)
        {
            page.Line("    ragged: yes");
        }

        var figures = columns.Figures.SelectMany(c => shape.Body.Select(r => r[c])).ToList();
        if (DraftNumbers.MarksOf(figures) is { Count: > 0 } marks)
        {
            page.Line($"    thousands: {(marks.Count == 1 ? DraftPage.Quoted(marks[0]) : $"[{string.Join(", ", marks.Select(DraftPage.Quoted))}]")}");
        }

        if (figures.Where(f => f.Length > 0 && DraftNumbers.IsEmpty(f)).Distinct().ToList() is { Count: > 0 } empties)
        {
            page.Line($"    no-figure: [{string.Join(", ", empties.Select(DraftPage.Quoted))}]   # texts that stand for no figure");
        }

        foreach (var odd in figures.Where(f => f.Length > 0 && !DraftNumbers.IsEmpty(f) && !DraftNumbers.IsFigure(f)).GroupBy(f => f).Take(5))
        {
            page.Line($"    {DraftPage.Choose}: '{odd.Key}' stands {odd.Count()} times where figures stand; if it means none, add it to no-figure");
        }

        Rows();
    }

    void Rows()
    {
        if (columns.Rows.Contains(DraftRow.Section))
        {
            var at = SectionColumn();
            page.Line($"    sections: {{ column: section, where: {{ {Empty()} }}, text: {DraftPage.Quoted($"{{{shape.NameOf(at)}}}")} }}   # rows such as '{Example(DraftRow.Section)}'");
        }

        if (columns.Rows.Contains(DraftRow.Total))
        {
            page.Line("    totals:");
            foreach (var (column, texts, of, remark) in TotalMarks())
            {
                page.Line($"      - {{ where: {{ {DraftPage.Quoted(shape.NameOf(column))}: {(texts is [var one] ? DraftPage.Quoted(one) : $"[{string.Join(", ", texts.Select(DraftPage.Quoted))}]")} }}, of: {of} }}   {remark}");
            }
        }

        if (columns.Rows.Contains(DraftRow.Note))
        {
            page.Line("    leave-out:");
            page.Line($"      - {{ where: {{ {Empty()} }}, reason: \"remarks below the table\" }}   # such as '{Example(DraftRow.Note)}'");
        }
    }

    /// <summary>Conditions that no figure stands in a row.</summary>
    string Empty() => string.Join(", ", columns.Figures.Take(6).Select(c => $"{DraftPage.Quoted(shape.Header.Names[c])}: \"\""));

    string Example(DraftRow kind) => shape.Body.Where((_, i) => columns.Rows[i] == kind).Select(r => r.First(c => c.Length > 0)).First() is var found && found.Length > 50 ? found[..50] + "…" : found;

    int SectionColumn() => shape.Body.Where((_, i) => columns.Rows[i] == DraftRow.Section).Select(r => Array.FindIndex(r, c => c.Length > 0)).GroupBy(c => c).MaxBy(g => g.Count())!.Key;

    /// <summary>By which cells rows of totals are known, and what they are the totals of.</summary>
    IEnumerable<(int Column, List<string> Texts, string Of, string Remark)> TotalMarks()
    {
        const string compared = "# compared, not counted";
        var rows = shape.Body.Where((_, i) => columns.Rows[i] == DraftRow.Total).ToList();
        var labels = Enumerable.Range(0, shape.Header.Names.Length).Where(c => !columns.Figures.Contains(c) && !columns.Shares.Contains(c)).ToList();
        var marked = rows.SelectMany(r => labels.Where(c => DraftShape.IsTotalCell(r[c])).Take(1).Select(c => (Column: c, Text: r[c]))).ToList();
        var names = columns.Levels.SelectMany(l => columns.Data.Select(r => CountWords.Folded(r[l.Name]))).ToHashSet();
        foreach (var column in marked.GroupBy(m => m.Column))
        {
            var texts = column.Select(m => m.Text).Distinct().ToList();
            var whole = texts.Count == 1 ? texts : texts.FindAll(t => CountWords.BesideTotal(t).Length == 0);
            var places = texts.Except(whole).ToList();
            if (whole.Count > 0)
            {
                yield return (column.Key, whole, "whole", compared);
            }

            if (places.Count > 0)
            {
                var areKnown = places.TrueForAll(p => names.Contains(CountWords.BesideTotal(p)));
                yield return (column.Key, places.Count > 6 ? [Totals] : places, DraftPage.Quoted($"{{{shape.NameOf(column.Key)}}}"), areKnown ? compared : $"{DraftPage.Choose} the places that these are the totals of, by their id");
            }
        }

        if (marked.Count < rows.Count && columns.Levels.Count > 0)
        {
            yield return (columns.Levels[^1].Id, [""], "whole", compared);
        }
    }

    /// <summary>The form of cells that begin or end with a word for a total.</summary>
    const string Totals = "/(?i)^(sub ?)?(total|totale?s|gesamt|insgesamt|summe|zusammen|ensemble|suma|soma|somme|grand total)\\b/";

    string Start()
    {
        var filled = Array.FindIndex(shape.HeaderRow, c => c.Length > 0);
        var second = Array.FindIndex(shape.HeaderRow, filled + 1, c => c.Length > 0);
        return string.Join(Regex.Escape($"{grid.Format.Separator}"), shape.HeaderRow.Take((second < 0 ? filled : second) + 1).Select(Regex.Escape));
    }

    static string YamlName(string encoding) => encoding switch { "ibm850" => "cp850", "ibm437" => "cp437", "ibm852" => "cp852", "utf-16BE" => "utf-16be", var same => same };
}
