using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Tiers;

/// <summary>Adds votes that won no seat in a constituency to their lists above.</summary>
static class SurplusVotes
{
    /// <summary>Adds the votes to the lists of the tier.</summary>
    public static void Apply(SurplusVotesStep step, ContestDraft contest)
    {
        foreach (var tier in contest.TiersFor(step))
        {
            for (var i = 0; i < tier.Draft.Lists.Length; i++)
            {
                var key = ListTotals.KeyOf(tier.Draft.FirstLine(i));
                var (losers, winners) = (0L, 0L);
                foreach (var district in tier.Districts)
                {
                    var (lost, unneeded) = Of(step, district, key);
                    (losers, winners) = (losers + lost, winners + unneeded);
                }

                if (losers + winners > 0 && !tier.Draft.Barred[i] && !contest.BarredFromTiers.Contains(key))
                {
                    tier.Draft.AddVotes(i, losers + winners);
                    tier.Draft.Steps.Add(new VotesAdded(step.Article, tier.Draft.Lists[i].Name, losers, winners));
                }
            }
        }
    }

    /// <summary>The votes of a list in a constituency that won nothing, and those that its winner did not need.</summary>
    static (long Losers, long Winners) Of(SurplusVotesStep step, DistrictDraft district, string key)
    {
        var (losers, winners) = (0L, 0L);
        foreach (var holder in district.IndexesOf(key))
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
