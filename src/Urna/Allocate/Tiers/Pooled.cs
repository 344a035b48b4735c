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
    /// <summary>The contest with what the districts left shared among the lists of the tier.</summary>
    public static ContestState Take(PoolStep step, ContestState contest, TierFrame tier, ImmutableArray<TierList> lists)
    {
        var below = contest.Of(tier.Districts).ToList();
        var seats = contest[tier.Index].Seats + below.Sum(TierAward.PassedUp);
        ImmutableArray<TierList> pooled = [.. lists.Select(l => l with { Votes = below.Sum(d => Remainder(d, l.Key)) })];
        var (added, open, own) = TierSharing.Share(
            contest[tier.Index], new(step.Method, TieLevel.List, IsTold: true, [.. pooled.Select(l => new TierHolder(l.Name, l.Votes, l.Capacity))], seats));
        own = own.Tell(pooled.Select((l, i) => new SeatsPooled(step.Article, l.Name, l.Votes, added[i])));
        return TierAward.Give(contest.With(tier.Index, own), new(step, tier, pooled, [.. added], open));
    }

    /// <summary>Votes of a list in a district that won it no seat there, rounded down.</summary>
    public static long Remainder(DistrictState district, string key)
    {
        var index = district.Frame.IndexOf(key);
        if (index < 0)
        {
            return 0;
        }

        var votes = district.Lists[index].Votes;
        if (district.Frame.Sharing[0] is not LargestRemainderStep quotas)
        {
            return votes;
        }

        var tookPart = district.Shared?.TookPart ?? [];
        var quota = quotas.QuotaOf(new Sharing([.. district.Lists.Where((_, i) => tookPart[i]).Select(l => l.Votes)], [], district.Seats, district.Context));
        var used = ((BigInteger)district.Held[index] * quota.Numerator) + quota.Denominator - 1;
        return (long)BigInteger.Max(0, votes - (used / quota.Denominator));
    }
}
