using Urna.Numerics;

namespace Urna.Audit;

/// <summary>A station's counts, as far as the test of integer percentages asks.</summary>
/// <param name="Registered">People on its roll, ≥ 0.</param>
/// <param name="Given">Ballots given out, ≥ 0.</param>
/// <param name="Received">Ballots in the box, ≥ 0.</param>
/// <param name="Leader">Votes of the leading candidacy, ≥ 0.</param>
public readonly record struct StationCounts(long Registered, long Given, long Received, long Leader);

/// <summary>Which percentages are looked at.</summary>
public enum IntegerKind
{
    /// <summary>Turnout, the leader's share, or both.</summary>
    Either,

    /// <summary>The leader's share.</summary>
    Result,

    /// <summary>Turnout.</summary>
    Turnout,
}

/// <summary>How many stations have a turnout or a share within 0.05 points of a whole per cent, beside how many would by chance.</summary>
/// <param name="Stations">Stations looked at.</param>
/// <param name="Observed">Those at a whole per cent.</param>
/// <param name="Expected">How many would be, each person deciding at the station's rates.</param>
/// <param name="Deviation">The standard deviation of that number.</param>
/// <remarks>
/// Kobak, Shpilkin &amp; Pshenichnikov (2016), Integer percentages as electoral falsification fingerprints. In place of their simulation the binomial probabilities are
/// summed; stations are independent, so that variances add up. Whole per cents can come from rounding, small boxes and rules of counting too.
/// </remarks>
public sealed record IntegerPercentages(int Stations, int Observed, double Expected, double Deviation)
{
    const long LeastRegistered = 100;
    const double MostRate = 0.99;
    const double HalfWidth = 0.0005;

    /// <summary>Stations above expectation; negative: below.</summary>
    public double Excess => Observed - Expected;

    /// <summary>The excess over its standard deviation; 0 where nothing could vary.</summary>
    public double Z => Deviation > 0 ? Excess / Deviation : 0;

    /// <summary>Looks at stations with ballots, at least 100 people on the roll, and turnout and share of 99 % at most.</summary>
    /// <param name="stations">The stations.</param>
    /// <param name="kind">Which percentages.</param>
    public static IntegerPercentages Of(IEnumerable<StationCounts> stations, IntegerKind kind = IntegerKind.Either)
    {
        var (looked, observed, expected, deviation) = Weighed(stations, kind, _ => 1);
        return new IntegerPercentages(looked, (int)observed, expected, deviation);
    }

    /// <summary>The people or votes of stations at a whole per cent, above expectation, with the standard deviation.</summary>
    /// <param name="stations">The stations.</param>
    /// <param name="kind">Which percentages.</param>
    /// <param name="weight">What each station counts, ≥ 0, such as its voters or the leader's votes.</param>
    public static (double Excess, double Deviation) ExcessOf(IEnumerable<StationCounts> stations, IntegerKind kind, Func<StationCounts, long> weight)
    {
        var (_, observed, expected, deviation) = Weighed(stations, kind, weight);
        return (observed - expected, deviation);
    }

    static (int Looked, double Observed, double Expected, double Deviation) Weighed(IEnumerable<StationCounts> stations, IntegerKind kind, Func<StationCounts, long> weight)
    {
        var (turnout, share) = (kind != IntegerKind.Result, kind != IntegerKind.Turnout);
        var looks = stations.Where(s => s.Received > 0 && s.Registered >= LeastRegistered && s.Given <= MostRate * s.Registered && s.Leader <= MostRate * s.Received).ToArray().AsParallel().AsOrdered().Select(s =>
        {
            var isWhole = (turnout && IsWhole(s.Given, s.Registered)) || (share && IsWhole(s.Leader, s.Received));
            var missed = (turnout ? 1 - Chance(s.Registered, (double)s.Given / s.Registered) : 1) * (share ? 1 - Chance(s.Received, (double)s.Leader / s.Received) : 1);
            return (Weight: (double)weight(s), IsWhole: isWhole, Missed: missed);
        });
        var (looked, observed, expected, variance) = (0, 0.0, 0.0, 0.0);
        foreach (var (w, isWhole, missed) in looks)
        {
            looked++;
            observed += isWhole ? w : 0;
            expected += w * (1 - missed);
            variance += w * w * missed * (1 - missed);
        }

        return (looked, observed, expected, Math.Sqrt(variance));
    }

    static bool IsWhole(long part, long whole)
    {
        var per = 100.0 * part / whole;
        return Math.Abs(per - Math.Round(per)) <= (100 * HalfWidth) + 1e-9;
    }

    /// <summary>How likely a binomial number is within the half-width of a whole per cent.</summary>
    static double Chance(long size, double rate)
    {
        if (rate is <= 0 or >= 1)
        {
            return 1;
        }

        const double Far = 6.5;
        var spread = Math.Sqrt(rate * (1 - rate) / size);
        var (from, to) = ((int)Math.Floor(100 * Math.Max(0, rate - (Far * spread))), (int)Math.Ceiling(100 * Math.Min(1, rate + (Far * spread))));
        var (whole, yes, no) = (LogFactorial.Of(size), Math.Log(rate), Math.Log(1 - rate));
        var sum = 0.0;
        for (var per = Math.Max(0, from); per <= Math.Min(100, to); per++)
        {
            var least = (long)Math.Ceiling((((per / 100.0) - HalfWidth) * size) - 1e-7);
            var most = (long)Math.Floor((((per / 100.0) + HalfWidth) * size) + 1e-7);
            for (var k = Math.Max(0, least); k <= Math.Min(size, most); k++)
            {
                sum += Math.Exp(whole - LogFactorial.Of(k) - LogFactorial.Of(size - k) + (k * yes) + ((size - k) * no));
            }
        }

        return Math.Min(1, sum);
    }
}
