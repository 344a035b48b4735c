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
    /// <summary>Who must pass: lists, or each party within its list.</summary>
    public Holder Holders { get; init; } = Holder.List;

    /// <summary>Whether the votes of a party that fails are lost to its list as well.</summary>
    public bool DropsVotes { get; init; }

    /// <inheritdoc/>
    /// <remarks>A condition on parties counts those that a list joins in any district.</remarks>
    internal override bool JoinsDistricts => AnyOf.Any(c => c.Level != ThresholdLevel.District || c.Seats is not null || c.Shares.Count > 1);

    /// <inheritdoc/>
    internal override void Apply(ContestDraft contest)
    {
        if (Holders == Holder.Party)
        {
            // It is measured on the votes as they are, before lists are made of them.
            return;
        }

        foreach (var condition in AnyOf.Where(c => !c.Shares.IsEmpty))
        {
            ContestDraft.Lack(Lacking(condition, contest), MissingVotes.OfBase(condition.Of));
        }

        var isLocal = contest.IsLocal(this);
        var districts = (isLocal ? contest.For(this) : contest.For(this).Concat(contest.Tiers.Select(t => t.Draft)).Distinct()).Where(d => d.Missing.Count == 0).ToList();
        if (districts.Count == 0)
        {
            return;
        }

        var lists = ListTotals.Of(contest, this).ToImmutableDictionary(l => l.Key);
        var measure = new ThresholdMeasure(this, contest, lists);
        foreach (var list in isLocal ? [] : lists.Values.Where(l => !measure.PassesEverywhere(l, default)))
        {
            contest.BarredFromTiers.Add(list.Key);
        }

        districts.ForEach(measure.Bar);
    }

    /// <summary>Where a condition cannot be measured: each district by its own data, all of them where it looks at all.</summary>
    IEnumerable<DistrictDraft> Lacking(ThresholdCondition condition, ContestDraft contest)
    {
        ImmutableArray<DistrictDraft> looked = contest.IsLocal(this) ? contest.For(this) : contest.All;
        return condition.Level switch
        {
            ThresholdLevel.District => contest.For(this).Where(d => d.BaseOf(condition.Of) is null).ToList(),
            ThresholdLevel.AnyDistrict => looked.Intersect(contest.Districts).All(d => d.BaseOf(condition.Of) is not null) ? [] : looked,
            _ => contest.BaseOf(condition.Of, this) is not null ? [] : looked,
        };
    }
}
