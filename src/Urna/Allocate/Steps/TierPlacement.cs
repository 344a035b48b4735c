using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Methods;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Allocate.Steps;

/// <summary>What a list's claim to a tier's seat in a district is measured by.</summary>
public enum PlaceBy
{
    /// <summary>Its next quotient there.</summary>
    Quotient,

    /// <summary>Its next quotient there, as a part of all votes of the district.</summary>
    ShareOfVotes,

    /// <summary>Its next quotient there, for each vote that one of the district's own seats stands for, without those of the tier.</summary>
    VotesPerSeat,

    /// <summary>The votes that won it no seat there.</summary>
    Remainder,

    /// <summary>Its next quotient there, for each vote that a seat of the district stands for, those of the tier that must go there among them.</summary>
    VotesPerAllSeats,
}

/// <summary>Where the seats of a tier go in its districts.</summary>
/// <param name="By">What claims are measured by.</param>
/// <param name="AsWon">Whether the seats are placed in the order in which the tier gave them; otherwise the largest claim goes first.</param>
/// <param name="Divisors">The divisors of the quotients.</param>
public sealed record TierPlacement(PlaceBy By, bool AsWon, DivisorRule Divisors)
{
    /// <summary>Whether all seats of a list are shared among the tiers between, by its votes there, and what the districts gave is made up for in each of them.</summary>
    public bool InTiers { get; init; }
}
