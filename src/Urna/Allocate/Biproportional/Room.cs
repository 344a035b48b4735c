using System.Collections.Immutable;

namespace Urna.Allocate.Biproportional;

/// <summary>Shows that rows have more seats than room, from the least and most seats of cells alone.</summary>
static class Room
{
    /// <summary>A single row or column that cannot hold its seats; null if all can.</summary>
    public static BiproportionalShortage? ShortLine(SeatTable table)
    {
        var (rows, columns) = (new bool[table.Rows], new bool[table.Columns]);
        for (var row = 0; row < table.Rows; row++)
        {
            var (least, most) = Sums(table, Enumerable.Range(row * table.Columns, table.Columns));
            if (table.RowTarget(row) > most)
            {
                rows[row] = true;
                return Witness(table, rows, columns);
            }

            // A row with more least seats than seats: what the others must have does not fit into what is left.
            if (table.RowTarget(row) < least)
            {
                Array.Fill(rows, true);
                Array.Fill(columns, true);
                rows[row] = false;
                return Witness(table, rows, columns);
            }
        }

        for (var column = 0; column < table.Columns; column++)
        {
            var (least, most) = Sums(table, Enumerable.Range(0, table.Rows).Select(row => (row * table.Columns) + column));
            if (table.ColumnTarget(column) < least)
            {
                columns[column] = true;
                return Witness(table, rows, columns);
            }

            if (table.ColumnTarget(column) > most)
            {
                Array.Fill(rows, true);
                Array.Fill(columns, true);
                columns[column] = false;
                return Witness(table, rows, columns);
            }
        }

        return null;
    }

    /// <summary>The seats that some rows must have, and the room that is left to them.</summary>
    /// <remarks>
    /// Room is what the columns have, less the least that other rows must have there, and the most of the rows' other cells.
    /// </remarks>
    public static BiproportionalShortage Witness(SeatTable table, bool[] rows, bool[] columns)
    {
        var (seats, room) = (0L, 0L);
        for (var row = 0; row < table.Rows; row++)
        {
            seats += rows[row] ? table.RowTarget(row) : 0;
            for (var column = 0; column < table.Columns; column++)
            {
                var cell = (row * table.Columns) + column;
                room += (rows[row], columns[column]) switch
                {
                    (true, false) => Math.Min(table.Most(cell), table.RowTarget(row)),
                    (false, true) => -table.Least(cell),
                    _ => 0,
                };
            }
        }

        for (var column = 0; column < table.Columns; column++)
        {
            room += columns[column] ? table.ColumnTarget(column) : 0;
        }

        return new BiproportionalShortage(Chosen(rows), Chosen(columns), seats, room);
    }

    static (long Least, long Most) Sums(SeatTable table, IEnumerable<int> cells)
    {
        var (least, most) = (0L, 0L);
        foreach (var cell in cells)
        {
            (least, most) = (least + table.Least(cell), most + table.Most(cell));
        }

        return (least, most);
    }

    static ImmutableArray<int> Chosen(bool[] marks) => [.. Enumerable.Range(0, marks.Length).Where(i => marks[i])];
}
