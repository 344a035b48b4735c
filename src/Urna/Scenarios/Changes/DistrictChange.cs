using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>Other districts: the whole, the places of a level, or a table.</summary>
public sealed record DistrictChange
{
    /// <summary>The word for one district of the whole.</summary>
    public const string Nation = "nation";

    /// <summary>A level of places; null where a table says the districts, or the whole is one.</summary>
    public string? Level { get; init; }

    /// <summary>New districts by place; a place stands for all below it that have no entry of their own. Empty without a table.</summary>
    public ImmutableSortedDictionary<string, string> Table { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>Seats of districts: a table, or shared by size.</summary>
public sealed record MagnitudeChange
{
    /// <summary>Seats by district; those that are not named keep theirs. Empty where they are shared by size.</summary>
    public ImmutableSortedDictionary<string, int> Table { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>What seats are shared by; null with a table.</summary>
    public MagnitudeBase? By { get; init; }

    /// <summary>Seats to share; null for as many as there are.</summary>
    public int? Seats { get; init; }

    /// <summary>Seats that each district has at least.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>Seats that each district has at most; null for no bound.</summary>
    public int? Maximum { get; init; }

    /// <summary>The divisors by which they are shared.</summary>
    public DivisorRule Divisors { get; init; } = DivisorRule.SainteLague;
}

/// <summary>What seats of districts are shared by.</summary>
public enum MagnitudeBase
{
    /// <summary>People on the roll.</summary>
    Registered,

    /// <summary>Valid votes.</summary>
    Votes,
}

/// <summary>A threshold that a law has not.</summary>
/// <param name="Share">The share of all votes to reach.</param>
/// <param name="Holders">Who must reach it: lists, or each party within its list.</param>
public sealed record ThresholdWish(Proportion Share, Holder Holders = Holder.List);
