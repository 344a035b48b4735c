namespace Urna.Infer.FixedPoints;

/// <summary>Takes a map to its fixed point by Anderson's extrapolation, on the square roots of shares.</summary>
/// <remarks>
/// Walker and Ni, "Anderson acceleration for fixed-point iterations", SIAM Journal on Numerical Analysis 49 (2011). On square roots the
/// simplex is a sphere, and a share that an extrapolation takes past zero comes back on the other side.
/// </remarks>
static class Anderson
{
    const double SmallestShare = 1e-300;

    // A step may look worse before it pays; much worse, and what was learnt so far is of no use.
    const double MostWorse = 10;

    // A share that still grows by more has not converged, however little it is: it was taken too near to zero.
    const double Growth = 1e-3;
    const int PatienceWithGrowth = 30;

    /// <summary>Solves; not converged also where a share was caught near zero.</summary>
    /// <param name="map">The map.</param>
    /// <param name="start">The shares to start from.</param>
    /// <param name="unitWeights">How often each unit counts; empty where each counts once.</param>
    /// <param name="tolerance">Converged when no share would move by more.</param>
    /// <param name="maxEvaluations">Applications of the map at most.</param>
    public static FixedPointResult Solve(IShareMap map, double[] start, ReadOnlySpan<double> unitWeights, double tolerance, int maxEvaluations)
    {
        var history = new AndersonHistory(start.Length);
        var (shares, next, last) = ((double[])start.Clone(), new double[start.Length], (double[])start.Clone());
        var (evaluations, residual, best, patience) = (0, double.PositiveInfinity, double.PositiveInfinity, PatienceWithGrowth);
        while (evaluations < maxEvaluations && patience > 0)
        {
            map.Apply(shares, unitWeights, next);
            evaluations++;
            residual = FixedPoint.Distance(shares, next);
            if (residual <= tolerance && !Grows(shares, next))
            {
                return new FixedPointResult(next, evaluations, evaluations, residual, true);
            }

            patience -= residual <= tolerance ? 1 : 0;
            if (residual > MostWorse * best)
            {
                history.Forget();
                last.CopyTo(shares, 0);
                best = double.PositiveInfinity;
                continue;
            }

            best = residual;
            history.Add(shares, next);
            next.CopyTo(last, 0);
            history.Extrapolate(shares);
            Return(next, shares, map.Columns);
        }

        return new FixedPointResult(last, evaluations, evaluations, residual, false);
    }

    static bool Grows(ReadOnlySpan<double> shares, ReadOnlySpan<double> next)
    {
        for (var i = 0; i < shares.Length; i++)
        {
            if (next[i] - shares[i] > Growth * shares[i])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Back from square roots to the simplex; what the map leaves at zero stays there, and nothing else gets there.</summary>
    static void Return(ReadOnlySpan<double> next, Span<double> shares, int columns)
    {
        for (var row = 0; row < shares.Length; row += columns)
        {
            var sum = 0.0;
            for (var i = row; i < row + columns; i++)
            {
                shares[i] = next[i] == 0 ? 0 : Math.Max(shares[i] * shares[i], SmallestShare);
                sum += shares[i];
            }

            for (var i = row; !(sum <= 0) && i < row + columns; i++)
            {
                // Past what a number can hold there is no direction; the plain map's answer stands.
                shares[i] = double.IsFinite(sum) ? shares[i] / sum : next[i];
            }
        }
    }
}
