using CsvHelper;

namespace Urna.Store.Import.Sources;

/// <summary>The raw rows of a file of columns between separators.</summary>
static class CsvReading
{
    const int LargestRecord = 1 << 20;

    public static IEnumerable<(int Row, string[] Cells)> Rows(SourceFile file, TableFormat format, FaultLog faults, RowTally tally)
    {
        using var text = TableReader.Text(file, format);
        using var csv = CsvReader.Create(text, Options(file.Name, format, faults, tally), leaveOpen: true);
        while (csv.Read())
        {
            var row = (int)csv.LineNumber;
            tally.Take();
            if (csv.RawRecord.ContainsAnyInRange((byte)0, (byte)8))
            {
                faults.Add("V112", $"Row {row} is malformed: it has characters that are no text.", file.Name, row);
                tally.TellElsewhere();
                continue;
            }

            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = csv.GetString(i).Trim();
            }

            yield return (row, cells);
        }
    }

    static CsvReaderOptions Options(string file, TableFormat format, FaultLog faults, RowTally tally) => new()
    {
        Separator = format.Separator,
        HasHeader = false,
        TrackLineNumbers = true,
        PoolStrings = true,
        MaxRecordSize = LargestRecord,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record =>
        {
            tally.Take();
            tally.TellElsewhere();
            faults.Add("V112", $"Row {record.LineNumber} is malformed: its quoting is broken.", file, (int)record.LineNumber, found: Short(record.RawRecord));
        },
    };

    static string Short(string? raw) => raw is null ? "" : raw.Length <= 80 ? raw : raw[..80] + "…";
}
