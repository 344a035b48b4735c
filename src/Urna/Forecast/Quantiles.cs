namespace Urna.Forecast;

/// <summary>Quantiles of draws.</summary>
static class Quantiles
{
    /// <summary>A quantile, between neighbours by the straight line.</summary>
    /// <param name="values">The draws; not changed.</param>
    /// <param name="part">The part below, in [0, 1].</param>
    public static double Of(ReadOnlySpan<double> values, double part)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, part);
    }

    /// <summary>The middle interval of a level, made to hold a value.</summary>
    /// <param name="values">The draws.</param>
    /// <param name="level">The level, in (0, 1).</param>
    /// <param name="middle">The value it must hold.</param>
    public static Ranged Interval(ReadOnlySpan<double> values, double level, double middle)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return new(middle, Math.Min(middle, OfSorted(sorted, (1 - level) / 2)), Math.Max(middle, OfSorted(sorted, (1 + level) / 2)));
    }

    static double OfSorted(double[] sorted, double part)
    {
        if (sorted.Length == 0)
        {
            return 0;
        }

        var at = part * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
