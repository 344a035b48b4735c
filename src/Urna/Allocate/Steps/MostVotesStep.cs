using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>The holders with most votes, one seat each.</summary>
/// <param name="OfEachSex">Seats for each sex; 0 where the law does not ask.</param>
/// <param name="Reserved">Whether the seats are reserved for a people.</param>
public sealed record MostVotesStep(int OfEachSex = 0, bool Reserved = false) : SharingStep
{
    /// <summary>What becomes of a tier's seat that is due to somebody elected in a district below.</summary>
    public ElectedBelow ElectedBelow { get; init; }

    /// <inheritdoc/>
    internal override ElectedBelow ForElectedBelow => ElectedBelow;

    /// <inheritdoc/>
    internal override Basis Basis => Reserved ? Basis.Reserved : Basis.MostVotes;

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied) =>
        Plurality.Share(sharing.Votes, sharing.Seats, sharing.Context.IsWithin, held, tied);
}
