using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Uncertainty;

/// <summary>Sampling errors from estimates over units that count more or less by chance.</summary>
/// <remarks>Each unit, or cluster of units, weighs an exponential of mean 1. Rubin, "The Bayesian bootstrap", Annals of Statistics 9 (1981).</remarks>
static class Bootstrap
{
    const int MostEvaluations = 400;

    /// <summary>Draws estimates.</summary>
    /// <param name="problem">The counts; its clusters, if any, are what varies.</param>
    /// <param name="map">The map.</param>
    /// <param name="shares">Its fixed point, where each draw starts.</param>
    /// <param name="draws">How many, ≥ 1.</param>
    /// <param name="seed">The seed; the same seed gives the same draws on any number of threads.</param>
    /// <param name="threads">Threads at most; 0 for as many as the machine has cores.</param>
    /// <param name="drawn">Told after each draw; from any thread.</param>
    /// <param name="cancel">Ends the draws.</param>
    /// <returns>Shares by draw, each of shape [rows × columns].</returns>
    public static double[][] Draw(TransferProblem problem, IShareMap map, double[] shares, int draws, long seed, int threads, Action? drawn = null, CancellationToken cancel = default)
    {
        var source = new RandomSource(unchecked((ulong)seed));
        var estimates = new double[draws][];
        var options = new TransferOptions(Tolerance: 1e-5, MaxEvaluations: MostEvaluations) { Start = [.. shares] };
        using var maps = new ThreadLocal<IShareMap>(map.Fork);
        Parallel.For(0, draws, new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? -1 : threads, CancellationToken = cancel }, draw =>
        {
            estimates[draw] = FixedPoint.Solve(maps.Value!, options, Weights(problem, source.Split(draw))).Shares;
            drawn?.Invoke();
        });
        return estimates;
    }

    /// <summary>Standard deviations of the draws by cell.</summary>
    /// <param name="draws">Shares by draw.</param>
    public static double[] StandardErrors(double[][] draws)
    {
        var errors = new double[draws[0].Length];
        for (var i = 0; i < errors.Length; i++)
        {
            var mean = draws.Sum(d => d[i]) / draws.Length;
            errors[i] = Math.Sqrt(draws.Sum(d => (d[i] - mean) * (d[i] - mean)) / Math.Max(1, draws.Length - 1));
        }

        return errors;
    }

    static double[] Weights(TransferProblem problem, RandomSource random)
    {
        var weights = new double[problem.Units.Length];
        var clusters = new Dictionary<string, double>();
        for (var b = 0; b < weights.Length; b++)
        {
            weights[b] = problem.Clusters.IsEmpty ? random.Exponential() : OfCluster(clusters, problem.Clusters[b], random);
        }

        return weights;
    }

    static double OfCluster(Dictionary<string, double> clusters, string cluster, RandomSource random)
    {
        if (!clusters.TryGetValue(cluster, out var weight))
        {
            weight = random.Exponential();
            clusters.Add(cluster, weight);
        }

        return weight;
    }
}
