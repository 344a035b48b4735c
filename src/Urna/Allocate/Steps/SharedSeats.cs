using System.Collections.Immutable;
using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>The seats that a step gives to each holder when ties are left open.</summary>
/// <param name="Held">Sure seats by holder.</param>
/// <param name="Tied">The holders tied for the seats that are left.</param>
/// <param name="Left">Seats left to the tied.</param>
sealed record SharedSeats(int[] Held, ImmutableArray<int> Tied, int Left)
{
    /// <summary>Shares seats among holders by the arithmetic of one step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="holders">The holders.</param>
    /// <param name="seats">Seats to fill.</param>
    /// <param name="context">What the step may need to know of the sharing before.</param>
    public static SharedSeats By(SharingStep step, ImmutableArray<Claimant> holders, int seats, SharingContext context)
    {
        long[] votes = [.. holders.Select(h => h.Votes)];
        int[] capacities = [.. holders.Select(h => h.Capacity)];
        int[] positions = [.. holders.Select(h => h.Position)];
        var held = new int[holders.Length];
        var tied = new bool[holders.Length];
        var sharing = new Sharing(votes, capacities, seats, context) { Positions = positions, Persons = step.NeedsPersons ? [.. holders.Select(h => h.Persons)] : [] };
        var left = step.Share(sharing, held, tied);
        return new(held, left == 0 ? [] : [.. Enumerable.Range(0, held.Length).Where(i => tied[i])], left);
    }
}
