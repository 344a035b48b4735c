using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>The holders with most votes, one seat each.</summary>
/// <param name="OfEachSex">Seats for each sex; 0 where the law does not ask.</param>
/// <param name="Reserved">Whether the seats are reserved for a people.</param>
public sealed record MostVotesStep(int OfEachSex = 0, bool Reserved = false) : SharingStep
{
    /// <summary>What becomes of a tier's seat that is due to somebody elected in a district below.</summary>
    public ElectedBelow ElectedBelow { get; init; }

    /// <summary>Whether the first takes no seat here, so that the seats go to those who follow: the first won another office.</summary>
    /// <remarks>Colombia (Constitution art. 112): who follows the president in votes sits in the Senate.</remarks>
    public bool IsAfterFirst { get; init; }

    /// <inheritdoc/>
    /// <remarks>Enough votes more make a runner-up the first.</remarks>
    internal override bool IsMonotone => !IsAfterFirst;

    /// <inheritdoc/>
    internal override bool HasMargins => !IsAfterFirst;

    /// <inheritdoc/>
    internal override ElectedBelow ForElectedBelow => ElectedBelow;

    /// <inheritdoc/>
    internal override Basis Basis => Reserved ? Basis.Reserved : Basis.MostVotes;

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied) =>
        IsAfterFirst ? AfterFirst(sharing, held, tied) : Plurality.Share(sharing.Votes, sharing.Seats, sharing.Context.IsWithin, held, tied);

    /// <summary>The seats of those who follow the first; where several are first, all but one of them do.</summary>
    static int AfterFirst(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        long most = 0;
        var first = 0;
        foreach (var votes in sharing.Votes)
        {
            (most, first) = votes > most ? (votes, 1) : votes == most ? (most, first + 1) : (most, first);
        }

        if (first > 1 && most > 0 && sharing.Seats > 0)
        {
            for (var i = 0; i < tied.Length; i++)
            {
                tied[i] = sharing.Votes[i] == most;
            }

            return Math.Min(sharing.Seats, first - 1);
        }

        long[] others = [.. sharing.Votes];
        others.AsSpan().Replace(most, 0);
        return Plurality.Share(others, sharing.Seats, withoutVotes: false, held, tied);
    }
}
