using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>One seat for whoever exceeds a share of the votes; if nobody does, the finalists go on.</summary>
/// <param name="AnyOf">The ways to be elected at once; one is enough.</param>
/// <param name="Finalists">How many go on at least.</param>
public sealed record MajorityStep(ImmutableArray<MajorityCondition> AnyOf, int Finalists) : SharingStep
{
    /// <summary>A majority of one share.</summary>
    /// <param name="needed">The share of the votes for candidacies.</param>
    /// <param name="inclusive">Whether the share itself is enough.</param>
    /// <param name="finalists">How many go on.</param>
    public MajorityStep(Proportion needed, bool inclusive, int finalists)
        : this([new MajorityCondition(needed, inclusive)], finalists)
    {
    }

    /// <summary>The share with which everybody goes on, also beyond <see cref="Finalists"/>; null where their number alone counts.</summary>
    public Proportion? FinalistShare { get; init; }

    /// <summary>What that share is a share of.</summary>
    public VoteBase FinalistOf { get; init; }

    /// <summary>Whether a finalist without votes in the second round has withdrawn, and is not missing.</summary>
    public bool MayWithdraw { get; init; }

    /// <summary>What must be known beside the votes for candidacies.</summary>
    internal IEnumerable<VoteBase> Bases =>
        AnyOf.SelectMany(c => c.OfRoll is null ? [c.Of] : new[] { c.Of, VoteBase.Registered }).Concat(FinalistShare is null ? [] : [FinalistOf]).Distinct();

    /// <inheritdoc/>
    /// <remarks>Where blank votes or the roll count, one vote more is not one person more.</remarks>
    internal override bool HasMargins => AnyOf.All(c => c is { Of: VoteBase.Valid, OfRoll: null });

    /// <inheritdoc/>
    internal override Basis Basis => Basis.Majority;

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        // A share below one half can be reached by several: only the first of them wins.
        long total = 0, first = 0, second = 0;
        foreach (var votes in sharing.Votes)
        {
            total += votes;
            (first, second) = votes > first ? (votes, first) : (first, Math.Max(second, votes));
        }

        foreach (var condition in AnyOf)
        {
            if (condition.IsMetBy(first, second, sharing.Context.BaseOf(condition.Of, total), sharing.Context.Others?.Registered))
            {
                return Plurality.Share(sharing.Votes, 1, withoutVotes: false, held, tied);
            }
        }

        return 0;
    }
}

/// <summary>A second vote between the finalists: more votes win.</summary>
public sealed record RunoffStep : SharingStep
{
    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied) =>
        Plurality.Share(sharing.Votes, sharing.Seats, withoutVotes: false, held, tied);
}

/// <summary>Congress chooses between the finalists: more than half of its valid votes.</summary>
public sealed record CongressStep : SharingStep
{
    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied) =>
        Plurality.Share(sharing.Votes, sharing.Seats, withoutVotes: false, held, tied);
}
