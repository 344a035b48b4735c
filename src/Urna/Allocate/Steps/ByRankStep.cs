using System.Collections.Immutable;
using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>A fixed number of seats for the first holder, for the second, and so on.</summary>
/// <param name="Seats">Seats by rank, from the first; they do not ascend, and the last is at least 1.</param>
/// <remarks>Senates of Argentina (Constitution art. 54) and Mexico (Constitution art. 56): two seats for the first list and one for the second.</remarks>
public sealed record ByRankStep(ImmutableArray<int> Seats) : SharingStep
{
    /// <inheritdoc/>
    /// <remarks>The seats that one vote moves hang on the rank, and on ties for it.</remarks>
    internal override bool HasMargins => false;

    /// <inheritdoc/>
    internal override Basis Basis => Basis.Quotient;

    /// <inheritdoc/>
    /// <remarks>Equals share the ranks that they take up: each has surely what the last of these has, and all of them are tied for the rest.</remarks>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        var (open, above) = (0, long.MaxValue);
        for (var rank = 0; rank < Seats.Length;)
        {
            var (votes, equals) = Next(sharing.Votes, above);
            if (equals == 0)
            {
                return open;
            }

            var last = SeatsOf(rank + equals - 1);
            var hangs = SeatsOf(rank) != last;
            for (var i = 0; i < held.Length; i++)
            {
                if (sharing.Votes[i] == votes)
                {
                    held[i] = Math.Min(last, sharing.Capacities[i]);
                    tied[i] = hangs;
                }
            }

            for (var taken = 0; taken < equals; taken++)
            {
                open += SeatsOf(rank + taken) - last;
            }

            (rank, above) = (rank + equals, votes);
        }

        return open;
    }

    /// <summary>Seats of a rank, from 0; none beyond the last that the law names.</summary>
    internal int SeatsOf(int rank) => rank < Seats.Length ? Seats[rank] : 0;

    /// <summary>The most votes below a number, and how many have them; nobody without votes has a rank.</summary>
    static (long Votes, int Count) Next(ReadOnlySpan<long> votes, long above)
    {
        var (most, equals) = (0L, 0);
        foreach (var own in votes)
        {
            if (own < above && own > 0 && own >= most)
            {
                (most, equals) = own == most ? (most, equals + 1) : (own, 1);
            }
        }

        return (most, equals);
    }
}
