using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>A fixed number of seats for every holder.</summary>
/// <param name="Seats">Seats for each.</param>
public sealed record EachStep(int Seats) : SharingStep
{
    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = sharing.Votes[i] > 0 ? Math.Min(Seats, sharing.Capacities[i]) : 0;
        }

        return 0;
    }
}
