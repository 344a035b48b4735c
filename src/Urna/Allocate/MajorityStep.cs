namespace Urna.Allocate;

/// <summary>One seat for whoever exceeds a share of the valid votes; if nobody does, the finalists go on.</summary>
/// <param name="Needed">The share.</param>
/// <param name="Inclusive">Whether the share itself is enough.</param>
/// <param name="Finalists">How many go on.</param>
public sealed record MajorityStep(Proportion Needed, bool Inclusive, int Finalists) : SharingStep
{
    /// <inheritdoc/>
    internal override Basis Basis => Basis.Majority;

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        // A share below one half can be reached by several: only the first of them wins.
        long total = 0, first = 0;
        foreach (var votes in sharing.Votes)
        {
            total += votes;
            first = Math.Max(first, votes);
        }

        return IsReachedBy(first, total) ? Plurality.Share(sharing.Votes, 1, withoutVotes: false, held, tied) : 0;
    }

    /// <summary>Whether votes reach the share of the total that the law asks for.</summary>
    internal bool IsReachedBy(long votes, long total) => total > 0 && Needed.IsReachedBy(votes, total, Inclusive);
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
