using Urna.Numerics;

namespace Urna.Allocate.Biproportional;

/// <summary>Makes exact divisors short: the shortest decimals within their bounds, where ties leave a choice.</summary>
static class ExactDivisors
{
    /// <summary>Changes each component's divisors by a common factor, until all that can be are short decimals.</summary>
    public static void Shorten(SeatTable table, ExactPotentials potentials, int[] component)
    {
        var members = Enumerable.Range(0, component.Length).GroupBy(n => component[n]).Select(g => g.ToArray()).ToArray();
        var pinned = true;
        for (var sweep = 0; sweep <= members.Length && pinned; sweep++)
        {
            pinned = false;
            foreach (var nodes in members)
            {
                pinned |= !Change(table, potentials, component, nodes);
            }
        }

        // Now that all have room, once more: the later chosen have made room for the earlier.
        foreach (var nodes in members)
        {
            Change(table, potentials, component, nodes);
        }
    }

    /// <summary>Takes the shortest decimal for a component's first divisor; false if its neighbours leave no room.</summary>
    static bool Change(SeatTable table, ExactPotentials potentials, int[] component, int[] nodes)
    {
        var (low, high) = Bounds(table, potentials, component, nodes);
        if (low is { } l && high is { } h && l == h)
        {
            return false;
        }

        // A row's divisor grows with the factor; a column's, which is one over its potential, falls.
        var row = Array.FindLast(nodes, n => n >= table.Columns) - table.Columns;
        var wanted = row >= 0
            ? ShortestDecimal.Between(low * potentials.Row[row], high * potentials.Row[row])
            : ShortestDecimal.Between((high * potentials.Column[nodes[0]])?.Inverse, (low * potentials.Column[nodes[0]])?.Inverse);
        var factor = row >= 0 ? wanted / potentials.Row[row] : (wanted * potentials.Column[nodes[0]]).Inverse;
        foreach (var node in nodes)
        {
            if (node >= table.Columns)
            {
                potentials.Row[node - table.Columns] *= factor;
            }
            else
            {
                potentials.Column[node] *= factor;
            }
        }

        return true;
    }

    /// <summary>Between which factors a component can change while all cells to others stay in order; null for no bound.</summary>
    static (Fraction? Low, Fraction? High) Bounds(SeatTable table, ExactPotentials potentials, int[] component, int[] nodes)
    {
        Fraction? low = null, high = null;
        foreach (var node in nodes)
        {
            var isRow = node >= table.Columns;
            for (var other = 0; other < (isRow ? table.Columns : table.Rows); other++)
            {
                var (row, column) = isRow ? (node - table.Columns, other) : (other, node);
                var cell = (row * table.Columns) + column;
                if (component[isRow ? other : table.Columns + other] == component[node])
                {
                    continue;
                }

                var product = potentials.Row[row] / potentials.Column[column];
                Fraction? gain = table.CanGain(cell) ? table.Posts.Quotient(table.Votes(cell), table.Seats[cell]) / product : null;
                Fraction? loss = table.CanLose(cell) ? table.Posts.Quotient(table.Votes(cell), table.Seats[cell] - 1) / product : null;
                (low, high) = isRow ? (Larger(low, gain), Smaller(high, loss)) : (Larger(low, loss?.Inverse), Smaller(high, gain?.Inverse));
            }
        }

        return (low, high);
    }

    static Fraction? Larger(Fraction? a, Fraction? b) => a is null || b > a ? b : a;

    static Fraction? Smaller(Fraction? a, Fraction? b) => a is null || b < a ? b : a;
}
