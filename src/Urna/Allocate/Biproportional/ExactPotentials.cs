using Urna.Numerics;

namespace Urna.Allocate.Biproportional;

/// <summary>Divisors as exact fractions, raised until every cell is in order; where that has no end, the table is improved.</summary>
/// <remarks>
/// Longest paths over products (Bellman, Ford) from the divisors that floating point found. A cycle whose product exceeds 1 is a better table:
/// its seats are moved, and it starts again. Each move raises the product that the right table maximises, so it ends. Logarithms pick
/// out what must be compared; within <see cref="Near"/> of a boundary whole numbers decide.
/// </remarks>
sealed class ExactPotentials
{
    // Far above the error of a logarithm of the largest fractions that arise, about 1e-11.
    const double Near = 1e-8;
    readonly SeatTable table;
    readonly int[] before;

    ExactPotentials(SeatTable table)
    {
        this.table = table;
        (Row, Column) = (new Fraction[table.Rows], new Fraction[table.Columns]);
        before = new int[table.Columns + table.Rows];
    }

    /// <summary>By row, its divisor R.</summary>
    public Fraction[] Row { get; }

    /// <summary>By column, one over its divisor, so that a cell wants v / D(x) · K ≤ R ≤ v / D(x − 1) · K.</summary>
    public Fraction[] Column { get; }

    /// <summary>Divisors with which every cell of the table is in order; the table may change on the way.</summary>
    public static ExactPotentials Of(SeatTable table)
    {
        var potentials = new ExactPotentials(table);
        var starts = (Row: table.RowLog.Select(Start).ToArray(), Column: table.ColumnLog.Select(l => Start(-l)).ToArray());
        do
        {
            starts.Row.CopyTo(potentials.Row, 0);
            starts.Column.CopyTo(potentials.Column, 0);
            Array.Fill(potentials.before, -1);
            potentials.Read();
        }
        while (!potentials.Raise());
        return potentials;
    }

    /// <summary>Whether a cell lies on the boundary to one seat more.</summary>
    public bool IsAtGain(int row, int column) => table.CanGain((row * table.Columns) + column) && CompareGain(row, column) == 0;

    /// <summary>Whether a cell lies on the boundary to one seat fewer.</summary>
    public bool IsAtLoss(int row, int column) => table.CanLose((row * table.Columns) + column) && CompareLoss(row, column) == 0;

    /// <summary>Twelve digits of a number given by its logarithm.</summary>
    static Fraction Start(double log)
    {
        var exponent = (int)Math.Floor(log / Math.Log(10)) - 11;
        return Fraction.OfDecimal((long)Math.Exp(log - (exponent * Math.Log(10))), exponent);
    }

    /// <summary>Raises until nothing is out of order; false if the table was improved instead.</summary>
    bool Raise()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            for (int row = 0, cell = 0; row < table.Rows; row++)
            {
                for (var column = 0; column < table.Columns; column++, cell++)
                {
                    if (table.CanGain(cell) && CompareGain(row, column) > 0)
                    {
                        Row[row] = table.Posts.Quotient(table.Votes(cell), table.Seats[cell]) * Column[column];
                        table.RowLog[row] = Row[row].Log;
                        changed = true;
                        if (Closes(table.Columns + row, column))
                        {
                            return false;
                        }
                    }

                    if (table.CanLose(cell) && CompareLoss(row, column) > 0)
                    {
                        Column[column] = Row[row] / table.Posts.Quotient(table.Votes(cell), table.Seats[cell] - 1);
                        table.ColumnLog[column] = -Column[column].Log;
                        changed = true;
                        if (Closes(column, table.Columns + row))
                        {
                            return false;
                        }
                    }
                }
            }
        }

        return true;
    }

    /// <summary>How the quotient of a cell's next seat compares with its divisors; positive if it is out of order.</summary>
    int CompareGain(int row, int column)
    {
        var cell = (row * table.Columns) + column;
        var excess = table.Gain[cell] - table.RowLog[row] - table.ColumnLog[column];
        return Math.Abs(excess) > Near ? Math.Sign(excess)
            : (table.Posts.Quotient(table.Votes(cell), table.Seats[cell]) * Column[column]).CompareTo(Row[row]);
    }

    /// <summary>How a cell's divisors compare with the quotient of its last seat; positive if it is out of order.</summary>
    int CompareLoss(int row, int column)
    {
        var cell = (row * table.Columns) + column;
        var excess = table.RowLog[row] + table.ColumnLog[column] - table.Loss[cell];
        return Math.Abs(excess) > Near ? Math.Sign(excess)
            : Row[row].CompareTo(table.Posts.Quotient(table.Votes(cell), table.Seats[cell] - 1) * Column[column]);
    }

    /// <summary>Notes where a node was raised from; if that closes a cycle, moves its seats.</summary>
    bool Closes(int node, int from)
    {
        before[node] = from;
        var on = from;
        while (on >= 0 && on != node)
        {
            on = before[on];
        }

        if (on != node)
        {
            return false;
        }

        do
        {
            var source = before[on];
            var (row, column, change) = on >= table.Columns ? (on - table.Columns, source, 1) : (source - table.Columns, on, -1);
            var cell = (row * table.Columns) + column;
            table.Set(cell, table.Seats[cell] + change);
            on = source;
        }
        while (on != node);
        return true;
    }

    void Read()
    {
        for (var row = 0; row < table.Rows; row++)
        {
            table.RowLog[row] = Row[row].Log;
        }

        for (var column = 0; column < table.Columns; column++)
        {
            table.ColumnLog[column] = -Column[column].Log;
        }
    }
}
