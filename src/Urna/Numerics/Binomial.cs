namespace Urna.Numerics;

/// <summary>The binomial distribution.</summary>
static class Binomial
{
    /// <summary>P(X ≥ k) of n tries.</summary>
    /// <param name="k">Any number.</param>
    /// <param name="n">Tries, ≥ 0.</param>
    /// <param name="p">The chance of each, in (0, 1).</param>
    public static double AtLeast(long k, long n, double p)
    {
        if (k <= 0)
        {
            return 1;
        }

        if (k > n)
        {
            return 0;
        }

        // From the nearer side of the mean, where the terms fall.
        return k > n * p ? Upward(k, n, p) : 1 - Upward(n - k + 1, n, 1 - p);
    }

    /// <summary>The sum of terms from k up, which fall from there on.</summary>
    static double Upward(long k, long n, double p)
    {
        var term = Math.Exp(LogGamma.Of(n + 1) - LogGamma.Of(k + 1) - LogGamma.Of(n - k + 1) + (k * Math.Log(p)) + ((n - k) * Math.Log(1 - p)));
        var sum = 0.0;
        for (var i = k; i <= n && term > sum * 1e-17; i++)
        {
            sum += term;
            term *= (n - i) / (i + 1.0) * p / (1 - p);
        }

        return Math.Min(1, sum);
    }
}
