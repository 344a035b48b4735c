using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Forecast;

/// <summary>Adds up how good projections of one moment were, night by night.</summary>
sealed class ReplaySums(double at, ReplayNight night)
{
    const double LeastShare = 0.01;
    static readonly int[] levels = [50, 80, 90, 95];

    readonly SortedDictionary<string, double> simple = new(StringComparer.Ordinal);
    readonly Dictionary<int, (int Held, int Of)> shares = [];
    readonly Dictionary<int, int> margins = [];
    readonly List<double> calledAt = [];
    double error;
    double uncounted;
    double width;
    double marginError;
    double marginWidth;
    double seatError;
    int volumeHeld;
    int volumes;
    int falseCalls;
    int called;
    int taken;

    /// <summary>Per cent of votes in.</summary>
    public double At => at;

    /// <summary>Takes a night's moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="before">When the first place was called before; null if it was not.</param>
    /// <returns>When it was called by now; null if it was not.</returns>
    public double? Take(ReplayMoment moment, double? before)
    {
        taken++;
        var (projection, truth) = (moment.Projection, night.Truth);
        var total = (double)truth.Sum();
        int[] scored = [.. Enumerable.Range(0, truth.Length).Where(c => truth[c] >= LeastShare * total)];
        error += scored.Average(c => Math.Abs(projection.Choices[c].Share.Mean - (truth[c] / total)));
        uncounted += Uncounted(moment, scored, total);
        foreach (var (way, columns) in moment.Simple)
        {
            var left = ByColumn(truth, total);
            int[] columnsScored = [.. Enumerable.Range(0, left.Length).Where(k => left[k] >= LeastShare)];
            simple[way] = simple.GetValueOrDefault(way) + columnsScored.Average(k => Math.Abs(columns[k] - left[k]));
        }

        foreach (var level in levels)
        {
            var held = scored.Count(c => Held(projection.Samples[c], level, truth[c] / total));
            shares[level] = (shares.GetValueOrDefault(level).Held + held, shares.GetValueOrDefault(level).Of + scored.Length);
        }

        width += scored.Average(c => Width(projection.Samples[c]));
        TakeMargin(projection, total);
        if (projection.Expected is not null)
        {
            volumes++;
            volumeHeld += Held(projection.Totals, 90, total) ? 1 : 0;
        }

        if (night.SeatsTruth is { } seats)
        {
            seatError += seats.Sum(s => Math.Abs(s.Value - (projection.Seats.FirstOrDefault(p => p.List == s.Key)?.Seats.Mean ?? 0))) / 2;
        }

        falseCalls += projection.Calls.Count(c => c.Status == CallStatus.Called && !CameTrue(c, total));
        var isCalled = projection.Calls.Any(c => c is { What: CallKind.First, Status: CallStatus.Called });
        called += isCalled ? 1 : 0;
        before ??= isCalled ? at : null;
        if (before is { } when)
        {
            calledAt.Add(when);
        }

        return before;
    }

    /// <summary>The score over all nights.</summary>
    public ReplayScore Score(int nights)
    {
        var best = simple.MinBy(s => s.Value);
        return new(
            at,
            nights,
            error / taken,
            uncounted / taken,
            simple["naive"] / taken,
            best.Value / taken,
            best.Key,
            levels.ToImmutableSortedDictionary(l => l, l => (double)shares[l].Held / shares[l].Of),
            width / taken,
            night.SeatsTruth is null ? null : seatError / taken,
            falseCalls,
            calledAt.Count > 0 ? Quantiles.Of([.. calledAt], 0.5) : null)
        {
            MarginError = marginError / taken,
            MarginCoverage = levels.ToImmutableSortedDictionary(l => l, l => (double)margins.GetValueOrDefault(l) / taken),
            MarginWidth = marginWidth / taken,
            VolumeCoverage = volumes > 0 ? (double)volumeHeld / volumes : double.NaN,
            Called = called,
        };
    }

    double Uncounted(ReplayMoment moment, int[] scored, double total)
    {
        var truth = night.Truth;
        var left = total - moment.Counted.Sum();
        var expected = moment.Projection.Expected?.Mean ?? moment.Projection.Totals.Average();
        var leftExpected = Math.Max(expected - moment.Counted.Sum(), 1);
        return left <= 0 ? 0 : scored.Average(c =>
            Math.Abs((((moment.Projection.Choices[c].Share.Mean * expected) - moment.Counted[c]) / leftExpected) - ((truth[c] - moment.Counted[c]) / left)));
    }

    /// <summary>The final first over the final second, whoever was expected to be.</summary>
    void TakeMargin(Projection projection, double total)
    {
        int[] order = [.. Enumerable.Range(0, night.Truth.Length).OrderByDescending(c => night.Truth[c])];
        if (order.Length < 2)
        {
            return;
        }

        var truth = (night.Truth[order[0]] - night.Truth[order[1]]) / total;
        double[] draws = [.. projection.Samples[order[0]].Zip(projection.Samples[order[1]], (a, b) => a - b)];
        marginError += Math.Abs(projection.Choices[order[0]].Share.Mean - projection.Choices[order[1]].Share.Mean - truth);
        marginWidth += Width(draws);
        foreach (var level in levels)
        {
            margins[level] = margins.GetValueOrDefault(level) + (Held(draws, level, truth) ? 1 : 0);
        }
    }

    double[] ByColumn(long[] truth, double total)
    {
        var columns = new double[night.Columns.Count];
        for (var c = 0; c < truth.Length; c++)
        {
            columns[night.Columns.OfChoice[c]] += truth[c] / total;
        }

        return columns;
    }

    bool CameTrue(Call call, double total)
    {
        var ballot = night.Contest.Candidacies;
        var who = Enumerable.Range(0, ballot.Length).First(c => ballot[c].Choice == call.Who);
        var truth = night.Truth;
        if (call.What == CallKind.Elected)
        {
            var d = night.Districts.IndexOf(call.District);
            var row = night.ByDistrict.AsSpan(d * truth.Length, truth.Length).ToArray();
            return row[who] == row.Max() && row.Count(v => v == row[who]) == 1;
        }

        return call.What switch
        {
            CallKind.First => truth.Count(v => v >= truth[who]) == 1,
            CallKind.Majority => 2 * truth[who] > total,
            CallKind.Runoff => truth.Count(v => v >= truth[who]) <= 2,
            _ => truth[who] / total >= Calling.NationalThreshold(night.Rule),
        };
    }

    static bool Held(double[] draws, int level, double truth) => Quantiles.Interval(draws, level / 100.0, Quantiles.Of(draws, 0.5)) is var i && truth >= i.Lower && truth <= i.Upper;

    static double Width(double[] draws) => Quantiles.Interval(draws, 0.9, Quantiles.Of(draws, 0.5)) is var i ? i.Upper - i.Lower : 0;
}
