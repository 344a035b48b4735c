using Urna.Model;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.XPath;
using CsvHelper;
using Urna.Store.Files;

namespace Urna.Store.Import.Sources;

/// <summary>Reads a table of a file row by row, in whatever form it stands.</summary>
static class TableReader
{
    /// <summary>Gives the header, then every row that is not left out; false where the header was refused.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">The form of the table.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="tally">Accounts for the rows.</param>
    /// <param name="begin">Called with the header; false ends the reading.</param>
    /// <param name="read">Called for each row.</param>
    public static void Read(SourceFile file, TableFormat format, FaultLog faults, RowTally tally, Func<TableHeader, bool> begin, Action<SourceRow> read)
    {
        try
        {
            var kind = FileKind.Of(file);
            if (FileKind.IsUnread(kind))
            {
                faults.Add(
                    "V140",
                    LocalizedText.Say("v140.the-file-is-which-is-not", ("file", file.Name), ("kind", kind)),
                    file.Name, found: kind, expected: "a table, a workbook, XML or JSON");
                return;
            }

            if (kind == FileKind.Text && FileKind.IsPackedName(file.Name))
            {
                faults.Add("V140", LocalizedText.Say("v140.the-file-is-named-as-a", ("file", file.Name)), file.Name, expected: "a workbook");
                return;
            }

            if (kind == FileKind.Text && format.Kind is not (TableKind.Xml or TableKind.Json) && LacksLineEnd(file))
            {
                faults.Add(
                    "V567",
                    LocalizedText.Say("v567.the-last-line-of-has-no", ("file", file.Name)),
                    file.Name, expected: "a line end");
            }

            switch (format.Kind)
            {
                case TableKind.Csv or TableKind.Sheet:
                    GridReader.Read(Grid(file, kind, format, faults, tally), file.Name, format, faults, tally, begin, read);
                    break;
                case TableKind.Fixed:
                    FixedReader.Read(file, format, faults, tally, begin, read);
                    break;
                case TableKind.Xml or TableKind.Json:
                    TreeReader.Read(file, format, tally, begin, read);
                    break;
                default:
                    BallotReader.Read(file, format, faults, tally, begin, read);
                    break;
            }
        }
        catch (DecoderFallbackException)
        {
            faults.Add(
                "V113",
                LocalizedText.Say(
                    "v113.the-file-is-not-text", ("file", file.Name), ("encodings", string.Join(" or ", format.Encodings))),
                file.Name, expected: string.Join(", ", format.Encodings));
        }
        catch (CsvFormatException e)
        {
            faults.Add(
                "V112",
                LocalizedText.Say("v112.the-file-cannot-be-read-as-2", ("file", file.Name)),
                file.Name, e.LineNumber > 0 ? (int)e.LineNumber : null);
        }
        catch (XmlException e)
        {
            faults.Add(
                "V102",
                LocalizedText.Say(
                    "v102.the-file-is-not-xml-that", ("file", file.Name), ("lineNumber", e.LineNumber > 0),
                    ("lineNumber2", e.LineNumber)),
                file.Name, e.LineNumber > 0 ? e.LineNumber : null);
        }
        catch (JsonException e)
        {
            faults.Add(
                "V102",
                LocalizedText.Say(
                    "v102.the-file-is-not-json-that", ("file", file.Name), ("hasLine", e.LineNumber is not null), ("line", e.LineNumber + 1)),
                file.Name);
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException e)
        {
            faults.Add(
                "V110",
                LocalizedText.Say("v110.the-pattern-takes-more-than-a", ("pattern", e.Pattern), ("file", file.Name)),
                file.Name, found: e.Pattern);
        }
        catch (XPathException)
        {
            faults.Add(
                "V110",
                LocalizedText.Say(
                    "v110.a-path-of-the-table-is", ("format", format.Id), ("rows", format.Rows),
                    ("fields", string.Join(", ", format.Fields.Select(f => f.Where).Take(6)))),
                file.Name, expected: "paths as //a/b, @c, ../d");
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file.Name, faults);
        }
    }

    /// <summary>The raw rows of a table that stands in columns, whatever the file's form; a form that the mapping does not say is told.</summary>
    public static IEnumerable<(int Row, string[] Cells)> Grid(SourceFile file, string kind, TableFormat format, FaultLog faults, RowTally tally)
    {
        var isSaid = kind is FileKind.Workbook == format.Kind is TableKind.Sheet && kind is FileKind.Text or FileKind.Workbook or "a zip file";
        if (!isSaid)
        {
            faults.Add(
                "V561",
                LocalizedText.Say(
                    "v561.the-file-is-and-not-it", ("file", file.Name), ("kind", kind), ("kind2", format.Kind == TableKind.Sheet)),
                file.Name, found: kind, expected: format.Kind == TableKind.Sheet ? "a workbook" : "text");
        }

        return kind switch
        {
            FileKind.Workbook => SheetReader.Rows(file, format, faults, tally),
            FileKind.Html => Counted(HtmlTables.Rows(Page(file, format, faults)), tally),
            FileKind.Parquet => Counted(ParquetRows.Rows(file), tally),
            _ => CsvReading.Rows(file, format, faults, tally),
        };
    }

    static IEnumerable<(int Row, string[] Cells)> Counted(IEnumerable<(int Row, string[] Cells)> rows, RowTally tally)
    {
        foreach (var row in rows)
        {
            if (row.Cells.Length > 0)
            {
                tally.Take();
                yield return row;
            }
        }
    }

    static string Page(SourceFile file, TableFormat format, FaultLog faults)
    {
        using var stream = new LimitedStream(file.Open(), Bounds.Document);
        using var text = new StreamReader(stream, TextForm.Strict(TextForm.EncodingOf(file, format.Encodings, new FaultLog())), detectEncodingFromByteOrderMarks: true);
        return text.ReadToEnd();
    }

    /// <summary>The text of a file, in the encoding of the table or of its byte order mark.</summary>
    public static StreamReader Text(SourceFile file, TableFormat format, FaultLog faults) =>
        new(file.Open(), TextForm.Strict(TextForm.EncodingOf(file, format.Encodings, faults)), detectEncodingFromByteOrderMarks: true);

    /// <summary>Whether a file ends within a line; what is packed cannot be cut off without being told.</summary>
    static bool LacksLineEnd(SourceFile file)
    {
        if (file.Entry is not null)
        {
            return false;
        }

        using var stream = InputFile.Open(file.Path);
        Span<byte> mark = stackalloc byte[4];
        if (stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) < 2 || mark is [0x1F, 0x8B, ..] || !stream.CanSeek)
        {
            return false;
        }

        stream.Seek(-Math.Min(4, stream.Length), SeekOrigin.End);
        var end = mark[..stream.ReadAtLeast(mark, 4, throwOnEndOfStream: false)].TrimEnd((byte)0);
        return end is not [.., (byte)'\n' or (byte)'\r' or 0x1A];
    }
}
