using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Tiers;

/// <summary>Gives lists the seats of tiers above the districts.</summary>
static class TierSeats
{
    /// <summary>The contest with the seats of each tier that the step is for.</summary>
    public static ContestState Take(TierStep step, ContestState contest) => contest.Frame.TiersFor(step).Aggregate(contest, (c, tier) => Take(step, c, tier));

    static ContestState Take(TierStep step, ContestState contest, TierFrame tier)
    {
        var limited = step.Placement is null ? PersonsBelow.Limit(contest, tier) : contest;
        var lists = limited.ListsOf(tier);
        return lists.IsEmpty ? LeaveVacant(step, limited, tier) : step switch
        {
            LevellingStep levelling => Levelling.Take(levelling, limited, tier, lists),
            PoolStep pool => Pooled.Take(pool, limited, tier, lists),
            _ => throw new ArgumentException($"A tier step of kind {step.GetType().Name} is given. Expected: levelling or pool.", nameof(step)),
        };
    }

    /// <summary>Where no list takes part, the tier's seats stay empty, and those that its districts left for it.</summary>
    static ContestState LeaveVacant(TierStep step, ContestState contest, TierFrame tier) =>
        contest.Each(tier.Districts, d => Vacant(step, d, TierAward.PassedUp(d))).Let(tier.Index, t => Vacant(step, t, t.Seats));

    static DistrictState Vacant(TierStep step, DistrictState district, int seats) =>
        seats > 0 ? district.Tell(new SeatsVacant(step.Article, Holder.List, "", seats, district.Lists.All(l => l.Votes == 0))) : district;
}
