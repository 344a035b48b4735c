using System.Collections.Immutable;
using Urna.Infer;
using Urna.Store.Csv;
using Urna.Validate;

namespace Urna.Store.Transfers;

/// <summary>Reads the two tables of counts of <c>urna infer --rows A.csv --columns B.csv</c>.</summary>
public static class TransferTables
{
    sealed record Table(ImmutableArray<string> Names, List<string> Units, List<long> Counts);

    /// <summary>Pairs two files by unit, and lists every fault if they cannot be read.</summary>
    /// <param name="rows">The file of groups or earlier votes.</param>
    /// <param name="columns">The file of votes.</param>
    /// <param name="hasKey">Whether the first column is the unit's key; otherwise rows pair by position.</param>
    public static ReadResult<TransferProblem> Read(string rows, string columns, bool hasKey)
    {
        var faults = new FaultLog();
        var groups = ReadTable(rows, hasKey, faults);
        var votes = ReadTable(columns, hasKey, faults);
        if (!faults.HasFaults && !hasKey && groups.Units.Count != votes.Units.Count)
        {
            faults.Add(
                "V112", $"'{Path.GetFileName(rows)}' has {groups.Units.Count} rows and '{Path.GetFileName(columns)}' {votes.Units.Count}; without keys they must pair.", Path.GetFileName(columns));
        }

        return faults.Result(() => Pair(groups, votes, faults));
    }

    static TransferProblem? Pair(Table groups, Table votes, FaultLog faults)
    {
        var inGroups = Index(groups);
        var inVotes = Index(votes);
        var units = groups.Units.Where(inVotes.ContainsKey).ToImmutableArray();
        foreach (var finding in LoneUnit.Findings([.. Lone(groups, inVotes), .. Lone(votes, inGroups)]))
        {
            faults.Add(finding);
        }

        if (units.IsEmpty)
        {
            return null;
        }

        return new TransferProblem(
            groups.Names,
            votes.Names,
            units,
            [.. units.SelectMany(u => groups.Counts.Skip(inGroups[u] * groups.Names.Length).Take(groups.Names.Length))],
            [.. units.SelectMany(u => votes.Counts.Skip(inVotes[u] * votes.Names.Length).Take(votes.Names.Length))]);
    }

    static IEnumerable<LoneUnit> Lone(Table table, Dictionary<string, int> other) =>
        from unit in table.Units.Index()
        where !other.ContainsKey(unit.Item)
        select new LoneUnit(unit.Item, table.Counts.GetRange(unit.Index * table.Names.Length, table.Names.Length).Sum(c => (double)c), OfContest: false);

    static Dictionary<string, int> Index(Table table) => table.Units.Select((unit, i) => (unit, i)).ToDictionary(p => p.unit, p => p.i);

    static Table ReadTable(string path, bool hasKey, FaultLog faults)
    {
        var table = new Table([], [], []);
        var seen = new Dictionary<string, int>();
        CsvFile.Read(path, Path.GetFileName(path), null, faults, row =>
        {
            if (table.Names.IsEmpty)
            {
                table = table with { Names = [.. row.Columns.Skip(hasKey ? 1 : 0)] };
            }

            var unit = hasKey ? row.Required(row.Columns[0]) : $"{row.Row - 1}";
            if (unit is not null && !seen.TryAdd(unit, row.Row))
            {
                row.Fault("V106", $"the unit '{unit}' stands already in row {seen[unit]}.", row.Columns[0], unit, "each unit once", unit);
            }

            table.Units.Add(unit ?? "");
            foreach (var name in table.Names)
            {
                table.Counts.Add(row.Count(name) ?? 0);
            }
        });
        if (!faults.HasFaults && (table.Units.Count == 0 || table.Names.IsEmpty))
        {
            faults.Add("V103", $"'{Path.GetFileName(path)}' has no counts.", Path.GetFileName(path), expected: hasKey ? "a key column and at least one column of counts" : "at least one column of counts");
        }

        return table;
    }
}
