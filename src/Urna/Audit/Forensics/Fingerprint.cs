using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Audit.Forensics;

/// <summary>The shape of turnout against the leader's share, and the incremental and extreme excess that a model fits to it.</summary>
/// <param name="Skewness">Of the logarithmic rate ln((N − W) / W), standardised; 0 is even.</param>
/// <param name="Kurtosis">Of the same; 3 is normal.</param>
/// <param name="Correlation">Of turnout and share over units.</param>
/// <param name="Incremental">Part of the units that the model fits as having extra votes for the leader.</param>
/// <param name="Extreme">Part of the units that it fits as having nearly all votes for the leader.</param>
/// <remarks>
/// Klimek, Yegorov, Hanel &amp; Thurner (2012), Statistical detection of systematic election irregularities. The leader's votes over the roll are fitted by a mixture of three shapes: units drawn about the most common turnout and share
/// with the spread of the half below it; the same with part of the abstaining and others' votes given to the leader; the same with nearly all given. A land of two kinds of places has such shapes without any wrong.
/// </remarks>
public sealed record Fingerprint(double Skewness, double Kurtosis, double Correlation, double Incremental, double Extreme)
{
    const int Bins = 100;
    const int Drawn = 20_000;

    /// <summary>The fingerprint of a count; null where rolls are not known or units are few.</summary>
    /// <param name="count">The units.</param>
    public static Fingerprint? Of(ForensicCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        ImmutableArray<ForensicUnit> units = [.. count.Units.Where(u => u.Registered > 0 && !u.IsImpossible)];
        if (units.Length < 50)
        {
            return null;
        }

        double[] rates = [.. units.Where(u => u.Votes[count.Leader] > 0 && u.Votes[count.Leader] < u.Registered).Select(u => Math.Log((double)(u.Registered - u.Votes[count.Leader]) / u.Votes[count.Leader]))];
        var (mean, deviation) = MeanAndDeviation(rates);
        double[] turnout = [.. units.Select(u => (double)u.Cast / u.Registered)];
        double[] share = [.. units.Select(u => (double)u.Votes[count.Leader] / u.Valid)];
        var (f, e) = Fit(units, count.Leader, turnout, share);
        return new(
            rates.Average(r => Math.Pow((r - mean) / deviation, 3)), rates.Average(r => Math.Pow((r - mean) / deviation, 4)), Correlated(turnout, share), f, e);
    }

    /// <summary>Whether many units are high in turnout and share, beyond those low in both: the far corner of the fingerprint, with units held against neighbours.</summary>
    /// <remarks>Where only size and mood vary, both corners are alike. Neighbourhoods, not units, are taken as independent.</remarks>
    internal static ForensicLook? Look(ForensicCount count)
    {
        const double Far = 2;
        if (count.Units.All(u => u.Registered == 0))
        {
            return null;
        }

        ImmutableArray<Standing> standing = Neighbourhood.Of(count);
        var high = standing.Where(s => s.Turnout > Far && s.Share > Far).ToList();
        var low = standing.Count(s => s.Turnout < -Far && s.Share < -Far);
        var deviation = Neighbourhood.Deviation(standing.Select(s => (s.Unit.Group, Value: s.Turnout > Far && s.Share > Far ? 1.0 : s.Turnout < -Far && s.Share < -Far ? -1 : 0)));
        return standing.IsEmpty ? null : new(standing.Length, high.Count, low, deviation, [.. high.OrderByDescending(s => s.Turnout + s.Share).Take(10).Select(s => s.Unit.Place)]);
    }

    static (double Incremental, double Extreme) Fit(ImmutableArray<ForensicUnit> units, int leader, double[] turnout, double[] share)
    {
        var observed = new double[Bins];
        foreach (var unit in units)
        {
            observed[Bin((double)unit.Votes[leader] / unit.Registered)] += 1.0 / units.Length;
        }

        var (t, s) = (BelowMode(turnout), BelowMode(share));
        var shapes = new[] { new double[Bins], new double[Bins], new double[Bins] };
        var random = new RandomSource(2012);
        for (var i = 0; i < Drawn; i++)
        {
            var (votes, lead) = (Truncated(t, random), Truncated(s, random));
            var (little, much) = (Math.Abs(Normal(random)) * 0.2, 1 - (Math.Abs(Normal(random)) * 0.075));
            shapes[0][Bin(votes * lead)] += 1.0 / Drawn;
            shapes[1][Bin(Shifted(votes, lead, Math.Clamp(little, 0, 1)))] += 1.0 / Drawn;
            shapes[2][Bin(Shifted(votes, lead, Math.Clamp(much, 0, 1)))] += 1.0 / Drawn;
        }

        // Expectation and maximisation of the parts of a mixture of known shapes.
        double[] parts = [0.9, 0.05, 0.05];
        for (var round = 0; round < 500; round++)
        {
            var next = new double[3];
            for (var bin = 0; bin < Bins; bin++)
            {
                var sum = 1e-9;
                for (var k = 0; k < 3; k++)
                {
                    sum += parts[k] * shapes[k][bin];
                }

                for (var k = 0; k < 3; k++)
                {
                    next[k] += observed[bin] * parts[k] * shapes[k][bin] / sum;
                }
            }

            var all = next.Sum();
            parts = all > 0 ? [.. next.Select(n => n / all)] : parts;
        }

        return (parts[1], parts[2]);
    }

    /// <summary>The leader's votes over the roll, with a part of those who abstained and of others' voters given to the leader.</summary>
    static double Shifted(double turnout, double share, double part) => (turnout * share) + (part * (1 - turnout)) + (part * turnout * (1 - share));

    /// <summary>The most common value, and the spread of the values below it.</summary>
    static (double Mode, double Spread) BelowMode(double[] values)
    {
        var histogram = new double[Bins];
        foreach (var value in values)
        {
            histogram[Bin(value)]++;
        }

        var mode = (Enumerable.Range(1, Bins - 2).MaxBy(b => histogram[b - 1] + histogram[b] + histogram[b + 1]) + 0.5) / Bins;
        double[] below = [.. values.Where(v => v <= mode)];
        return (mode, below.Length == 0 ? 0.01 : Math.Sqrt(below.Average(v => (v - mode) * (v - mode))));
    }

    static double Truncated((double Mode, double Spread) about, RandomSource random)
    {
        for (var i = 0; i < 100; i++)
        {
            if (about.Mode + (about.Spread * Normal(random)) is > 0 and < 1 and var value)
            {
                return value;
            }
        }

        return about.Mode;
    }

    static double Normal(RandomSource random) => StandardNormal.Quantile(Math.Clamp(random.Uniform(), 1e-12, 1 - 1e-12));

    static int Bin(double share) => Math.Clamp((int)(share * Bins), 0, Bins - 1);

    static (double Mean, double Deviation) MeanAndDeviation(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Max(1e-12, Math.Sqrt(values.Average(v => (v - mean) * (v - mean)))));
    }

    static double Correlated(double[] x, double[] y)
    {
        var ((mx, sx), (my, sy)) = (MeanAndDeviation(x), MeanAndDeviation(y));
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Average() / (sx * sy);
    }
}
