namespace Urna.Numerics;

/// <summary>Intervals of the normal distribution.</summary>
public static class NormalInterval
{
    /// <summary>Half the width of the interval about the mean that has a probability, in standard deviations.</summary>
    /// <param name="level">The probability, in (0, 1).</param>
    public static double HalfWidth(double level) => StandardNormal.Quantile((1 + level) / 2);
}
