namespace Urna.Infer.FixedPoints;

/// <summary>Where a map was left.</summary>
/// <param name="Shares">The shares: always an output of the plain map.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Evaluations">Applications of the map.</param>
/// <param name="Residual">The most that a share moved in the last application.</param>
/// <param name="Converged">Whether that is within the tolerance.</param>
sealed record FixedPointResult(double[] Shares, int Iterations, int Evaluations, double Residual, bool Converged);

/// <summary>Takes a map to its fixed point.</summary>
/// <remarks>
/// Measured on the cases of the tests, Anderson's steps need a half to a tenth of the applications that SQUAREM needs, but near shares of zero
/// they can stray; then SQUAREM, which is slow and steady, begins again from the start. The plain map alone is there to compare with.
/// </remarks>
static class FixedPoint
{
    // Of the cases that Anderson's steps solve, none needs as many.
    const int MostAndersonEvaluations = 600;

    /// <summary>Solves.</summary>
    /// <param name="map">The map.</param>
    /// <param name="options">The start, and how far to go.</param>
    /// <param name="unitWeights">How often each unit counts; empty where each counts once.</param>
    /// <exception cref="ArgumentException">The start has another shape than rows × columns.</exception>
    public static FixedPointResult Solve(IShareMap map, TransferOptions options, ReadOnlySpan<double> unitWeights = default)
    {
        var start = options.Start.IsEmpty ? map.StandardStart() : [.. options.Start];
        if (start.Length != map.Size)
        {
            throw new ArgumentException($"The start has {start.Length} shares; the problem has {map.Size} cells.", nameof(options));
        }

        if (!options.Accelerate)
        {
            return Plain(map, start, unitWeights, options.Tolerance, options.MaxEvaluations);
        }

        var fast = Anderson.Solve(map, start, unitWeights, options.Tolerance, Math.Min(options.MaxEvaluations, MostAndersonEvaluations));
        if (fast.Converged || fast.Evaluations >= options.MaxEvaluations)
        {
            return fast;
        }

        var steady = Squarem.Solve(map, start, unitWeights, options.Tolerance, options.MaxEvaluations - fast.Evaluations);
        return steady with { Iterations = fast.Iterations + steady.Iterations, Evaluations = fast.Evaluations + steady.Evaluations };
    }

    /// <summary>The most that a share differs.</summary>
    /// <param name="a">Shares.</param>
    /// <param name="b">Others.</param>
    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var most = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            most = Math.Max(most, Math.Abs(a[i] - b[i]));
        }

        return most;
    }

    static FixedPointResult Plain(IShareMap map, double[] shares, ReadOnlySpan<double> unitWeights, double tolerance, int maxEvaluations)
    {
        var (evaluations, residual, next) = (0, double.PositiveInfinity, new double[shares.Length]);
        while (residual > tolerance && evaluations < maxEvaluations)
        {
            map.Apply(shares, unitWeights, next);
            evaluations++;
            residual = Distance(shares, next);
            (shares, next) = (next, shares);
        }

        return new FixedPointResult(shares, evaluations, evaluations, residual, residual <= tolerance);
    }
}
