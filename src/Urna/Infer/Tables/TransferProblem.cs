using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Infer.Tables;

/// <summary>Two tables of counts by unit, from which the flows between rows and columns are estimated.</summary>
/// <remarks>Rows are groups or earlier votes (R of them), columns later votes (C of them). Margins of a unit may differ; <see cref="Check"/> says by how much.</remarks>
public sealed class TransferProblem
{
    /// <summary>The largest count of a cell that is accepted: 2^40.</summary>
    public const long MaxCount = 1L << 40;

    readonly double[] rows;
    readonly double[] columns;
    readonly bool[] informed;

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
        informed = FindInformed();
        Check = TransferCheck.Of(this);
    }

    TransferProblem(ImmutableArray<string> rowNames, ImmutableArray<string> columnNames, ImmutableArray<string> units, double[] rowCounts, double[] columnCounts)
    {
        (RowNames, ColumnNames, Units, rows, columns) = (rowNames, columnNames, units, rowCounts, columnCounts);
        informed = FindInformed();
        Check = TransferCheck.Of(this);
    }

    /// <summary>Builds a problem from counts that were checked.</summary>
    internal static TransferProblem OfChecked(ImmutableArray<string> rowNames, ImmutableArray<string> columnNames, ImmutableArray<string> units, double[] rowCounts, double[] columnCounts, ImmutableArray<bool> impossible, ImmutableArray<string> clusters, TransferKinds kinds) =>
        new(rowNames, columnNames, units, rowCounts, columnCounts) { Impossible = impossible, Clusters = clusters, Kinds = kinds };

    /// <summary>Names of the rows.</summary>
    public ImmutableArray<string> RowNames { get; }

    /// <summary>Names of the columns.</summary>
    public ImmutableArray<string> ColumnNames { get; }

    /// <summary>Keys of the units.</summary>
    public ImmutableArray<string> Units { get; }

    /// <summary>Units that have both people and votes: the others tell nothing.</summary>
    public int InformedUnits => Units.Length - Check.UnitsLeftOut;

    /// <summary>What a reader must know of the counts.</summary>
    public TransferCheck Check { get; }

    /// <summary>Groups of rows that no method can tell apart, each of two or more indices.</summary>
    internal ImmutableArray<ImmutableArray<int>> IndistinctRows
    {
        get
        {
            if (field.IsDefault)
            {
                field = Tables.IndistinctRows.Of(this);
            }

            return field;
        }
    }

    /// <summary>People by row in units that have both people and votes, shape [rows].</summary>
    internal double[] InformedRows => field ??= Informed().Rows;

    /// <summary>Votes by column in those units, each unit's scaled to its people, shape [columns].</summary>
    internal double[] InformedColumns => field ??= Informed().Columns;

    /// <summary>Which cells nobody can be in, shape [rows × columns], row-major; empty where every cell may have people.</summary>
    /// <exception cref="ArgumentException">The shape is another, or a row or column that has people would have no cell left.</exception>
    public ImmutableArray<bool> Impossible
    {
        get;
        init
        {
            RequireRoom(value);
            field = value.Contains(true) ? value : [];
        }
    } = [];

    /// <summary>The cluster (a place) of each unit, shape [units]; empty where each unit stands for itself.</summary>
    /// <exception cref="ArgumentException">There are not as many as units.</exception>
    public ImmutableArray<string> Clusters
    {
        get;
        init => field = value.Length == 0 || value.Length == Units.Length
            ? value
            : throw new ArgumentException($"There are {value.Length} clusters; each of the {Units.Length} units needs one.", nameof(value));
    } = [];

    /// <summary>What its rows and columns are; how far an estimate is believed depends on it.</summary>
    public TransferKinds Kinds { get; init; } = TransferKinds.Unknown;

    /// <summary>Whether nobody can be in a cell.</summary>
    /// <param name="row">The row's index.</param>
    /// <param name="column">The column's index.</param>
    public bool IsImpossible(int row, int column) => !Impossible.IsEmpty && Impossible[(row * ColumnNames.Length) + column];

    /// <summary>People by row in a unit, shape [rows].</summary>
    /// <param name="unit">The unit's index.</param>
    public ReadOnlySpan<double> RowsOf(int unit) => rows.AsSpan(unit * RowNames.Length, RowNames.Length);

    /// <summary>Votes by column in a unit, shape [columns].</summary>
    /// <param name="unit">The unit's index.</param>
    public ReadOnlySpan<double> ColumnsOf(int unit) => columns.AsSpan(unit * ColumnNames.Length, ColumnNames.Length);

    /// <summary>The same problem over some of its units.</summary>
    /// <param name="chosen">Indices of units, each once, at least one.</param>
    /// <exception cref="ArgumentException">No unit is chosen.</exception>
    public TransferProblem Over(ReadOnlySpan<int> chosen)
    {
        if (chosen.IsEmpty)
        {
            throw new ArgumentException("No unit is chosen; at least one is needed.", nameof(chosen));
        }

        var (people, votes) = (new double[chosen.Length * RowNames.Length], new double[chosen.Length * ColumnNames.Length]);
        var (units, clusters) = (new string[chosen.Length], new string[Clusters.IsEmpty ? 0 : chosen.Length]);
        for (var i = 0; i < chosen.Length; i++)
        {
            RowsOf(chosen[i]).CopyTo(people.AsSpan(i * RowNames.Length));
            ColumnsOf(chosen[i]).CopyTo(votes.AsSpan(i * ColumnNames.Length));
            units[i] = Units[chosen[i]];
            if (clusters.Length > 0)
            {
                clusters[i] = Clusters[chosen[i]];
            }
        }

        return new TransferProblem(RowNames, ColumnNames, [.. units], people, votes) { Impossible = Impossible, Clusters = [.. clusters], Kinds = Kinds };
    }

    /// <summary>The problem with rows and columns exchanged.</summary>
    internal TransferProblem Transposed()
    {
        var (high, wide) = (RowNames.Length, ColumnNames.Length);
        var turned = Impossible.IsEmpty ? Impossible : [.. Enumerable.Range(0, high * wide).Select(i => Impossible[(i % high * wide) + (i / high)])];
        return OfChecked(ColumnNames, RowNames, Units, columns, rows, turned, Clusters, Kinds.Turned);
    }

    /// <summary>The problem with some rows as one, which comes first.</summary>
    /// <param name="together">Indices of the rows, at least one.</param>
    internal TransferProblem WithOneRow(ImmutableArray<int> together)
    {
        ImmutableArray<ImmutableArray<int>> groups = [together, .. Enumerable.Range(0, RowNames.Length).Where(r => !together.Contains(r)).Select(r => ImmutableArray.Create(r))];
        double[] people = [.. Enumerable.Range(0, Units.Length).SelectMany(u => groups.Select(g => g.Sum(r => rows[(u * RowNames.Length) + r])))];
        ImmutableArray<bool> mask = Impossible.IsEmpty ? []
            : [.. groups.SelectMany(g => Enumerable.Range(0, ColumnNames.Length).Select(c => g.All(r => IsImpossible(r, c))))];
        return OfChecked([.. groups.Select(g => string.Join('+', g.Select(r => RowNames[r])))], ColumnNames, Units, people, columns, mask, Clusters, Kinds);
    }

    /// <summary>Whether a unit has both people and votes.</summary>
    /// <param name="unit">The unit's index.</param>
    internal bool IsInformed(int unit) => informed[unit];

    bool[] FindInformed()
    {
        var found = new bool[Units.Length];
        for (var b = 0; b < found.Length; b++)
        {
            found[b] = Sums.Of(RowsOf(b)) > 0 && Sums.Of(ColumnsOf(b)) > 0;
        }

        return found;
    }

    (double[] Rows, double[] Columns) Informed()
    {
        var (people, votes) = (new double[RowNames.Length], new double[ColumnNames.Length]);
        for (var b = 0; b < Units.Length; b++)
        {
            if (IsInformed(b))
            {
                var scale = Sums.Of(RowsOf(b)) / Sums.Of(ColumnsOf(b));
                Add(people, RowsOf(b), 1);
                Add(votes, ColumnsOf(b), scale);
            }
        }

        return (people, votes);
    }

    static void Add(double[] sums, ReadOnlySpan<double> counts, double scale)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += counts[i] * scale;
        }
    }

    /// <summary>The same counts with other clusters and another mask.</summary>
    /// <param name="clusters">The cluster of each unit, or none: <see cref="Clusters"/>.</param>
    /// <param name="impossible">The mask, or none: <see cref="Impossible"/>.</param>
    public TransferProblem With(ImmutableArray<string> clusters, ImmutableArray<bool> impossible) =>
        new(RowNames, ColumnNames, Units, rows, columns) { Clusters = clusters, Impossible = impossible, Kinds = Kinds };

    /// <summary>The same counts, of which is known what rows and columns are.</summary>
    /// <param name="kinds">What they are.</param>
    public TransferProblem Of(TransferKinds kinds) => new(RowNames, ColumnNames, Units, rows, columns) { Clusters = Clusters, Impossible = Impossible, Kinds = kinds };

    /// <summary>Refuses a mask that leaves people nowhere to be.</summary>
    void RequireRoom(ImmutableArray<bool> mask)
    {
        if (mask.IsDefault || (mask.Length != 0 && mask.Length != RowNames.Length * ColumnNames.Length))
        {
            throw new ArgumentException($"The mask has {(mask.IsDefault ? 0 : mask.Length)} cells; {RowNames.Length} rows × {ColumnNames.Length} columns need {RowNames.Length * ColumnNames.Length}, or none.", nameof(mask));
        }

        if (mask.IsEmpty)
        {
            return;
        }

        var (wide, high) = (ColumnNames.Length, RowNames.Length);
        var row = Enumerable.Range(0, high).Where(g => Enumerable.Range(0, wide).All(c => mask[(g * wide) + c])).Select(g => RowNames[g]);
        var column = Enumerable.Range(0, wide).Where(c => Enumerable.Range(0, high).All(g => mask[(g * wide) + c])).Select(c => ColumnNames[c]);
        if (row.Except(Check.EmptyRows).Concat(column.Except(Check.EmptyColumns)).FirstOrDefault() is { } name)
        {
            throw new ArgumentException($"Every cell of '{name}' is marked as impossible, but it has people; leave it at least one cell.", nameof(mask));
        }
    }

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
