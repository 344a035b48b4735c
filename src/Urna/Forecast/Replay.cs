using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Forecast;

/// <summary>In which order units come in a replayed night.</summary>
public enum ReplayOrder
{
    /// <summary>By chance.</summary>
    Random,

    /// <summary>By chance, and half by the place that holds the unit: time = ½ U(place) + ½ U(unit).</summary>
    Clustered,

    /// <summary>Small places first, with some chance.</summary>
    SmallFirst,

    /// <summary>Places in which the winner is weak first: an order that depends on the outcome, as no night should.</summary>
    Adverse,

    /// <summary>As a table says.</summary>
    File,
}

/// <summary>How nights are replayed.</summary>
public sealed record ReplayOptions
{
    /// <summary>The order.</summary>
    public ReplayOrder Order { get; init; } = ReplayOrder.Clustered;

    /// <summary>Nights, ≥ 1.</summary>
    public int Nights { get; init => field = Checked.AtLeast(1, value, "nights"); } = 20;

    /// <summary>Moments, in per cent of votes that are in, each in (0, 100).</summary>
    public ImmutableArray<double> At { get; init; } = [1, 5, 10, 25, 50, 75];

    /// <summary>The seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Draws a projection.</summary>
    public int Draws { get; init => field = Checked.AtLeast(2, value, "draws"); } = 200;

    /// <summary>When each unit comes, by place; for an order from a file.</summary>
    public ImmutableDictionary<string, double> Times { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>The earlier contest; null for none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>How much of a clustered time is the place's, in [0, 1].</summary>
    internal double Clustering { get; init; } = 0.5;

    /// <summary>What is believed before.</summary>
    internal NightSettings Settings { get; init; } = NightSettings.Default;
}

/// <summary>How good projections were at a moment, over nights.</summary>
/// <param name="At">Per cent of votes in.</param>
/// <param name="Nights">Nights.</param>
/// <param name="Error">Mean absolute error of final shares, over choices from 1 %, as a share.</param>
/// <param name="ErrorUncounted">The same of the votes that were not counted.</param>
/// <param name="ErrorNaive">The same of the count as it stood.</param>
/// <param name="ErrorBest">The same of the simple way that did best at this moment.</param>
/// <param name="Best">That way.</param>
/// <param name="Coverage">How often intervals of 50, 80, 90 and 95 % held the truth.</param>
/// <param name="Width">Mean width of 90 % intervals, as a share.</param>
/// <param name="SeatError">Seats given to another list than in the end, on average; null where no law fills any.</param>
/// <param name="FalseCalls">Calls that did not come true, over all nights.</param>
/// <param name="CalledAt">Per cent of votes in when the first place was called, the median of nights in which it was by now; null if none.</param>
public sealed record ReplayScore(
    double At, int Nights, double Error, double ErrorUncounted, double ErrorNaive, double ErrorBest, string Best, ImmutableSortedDictionary<int, double> Coverage, double Width, double? SeatError, int FalseCalls, double? CalledAt)
{
    /// <summary>Mean absolute error of the first over the second, as a share.</summary>
    public double MarginError { get; init; }

    /// <summary>How often intervals of the margin held it.</summary>
    public ImmutableSortedDictionary<int, double> MarginCoverage { get; init; } = ImmutableSortedDictionary<int, double>.Empty;

    /// <summary>Mean width of the 90 % interval of the margin, as a share.</summary>
    public double MarginWidth { get; init; }

    /// <summary>How often the 90 % interval of all valid votes held them.</summary>
    public double VolumeCoverage { get; init; }

    /// <summary>Nights in which the first place was called at this moment.</summary>
    public int Called { get; init; }
}

/// <summary>Replays a complete count as nights: hides what had not come, projects, and scores.</summary>
public static class Replay
{
    /// <summary>Replays nights.</summary>
    /// <param name="contest">The contest, complete.</param>
    /// <param name="places">Its places.</param>
    /// <param name="rule">The law that fills its seats; null if none does.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">The contest has fewer than two units with votes.</exception>
    public static ImmutableArray<ReplayScore> Of(Contest contest, PlaceTree places, ElectoralRule? rule, ReplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var night = new ReplayNight(contest, places, rule, options);
        var sums = options.At.Select(at => new ReplaySums(at, night)).ToList();
        for (var n = 0; n < options.Nights; n++)
        {
            double? called = null;
            var order = night.Order(new RandomSource(options.Seed).Split(n));
            foreach (var sum in sums)
            {
                called = sum.Take(night.Project(order, sum.At, options.Seed + (ulong)n), called);
            }
        }

        return [.. sums.Select(s => s.Score(options.Nights))];
    }
}
