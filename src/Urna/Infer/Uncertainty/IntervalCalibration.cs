using System.Collections.Immutable;
using Urna.Infer.Associations;
using Urna.Numerics;

namespace Urna.Infer.Uncertainty;

/// <summary>How wide intervals must be to hold what they promise, learnt where the truth is published.</summary>
/// <param name="Scale">Coefficients of the traits, for the logarithm of a share's usual error.</param>
/// <param name="Below">How many scales the truth lies below the estimate, at each of the levels.</param>
/// <param name="Above">The same above.</param>
sealed record IntervalCalibration(ImmutableArray<double> Scale, ImmutableArray<double> Below, ImmutableArray<double> Above)
{
    /// <summary>The levels at which it was learnt.</summary>
    public static readonly ImmutableArray<double> Levels = [0.5, 0.8, 0.9, 0.95];

    static readonly IntervalCalibration Association = new(
        [-2.188, 0.594, -0.314, 0.098, -0.159, -0.055, 0.070, 0.066, 0.088], [0.784, 1.363, 1.702, 2.052], [0.763, 1.768, 2.503, 3.356]);

    static readonly IntervalCalibration Multinomial = new(
        [-2.744, 0.168, -0.577, 0.508, -0.138, 0.160, -0.041, 0.016, -0.070], [0.609, 1.579, 2.181, 2.763], [0.870, 1.523, 1.929, 2.404]);

    static readonly IntervalCalibration NormalDensity = new(
        [-3.546, 0.194, -0.679, 0.363, -0.447, -0.125, 0.052, -0.028, -0.104], [0.682, 1.468, 2.085, 2.538], [0.892, 1.614, 2.115, 2.668]);

    // Standard normal quantiles of (1 + level) / 2, with 0 for a level of 0.
    static readonly ImmutableArray<double> Normal = [0, 0.6744897501960817, 1.2815515655446004, 1.6448536269514722, 1.959963984540054];

    /// <summary>The calibration of a method, learnt on every second of the 318 open elections with published cross votes.</summary>
    /// <param name="method">The method's name; those without a calibration of their own take that of the normal density.</param>
    public static IntervalCalibration Of(string method) => method switch
    {
        "association" => Association,
        "multinomial" => Multinomial,
        _ => NormalDensity,
    };

    /// <summary>An interval about an estimated share.</summary>
    /// <param name="scale">What tells its usual error.</param>
    /// <param name="level">How often it shall hold the truth, in (0, 1).</param>
    public (double Lower, double Upper) About(IntervalScale scale, double level)
    {
        var usual = Math.Exp(scale.Traits().Zip(Scale, (trait, weight) => trait * weight).Sum());
        var z = StandardNormal.Quantile((1 + level) / 2);
        return (Math.Max(0, scale.Share - (usual * At(Below, z))), Math.Min(1, scale.Share + (usual * At(Above, z))));
    }

    /// <summary>The multiple at a level, linear in normal quantiles between the learnt levels and beyond them.</summary>
    /// <param name="multiples">The multiple at each of the learnt levels.</param>
    /// <param name="level">The level, in (0, 1).</param>
    public static double Multiple(ImmutableArray<double> multiples, double level) => At(multiples, StandardNormal.Quantile((1 + level) / 2));

    /// <summary>The multiple at a quantile, linear between the levels and beyond them.</summary>
    static double At(ImmutableArray<double> multiples, double z)
    {
        var k = 1;
        while (k < Levels.Length && z > Normal[k])
        {
            k++;
        }

        var (from, to) = (k == 1 ? 0 : multiples[k - 2], multiples[k - 1]);
        return from + ((to - from) * (z - Normal[k - 1]) / (Normal[k] - Normal[k - 1]));
    }
}
