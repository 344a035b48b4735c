namespace Urna.Numerics;

/// <summary>The standard normal distribution.</summary>
static class StandardNormal
{
    /// <summary>P(Z ≤ x), to about 1e-15, and far out to 1e-8 of itself.</summary>
    /// <remarks>G. West, "Better approximations to cumulative normal functions", Wilmott (2005), after Hart (1968).</remarks>
    public static double Below(double x)
    {
        var tail = Tail(Math.Abs(x));
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>P(a ≤ Z ≤ b), with its digits also where both are far out on one side.</summary>
    public static double Between(double a, double b) => a > 0 ? Tail(a) - Tail(b) : Below(b) - Below(a);

    /// <summary>The x with P(Z ≤ x) = p, to about 1e-15.</summary>
    /// <remarks>Wichura, Applied Statistics 37 (1988), algorithm AS 241.</remarks>
    public static double Quantile(double p)
    {
        var middle = p - 0.5;
        if (Math.Abs(middle) <= 0.425)
        {
            var square = 0.180625 - (middle * middle);
            return middle * Ratio(
                square,
                [3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3],
                [1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3]);
        }

        var r = Math.Sqrt(-Math.Log(Math.Max(Math.Min(p, 1 - p), double.Epsilon)));
        var x = r <= 5
            ? Ratio(
                r - 1.6,
                [1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4],
                [1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9])
            : Ratio(
                r - 5,
                [6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
                [1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15]);
        return middle < 0 ? -x : x;
    }

    /// <summary>P(Z ≥ x) for x ≥ 0.</summary>
    static double Tail(double x)
    {
        const double FractionFrom = 7.07106781186547;
        if (x > 37)
        {
            return 0;
        }

        var density = Math.Exp(-0.5 * x * x);
        if (x < FractionFrom)
        {
            return density * Ratio(
                x,
                [220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165, 0.700383064443688, 3.52624965998911e-2],
                [440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461, 16.064177579207, 1.75566716318264, 8.83883476483184e-2]);
        }

        return density / ((x + (1 / (x + (2 / (x + (3 / (x + (4 / (x + 0.65))))))))) * Math.Sqrt(2 * Math.PI));
    }

    /// <summary>One polynomial over another, coefficients from the constant up.</summary>
    static double Ratio(double x, ReadOnlySpan<double> above, ReadOnlySpan<double> below) => Polynomial(x, above) / Polynomial(x, below);

    static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}
