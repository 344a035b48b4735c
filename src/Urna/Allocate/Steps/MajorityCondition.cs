using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>One way to be elected at once, and not after a second vote.</summary>
/// <param name="Needed">The share of votes to reach, above 0 and below 1.</param>
/// <param name="Inclusive">Whether exactly the share is enough.</param>
/// <remarks>Second conditions: Constitution of Argentina arts. 97-98 (45 %, or 40 % and a lead of 10 points); Code électoral of France art. L126 (a quarter of the roll).</remarks>
public sealed record MajorityCondition(Proportion Needed, bool Inclusive = false)
{
    /// <summary>What the share and the lead are shares of.</summary>
    public VoteBase Of { get; init; }

    /// <summary>By how large a share the first must be ahead of the second; null where the law does not ask.</summary>
    public Proportion? Lead { get; init; }

    /// <summary>Whether the lead must be exceeded, and exactly so much is not enough.</summary>
    public bool LeadExceeded { get; init; }

    /// <summary>The share of the people on the roll that the votes must reach besides; null where the law does not ask.</summary>
    public Proportion? OfRoll { get; init; }

    /// <summary>Whether the first meets the condition.</summary>
    /// <param name="first">Votes of the first, ≥ 0.</param>
    /// <param name="second">Votes of the second; 0 where there is none.</param>
    /// <param name="whole">What the share is a share of; null if not known.</param>
    /// <param name="roll">People on the roll; null if not known.</param>
    internal bool IsMetBy(long first, long second, long? whole, long? roll) =>
        first > 0 && whole is > 0 && Needed.IsReachedBy(first, whole.Value, Inclusive)
        && (Lead is not { } lead || lead.IsReachedBy(first - second, whole.Value, !LeadExceeded))
        && (OfRoll is not { } part || (roll is { } people && part.IsReachedBy(first, people, inclusive: true)));
}
