using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Tiers;

/// <summary>Gives lists the seats of tiers above the districts.</summary>
static class TierSeats
{
    /// <summary>Shares the seats of each tier that the step is for.</summary>
    public static void Apply(TierStep step, ContestDraft contest)
    {
        foreach (var tier in contest.TiersFor(step))
        {
            if (step.Placement is null)
            {
                tier.Draft.LimitTo(ContestDraft.ElectedBelow(tier));
            }

            if (contest.ListsOf(tier) is { Length: > 0 } lists)
            {
                Share(step, contest, tier, lists);
            }
            else
            {
                LeaveVacant(step, tier);
            }
        }
    }

    static void Share(TierStep step, ContestDraft contest, TierDraft tier, ImmutableArray<TierList> lists)
    {
        switch (step)
        {
            case LevellingStep levelling:
                Levelling.Apply(levelling, contest, tier, lists);
                break;
            case PoolStep pool:
                Pooled.Apply(pool, tier, lists);
                break;
        }
    }

    /// <summary>Where no list takes part, the tier's seats stay empty, and those that its districts left for it.</summary>
    static void LeaveVacant(TierStep step, TierDraft tier)
    {
        foreach (var (draft, seats) in tier.Districts.Select(d => (d, TierAward.PassedUp(d))).Append((tier.Draft, tier.Draft.Seats)).Where(p => p.Item2 > 0))
        {
            draft.Steps.Add(new SeatsVacant(step.Article, Holder.List, "", seats, draft.Lists.All(l => l.Votes == 0)));
        }
    }
}
