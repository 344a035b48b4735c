using System.Collections.Immutable;
using Urna.Forecast;
using Urna.Model;

namespace Urna.Nights;

/// <summary>A night as it was recorded, with its end.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Group">The election it is of: nights of one group are held out together.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Places">Its places.</param>
/// <param name="Log">What the source said.</param>
/// <param name="Moments">The moments that are scored.</param>
/// <param name="Truth">Final votes by choice.</param>
sealed record RecordedNight(string Name, string Group, Contest Contest, PlaceTree Places, NightLog Log, ImmutableArray<DateTimeOffset> Moments, long[] Truth)
{
    /// <summary>The earlier contest; null if none.</summary>
    public Baseline? Baseline { get; init; }
}

/// <summary>What came of a night at a moment.</summary>
/// <param name="Time">The moment.</param>
/// <param name="In">Votes counted, in parts of those at the end.</param>
/// <param name="Error">Mean absolute error over choices from 1 %, in points.</param>
/// <param name="Simple">The same of simple ways.</param>
/// <param name="Held">Choices whose 90 % interval held, and how many.</param>
/// <param name="Lead">Projected lead of the final first over the final second, in points.</param>
/// <param name="LeadLower">Its lower end at 90 %.</param>
/// <param name="LeadUpper">Its upper end.</param>
/// <param name="Width">Mean width of 90 % intervals of shares, in points.</param>
/// <param name="Calls">What was called, with a mark where it was false.</param>
/// <param name="Expected">Expected votes over those at the end; null if not known.</param>
sealed record NightScore(DateTimeOffset Time, double In, double Error, SortedDictionary<string, double> Simple, (int Held, int Of) Held, double Lead, double LeadLower, double LeadUpper, double Width, string Calls, double? Expected, (double Lower, double Upper) Lead95)
{
    /// <summary>Calls that did not come true.</summary>
    public int FalseCalls { get; init; }
}

/// <summary>Scores recorded nights.</summary>
static class NightScores
{
    /// <summary>The scores of a night, moment by moment.</summary>
    public static ImmutableArray<NightScore> Of(RecordedNight night, NightSettings settings, int draws)
    {
        var choices = night.Contest.Candidacies.Select(c => c.Choice).ToList();
        var sweep = new NightSweep(night.Log, choices);
        var projector = new Projector(night.Contest, night.Places, null, new() { Settings = settings, Draws = draws, KeepsSamples = true, Baseline = night.Baseline });
        var rolls = night.Contest.Returns.Where(r => r.Counts.Registered is not null).ToDictionary(r => r.Place, r => r.Counts.Registered!.Value);
        var scores = ImmutableArray.CreateBuilder<NightScore>();
        foreach (var moment in night.Moments)
        {
            sweep.To(moment);
            var units = NightUnits.Of(sweep.State, night.Places, rolls);
            var frame = NightFrame.Of(night.Contest, night.Places, null, units.Places, night.Baseline);
            scores.Add(Score(night, moment, projector.Project(units, moment, []), SimpleProjections.Of(frame, units, NightVolumes.Of(frame, units, 0, settings))));
        }

        return scores.ToImmutable();
    }

    static NightScore Score(RecordedNight night, DateTimeOffset moment, Projection p, SortedDictionary<string, double[]> simple)
    {
        var total = (double)night.Truth.Sum();
        int[] order = [.. Enumerable.Range(0, night.Truth.Length).OrderByDescending(c => night.Truth[c])];
        int[] scored = [.. order.Where(c => night.Truth[c] >= 0.01 * total)];
        double Error(Func<int, double> share) => 100 * scored.Average(c => Math.Abs(share(c) - (night.Truth[c] / total)));
        var leads = p.Samples[order[0]].Zip(p.Samples[order[1]], (a, b) => 100 * (a - b)).ToArray();
        var lead = 100 * (p.Choices[order[0]].Share.Mean - p.Choices[order[1]].Share.Mean);
        var (at90, at95) = (Quantiles.Interval(leads, 0.9, lead), Quantiles.Interval(leads, 0.95, lead));
        var held = scored.Count(c => p.Choices[c].Share is var s && night.Truth[c] / total >= s.Lower && night.Truth[c] / total <= s.Upper);
        var calls = p.Calls.Where(c => c.Status == CallStatus.Called && c.What is CallKind.First or CallKind.Majority && c.Status == CallStatus.Called)
            .Select(c => (Call: c, True: c.What == CallKind.First ? c.Who == p.Choices[order[0]].Candidacy.Choice : c.Who == p.Choices[order[0]].Candidacy.Choice && 2 * night.Truth[order[0]] > total)).ToList();
        return new(
            moment,
            p.Counted / total,
            Error(c => p.Choices[c].Share.Mean),
            new(simple.ToDictionary(s => s.Key, s => Error(c => s.Value[c])), StringComparer.Ordinal),
            (held, scored.Length),
            lead,
            at90.Lower,
            at90.Upper,
            100 * scored.Average(c => p.Choices[c].Share.Upper - p.Choices[c].Share.Lower),
            string.Join(' ', calls.Select(c => $"{c.Call.What}{(c.True ? "" : "(FALSE)")}")),
            p.Expected?.Mean / total,
            (at95.Lower, at95.Upper))
        {
            FalseCalls = calls.Count(c => !c.True),
        };
    }
}
