using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>Persons with most votes, once a part of the votes for the list alone has passed down its order.</summary>
/// <param name="Part">The part of the votes for the list alone that passes down, above 0 and at most 1.</param>
/// <remarks>Belgium (Code électoral art. 172). The ballot must say each person's place on the list; of equals, the first on the list is elected.</remarks>
public sealed record PassedDownStep(Proportion Part) : SharingStep
{
    /// <inheritdoc/>
    internal override bool NeedsPositions => true;

    /// <inheritdoc/>
    /// <remarks>A vote more raises what elects everybody, so that those before on the list may take more of what passes down.</remarks>
    internal override bool IsMonotone => false;

    /// <inheritdoc/>
    internal override bool IsHouseMonotone => false;

    /// <inheritdoc/>
    internal override Basis Basis => Basis.Quotient;

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        var totals = new long[held.Length];
        PassedDown.Totals(sharing, Part, totals);
        for (var left = Math.Min(sharing.Seats, held.Length); left > 0; left--)
        {
            var next = -1;
            for (var i = 0; i < totals.Length; i++)
            {
                if (held[i] == 0 && (next < 0 || totals[i] > totals[next] || (totals[i] == totals[next] && sharing.Positions[i] < sharing.Positions[next])))
                {
                    next = i;
                }
            }

            held[next] = 1;
        }

        return 0;
    }
}
