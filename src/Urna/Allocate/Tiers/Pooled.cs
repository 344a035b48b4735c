using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Tiers;

/// <summary>Shares seats that whole quotas left by the votes left with them.</summary>
static class Pooled
{
    /// <summary>Shares what the districts left.</summary>
    public static void Apply(PoolStep step, TierDraft tier, ImmutableArray<TierList> lists)
    {
        var seats = tier.Draft.Seats + tier.Districts.Sum(TierAward.PassedUp);
        ImmutableArray<TierList> pooled = [.. lists.Select(l => l with { Votes = tier.Districts.Sum(d => Remainder(d, l.Key)) })];
        var (added, open) = TierSharing.Share(tier.Draft, step.Method, TieLevel.List, isTold: true, [.. pooled.Select(l => new TierHolder(l.Name, l.Votes, l.Capacity))], seats);
        for (var i = 0; i < lists.Length; i++)
        {
            tier.Draft.Steps.Add(new SeatsPooled(step.Article, lists[i].Name, pooled[i].Votes, added[i]));
        }

        TierAward.Give(step, tier, pooled, added, open);
    }

    /// <summary>Votes of a list in a district that won it no seat there, rounded down.</summary>
    public static long Remainder(DistrictDraft district, string key)
    {
        var index = district.IndexOf(key);
        if (index < 0)
        {
            return 0;
        }

        var votes = district.Lists[index].Votes;
        if (district.Sharing[0] is not LargestRemainderStep quotas)
        {
            return votes;
        }

        var quota = quotas.QuotaOf(new Sharing([.. district.Lists.Where((_, i) => district.TookPart[i]).Select(l => l.Votes)], [], district.Seats, district.Context));
        var used = ((BigInteger)district.Held[index] * quota.Numerator) + quota.Denominator - 1;
        return (long)BigInteger.Max(0, votes - (used / quota.Denominator));
    }
}
