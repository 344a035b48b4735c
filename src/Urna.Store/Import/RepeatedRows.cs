using Urna.Model;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>Rows of a table that stand twice, word for word, where a mapping adds rows to one figure.</summary>
/// <remarks>Elsewhere a row that stands twice is a fault. Rows that are ballots may well be alike.</remarks>
sealed class RepeatedRows
{
    /// <summary>Rows beyond these are not compared: they would fill the memory.</summary>
    const int Most = 2_000_000;

    readonly HashSet<ulong>? seen;
    int repeated;
    int first;

    /// <summary>Looks for them where some entry of the table adds rows.</summary>
    public RepeatedRows(ImportMap map, TableFormat table) =>
        seen = map.Read.Any(c => c.Ballots is null && c.Readings.Any(r => map.TableOf(r.Table) == table.Id && r.Repeated == Repeated.Sum && !r.CountsRows)) && table.Kind is TableKind.Csv or TableKind.Sheet ? [] : null;

    /// <summary>Looks at a row that was kept.</summary>
    public void Look(SourceRow row)
    {
        if (seen is null || seen.Count >= Most)
        {
            return;
        }

        var hash = 14695981039346656037UL;
        foreach (var cell in row.Cells)
        {
            hash = unchecked(((hash ^ (uint)string.GetHashCode(cell, StringComparison.Ordinal)) * 1099511628211UL) + (ulong)cell.Length);
        }

        if (!seen.Add(hash))
        {
            first = repeated++ == 0 ? row.Row : first;
        }
    }

    /// <summary>Tells them.</summary>
    public void Tell(string file, FaultLog faults)
    {
        if (repeated > 0)
        {
            faults.Add("V568", LocalizedText.Say("v568.rows-stand-already-word-for", ("repeated", repeated), ("row", first)), file, first, found: $"{repeated}", expected: "each row once");
        }
    }
}
