using System.Collections.Immutable;
using Urna.Model;
using Urna.Numerics;
using Urna.Validate;

namespace Urna.Allocate.Steps;

/// <summary>What happens to a list that won more seats in the districts than its share of all seats.</summary>
public enum Overhang
{
    /// <summary>It keeps them, and the house grows by as many.</summary>
    Keep,

    /// <summary>It keeps them, and the others have so many fewer.</summary>
    Absorb,

    /// <summary>The house grows until every list has at least what it won.</summary>
    Level,

    /// <summary>It gives back those of its districts where it was weakest.</summary>
    Withdraw,

    /// <summary>It gives back those of its districts that it won with the smallest quotients, and each goes to the next list there.</summary>
    PassOn,
}

/// <summary>Seats of a tier that make up for what the districts gave: each list's share of all seats, less what it holds.</summary>
/// <param name="Seats">All seats, those of the districts and the tier's; null for their sum.</param>
/// <param name="Overhang">What happens to lists that hold more than their share.</param>
/// <remarks>
/// Compensatory tiers and mixed-member proportional systems: Gallagher &amp; Mitchell (2005), The Politics of Electoral Systems,
/// ch. 1 and 10; Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 2 and 13. Seats of lists that take no part, and of
/// candidacies outside lists, are taken off the total first.
/// </remarks>
public sealed record LevellingStep(int? Seats, Overhang Overhang) : TierStep
{
}
