namespace Urna.Allocate.Biproportional;

/// <summary>Moves divisors to the middle of where they may lie, so that short decimals fit.</summary>
static class Centring
{
    const int MostSweeps = 40;
    const double WideEnough = 1e-3;

    /// <summary>Takes each row's and each column's divisor to the middle, again and again.</summary>
    /// <returns>The least width left to any of them, as a difference of logarithms.</returns>
    public static double Apply(SeatTable table)
    {
        var width = 0.0;
        for (var sweep = 0; sweep < MostSweeps && width < WideEnough; sweep++)
        {
            width = double.PositiveInfinity;
            for (var row = 0; row < table.Rows; row++)
            {
                var (low, high) = table.RowInterval(row);
                table.RowLog[row] = Scaling.Middle(low, high);
                width = Math.Min(width, high - low);
            }

            for (var column = 0; column < table.Columns; column++)
            {
                var (low, high) = table.ColumnInterval(column);
                table.ColumnLog[column] = Scaling.Middle(low, high);
                width = Math.Min(width, high - low);
            }
        }

        return width;
    }
}
