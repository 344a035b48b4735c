using System.Collections.Immutable;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;

namespace Urna.Allocate.Thresholds;

/// <summary>Bars lists that do not pass a threshold.</summary>
static class Barring
{
    /// <summary>The contest without the lists that do not pass; open where the threshold cannot be measured.</summary>
    /// <remarks>A threshold for parties within lists is measured on the votes as they are, before lists are made of them.</remarks>
    public static ContestState Take(ThresholdStep step, ContestState contest)
    {
        if (step.Holders == Holder.Party)
        {
            return contest;
        }

        foreach (var condition in step.AnyOf.Where(c => !c.Shares.IsEmpty))
        {
            contest = contest.Lacking(Unmeasured(step, condition, contest.Frame), MissingVotes.OfBase(condition.Of));
        }

        var frame = contest.Frame;
        var isLocal = frame.IsLocal(step);
        var looked = isLocal ? frame.For(step) : frame.For(step).Concat(frame.Tiers.Select(t => t.Index)).Distinct();
        ImmutableArray<int> districts = [.. looked.Where(i => contest[i].Missing.IsEmpty)];
        if (districts.IsEmpty)
        {
            return contest;
        }

        var lists = ListTotals.Of(contest, step).ToImmutableDictionary(l => l.Key);
        var measure = new ThresholdMeasure(step, contest, lists);
        var failing = isLocal ? [] : lists.Values.Where(l => !measure.PassesEverywhere(l, default)).Select(l => l.Key);
        var barred = contest with { BarredFromTiers = contest.BarredFromTiers.Union(failing) };
        return districts.Aggregate(barred, (c, i) => c.Let(i, d => measure.Bar(i, d)));
    }

    /// <summary>Where a condition cannot be measured: each district by its own data, all of them where it looks at all.</summary>
    static IEnumerable<int> Unmeasured(ThresholdStep step, ThresholdCondition condition, ContestFrame frame)
    {
        var looked = frame.IsLocal(step) ? frame.For(step) : [.. Enumerable.Range(0, frame.All.Length)];
        return condition.Level switch
        {
            ThresholdLevel.District => frame.For(step).Where(i => frame.All[i].BaseOf(condition.Of) is null),
            ThresholdLevel.AnyDistrict => looked.Intersect(frame.Districts).All(i => frame.All[i].BaseOf(condition.Of) is not null) ? [] : looked,
            _ => frame.BaseOf(condition.Of, step) is not null ? [] : looked,
        };
    }
}
