namespace Urna.Audit;

/// <summary>Plain tests of whether the mean of numbers of 0 or more, drawn with replacement, is above a value.</summary>
/// <remarks>Both are products with mean 1 where the mean is the value, so that the inverse of their greatest value is a p-value (Markov, Kaplan). Stark (2009), Auditing a collection of races simultaneously.</remarks>
public static class NonnegativeMean
{
    /// <summary>Kaplan and Markov: the product of (value + padding) / (x + padding).</summary>
    /// <param name="drawn">The numbers, each ≥ 0, in the order drawn.</param>
    /// <param name="value">The value, above 0.</param>
    /// <param name="padding">What is added to each, so that a zero does not end the test; ≥ 0.</param>
    /// <returns>In [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static double KaplanMarkov(ReadOnlySpan<double> drawn, double value, double padding = 0)
    {
        Check(value, padding);
        return Least(drawn, x => Math.Log(x + padding) - Math.Log(value + padding));
    }

    /// <summary>Kaplan and Wald: the inverse of the product of (1 − padding) · x / value + padding.</summary>
    /// <param name="drawn">The numbers, each ≥ 0, in the order drawn.</param>
    /// <param name="value">The value, above 0.</param>
    /// <param name="padding">The part that is not staked, in [0, 1].</param>
    /// <returns>In [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static double KaplanWald(ReadOnlySpan<double> drawn, double value, double padding = 0)
    {
        Check(value, padding);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(padding, 1);
        return Least(drawn, x => Math.Log(((1 - padding) * x / value) + padding));
    }

    /// <summary>Draws after which Kaplan and Wald's test ends if no draw has an error.</summary>
    /// <param name="total">How many times over all bounds together could upset the outcome, above 1.</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="staked">The part that is staked on each draw, in (0, 1].</param>
    /// <returns>Before rounding up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    /// <remarks>Stark &amp; Teague (2014), Verifiable European elections.</remarks>
    public static double KaplanWaldSize(double total, double risk, double staked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(total, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(staked, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(staked, 1);
        return risk is > 0 and < 1
            ? -Math.Log(risk) / Math.Log((staked / (1 - (1 / total))) + 1 - staked)
            : throw new ArgumentOutOfRangeException(nameof(risk), risk, "Expected: a risk above 0 and below 1.");
    }

    static double Least(ReadOnlySpan<double> drawn, Func<double, double> gain)
    {
        var (sum, most) = (0.0, 0.0);
        foreach (var x in drawn)
        {
            if (!(x >= 0))
            {
                throw new ArgumentOutOfRangeException(nameof(drawn), x, "Expected: numbers of 0 or more.");
            }

            sum += gain(x);
            most = Math.Max(most, sum);
        }

        return Math.Exp(-most);
    }

    static void Check(double value, double padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, 0);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
    }
}
