using System.Collections.Immutable;

namespace Urna.Allocate.Biproportional;

/// <summary>The table, its ties and its divisors in exact fractions, where decimals of doubles do not reach.</summary>
static class ExactProof
{
    /// <summary>Proves or corrects a table with the right sums, and finds its ties.</summary>
    public static BiproportionalSeats Of(SeatTable table)
    {
        var potentials = ExactPotentials.Of(table);
        var component = Components.Of(Arrows(table, potentials));
        var ties = Ties(table, potentials, component);
        ExactDivisors.Shorten(table, potentials, component);
        RequireInOrder(table, potentials);
        return new BiproportionalSeats([.. table.Seats], [.. potentials.Row], [.. potentials.Column.Select(k => k.Inverse)], ties);
    }

    static List<int>[] Arrows(SeatTable table, ExactPotentials potentials)
    {
        var arrows = Enumerable.Range(0, table.Columns + table.Rows).Select(_ => new List<int>()).ToArray();
        for (var row = 0; row < table.Rows; row++)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                if (potentials.IsAtGain(row, column))
                {
                    arrows[column].Add(table.Columns + row);
                }

                if (potentials.IsAtLoss(row, column))
                {
                    arrows[table.Columns + row].Add(column);
                }
            }
        }

        return arrows;
    }

    static ImmutableArray<TiedCell> Ties(SeatTable table, ExactPotentials potentials, int[] component)
    {
        var ties = ImmutableArray.CreateBuilder<TiedCell>();
        for (var row = 0; row < table.Rows; row++)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                var seats = table.Seats[(row * table.Columns) + column];
                if (component[column] == component[table.Columns + row] && (potentials.IsAtGain(row, column) || potentials.IsAtLoss(row, column)))
                {
                    var has = potentials.IsAtLoss(row, column);
                    ties.Add(new TiedCell(row, column, has ? seats - 1 : seats, has, component[column]));
                }
            }
        }

        var groups = ties.Select(t => t.Group).Distinct().ToList();
        return [.. ties.Select(t => t with { Group = groups.IndexOf(t.Group) })];
    }

    /// <summary>The last word: every cell lies within its bounds, in whole numbers, and the sums are right.</summary>
    static void RequireInOrder(SeatTable table, ExactPotentials potentials)
    {
        for (var row = 0; row < table.Rows; row++)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                var cell = (row * table.Columns) + column;
                var (votes, seats, product) = (table.Votes(cell), table.Seats[cell], potentials.Row[row] / potentials.Column[column]);
                if ((table.CanGain(cell) && table.Posts.Quotient(votes, seats) > product) || (table.CanLose(cell) && table.Posts.Quotient(votes, seats - 1) < product))
                {
                    throw new InvalidOperationException($"Cell {row}, {column} with {votes} votes and {seats} seats is not in order with the divisor {product}.");
                }
            }
        }
    }
}
