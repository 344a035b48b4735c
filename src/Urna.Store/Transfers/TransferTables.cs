using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Urna.Infer;
using Urna.Infer.Tables;
using Urna.Model;
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
                "V112",
                LocalizedText.Say(
                    "v112.has-rows-and-without-keys-they", ("getFileName", Path.GetFileName(rows)), ("units", groups.Units.Count),
                    ("getFileName2", Path.GetFileName(columns)), ("units2", votes.Units.Count)),
                Path.GetFileName(columns));
        }

        return faults.Result(() => Pair(groups, votes, faults));
    }

    static TransferProblem? Pair(Table groups, Table votes, FaultLog faults)
    {
        if (groups.Units.SequenceEqual(votes.Units))
        {
            return new TransferProblem(groups.Names, votes.Names, [.. groups.Units], CollectionsMarshal.AsSpan(groups.Counts), CollectionsMarshal.AsSpan(votes.Counts));
        }

        var inGroups = Index(groups);
        var inVotes = Index(votes);
        var units = groups.Units.Where(inVotes.ContainsKey).ToImmutableArray();
        foreach (var finding in LoneUnit.Findings([.. Lone(groups, inVotes), .. Lone(votes, inGroups)]))
        {
            faults.Add(finding);
        }

        return units.IsEmpty ? null : new TransferProblem(groups.Names, votes.Names, units, Chosen(groups, inGroups, units), Chosen(votes, inVotes, units));
    }

    /// <summary>The counts of some units, in their order.</summary>
    static long[] Chosen(Table table, Dictionary<string, int> index, ImmutableArray<string> units)
    {
        var width = table.Names.Length;
        var all = CollectionsMarshal.AsSpan(table.Counts);
        var chosen = new long[units.Length * width];
        for (var i = 0; i < units.Length; i++)
        {
            all.Slice(index[units[i]] * width, width).CopyTo(chosen.AsSpan(i * width));
        }

        return chosen;
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
        var first = hasKey ? 1 : 0;
        CsvFile.Read(path, Path.GetFileName(path), null, faults, row =>
        {
            if (table.Names.IsEmpty)
            {
                table = table with { Names = [.. row.Columns.Skip(first).Select(c => CsvText.Read(CanonicalText.Of(c.Trim())))] };
            }

            table.Units.Add(hasKey ? Key(row, seen) : (row.Row - 1).ToString(CultureInfo.InvariantCulture));
            for (var column = first; column < first + table.Names.Length; column++)
            {
                table.Counts.Add(row.Count(column) ?? 0);
            }
        });
        if (!faults.HasFaults && (table.Units.Count == 0 || table.Names.IsEmpty))
        {
            faults.Add(
                "V103",
                LocalizedText.Say("v103.has-no-counts", ("getFileName", Path.GetFileName(path))),
                Path.GetFileName(path), expected: hasKey ? "a key column and at least one column of counts" : "at least one column of counts");
        }

        return table;
    }

    static string Key(CsvRow row, Dictionary<string, int> seen)
    {
        var unit = row.Required(row.Columns[0]);
        if (unit is not null && !seen.TryAdd(unit, row.Row))
        {
            row.Fault(
                "V106",
                LocalizedText.Say("v106.the-unit-stands-already-in-row", ("unit", unit), ("seen", seen[unit])),
                row.Columns[0], unit, "each unit once", unit);
        }

        return unit ?? "";
    }
}
