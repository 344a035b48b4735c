using System.Collections.Immutable;
using Urna.Infer.Roll;
using Urna.Infer.Tables;

namespace Urna.Infer.Simulation;

/// <summary>Boxes whose truth is known: what a method sees, and what it should find.</summary>
public sealed class SimulatedBoxes
{
    readonly long[] cells;

    internal SimulatedBoxes(SimulationSettings settings, long[] cells)
    {
        (Settings, this.cells) = (settings, cells);
        Units = Names("unit", settings.Units);
        RowNames = Names("row", settings.Rows);
        ColumnNames = Names("column", settings.Columns);
        TrueRows = settings.RollChange > 0 ? RowNames.Add(RollScenario.Entered) : RowNames;
        TrueColumns = settings.RollChange > 0 ? ColumnNames.Add(RollScenario.Left) : ColumnNames;
    }

    /// <summary>What they were drawn from.</summary>
    public SimulationSettings Settings { get; }

    /// <summary>Keys of the units.</summary>
    public ImmutableArray<string> Units { get; }

    /// <summary>Names of the rows that a method sees.</summary>
    public ImmutableArray<string> RowNames { get; }

    /// <summary>Names of the columns that a method sees.</summary>
    public ImmutableArray<string> ColumnNames { get; }

    /// <summary>Names of the rows of the truth: those, and who entered the roll.</summary>
    public ImmutableArray<string> TrueRows { get; }

    /// <summary>Names of the columns of the truth: those, and who left the roll.</summary>
    public ImmutableArray<string> TrueColumns { get; }

    /// <summary>The true table of a unit, shape [true rows × true columns].</summary>
    /// <param name="unit">The unit's index.</param>
    public ReadOnlySpan<long> TableOf(int unit) => cells.AsSpan(unit * Width, Width);

    /// <summary>The true table of all units together, same shape.</summary>
    public ImmutableArray<long> Truth
    {
        get
        {
            var sums = new long[Width];
            for (var i = 0; i < cells.Length; i++)
            {
                sums[i % Width] += cells[i];
            }

            return [.. sums];
        }
    }

    /// <summary>The people of a row in a unit.</summary>
    /// <param name="unit">The unit's index.</param>
    /// <param name="row">The row's index.</param>
    public long RowCount(int unit, int row)
    {
        var sum = 0L;
        foreach (var count in TableOf(unit).Slice(row * TrueColumns.Length, TrueColumns.Length))
        {
            sum += count;
        }

        return sum;
    }

    /// <summary>The votes of a column in a unit.</summary>
    /// <param name="unit">The unit's index.</param>
    /// <param name="column">The column's index.</param>
    public long ColumnCount(int unit, int column)
    {
        var sum = 0L;
        for (var i = column; i < Width; i += TrueColumns.Length)
        {
            sum += TableOf(unit)[i];
        }

        return sum;
    }

    /// <summary>What a method sees: the two tables, without who entered and who left.</summary>
    public TransferProblem Problem => new(
        RowNames,
        ColumnNames,
        Units,
        [.. Enumerable.Range(0, Units.Length).SelectMany(b => Enumerable.Range(0, RowNames.Length).Select(g => RowCount(b, g)))],
        [.. Enumerable.Range(0, Units.Length).SelectMany(b => Enumerable.Range(0, ColumnNames.Length).Select(c => ColumnCount(b, c)))]);

    int Width => TrueRows.Length * TrueColumns.Length;

    static ImmutableArray<string> Names(string what, int count) => [.. Enumerable.Range(1, count).Select(i => $"{what}-{i}")];
}
