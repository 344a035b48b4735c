using System.Numerics;
using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>The most seats that a list can have; what it loses is shared among the others as if it did not run.</summary>
/// <param name="Seats">The most seats; null where the law names no number.</param>
/// <param name="Points">How far a list's share of all seats may be above its share of votes; null where the law does not say.</param>
/// <remarks>Mexico (Constitution art. 54 IV-V: 300 deputies, and 8 points); party lists of the Philippines (Republic Act 7941 s. 11: three seats).</remarks>
public sealed record CapStep(int? Seats, Proportion? Points) : ContestStep
{
    /// <summary>Whether shares of votes are taken among the lists that take part, and not of all votes for candidacies.</summary>
    public bool AmongTakingPart { get; init; }
}
