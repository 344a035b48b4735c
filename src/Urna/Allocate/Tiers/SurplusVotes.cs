using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Tiers;

/// <summary>Adds votes that won no seat in a constituency to their lists above.</summary>
static class SurplusVotes
{
    /// <summary>The contest with more votes for the lists of each tier that take part in it.</summary>
    public static ContestState Take(SurplusVotesStep step, ContestState contest) => contest.Frame.TiersFor(step).Aggregate(contest, (c, tier) => Take(step, c, tier));

    static ContestState Take(SurplusVotesStep step, ContestState contest, TierFrame tier)
    {
        var below = contest.Of(tier.Districts).ToList();
        var own = contest[tier.Index];
        for (var i = 0; i < own.Lists.Length; i++)
        {
            var key = own.Frame.KeyOf(i);
            var (losers, winners) = (0L, 0L);
            foreach (var district in below)
            {
                var (lost, unneeded) = Of(step, district, key);
                (losers, winners) = (losers + lost, winners + unneeded);
            }

            if (losers + winners > 0 && !own.Barred[i] && !contest.BarredFromTiers.Contains(key))
            {
                own = own.WithVotes(i, losers + winners).Tell(new VotesAdded(step.Article, own.Lists[i].Name, losers, winners));
            }
        }

        return contest.With(tier.Index, own);
    }

    /// <summary>The votes of a list in a constituency that won nothing, and those that its winner did not need.</summary>
    static (long Losers, long Winners) Of(SurplusVotesStep step, DistrictState district, string key)
    {
        var (losers, winners) = (0L, 0L);
        foreach (var holder in district.Frame.IndexesOf(key))
        {
            var own = district.Lists[holder].Votes;
            if (district.Held[holder] == 0)
            {
                losers += own;
            }
            else if (step.OfWinners)
            {
                winners += Math.Max(0, own - district.Lists.Where((_, i) => i != holder).Select(l => l.Votes).DefaultIfEmpty().Max() - 1);
            }
        }

        return (losers, winners);
    }
}
