using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Audit.Forensics;

/// <summary>Every test of a count, with its controls.</summary>
/// <remarks>An anomaly is not an explanation. Tests look at one trace each and suppose things that may not hold: rounding, late corrections, hospitals, small villages and two kinds of places leave traces too.</remarks>
public static class ForensicTests
{
    const double SeenBelow = 0.01;

    /// <summary>Parts of the units that are altered, and how much, where power is measured.</summary>
    static readonly ImmutableArray<(double Altered, double Size)> trials = [(0.01, 0.1), (0.02, 0.1), (0.05, 0.1), (0.01, 0.3), (0.02, 0.3), (0.05, 0.3)];

    /// <summary>All tests whose data the count has.</summary>
    /// <param name="count">The units.</param>
    /// <param name="seed">Seeds the controls.</param>
    public static ImmutableArray<ForensicResult> Of(ForensicCount count, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(count);
        var looks = Enum.GetValues<ForensicKind>().Select(k => (Kind: k, Look: Look(k, count))).Where(l => l.Look is not null).ToList();
        var random = new RandomSource(seed);
        var clean = Control.ByChance(count, random.Split(0));
        var altered = trials.Select((t, i) => (Trial: t, Count: Control.Altered(count, t.Altered, t.Size, random.Split(1 + i)))).ToList();
        var adjusted = Holm([.. looks.Select(l => l.Look!.P)]);
        return
        [
            .. looks.AsParallel().AsOrdered().Select((l, i) =>
            {
                var power = altered.Select(a => (a.Trial, Look(l.Kind, a.Count)?.Z)).ToList();
                return new ForensicResult(
                    l.Kind,
                    l.Look!,
                    adjusted[i],
                    Look(l.Kind, clean)?.Z,
                    power[2].Z,
                    [.. power.Where(p => p.Z is not null && l.Look!.Z is not null).Select(p => new ForensicPower(p.Trial.Altered, p.Trial.Size, Seen(p.Z!.Value - l.Look!.Z!.Value)))]);
            }),
        ];
    }

    /// <summary>What one test sees; null where the count has not what it needs.</summary>
    /// <param name="kind">The test.</param>
    /// <param name="count">The units.</param>
    public static ForensicLook? Look(ForensicKind kind, ForensicCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return count.Units.IsEmpty ? null : kind switch
        {
            ForensicKind.IntegerPercentages => IntegerLook.Of(count, IntegerKind.Either),
            ForensicKind.IntegerResult => IntegerLook.Of(count, IntegerKind.Result),
            ForensicKind.IntegerTurnout => IntegerLook.Of(count, IntegerKind.Turnout),
            ForensicKind.Fingerprint => Fingerprint.Look(count),
            ForensicKind.AnomalousVotes => AnomalousVotes.Look(count),
            ForensicKind.ContestDifferences => ContestDifferences.Look(count),
            ForensicKind.Arithmetic => SameFigures.Arithmetic(count),
            ForensicKind.Copies => SameFigures.Copies(count),
            ForensicKind.NeighbourOutliers => Outliers.AgainstNeighbours(count),
            ForensicKind.TransitionOutliers => Outliers.AgainstModel(count),
            ForensicKind.LateReturns => LateReturns.Look(count),
            _ => LastDigits.Look(count),
        };
    }

    /// <summary>How likely a normal number about a shift is beyond the limit of p.</summary>
    static double Seen(double shift)
    {
        var limit = StandardNormal.Quantile(1 - (SeenBelow / 2));
        return StandardNormal.Below(-limit - shift) + 1 - StandardNormal.Below(limit - shift);
    }

    /// <summary>Holm's correction: each p times the tests that have one no smaller, and never below an earlier one.</summary>
    internal static ImmutableArray<double?> Holm(ImmutableArray<double?> p)
    {
        var adjusted = new double?[p.Length];
        var most = 0.0;
        foreach (var (i, rank) in Enumerable.Range(0, p.Length).Where(i => p[i] is not null).OrderBy(i => p[i]).Select((i, rank) => (i, rank)))
        {
            most = Math.Max(most, Math.Min(1, p[i]!.Value * (p.Count(v => v is not null) - rank)));
            adjusted[i] = most;
        }

        return [.. adjusted];
    }
}
