namespace Urna.Allocate.Biproportional;

/// <summary>Alternating scaling: rows and columns get their seats in turn, until few columns are wrong.</summary>
/// <remarks>
/// Fast at first, slow or without end later; so it only comes near, and <see cref="Transfers"/> ends it.
/// Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 15; Maier, Zachariassen &amp; Zachariasen (2010), Management Science 56(2).
/// </remarks>
static class Scaling
{
    const int MostSweeps = 12;

    // Quotients nearer than this are left as they are: the exact proof looks at them.
    const double Near = 1e-11;

    /// <summary>Fills every row, with columns nearly right; the divisors fit the rows' cells.</summary>
    /// <param name="table">The table; every row and column can hold its seats.</param>
    public static void Apply(SeatTable table)
    {
        for (var row = 0; row < table.Rows; row++)
        {
            Guess(table, row);
            FitRow(table, row);
        }

        var before = int.MaxValue;
        for (var sweep = 0; sweep < MostSweeps && Wrong(table) is var wrong && wrong > 0 && wrong < before; sweep++)
        {
            before = wrong;
            for (var column = 0; column < table.Columns; column++)
            {
                table.ColumnLog[column] = Fit(table, column, table.Columns, table.ColumnTarget(column), table.RowLog);
            }

            for (var row = 0; row < table.Rows; row++)
            {
                FitRow(table, row);
            }
        }
    }

    /// <summary>Starts a row with the whole seats of its shares.</summary>
    static void Guess(SeatTable table, int row)
    {
        var start = row * table.Columns;
        var all = 0.0;
        for (var c = start; c < start + table.Columns; c++)
        {
            all += table.Votes(c);
        }

        for (var c = start; c < start + table.Columns; c++)
        {
            table.Set(c, Math.Clamp((int)(table.Votes(c) / Math.Max(all, 1) * table.RowTarget(row)), table.Least(c), table.Most(c)));
        }
    }

    static void FitRow(SeatTable table, int row) =>
        table.RowLog[row] = Fit(table, row * table.Columns, 1, table.RowTarget(row), table.ColumnLog);

    /// <summary>Gives a line its seats by the highest quotients, and returns the logarithm of a divisor for it.</summary>
    static double Fit(SeatTable table, int start, int stride, int target, double[] across)
    {
        var sum = 0;
        for (int i = 0, c = start; i < across.Length; i++, c += stride)
        {
            sum += table.Seats[c];
        }

        while (true)
        {
            var (next, last) = (-1, -1);
            var (high, low) = (double.NegativeInfinity, double.PositiveInfinity);
            for (int i = 0, c = start; i < across.Length; i++, c += stride)
            {
                var gain = table.Gain[c] - across[i];
                var loss = table.Loss[c] - across[i];
                (high, next) = gain > high ? (gain, c) : (high, next);
                (low, last) = loss < low ? (loss, c) : (low, last);
            }

            if (sum == target && !(high > low + Near))
            {
                return Middle(high, low);
            }

            if (sum <= target)
            {
                table.Set(next, table.Seats[next] + 1);
            }

            if (sum >= target)
            {
                table.Set(last, table.Seats[last] - 1);
            }

            sum += Math.Sign(target - sum);
        }
    }

    /// <summary>The middle of an interval; a little within where it has one end, and 0 where it has none.</summary>
    public static double Middle(double low, double high) =>
        double.IsInfinity(low) ? double.IsInfinity(high) ? 0 : high - 0.5
        : double.IsInfinity(high) ? low + 0.5
        : (low + high) / 2;

    /// <summary>Seats by which the columns are wrong.</summary>
    static int Wrong(SeatTable table)
    {
        var wrong = 0;
        for (var column = 0; column < table.Columns; column++)
        {
            wrong += Math.Abs(table.InColumn(column) - table.ColumnTarget(column));
        }

        return wrong;
    }
}
