using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Urna.Store.Csv;

/// <summary>How a text stands in CSV: every table that Urna writes is written here, and read back as it was.</summary>
/// <remarks>
/// A spreadsheet runs a cell that begins as a formula, and names come from files of strangers: an apostrophe goes before such a text, in every column, and our
/// readers take it off again. A text that only begins with + or − and then has nothing but words (the list "+Europa") runs nothing and stays as it is, and
/// so does a signed number in a column of keys: keys join with their source.
/// </remarks>
public static class CsvText
{
    const char Guard = '\'';

    static readonly SearchValues<char> ofNumbers = SearchValues.Create("0123456789.");

    static readonly FrozenSet<string> keys = FrozenSet.Create("contest", "place", "parent", "level", "choice", "district", "unit", "id", "chamber", "code");

    /// <summary>A line of cells.</summary>
    /// <param name="columns">The names of the columns, which say what is a key.</param>
    /// <param name="cells">Texts and numbers; a null is an empty cell.</param>
    public static string Line(ReadOnlySpan<string> columns, ReadOnlySpan<object?> cells)
    {
        var line = new System.Text.StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            line.Append(i == 0 ? "" : ",").Append(cells[i] switch
            {
                null => "",
                string text => Cell(text, i < columns.Length && keys.Contains(columns[i])),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                var other => Cell(other.ToString() ?? ""),
            });
        }

        return line.Append('\n').ToString();
    }

    /// <summary>A header of columns.</summary>
    /// <param name="columns">The names of the columns.</param>
    public static string Header(ReadOnlySpan<string> columns)
    {
        var cells = new object?[columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = columns[i];
        }

        return Line([], cells);
    }

    /// <summary>A text as a cell: guarded, then quoted where CSV asks for it.</summary>
    /// <param name="text">A name, a key or another text.</param>
    /// <param name="isKey">Whether the column holds keys, which join with the source.</param>
    public static string Cell(string text, bool isKey = false)
    {
        var cell = IsRun(text) && !(isKey && IsSignedNumber(text)) ? Guard + text : text;
        return cell.AsSpan().ContainsAny(",\"\n\r") || cell.AsSpan().Trim().Length != cell.Length ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    /// <summary>The text that a cell holds, without the guard that <see cref="Cell"/> put before it.</summary>
    /// <param name="cell">A cell, unquoted.</param>
    public static string Read(string cell) => cell is [Guard, ..] && IsRun(cell[1..]) ? cell[1..] : cell;

    /// <summary>Whether a spreadsheet would run a text, or take it for a guard.</summary>
    static bool IsRun(string text)
    {
        var body = text.AsSpan().TrimStart(Guard);
        return body is ['=' or '@' or '\t' or '\r', ..] || (body is ['+' or '-', ..] && !IsWords(body[1..]));
    }

    /// <summary>Whether a text has letters and what stands between words, and nothing that a formula needs.</summary>
    static bool IsWords(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c) && c is not (' ' or '.' or '-' or '\'' or '’') && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                return false;
            }
        }

        return text.ContainsAnyExcept(" .-'’");
    }

    static bool IsSignedNumber(ReadOnlySpan<char> text) => text is ['+' or '-', _, ..] && !text[1..].ContainsAnyExcept(ofNumbers);
}
