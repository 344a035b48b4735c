namespace Urna.Allocate.Biproportional;

/// <summary>Moves seats from columns with too many to columns with too few, always by the cheapest way.</summary>
/// <remarks>
/// A primal-dual method on the graph of rows and columns: a column gives a seat up where it costs least, a row takes it back where it is
/// worth most, and so on. The divisors are raised and lowered so that no way is ever cheaper than free. Balinski &amp; Demange (1989),
/// Mathematical Programming 45; Rote &amp; Zachariasen (2007), Matrix scaling by network flow. Here as shortest augmenting paths: each moves one seat, so it ends.
/// </remarks>
sealed class Transfers
{
    readonly SeatTable table;
    readonly double[] distance;
    readonly int[] before;
    readonly bool[] done;
    readonly int[] surplus;

    Transfers(SeatTable table)
    {
        this.table = table;
        var nodes = table.Columns + table.Rows;
        (distance, before, done) = (new double[nodes], new int[nodes], new bool[nodes]);
        surplus = new int[table.Columns];
        for (var column = 0; column < table.Columns; column++)
        {
            surplus[column] = table.InColumn(column) - table.ColumnTarget(column);
        }
    }

    /// <summary>Puts every column right; the rows are and stay so.</summary>
    /// <returns>Null, or the rows and columns between which seats cannot leave.</returns>
    public static (bool[] Rows, bool[] Columns)? Apply(SeatTable table)
    {
        var transfers = new Transfers(table);
        while (transfers.surplus.AsSpan().ContainsAnyExcept(0))
        {
            if (transfers.Cheapest() is var target && target < 0)
            {
                return ([.. transfers.done.Skip(table.Columns)], [.. transfers.done.Take(table.Columns)]);
            }

            transfers.Adjust(target);
            transfers.Move(target);
        }

        return null;
    }

    /// <summary>Finds the nearest column that lacks a seat (Dijkstra); −1 if none can be reached. Nodes are columns, then rows.</summary>
    int Cheapest()
    {
        for (var node = 0; node < distance.Length; node++)
        {
            distance[node] = node < surplus.Length && surplus[node] > 0 ? 0 : double.PositiveInfinity;
            (before[node], done[node]) = (-1, false);
        }

        while (true)
        {
            var nearest = -1;
            var least = double.PositiveInfinity;
            for (var node = 0; node < distance.Length; node++)
            {
                if (!done[node] && distance[node] < least)
                {
                    (nearest, least) = (node, distance[node]);
                }
            }

            if (nearest < 0 || (nearest < surplus.Length && surplus[nearest] < 0))
            {
                return nearest;
            }

            done[nearest] = true;
            if (nearest < surplus.Length)
            {
                GiveUp(nearest);
            }
            else
            {
                TakeBack(nearest - surplus.Length);
            }
        }
    }

    /// <summary>From a column to each row in which it can give a seat up.</summary>
    void GiveUp(int column)
    {
        var (at, own) = (distance[column], table.ColumnLog[column]);
        for (int row = 0, c = column; row < table.Rows; row++, c += table.Columns)
        {
            var through = at + Math.Max(0, table.Loss[c] - table.RowLog[row] - own);
            if (through < distance[table.Columns + row])
            {
                (distance[table.Columns + row], before[table.Columns + row]) = (through, column);
            }
        }
    }

    /// <summary>From a row to each column in which it can take a seat.</summary>
    void TakeBack(int row)
    {
        var (at, own) = (distance[table.Columns + row], table.RowLog[row]);
        for (int column = 0, c = row * table.Columns; column < table.Columns; column++, c++)
        {
            var through = at + Math.Max(0, own + table.ColumnLog[column] - table.Gain[c]);
            if (through < distance[column])
            {
                (distance[column], before[column]) = (through, table.Columns + row);
            }
        }
    }

    /// <summary>Changes the divisors so that the way to the target is free and none is cheaper.</summary>
    void Adjust(int target)
    {
        var cost = distance[target];
        for (var column = 0; column < table.Columns; column++)
        {
            table.ColumnLog[column] -= Math.Min(distance[column], cost);
        }

        for (var row = 0; row < table.Rows; row++)
        {
            table.RowLog[row] += Math.Min(distance[table.Columns + row], cost);
        }
    }

    /// <summary>Moves one seat along the way to the target.</summary>
    void Move(int target)
    {
        surplus[target]++;
        var column = target;
        while (before[column] is var node && node >= 0)
        {
            var row = node - table.Columns;
            var giver = before[node];
            var (taken, given) = ((row * table.Columns) + column, (row * table.Columns) + giver);
            table.Set(taken, table.Seats[taken] + 1);
            table.Set(given, table.Seats[given] - 1);
            column = giver;
        }

        surplus[column]--;
    }
}
