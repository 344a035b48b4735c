using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;

namespace Urna.Store.Import.Sources;

/// <summary>The raw rows of a sheet of a workbook.</summary>
static class SheetReader
{
    /// <summary>Zero bytes in front of what a zip file is: the start of its first entry.</summary>
    static ReadOnlySpan<byte> ZipMark => "PK"u8;

    public static IEnumerable<(int Row, string[] Cells)> Rows(SourceFile file, TableFormat format, FaultLog faults, RowTally tally)
    {
        using var stream = Seekable(file);
        RefuseBomb(stream, file.Limit);
        using var book = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = System.Text.Encoding.GetEncoding("windows-1252") });
        var names = new List<string>();
        while (format.Sheet is { } wanted && book.Name != wanted)
        {
            names.Add(book.Name);
            if (!book.NextResult())
            {
                faults.Add("V103", $"The workbook '{file.Name}' has no sheet '{wanted}'.", file.Name, found: string.Join(", ", names), expected: wanted);
                yield break;
            }
        }

        var row = 0;
        while (book.Read())
        {
            row++;
            var cells = new string[book.FieldCount];
            var hasText = false;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = TextOf(book.GetValue(i), row, file.Name, faults);
                hasText |= cells[i].Length > 0;
            }

            // Workbooks hold thousands of rows with a format and nothing else, and rows that were never written.
            if (hasText)
            {
                tally.Take();
                yield return (row, cells);
            }
        }
    }

    static string TextOf(object? value, int row, string file, FaultLog faults)
    {
        switch (value)
        {
            case null:
                return "";
            case string text:
                return text.Trim();
            case double number:
                return number.ToString("0.###############", CultureInfo.InvariantCulture);
            case DateTime moment:
                faults.Add(
                    "V144",
                    $"Row {row}: the cell is the date {moment:yyyy-MM-dd}; if it was '{moment.Day}-{moment.Month}' or '{moment.Month}-{moment.Day}', a spreadsheet changed it.",
                    file, row, found: moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                return moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            default:
                return Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? "";
        }
    }

    /// <summary>A stream in which the reader can go back; entries of zip files are held in memory.</summary>
    static Stream Seekable(SourceFile file)
    {
        var stream = file.Open();
        if (stream.CanSeek)
        {
            return stream;
        }

        var held = new MemoryStream();
        using (stream)
        {
            stream.CopyTo(held);
        }

        held.Position = 0;
        return held;
    }

    /// <summary>Unpacks every part once and forgets it, so that a part which never ends is refused before a reader holds it.</summary>
    static void RefuseBomb(Stream stream, long limit)
    {
        Span<byte> mark = stackalloc byte[2];
        var isZip = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && mark.SequenceEqual(ZipMark);
        stream.Position = 0;
        if (!isZip)
        {
            return;
        }

        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            var left = limit;
            var buffer = new byte[1 << 16];
            foreach (var entry in zip.Entries)
            {
                using var part = new LimitedStream(entry.Open(), left);
                int read;
                while ((read = part.Read(buffer)) > 0)
                {
                    left -= read;
                }
            }
        }

        stream.Position = 0;
    }
}
