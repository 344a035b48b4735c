namespace Urna.Numerics;

/// <summary>Sums in the order given, so that they are the same on every machine.</summary>
static class Sums
{
    /// <summary>The sum of the values.</summary>
    /// <param name="values">The values.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>Scales each row of a table to sum to one; a row of zeros stays.</summary>
    /// <param name="table">Shape [rows × columns], row-major.</param>
    /// <param name="columns">The number of columns.</param>
    public static void NormaliseRows(Span<double> table, int columns)
    {
        for (var first = 0; first < table.Length; first += columns)
        {
            var row = table.Slice(first, columns);
            var sum = Of(row);
            for (var c = 0; sum > 0 && c < columns; c++)
            {
                row[c] /= sum;
            }
        }
    }
}
