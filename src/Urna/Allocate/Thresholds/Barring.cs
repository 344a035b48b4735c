using System.Collections.Immutable;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Thresholds;

/// <summary>Bars lists that do not pass a threshold.</summary>
static class Barring
{
    /// <summary>Bars the lists that do not pass.</summary>
    public static void Apply(ThresholdStep step, ContestDraft contest)
    {
        if (step.Holders == Holder.Party)
        {
            // It is measured on the votes as they are, before lists are made of them.
            return;
        }

        foreach (var condition in step.AnyOf.Where(c => !c.Shares.IsEmpty))
        {
            ContestDraft.Lack(Lacking(step, condition, contest), MissingVotes.OfBase(condition.Of));
        }

        var isLocal = contest.IsLocal(step);
        var districts = (isLocal ? contest.For(step) : contest.For(step).Concat(contest.Tiers.Select(t => t.Draft)).Distinct()).Where(d => d.Missing.Count == 0).ToList();
        if (districts.Count == 0)
        {
            return;
        }

        var lists = ListTotals.Of(contest, step).ToImmutableDictionary(l => l.Key);
        var measure = new ThresholdMeasure(step, contest, lists);
        foreach (var list in isLocal ? [] : lists.Values.Where(l => !measure.PassesEverywhere(l, default)))
        {
            contest.BarredFromTiers.Add(list.Key);
        }

        districts.ForEach(measure.Bar);
    }

    /// <summary>Where a condition cannot be measured: each district by its own data, all of them where it looks at all.</summary>
    static IEnumerable<DistrictDraft> Lacking(ThresholdStep step, ThresholdCondition condition, ContestDraft contest)
    {
        ImmutableArray<DistrictDraft> looked = contest.IsLocal(step) ? contest.For(step) : contest.All;
        return condition.Level switch
        {
            ThresholdLevel.District => contest.For(step).Where(d => d.BaseOf(condition.Of) is null).ToList(),
            ThresholdLevel.AnyDistrict => looked.Intersect(contest.Districts).All(d => d.BaseOf(condition.Of) is not null) ? [] : looked,
            _ => contest.BaseOf(condition.Of, step) is not null ? [] : looked,
        };
    }
}
