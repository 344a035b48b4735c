namespace Urna.Numerics;

/// <summary>The logarithm of the gamma function.</summary>
static class LogGamma
{
    /// <summary>ln Γ(x) for x ≥ 1, to about 1e-13 relative, by Stirling's series after shifting the argument.</summary>
    /// <remarks>Abramowitz and Stegun (1964), 6.1.40.</remarks>
    public static double Of(double x)
    {
        var shift = 0.0;
        while (x < 10)
        {
            shift -= Math.Log(x);
            x++;
        }

        var y = 1 / (x * x);
        var series = (1.0 / 12) - (y * ((1.0 / 360) - (y * ((1.0 / 1260) - (y * ((1.0 / 1680) - (y * (1.0 / 1188))))))));
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x);
    }
}
