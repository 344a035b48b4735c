using System.Collections.Immutable;
using System.Numerics;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>The votes that a share is a share of.</summary>
public enum VoteBase
{
    /// <summary>Votes for candidacies.</summary>
    Valid,

    /// <summary>Votes for candidacies, and blank votes.</summary>
    ValidAndBlank,

    /// <summary>All votes cast: for candidacies, blank and null.</summary>
    Cast,

    /// <summary>People on the roll.</summary>
    Registered,
}

/// <summary>Where a threshold is measured.</summary>
public enum ThresholdLevel
{
    /// <summary>Over all districts.</summary>
    National,

    /// <summary>In each district, for that district alone.</summary>
    District,

    /// <summary>In at least one district, for all of them.</summary>
    AnyDistrict,
}

/// <summary>One way to pass a threshold.</summary>
public sealed record ThresholdCondition
{
    /// <summary>The share to reach, by the least number of parties in a list; empty where it asks for no share.</summary>
    public ImmutableSortedDictionary<int, Fraction> Shares { get; init; } = ImmutableSortedDictionary<int, Fraction>.Empty;

    /// <summary>What the share is a share of.</summary>
    public VoteBase Of { get; init; }

    /// <summary>Simple quotas of the district (its votes / its seats) to reach; null where it asks for none.</summary>
    public Fraction? Quotas { get; init; }

    /// <summary>Votes to reach; null where it asks for none.</summary>
    public long? Votes { get; init; }

    /// <summary>Seats that the list must hold already; null where it asks for none.</summary>
    public int? Seats { get; init; }

    /// <summary>Where it is measured.</summary>
    public ThresholdLevel Level { get; init; }

    /// <summary>Whether exactly the share or quota is enough.</summary>
    public bool Inclusive { get; init; } = true;
}

/// <summary>Lists that do not pass a threshold take no part in the steps that follow.</summary>
/// <param name="AnyOf">The ways to pass; one is enough.</param>
/// <param name="Exempt">Lists that need not pass.</param>
/// <param name="ExemptIndependents">Whether candidacies outside lists need not pass.</param>
public sealed record ThresholdStep(ImmutableArray<ThresholdCondition> AnyOf, ImmutableArray<string> Exempt, bool ExemptIndependents) : ContestStep
{
    /// <inheritdoc/>
    internal override void Apply(ContestDraft contest)
    {
        var districts = contest.For(this);
        if (NeedsOf(contest) is { } missing)
        {
            ContestDraft.Lack(districts, missing);
            return;
        }

        var exempt = Exempt.Select(FoldedName.Of).ToHashSet();
        foreach (var list in ListTotals.Of(contest))
        {
            if (exempt.Contains(list.Key) || (ExemptIndependents && list.IsIndependent))
            {
                continue;
            }

            var everywhere = AnyOf.Any(c => c.Level != ThresholdLevel.District && c.IsReachedBy(list, contest));
            if (everywhere)
            {
                continue;
            }

            contest.BarredFromTiers.Add(list.Key);
            var best = AnyOf[0];
            foreach (var district in districts.Concat(contest.Tiers.Select(t => t.Draft)))
            {
                var passes = !district.IsTier && AnyOf.Any(c => c.Level == ThresholdLevel.District && c.IsReachedIn(district, list));
                if (district.IndexOf(list.Key) is var index and >= 0 && !passes)
                {
                    district.Barred[index] = true;
                    district.Steps.Add(new ListBarred(Article, list.Name, Told(best, district, list, contest).Votes, Told(best, district, list, contest).Needed));
                }
            }
        }
    }

    /// <summary>The votes of a list where the threshold is measured, and how many it needed by its first condition.</summary>
    static (long Votes, long? Needed) Told(ThresholdCondition condition, DistrictDraft district, ListTotal list, ContestDraft contest)
    {
        if (condition.Level == ThresholdLevel.National)
        {
            return (list.Votes, condition.NeededBy(list, contest.BaseOf(condition.Of)!.Value));
        }

        var own = list.In(district);
        return (own, district.IsTier ? null : condition.NeededBy(list, district.BaseOf(condition.Of)!.Value));
    }

    LocalizedText? NeedsOf(ContestDraft contest)
    {
        foreach (var condition in AnyOf.Where(c => !c.Shares.IsEmpty))
        {
            var known = condition.Level == ThresholdLevel.National
                ? contest.BaseOf(condition.Of) is not null
                : contest.Districts.All(d => d.BaseOf(condition.Of) is not null);
            if (!known)
            {
                return condition.Of switch
                {
                    VoteBase.Registered => new("the people registered in each district", "las personas inscritas en cada distrito"),
                    VoteBase.ValidAndBlank => new("the blank votes of each district", "los votos en blanco de cada distrito"),
                    _ => new("the blank and null votes of each district", "los votos en blanco y nulos de cada distrito"),
                };
            }
        }

        return null;
    }
}

/// <summary>How a condition is measured.</summary>
static class ThresholdMeasure
{
    /// <summary>Whether a list passes over the whole territory, or in one of its districts for all.</summary>
    public static bool IsReachedBy(this ThresholdCondition condition, ListTotal list, ContestDraft contest) => condition switch
    {
        { Seats: { } seats } => list.Seats >= seats,
        { Level: ThresholdLevel.AnyDistrict } => contest.Districts.Any(d => condition.IsReachedIn(d, list)),
        { Votes: { } votes } => list.Votes >= votes,
        _ => condition.IsReached(list, list.Votes, contest.BaseOf(condition.Of)!.Value),
    };

    /// <summary>Whether a list passes in one district.</summary>
    public static bool IsReachedIn(this ThresholdCondition condition, DistrictDraft district, ListTotal list)
    {
        var votes = list.In(district);
        return condition switch
        {
            { Seats: { } seats } => district.HeldBy(list.Key) >= seats,
            { Votes: { } least } => votes >= least,
            { Quotas: { } quotas } => quotas.IsReachedBy((BigInteger)votes * Math.Max(1, district.Seats), district.BaseOf(VoteBase.Valid)!.Value, condition.Inclusive),
            _ => condition.IsReached(list, votes, district.BaseOf(condition.Of)!.Value),
        };
    }

    /// <summary>The least votes with which a list passes; null where it is no matter of votes.</summary>
    public static long? NeededBy(this ThresholdCondition condition, ListTotal list, long total)
    {
        if (condition.Votes is { } votes)
        {
            return votes;
        }

        if (condition.Shares.IsEmpty)
        {
            return null;
        }

        var share = condition.ShareFor(list);
        var (whole, rest) = BigInteger.DivRem((BigInteger)total * share.Numerator, share.Denominator);
        return (long)(condition.Inclusive && rest.IsZero ? whole : whole + 1);
    }

    static bool IsReached(this ThresholdCondition condition, ListTotal list, long votes, long total) =>
        votes > 0 && condition.ShareFor(list).IsReachedBy(votes, total, condition.Inclusive);

    static Fraction ShareFor(this ThresholdCondition condition, ListTotal list) =>
        condition.Shares.Where(s => s.Key <= list.Parties).Select(s => s.Value).DefaultIfEmpty(condition.Shares.First().Value).Last();
}
