using DuckDB.NET.Data;

namespace Urna.Store.Ledger;

/// <summary>Ids that a ledger numbers: of contests, units or choices.</summary>
sealed class LedgerNames
{
    readonly DuckDBConnection ledger;
    readonly string table;
    readonly Dictionary<string, int> numbers = [];
    readonly List<string> added = [];

    /// <summary>The ids that the ledger has.</summary>
    /// <param name="ledger">The open ledger.</param>
    /// <param name="table">The table of numbers and ids.</param>
    public LedgerNames(DuckDBConnection ledger, string table)
    {
        this.ledger = ledger;
        this.table = table;
        foreach (var (number, id) in ledger.Read($"select number, id from {table}", r => (r.GetInt32(0), r.GetString(1))))
        {
            numbers.Add(id, number);
        }
    }

    /// <summary>The number of an id, which is made the first time.</summary>
    public int NumberOf(string id)
    {
        if (!numbers.TryGetValue(id, out var number))
        {
            numbers.Add(id, number = numbers.Count);
            added.Add(id);
        }

        return number;
    }

    /// <summary>Writes the ids that are new.</summary>
    public void Save()
    {
        using var appender = ledger.CreateAppender(table);
        foreach (var id in added)
        {
            appender.CreateRow().AppendValue(numbers[id]).AppendValue(id).EndRow();
        }
    }
}

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
