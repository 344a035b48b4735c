using Urna.Infer.Uncertainty;
using Urna.Numerics;

namespace Urna.Accuracy;

/// <summary>By how many usual errors an estimate missed.</summary>
/// <param name="Part">The source, or the pair of kinds, that it is of.</param>
/// <param name="Miss">The miss over the usual error, above 0.</param>
/// <param name="Weight">How much it counts.</param>
sealed record Ratio(object Part, double Miss, double Weight);

/// <summary>How errors differ from one source to another, learnt of all pairs together.</summary>
/// <param name="Spread">The standard deviation of the logarithm of a source's mean miss about that of its pair.</param>
/// <remarks>
/// A source that was never seen has an effect of its own, and that of its pair is known from few: the logarithm of its mean miss is normal about the mean
/// of the S sources seen, of variance τ² (1 + 1/S). Intervals are quantiles of that mixture, so that a pair with few sources has wider ones.
/// </remarks>
sealed record SourceEffects(double Spread)
{
    const int Points = 40;

    /// <summary>Learns the spread.</summary>
    /// <param name="pairs">The misses of each pair.</param>
    public static SourceEffects Of(IEnumerable<Ratio[]> pairs)
    {
        var (squares, freedom) = (0.0, 0);
        foreach (var effects in pairs.Select(p => Effects(p).Values.ToArray()).Where(e => e.Length > 1))
        {
            var mean = effects.Average();
            squares += effects.Sum(e => (e - mean) * (e - mean));
            freedom += effects.Length - 1;
        }

        return new SourceEffects(freedom == 0 ? 0 : Math.Sqrt(squares / freedom));
    }

    /// <summary>How many usual errors hold each level's part of the misses of a source that was never seen.</summary>
    /// <param name="ratios">The misses of a pair.</param>
    public IEnumerable<double> Quantiles(Ratio[] ratios)
    {
        var effects = Effects(ratios);
        var mean = effects.Values.Average();
        var spread = Spread * Math.Sqrt(1 + (1.0 / effects.Count));
        double[] draws = [.. Enumerable.Range(0, Points).Select(k => Math.Exp(mean + (spread * StandardNormal.Quantile((k + 0.5) / Points))))];
        var mixed = ratios.SelectMany(r => draws.Select(d => (Miss: r.Miss / Math.Exp(effects[r.Part]) * d, r.Weight))).OrderBy(r => r.Miss).ToArray();
        var all = mixed.Sum(r => r.Weight);
        foreach (var level in IntervalCalibration.Levels)
        {
            var sum = 0.0;
            var at = mixed.TakeWhile(r => (sum += r.Weight) < level * all).Count();
            yield return mixed[Math.Min(at, mixed.Length - 1)].Miss;
        }
    }

    static Dictionary<object, double> Effects(Ratio[] ratios) =>
        ratios.GroupBy(r => r.Part).ToDictionary(p => p.Key, p => Math.Log(p.Sum(r => r.Weight * r.Miss) / p.Sum(r => r.Weight)));
}
