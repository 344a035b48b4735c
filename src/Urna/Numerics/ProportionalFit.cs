namespace Urna.Numerics;

/// <summary>Fits a table to its margins by scaling rows and columns in turn.</summary>
/// <remarks>Deming and Stephan, Annals of Mathematical Statistics 11 (1940). Ratios of odds between cells stay as they were.</remarks>
static class ProportionalFit
{
    const int MostSweeps = 1_000;

    /// <summary>Scales a table in place until its rows sum to one margin and its columns to the other.</summary>
    /// <param name="table">Non-negative seeds, shape [rows × columns], row-major; a zero stays zero.</param>
    /// <param name="rows">Sums of the rows, shape [rows].</param>
    /// <param name="columns">Sums of the columns, shape [columns]; scaled to the sum of the rows where they differ.</param>
    /// <param name="tolerance">How near the rows must come, as a part of their sum.</param>
    /// <remarks>The columns hold exactly; the rows to the tolerance, unless zeros of the table forbid it.</remarks>
    public static void Fit(Span<double> table, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns, double tolerance = 1e-12)
    {
        var (all, others) = (Sums.Of(rows), Sums.Of(columns));
        if (all <= 0 || others <= 0)
        {
            table.Clear();
            return;
        }

        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var worst = ScaleRows(table, rows, columns.Length);
            ScaleColumns(table, columns, all / others);
            // Seeds whose rows fit from the start have yet to see their columns.
            if (sweep > 0 && worst <= tolerance * all)
            {
                return;
            }
        }
    }

    static double ScaleRows(Span<double> table, ReadOnlySpan<double> rows, int width)
    {
        var worst = 0.0;
        for (var g = 0; g < rows.Length; g++)
        {
            var row = table.Slice(g * width, width);
            var sum = Sums.Of(row);
            if (sum > 0)
            {
                worst = Math.Max(worst, Math.Abs(sum - rows[g]));
                Scale(row, rows[g] / sum);
            }
        }

        return worst;
    }

    static void ScaleColumns(Span<double> table, ReadOnlySpan<double> columns, double scale)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            var sum = 0.0;
            for (var i = c; i < table.Length; i += columns.Length)
            {
                sum += table[i];
            }

            var factor = sum > 0 ? columns[c] * scale / sum : 0;
            for (var i = c; i < table.Length; i += columns.Length)
            {
                table[i] *= factor;
            }
        }
    }

    static void Scale(Span<double> values, double factor)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }
}
