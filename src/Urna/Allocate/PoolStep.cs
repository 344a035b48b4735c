using System.Collections.Immutable;
using System.Numerics;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>Seats that whole quotas left in the districts, shared in a tier by the votes that were left with them.</summary>
/// <remarks>
/// Two-tier systems with pooled remainders: Gallagher &amp; Mitchell (2005), The Politics of Electoral Systems, app. A. The districts' step
/// is a largest remainder whose remainders go to none.
/// </remarks>
public sealed record PoolStep : TierStep
{
    /// <inheritdoc/>
    internal override void Apply(ContestDraft contest, TierDraft tier, ImmutableArray<TierList> lists)
    {
        var seats = tier.Draft.Seats + tier.Districts.Sum(TierAward.PassedUp);
        ImmutableArray<TierList> pooled = [.. lists.Select(l => l with { Votes = tier.Districts.Sum(d => Remainder(d, l.Key)) })];
        var (added, open) = TierSharing.Share(tier.Draft, Method, TieLevel.List, isTold: true, [.. pooled.Select(l => new TierHolder(l.Name, l.Votes, l.Capacity))], seats);
        for (var i = 0; i < lists.Length; i++)
        {
            tier.Draft.Steps.Add(new SeatsPooled(Article, lists[i].Name, pooled[i].Votes, added[i]));
        }

        TierAward.Give(this, tier, pooled, added, open);
    }

    /// <summary>Votes of a list in a district that won it no seat there, rounded down.</summary>
    internal static long Remainder(DistrictDraft district, string key)
    {
        var index = district.IndexOf(key);
        if (index < 0)
        {
            return 0;
        }

        var votes = district.Lists[index].Votes;
        if (district.Sharing[0] is not LargestRemainderStep step)
        {
            return votes;
        }

        var quota = step.QuotaOf(new Sharing([.. district.Lists.Where((_, i) => district.TookPart[i]).Select(l => l.Votes)], [], district.Seats, district.Context));
        var used = ((BigInteger)district.Held[index] * quota.Numerator) + quota.Denominator - 1;
        return (long)BigInteger.Max(0, votes - (used / quota.Denominator));
    }
}
