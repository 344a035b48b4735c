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
