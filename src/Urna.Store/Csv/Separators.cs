using System.Collections.Immutable;

namespace Urna.Store.Csv;

/// <summary>The sign between the columns of a table: commas, or what spreadsheets write where commas stand in numbers.</summary>
/// <remarks>
/// A sign other than the comma is taken only where the header says so by itself: its cells are then the columns that the table must have, or, where any column may
/// stand, it and the first row have as many cells. What no sign explains is read by commas, and its faults are told.
/// </remarks>
static class Separators
{
    const char Comma = ',';

    static readonly ImmutableArray<char> all = [Comma, ';', '\t'];

    /// <summary>The sign of a table; null where its own first line names one.</summary>
    /// <param name="start">Its header and, if it has one, its first row.</param>
    /// <param name="columns">The columns it must have; null if any may stand.</param>
    public static char? Of(string start, IReadOnlyCollection<string>? columns) =>
        NamesItself(start) ? null : columns is null ? OfAnyColumns(start) : all.MaxBy(s => Cells(start, s).Header.Count(columns.Contains));

    /// <summary>Whether a text holds a whole header and a whole row.</summary>
    /// <param name="start">How a table begins.</param>
    public static bool HasTwoRecords(string start) => RecordEnds(start).Take(2).Count() == 2;

    static char OfAnyColumns(string start)
    {
        var fitting = all.Where(s => Cells(start, s) is var (header, row) && header.Count > 1 && (row is null || row.Count == header.Count)).ToList();
        var counting = fitting.FindAll(s => Cells(start, s).Row is [.., var last] && last.Trim() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit));
        return fitting is [var only] ? only : counting is [var sure] ? sure : Comma;
    }

    /// <summary>The cells of the header and of the first row, null where there is none.</summary>
    static (List<string> Header, List<string>? Row) Cells(string start, char separator)
    {
        var ends = RecordEnds(start).Take(2).ToList();
        var header = ends.Count > 0 ? start[..ends[0]] : start;
        var rest = ends.Count > 0 ? start[ends[0]..(ends.Count > 1 ? ends[1] : start.Length)].Trim('\r', '\n') : "";
        return (Split(header, separator), rest.Length > 0 ? Split(rest, separator) : null);
    }

    static List<string> Split(string record, char separator)
    {
        var cells = new List<string>();
        var (from, quoted) = (0, false);
        for (var i = 0; i <= record.Length; i++)
        {
            if (i == record.Length || (record[i] == separator && !quoted))
            {
                var cell = record[from..i];
                cells.Add(cell is ['"', .., '"'] ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell);
                from = i + 1;
            }
            else if (record[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return cells;
    }

    /// <summary>Where each record ends that has text: line ends inside quotes are of their cell.</summary>
    static IEnumerable<int> RecordEnds(string text)
    {
        var (quoted, hasText) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\r' or '\n' && !quoted)
            {
                if (hasText)
                {
                    yield return i;
                }

                hasText = false;
                continue;
            }

            hasText = true;
            quoted ^= text[i] == '"';
        }
    }

    /// <summary>Whether the first line tells a spreadsheet the sign, which the reader of the table knows too.</summary>
    static bool NamesItself(string start) => start is ['s', 'e', 'p', '=', Comma or ';' or '\t', '\r' or '\n', ..];
}
