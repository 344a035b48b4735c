using System.Globalization;
using Urna.Model;

namespace Urna.Store.Import.Sources;

/// <summary>Reads a file whose columns stand at fixed places of a line.</summary>
static class FixedReader
{
    const int LongestLine = 1 << 20;

    /// <summary>The first place, from 0, and the length of <c>12-13</c> or <c>12</c>; null if the text is neither.</summary>
    public static (int Start, int Length)? Places(string text)
    {
        var parts = text.Split('-');
        if (parts.Length is 1 or 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first >= 1 && last >= first && last <= LongestLine)
        {
            return (first - 1, last - first + 1);
        }

        return null;
    }

    public static void Read(SourceFile file, TableFormat format, FaultLog faults, RowTally tally, Func<TableHeader, bool> begin, Action<SourceRow> read)
    {
        var header = new TableHeader(format.Fields.Select(f => f.Name));
        if (!begin(header))
        {
            return;
        }

        var places = format.Fields.Select(f => Places(f.Where)!.Value).ToArray();
        var needed = places.Max(p => p.Start + p.Length);
        using var text = TableReader.Text(file, format, faults);
        var row = 0;
        while (Line(text) is { } line)
        {
            row++;
            tally.Take();
            if (row <= format.Skip || line.Trim().Length == 0)
            {
                tally.Tell("V141", row <= format.Skip ? LocalizedText.Say("import.first-record") : LocalizedText.Say("import.empty-rows"), row);
            }
            else if (line.Length < needed || line.AsSpan().ContainsAnyInRange('\0', '\b'))
            {
                faults.Add(
                    "V112",
                    LocalizedText.Say("v112.row-is-malformed-it-has-places", ("row", row), ("line", line.Length)),
                    file.Name, row, found: $"{line.Length}", expected: $"{needed} or more");
                tally.TellElsewhere();
            }
            else
            {
                var cells = Array.ConvertAll(places, p => CanonicalText.Of(line.Substring(p.Start, p.Length).Trim()));
                GridReader.Give(new SourceRow(header, cells, file.Name, row), format, tally, read);
            }
        }
    }

    /// <summary>The lines that are text, without spaces around them; the others are told.</summary>
    public static IEnumerable<(int Row, string Line)> Lines(TextReader text, string file, FaultLog faults)
    {
        for (var row = 1; Line(text) is { } line; row++)
        {
            if (line.AsSpan().ContainsAnyInRange('\0', '\b'))
            {
                faults.Add("V112", LocalizedText.Say("v112.row-is-malformed-it-has-characters-2", ("row", row)), file, row);
            }
            else
            {
                yield return (row, line.Trim());
            }
        }
    }

    /// <summary>A line, or null at the end; a line beyond the longest is refused before it fills the memory.</summary>
    public static string? Line(TextReader text)
    {
        var line = new System.Text.StringBuilder();
        for (var read = text.Read(); read >= 0; read = text.Read())
        {
            if (read is '\n' or '\r')
            {
                if (read == '\r' && text.Peek() == '\n')
                {
                    _ = text.Read();
                }

                return line.ToString();
            }

            line.Append((char)read);
            if (line.Length > LongestLine)
            {
                throw new InvalidDataException($"it has a line of more than {LongestLine} characters");
            }
        }

        return line.Length > 0 ? line.ToString() : null;
    }
}
