using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using Urna.Model;
using Urna.Store.Files;

namespace Urna.Store.Import.Sources;

/// <summary>The raw rows of a sheet of a workbook.</summary>
static class SheetReader
{
    /// <summary>Zero bytes in front of what a zip file is: the start of its first entry.</summary>
    static ReadOnlySpan<byte> ZipMark => "PK"u8;

    public static IEnumerable<(int Row, string[] Cells)> Rows(SourceFile file, TableFormat format, FaultLog faults, RowTally tally)
    {
        using var stream = Seekable(file);
        CheckParts(stream, Math.Min(file.Limit, Bounds.Workbook));
        if (OpenDocument(stream, format.Sheet, file.Name, faults) is { } open)
        {
            foreach (var (at, texts) in open)
            {
                tally.Take();
                yield return (at, texts);
            }

            yield break;
        }

        var lost = LostCells.Of(stream, format.Sheet);
        using var book = Asked(() => ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = System.Text.Encoding.GetEncoding("windows-1252") }));
        var names = new List<string>();
        while (format.Sheet is { } wanted && book.Name != wanted)
        {
            names.Add(book.Name);
            if (!Asked(book.NextResult))
            {
                faults.Add(
                    "V103",
                    LocalizedText.Say("v103.the-workbook-has-no-sheet", ("file", file.Name), ("wanted", wanted)),
                    file.Name, found: string.Join(", ", names), expected: wanted);
                yield break;
            }
        }

        RefuseFarCells(book);
        var row = 0;
        var values = new object?[Math.Max(0, book.FieldCount)];
        while (Asked(() => Next(book, values)))
        {
            row++;
            var cells = new string[values.Length];
            var hasText = false;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = values[i] is null && lost.TryGetValue((row, i), out var text) ? text : TextOf(values[i], row, file.Name, faults);
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

    /// <summary>The rows of an OpenDocument workbook; null if it is of another form.</summary>
    static List<(int Row, string[] Cells)>? OpenDocument(Stream stream, string? sheet, string file, FaultLog faults)
    {
        stream.Position = 0;
        Span<byte> mark = stackalloc byte[2];
        var isZip = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && mark.SequenceEqual(ZipMark);
        stream.Position = 0;
        if (!isZip)
        {
            return null;
        }

        using var zip = ZipContent.Open(stream, leaveOpen: true);
        var part = zip.GetEntry("content.xml");
        if (part is null)
        {
            stream.Position = 0;
            return null;
        }

        var names = new List<string>();
        using var content = part.Open();
        if (OdsReader.Rows(content, sheet, names) is { } rows)
        {
            return [.. rows];
        }

        faults.Add(
            "V103",
            LocalizedText.Say("v103.the-workbook-has-no-sheet-2", ("file", file), ("sheet", sheet)),
            file, found: string.Join(", ", names), expected: sheet ?? "a sheet");
        return [];
    }

    static bool Next(IExcelDataReader book, object?[] values)
    {
        if (!book.Read())
        {
            return false;
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = book.GetValue(i);
        }

        return true;
    }

    static string TextOf(object? value, int row, string file, FaultLog faults)
    {
        switch (value)
        {
            case null:
                return "";
            case string text:
                return CanonicalText.Of(text.Trim());
            case double number:
                return number.ToString("0.###############", CultureInfo.InvariantCulture);
            case DateTime moment:
                faults.Add(
                    "V144",
                    LocalizedText.Say(
                        "v144.row-the-cell-is-the-date", ("row", row), ("moment", $"{moment:yyyy-MM-dd}"), ("day", moment.Day),
                        ("month", moment.Month)),
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
        using (var bounded = new LimitedStream(stream, Bounds.Workbook, isPacked: true))
        {
            bounded.CopyTo(held);
        }

        held.Position = 0;
        return held;
    }

    /// <summary>Refuses a sheet that ends in a stray cell far from its table: a few bytes that stand for billions of empty cells.</summary>
    static void RefuseFarCells(IExcelDataReader book)
    {
        if ((long)book.RowCount * book.FieldCount > Bounds.SheetCells)
        {
            throw new TooLargeException(
                $"its sheet '{book.Name}' reaches to cell {ColumnName(book.FieldCount)}{book.RowCount}, which makes more than {Bounds.SheetCells} cells; delete what stands far from the table",
                book.RowCount);
        }
    }

    /// <summary>A column's letters: 1 is A, 27 is AA.</summary>
    static string ColumnName(int column) => column <= 0 ? "" : ColumnName((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    /// <summary>Asks the library, whose own words for a damaged workbook are of many kinds.</summary>
    static T Asked<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            throw new InvalidDataException("it is not a workbook that can be read: it is damaged, locked by a password, or of a form that is not known", e);
        }
    }

    /// <summary>Unpacks every part once and forgets it, so that one that is damaged, or never ends, is refused before a reader trusts it.</summary>
    static void CheckParts(Stream stream, long limit)
    {
        Span<byte> mark = stackalloc byte[2];
        var isZip = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && mark.SequenceEqual(ZipMark);
        stream.Position = 0;
        if (!isZip)
        {
            return;
        }

        using (var zip = ZipContent.Open(stream, leaveOpen: true))
        {
            var left = limit;
            foreach (var entry in ZipContent.EntriesOf(zip))
            {
                left -= ZipContent.Check(entry, left);
            }
        }

        stream.Position = 0;
    }
}
