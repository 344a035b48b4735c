using System.Collections.Immutable;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Estimates;

/// <summary>A fixed point that starts led to.</summary>
/// <param name="Shares">Its shares, shape [rows × columns], row-major.</param>
/// <param name="LogLikelihood">Its log-likelihood.</param>
/// <param name="Starts">How many random starts reached it.</param>
/// <param name="Standard">Whether the standard start reaches it.</param>
public sealed record ReachedPoint(ImmutableArray<double> Shares, double LogLikelihood, int Starts, bool Standard);

/// <summary>Whether an estimate depends on where it starts.</summary>
/// <param name="Points">The fixed points found, more than a distance apart, the one of the standard start first.</param>
/// <param name="Starts">Random starts tried.</param>
/// <param name="Unconverged">Starts among them that did not converge and reached nothing.</param>
public sealed record StartStudy(ImmutableArray<ReachedPoint> Points, int Starts, int Unconverged)
{
    // Two fixed points no further apart are one.
    const double Apart = 1e-6;

    /// <summary>Whether every start led to the same fixed point.</summary>
    public bool Agree => Points.Length == 1 && Unconverged == 0;

    /// <summary>Tries random starts: each row uniform on the simplex.</summary>
    /// <param name="method">The method.</param>
    /// <param name="problem">The counts.</param>
    /// <param name="starts">How many random starts, ≥ 0.</param>
    /// <param name="seed">The seed that determines them.</param>
    /// <param name="options">How far to go; a tolerance of 1e-12 if null.</param>
    public static StartStudy Of(TransferMethod method, TransferProblem problem, int starts, ulong seed, TransferOptions? options = null)
    {
        options ??= new TransferOptions(1e-12);
        var map = method.Map(problem, options.Threads, options.Cancel);
        var standard = map.StandardStart();
        var random = new RandomSource(seed);
        var results = new FixedPointResult[starts + 1];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads == 0 ? -1 : options.Threads, CancellationToken = options.Cancel };
        Parallel.For(0, results.Length, parallel, i =>
            results[i] = FixedPoint.Solve(map.Fork(), options with { Start = [.. i == 0 ? standard : Draw(random.Split(i), standard, map.Columns)] }));

        var points = new List<ReachedPoint>();
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Converged)
            {
                Count(points, results[i].Shares, map, isStandard: i == 0);
            }
        }

        return new StartStudy([.. points], starts, results.Skip(1).Count(r => !r.Converged));
    }

    static void Count(List<ReachedPoint> points, double[] shares, IShareMap map, bool isStandard)
    {
        var known = points.FindIndex(p => FixedPoint.Distance(p.Shares.AsSpan(), shares) <= Apart);
        if (known < 0)
        {
            points.Add(new ReachedPoint([.. shares], map.LogLikelihood(shares), isStandard ? 0 : 1, isStandard));
        }
        else
        {
            points[known] = points[known] with { Starts = points[known].Starts + 1 };
        }
    }

    /// <summary>Rows uniform on the simplex; a share that the standard start has at zero stays there.</summary>
    static double[] Draw(RandomSource random, double[] standard, int columns)
    {
        var shares = Array.ConvertAll(standard, share => share > 0 ? random.Exponential() : 0);
        for (var row = 0; row < shares.Length; row += columns)
        {
            var sum = shares.Skip(row).Take(columns).Sum();
            for (var i = row; sum > 0 && i < row + columns; i++)
            {
                shares[i] /= sum;
            }
        }

        return shares;
    }
}
