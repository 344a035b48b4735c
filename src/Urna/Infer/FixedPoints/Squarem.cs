namespace Urna.Infer.FixedPoints;

/// <summary>Takes a map to its fixed point by squared extrapolation.</summary>
/// <remarks>
/// Varadhan and Roland, Scandinavian Journal of Statistics 35 (2008), third step length. The plain map takes over wherever an extrapolation
/// leaves the simplex or moves away from the fixed point.
/// </remarks>
static class Squarem
{
    const double SmallestShare = 1e-300;
    const double ShortestStep = 1.01;
    const double MostWorse = 4;

    /// <summary>Solves.</summary>
    /// <param name="map">The map.</param>
    /// <param name="start">The shares to start from.</param>
    /// <param name="unitWeights">How often each unit counts; empty where each counts once.</param>
    /// <param name="tolerance">Converged when no share would move by more.</param>
    /// <param name="maxEvaluations">Applications of the map at most, but for the last step.</param>
    public static FixedPointResult Solve(IShareMap map, double[] start, ReadOnlySpan<double> unitWeights, double tolerance, int maxEvaluations)
    {
        var (shares, once, twice, jump) = ((double[])start.Clone(), new double[start.Length], new double[start.Length], new double[start.Length]);
        var (before, iterations, residual) = (map.Evaluations, 0, double.PositiveInfinity);
        while (residual > tolerance && map.Evaluations - before < maxEvaluations)
        {
            map.Apply(shares, unitWeights, once);
            iterations++;
            residual = FixedPoint.Distance(shares, once);
            if (residual <= tolerance)
            {
                (shares, once) = (once, shares);
                continue;
            }

            map.Apply(once, unitWeights, twice);
            if (TryJump(shares, once, twice, jump))
            {
                // A jump may look a little worse before it pays, but not much worse.
                map.Apply(jump, unitWeights, once);
                if (FixedPoint.Distance(jump, once) <= MostWorse * residual)
                {
                    (shares, once) = (once, shares);
                    continue;
                }
            }

            (shares, twice) = (twice, shares);
        }

        return new FixedPointResult(shares, iterations, map.Evaluations - before, residual, residual <= tolerance);
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

    /// <summary>‖r‖ / ‖v‖ with r = map(p) − p and v = map(map(p)) − map(p) − r.</summary>
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
}
