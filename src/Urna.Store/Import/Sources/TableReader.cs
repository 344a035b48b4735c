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
            switch (format.Kind)
            {
                case TableKind.Csv:
                    GridReader.Read(CsvReading.Rows(file, format, faults, tally), file.Name, format, faults, tally, begin, read);
                    break;
                case TableKind.Sheet:
                    GridReader.Read(SheetReader.Rows(file, format, faults, tally), file.Name, format, faults, tally, begin, read);
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
            faults.Add("V113", $"The file '{file.Name}' is not {string.Join(" or ", format.Encodings)} text.", file.Name, expected: string.Join(", ", format.Encodings));
        }
        catch (CsvFormatException e)
        {
            faults.Add("V112", $"The file '{file.Name}' cannot be read as CSV: {e.Message}", file.Name);
        }
        catch (XmlException e)
        {
            faults.Add("V102", $"The file '{file.Name}' is not XML that can be read: {e.Message}", file.Name, e.LineNumber > 0 ? e.LineNumber : null);
        }
        catch (JsonException e)
        {
            faults.Add("V102", $"The file '{file.Name}' is not JSON that can be read: {e.Message}", file.Name);
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException e)
        {
            faults.Add("V110", $"The pattern '{e.Pattern}' takes more than a second on a cell of '{file.Name}'; write it otherwise.", file.Name, found: e.Pattern);
        }
        catch (XPathException e)
        {
            faults.Add("V110", $"A path of the table '{format.Id}' cannot be used: {e.Message}", file.Name);
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file.Name, faults);
        }
    }

    /// <summary>The text of a file, in the encoding of the table or of its byte order mark.</summary>
    public static StreamReader Text(SourceFile file, TableFormat format, FaultLog faults) =>
        new(file.Open(), TextForm.Strict(TextForm.EncodingOf(file, format.Encodings, faults)), detectEncodingFromByteOrderMarks: true);
}
