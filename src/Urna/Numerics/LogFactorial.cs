namespace Urna.Numerics;

/// <summary>The logarithm of n!.</summary>
static class LogFactorial
{
    static readonly double[] small = Small();

    /// <summary>ln n!, to about 1e-13 relative.</summary>
    /// <param name="n">A whole number ≥ 0.</param>
    public static double Of(double n) => n < small.Length ? small[(int)n] : LogGamma.Of(n + 1);

    static double[] Small()
    {
        var logs = new double[8192];
        for (var n = 2; n < logs.Length; n++)
        {
            logs[n] = LogGamma.Of(n + 1);
        }

        return logs;
    }
}
