using System.Collections.Immutable;

namespace Urna.Allocate;

/// <summary>Votes that won no seat in a constituency count for their lists in the tier above.</summary>
/// <param name="OfWinners">Whether the votes that a winner did not need count as well: those beyond the second's and one more.</param>
/// <remarks>Hungary (Act CCIII of 2011 § 15). Only lists that stand in the tier and pass its thresholds have such votes added.</remarks>
public sealed record SurplusVotesStep(bool OfWinners) : ContestStep
{
    /// <inheritdoc/>
    internal override void Apply(ContestDraft contest)
    {
        foreach (var tier in contest.TiersFor(this))
        {
            for (var i = 0; i < tier.Draft.Lists.Length; i++)
            {
                var key = ListTotals.KeyOf(tier.Draft.FirstLine(i));
                var (losers, winners) = (0L, 0L);
                foreach (var district in tier.Districts)
                {
                    var (lost, unneeded) = Of(district, key);
                    (losers, winners) = (losers + lost, winners + unneeded);
                }

                if (losers + winners > 0 && !tier.Draft.Barred[i] && !contest.BarredFromTiers.Contains(key))
                {
                    tier.Draft.AddVotes(i, losers + winners);
                    tier.Draft.Steps.Add(new VotesAdded(Article, tier.Draft.Lists[i].Name, losers, winners));
                }
            }
        }
    }

    /// <summary>The votes of a list in a constituency that won nothing, and those that its winner did not need.</summary>
    (long Losers, long Winners) Of(DistrictDraft district, string key)
    {
        var (losers, winners) = (0L, 0L);
        foreach (var holder in district.IndexesOf(key))
        {
            var own = district.Lists[holder].Votes;
            if (district.Held[holder] == 0)
            {
                losers += own;
            }
            else if (OfWinners)
            {
                winners += Math.Max(0, own - district.Lists.Where((_, i) => i != holder).Select(l => l.Votes).DefaultIfEmpty().Max() - 1);
            }
        }

        return (losers, winners);
    }
}
