using Urna.Model;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Urna.Store.Csv;

namespace Urna.Store.Import.Sources;

/// <summary>The raw rows of a file of columns between separators.</summary>
static class CsvReading
{
    const int LargestRecord = 1 << 20;

    /// <summary>The rows; their cells stand in one array that the next row of that length takes again.</summary>
    public static IEnumerable<(int Row, string[] Cells)> Rows(SourceFile file, TableFormat format, FaultLog faults, RowTally tally)
    {
        // What is in UTF-8 already need not be made text first, which takes longer than the reading.
        var encoding = TextForm.EncodingOf(file, format.Encodings, faults);
        var isUtf8 = encoding == "utf-8";
        using var text = isUtf8 ? null : new StreamReader(file.Open(), TextForm.Strict(encoding), detectEncodingFromByteOrderMarks: true);
        using var bytes = isUtf8 ? file.Open() : null;
        var start = Encoding.GetEncoding(encoding).GetString(TextForm.Bytes(file));
        var options = Options(file.Name, format, TextForm.SeparatorOf(start, format, file.Name, faults), isUtf8, faults, tally);
        using var csv = text is null ? CsvReader.Create(bytes!, options, leaveOpen: true) : CsvReader.Create(text, options, leaveOpen: true);
        var columns = new List<ColumnTexts>();
        string[] cells = [];
        while (csv.Read())
        {
            var row = (int)csv.LineNumber;
            tally.Take();
            CsvFile.RefuseUnless(!isUtf8 || Utf8.IsValid(csv.RawRecord));
            if (CsvFile.HasControls(csv.RawRecord))
            {
                faults.Add("V112", LocalizedText.Say("v112.row-is-malformed-it-has-characters-2", ("row", row)), file.Name, row);
                tally.TellElsewhere();
                continue;
            }

            cells = cells.Length == csv.FieldCount ? cells : new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                if (columns.Count == i)
                {
                    columns.Add(new ColumnTexts());
                }

                cells[i] = columns[i].Of(csv, i);
            }

            yield return (row, cells);
        }
    }

    static CsvReaderOptions Options(string file, TableFormat format, char separator, bool isUtf8, FaultLog faults, RowTally tally) => new()
    {
        Separator = separator,
        HasHeader = false,
        TrackLineNumbers = true,
        PoolStrings = true,
        MaxRecordSize = LargestRecord,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record =>
        {
            CsvFile.RefuseUnless(!isUtf8 || CsvFile.IsReadable(record.RawRecord));
            tally.Take();
            tally.TellElsewhere();
            faults.Add(
                "V112",
                LocalizedText.Say("v112.row-is-malformed-its-quoting-is", ("lineNumber", record.LineNumber)),
                file, (int)record.LineNumber, found: FaultLog.Short(record.RawRecord));
        },
    };
}
