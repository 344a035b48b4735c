using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Model;

namespace Urna.Allocate.Steps;

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
    internal override bool IsNaming => base.IsNaming || !Exempt.IsEmpty;
}
