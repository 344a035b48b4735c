using System.Collections.Immutable;

namespace Urna.Infer;

/// <summary>Where a map was left.</summary>
/// <param name="Shares">The shares: always an output of the plain map.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Evaluations">Applications of the map.</param>
/// <param name="Residual">The most that a share moved in the last application.</param>
/// <param name="Converged">Whether that is within the tolerance.</param>
sealed record FixedPointResult(double[] Shares, int Iterations, int Evaluations, double Residual, bool Converged);

/// <summary>Takes a map to its fixed point.</summary>
/// <remarks>
/// Steps are extrapolated by SQUAREM (Varadhan and Roland, Scandinavian Journal of Statistics 35, 2008), and the plain map takes over
/// wherever an extrapolation leaves the simplex or moves away from the fixed point; the answer is always an output of the plain map.
/// </remarks>
static class FixedPoint
{
    const double SmallestShare = 1e-300;
    const double ShortestStep = 1.01;

    /// <summary>Solves.</summary>
    /// <param name="map">The map.</param>
    /// <param name="options">The start, and how far to go.</param>
    /// <param name="unitWeights">How often each unit counts; empty where each counts once.</param>
    /// <exception cref="ArgumentException">The start has another shape than rows × columns.</exception>
    public static FixedPointResult Solve(IShareMap map, TransferOptions options, ReadOnlySpan<double> unitWeights = default)
    {
        var shares = map.StandardStart();
        if (!options.Start.IsEmpty)
        {
            shares = options.Start.Length == shares.Length
                ? [.. options.Start]
                : throw new ArgumentException($"The start has {options.Start.Length} shares; the problem has {shares.Length} cells.", nameof(options));
        }

        var before = map.Evaluations;
        var (once, twice, jump) = (new double[shares.Length], new double[shares.Length], new double[shares.Length]);
        var (iterations, residual) = (0, double.PositiveInfinity);
        while (residual > options.Tolerance && map.Evaluations - before < options.MaxEvaluations)
        {
            map.Apply(shares, unitWeights, once);
            iterations++;
            residual = Distance(shares, once);
            if (residual <= options.Tolerance || !options.Accelerate)
            {
                (shares, once) = (once, shares);
                continue;
            }

            map.Apply(once, unitWeights, twice);
            if (TryJump(shares, once, twice, jump))
            {
                // The plain map must not find the jump further from the fixed point than where it came from.
                map.Apply(jump, unitWeights, once);
                if (Distance(jump, once) <= residual)
                {
                    (shares, once) = (once, shares);
                    continue;
                }
            }

            (shares, twice) = (twice, shares);
        }

        return new FixedPointResult(shares, iterations, map.Evaluations - before, residual, residual <= options.Tolerance);
    }

    /// <summary>Extrapolates from p, map(p) and map(map(p)); false where that would leave the simplex even at a short step.</summary>
    static bool TryJump(ReadOnlySpan<double> p, ReadOnlySpan<double> once, ReadOnlySpan<double> twice, Span<double> jump)
    {
        for (var step = StepLength(p, once, twice); step > ShortestStep; step = (1 + step) / 2)
        {
            var inside = true;
            for (var i = 0; i < p.Length && inside; i++)
            {
                jump[i] = Jump(p[i], once[i], twice[i], step);
                inside = jump[i] >= 0;

                // A share that the plain map keeps positive must not be caught at zero, which it could never leave.
                jump[i] = twice[i] > 0 ? Math.Max(jump[i], SmallestShare) : jump[i];
            }

            if (inside)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>SQUAREM's third step length: ‖r‖ / ‖v‖ with r = map(p) − p and v = map(map(p)) − map(p) − r.</summary>
    static double StepLength(ReadOnlySpan<double> p, ReadOnlySpan<double> once, ReadOnlySpan<double> twice)
    {
        var (r2, v2) = (0.0, 0.0);
        for (var i = 0; i < p.Length; i++)
        {
            var r = once[i] - p[i];
            var v = twice[i] - once[i] - r;
            r2 += r * r;
            v2 += v * v;
        }

        return v2 > 0 ? Math.Sqrt(r2 / v2) : 1;
    }

    static double Jump(double p, double once, double twice, double step)
    {
        var r = once - p;
        var v = twice - once - r;
        return p + (2 * step * r) + (step * step * v);
    }

    static double Distance(double[] a, double[] b)
    {
        var most = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            most = Math.Max(most, Math.Abs(a[i] - b[i]));
        }

        return most;
    }
}
