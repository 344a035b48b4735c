using System.Collections.Immutable;
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
    public ImmutableSortedDictionary<int, Proportion> Shares { get; init; } = ImmutableSortedDictionary<int, Proportion>.Empty;

    /// <summary>What the share is a share of.</summary>
    public VoteBase Of { get; init; }

    /// <summary>Simple quotas of the district (its votes / its seats) to reach; null where it asks for none.</summary>
    public Proportion? Quotas { get; init; }

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

        var lists = ListTotals.Of(contest).ToImmutableDictionary(l => l.Key);
        var measure = new ThresholdMeasure(this, contest, lists);
        foreach (var list in lists.Values.Where(l => !measure.PassesEverywhere(l, default)))
        {
            contest.BarredFromTiers.Add(list.Key);
        }

        foreach (var district in districts.Concat(contest.Tiers.Select(t => t.Draft)).Distinct())
        {
            measure.Bar(district);
        }
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
                return MissingVotes.OfBase(condition.Of);
            }
        }

        return null;
    }
}
