using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>Persons of a list by the quotient, then by surplus in the list's order, then by multiplied totals.</summary>
/// <remarks>The ballot must say each person's place on the list. No tie stays open: the place on the list breaks it.</remarks>
public sealed record ListSurplusStep : SharingStep
{
    /// <inheritdoc/>
    internal override bool UsesQuotient => true;

    /// <inheritdoc/>
    internal override bool NeedsPositions => true;

    /// <inheritdoc/>
    internal override Basis Basis => Basis.Surplus;

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        Span<ListPlace> places = sharing.Votes.Length <= ListSurplus.OnStack ? stackalloc ListPlace[sharing.Votes.Length] : new ListPlace[sharing.Votes.Length];
        ListSurplus.Share(sharing, places);
        foreach (var place in places)
        {
            held[place.Holder] = place.Way == ListWay.Out ? 0 : 1;
        }

        return 0;
    }
}
