using Urna.Model;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Urna.Store.Files;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Csv;

/// <summary>Reads a CSV file row by row, and puts every fault of its form in a log.</summary>
static class CsvFile
{
    /// <summary>The sign that stands for bytes that are no UTF-8.</summary>
    const char Unreadable = '\uFFFD';

    /// <summary>The most bytes of a record.</summary>
    const int LongestRecord = 1 << 20;

    /// <summary>The columns a file may have.</summary>
    /// <param name="Required">Columns without which it cannot be read.</param>
    /// <param name="Optional">Columns it may have; others are told as not used.</param>
    public sealed record Columns(ImmutableArray<string> Required, ImmutableArray<string> Optional);

    /// <summary>Reads every row that is well-formed of a file that the user names.</summary>
    /// <param name="path">Where the file is; one that ends in .gz is unpacked.</param>
    /// <param name="file">How findings name it.</param>
    /// <param name="columns">The columns it may have; null if any.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="read">Called for each row.</param>
    public static void Read(string path, string file, Columns? columns, FaultLog faults, Action<CsvRow> read) =>
        Read(() => FolderFiles.Anywhere("").Open(path), file, columns, faults, read);

    /// <summary>Reads every row that is well-formed of a file that a folder's own file names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The file, by its path from there; one that ends in .gz is unpacked.</param>
    /// <param name="columns">The columns it may have; null if any.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="read">Called for each row.</param>
    public static void Read(FolderFiles folder, string file, Columns? columns, FaultLog faults, Action<CsvRow> read)
    {
        if (!folder.Refuses(file, beside: false, faults))
        {
            Read(() => folder.Open(file), file, columns, faults, read);
        }
    }

    static void Read(Func<Stream> open, string file, Columns? columns, FaultLog faults, Action<CsvRow> read)
    {
        try
        {
            using var bytes = InputFile.Unpacked(open(), file);
            using var begun = new BegunStream(bytes, Separators.HasTwoRecords, LongestRecord);
            using var csv = CsvReader.Create(begun, Options(Separators.Of(begun.Start, columns?.Required), file, faults), leaveOpen: true);
            csv.ReadHeader();
            RefuseUnless(csv.Headers.All(IsReadable));
            if (!HeaderIsRight(csv.Headers, columns, file, faults))
            {
                return;
            }

            while (csv.Read())
            {
                RefuseUnless(Utf8.IsValid(csv.RawRecord));

                if (HasControls(csv.RawRecord))
                {
                    faults.Add(
                        "V112",
                        LocalizedText.Say("v112.row-is-malformed-it-has-characters", ("lineNumber", csv.LineNumber)),
                        file, (int)csv.LineNumber);
                }
                else
                {
                    read(new CsvRow(csv, file, faults));
                }
            }
        }
        catch (CsvFormatException e)
        {
            faults.Add(
                "V112",
                LocalizedText.Say("v112.the-file-cannot-be-read-as-4", ("file", file)),
                file, e.LineNumber > 0 ? (int)e.LineNumber : null);
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file, faults);
        }
    }

    /// <summary>Refuses text that is not UTF-8; the reader itself puts another sign in the place of what it cannot read.</summary>
    /// <exception cref="DecoderFallbackException">It is not.</exception>
    public static void RefuseUnless(bool isUtf8)
    {
        if (!isUtf8)
        {
            throw new DecoderFallbackException();
        }
    }

    /// <summary>Whether a row has control characters, as a damaged or binary file has.</summary>
    public static bool HasControls(ReadOnlySpan<byte> raw) => raw.ContainsAnyInRange((byte)0, (byte)8);

    /// <summary>Whether a text has no sign in the place of bytes that could not be read.</summary>
    public static bool IsReadable(string? text) => text?.Contains(Unreadable, StringComparison.Ordinal) != true;

    static CsvReaderOptions Options(char? separator, string file, FaultLog faults) => new()
    {
        Separator = separator,
        TrackLineNumbers = true,
        PoolStrings = true,
        MaxRecordSize = LongestRecord,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = record =>
        {
            RefuseUnless(IsReadable(record.RawRecord));
            faults.Add(
                "V112",
                LocalizedText.Say("v112.row-is-malformed", ("lineNumber", record.LineNumber), ("explain", Explain(record.Reason))),
                file, (int)record.LineNumber, found: FaultLog.Short(record.RawRecord));
        },
    };

    static string Explain(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "it has more or fewer fields than the header",
        CsvMalformedReason.UnterminatedQuote => "a quoted field never ends",
        CsvMalformedReason.StrayQuote => "a quote stands inside an unquoted field",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote",
        _ => "its quoting is broken",
    };

    static bool HeaderIsRight(IReadOnlyList<string> headers, Columns? columns, string file, FaultLog faults)
    {
        foreach (var twice in headers.GroupBy(h => h).Where(g => g.Count() > 1))
        {
            faults.Add("V106", LocalizedText.Say("v106.the-column-stands-twice", ("twice", twice.Key)), file, 1, twice.Key, twice.Key);
        }

        if (columns is null)
        {
            return true;
        }

        var missing = columns.Required.Where(c => !headers.Contains(c)).ToList();
        foreach (var column in missing)
        {
            faults.Add(
                "V103",
                LocalizedText.Say("v103.the-column-is-missing", ("column", column)),
                file, 1, column, string.Join(',', headers), column);
        }

        foreach (var unused in headers.Where(h => !columns.Required.Contains(h) && !columns.Optional.Contains(h)))
        {
            faults.Add(
                "V119",
                LocalizedText.Say("v119.the-column-is-not-used", ("unused", unused)),
                file, 1, unused, unused, Nearest.Among(unused, columns.Required.Concat(columns.Optional)));
        }

        return missing.Count == 0;
    }
}
