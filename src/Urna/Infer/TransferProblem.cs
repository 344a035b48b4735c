using System.Collections.Immutable;

namespace Urna.Infer;

/// <summary>Two tables of counts by unit, from which the flows between rows and columns are estimated.</summary>
/// <remarks>Rows are groups or earlier votes (R of them), columns later votes (C of them). Margins of a unit may differ; <see cref="Check"/> says by how much.</remarks>
public sealed class TransferProblem
{
    /// <summary>The largest count of a cell that is accepted: 2^40.</summary>
    public const long MaxCount = 1L << 40;

    readonly double[] rows;
    readonly double[] columns;

    /// <summary>Builds a problem.</summary>
    /// <param name="rowNames">Names of the rows, each once, at least one.</param>
    /// <param name="columnNames">Names of the columns, each once, at least one.</param>
    /// <param name="units">Keys of the units, each once, at least one.</param>
    /// <param name="rowCounts">People by unit and row, shape [units × rows], row-major, each in [0, 2^40].</param>
    /// <param name="columnCounts">Votes by unit and column, shape [units × columns], row-major, each in [0, 2^40].</param>
    /// <exception cref="ArgumentException">A size does not fit, a name or key stands twice, or a count is outside its range.</exception>
    public TransferProblem(
        ImmutableArray<string> rowNames, ImmutableArray<string> columnNames, ImmutableArray<string> units, ReadOnlySpan<long> rowCounts, ReadOnlySpan<long> columnCounts)
    {
        RequireDistinct(rowNames, "row", nameof(rowNames));
        RequireDistinct(columnNames, "column", nameof(columnNames));
        RequireDistinct(units, "unit", nameof(units));
        RowNames = rowNames;
        ColumnNames = columnNames;
        Units = units;
        rows = Counts(rowCounts, units, rowNames, nameof(rowCounts));
        columns = Counts(columnCounts, units, columnNames, nameof(columnCounts));
        Check = TransferCheck.Of(this);
    }

    /// <summary>Names of the rows.</summary>
    public ImmutableArray<string> RowNames { get; }

    /// <summary>Names of the columns.</summary>
    public ImmutableArray<string> ColumnNames { get; }

    /// <summary>Keys of the units.</summary>
    public ImmutableArray<string> Units { get; }

    /// <summary>What a reader must know of the counts.</summary>
    public TransferCheck Check { get; }

    /// <summary>People by row in a unit, shape [rows].</summary>
    /// <param name="unit">The unit's index.</param>
    public ReadOnlySpan<double> RowsOf(int unit) => rows.AsSpan(unit * RowNames.Length, RowNames.Length);

    /// <summary>Votes by column in a unit, shape [columns].</summary>
    /// <param name="unit">The unit's index.</param>
    public ReadOnlySpan<double> ColumnsOf(int unit) => columns.AsSpan(unit * ColumnNames.Length, ColumnNames.Length);

    static double[] Counts(ReadOnlySpan<long> counts, ImmutableArray<string> units, ImmutableArray<string> names, string parameter)
    {
        if (counts.Length != units.Length * names.Length)
        {
            throw new ArgumentException($"There are {counts.Length} counts; {units.Length} units × {names.Length} names need {units.Length * names.Length}.", parameter);
        }

        var values = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            values[i] = counts[i] is >= 0 and <= MaxCount
                ? counts[i]
                : throw new ArgumentException($"Unit '{units[i / names.Length]}' has {counts[i]} for '{names[i % names.Length]}'; counts must lie in 0 to {MaxCount}.", parameter);
        }

        return values;
    }

    static void RequireDistinct(ImmutableArray<string> names, string what, string parameter)
    {
        if (names.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"There is no {what}; at least one is needed.", parameter);
        }

        if (names.CountBy(n => n).FirstOrDefault(n => n.Value > 1) is { Key: { } twice })
        {
            throw new ArgumentException($"The {what} '{twice}' stands twice; each may stand once.", parameter);
        }
    }
}
