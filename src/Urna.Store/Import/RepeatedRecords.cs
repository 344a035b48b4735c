using Urna.Model;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>Records that stand twice in the files of a table, by the columns that a mapping says name each.</summary>
sealed class RepeatedRecords(TableFormat table)
{
    /// <summary>Records beyond these are not compared: they would fill the memory.</summary>
    const int Most = 4_000_000;

    readonly HashSet<string> seen = new(StringComparer.Ordinal);
    int repeated;
    (string File, int Row, string Record) first;
    TableHeader? header;
    int[] columns = [];

    /// <summary>Looks at a row that was kept; one of which a naming cell is empty has no name.</summary>
    public void Look(SourceRow row)
    {
        if (table.Once.IsEmpty || seen.Count >= Most)
        {
            return;
        }

        if (!ReferenceEquals(header, row.Header))
        {
            header = row.Header;
            columns = [.. table.Once.Select(header.IndexOf)];
        }

        if (columns.Contains(-1) || columns.Any(c => row[c].Length == 0))
        {
            return;
        }

        var record = columns.Length == 1 ? row[columns[0]] : string.Join(", ", columns.Select(c => row[c]));
        if (!seen.Add(record) && repeated++ == 0)
        {
            first = (row.File, row.Row, record);
        }
    }

    /// <summary>Tells them.</summary>
    public void Tell(FaultLog faults)
    {
        if (repeated > 0)
        {
            faults.Add(
                "V569",
                LocalizedText.Say("v569.records-stand-already", ("repeated", repeated), ("record", first.Record), ("row", first.Row)),
                first.File, first.Row, found: first.Record, expected: "each record once");
        }
    }
}
