using DuckDB.NET.Data;

namespace Urna.Store.Ledger;

/// <summary>What cells of a ledger share: the snapshot, the contest and the file.</summary>
sealed class LedgerBatches(DuckDBConnection ledger, int snapshot)
{
    readonly int first = ledger.Read("select coalesce(max(number), -1) + 1 from batches", r => r.GetInt32(0))[0];
    readonly List<(int Contest, int File)> batches = [];
    int last;

    /// <summary>The number of a batch, which is made the first time.</summary>
    public int Of(int contest, int file)
    {
        if (batches.Count == 0 || batches[last] != (contest, file))
        {
            last = batches.IndexOf((contest, file));
            if (last < 0)
            {
                last = batches.Count;
                batches.Add((contest, file));
            }
        }

        return first + last;
    }

    /// <summary>Writes the batches.</summary>
    public void Save()
    {
        using var appender = ledger.CreateAppender("batches");
        foreach (var (index, (contest, file)) in batches.Index())
        {
            appender.CreateRow().AppendValue(first + index).AppendValue(snapshot).AppendValue(contest).AppendValue(file).EndRow();
        }
    }
}
