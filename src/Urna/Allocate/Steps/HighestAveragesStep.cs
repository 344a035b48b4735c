using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>What becomes of the seats of a holder that has no candidacy left for them.</summary>
public enum Exhaustion
{
    /// <summary>They pass to the next highest quotients.</summary>
    NextQuotients,

    /// <summary>They are shared among the others as in a new election, from the first divisor.</summary>
    NewElection,
}

/// <summary>Highest averages (D'Hondt and its family).</summary>
/// <param name="Divisors">The divisor sequence.</param>
/// <param name="Minimum">Seats that every holder with votes has before quotients are compared, ≥ 0; 0 with a new election.</param>
/// <param name="Exhausted">What becomes of seats that a holder cannot fill.</param>
public sealed record HighestAveragesStep(DivisorRule Divisors, int Minimum = 0, Exhaustion Exhausted = Exhaustion.NextQuotients) : SharingStep
{
    /// <inheritdoc/>
    internal override Basis Basis => Basis.Quotient;

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        if (Exhausted == Exhaustion.NewElection)
        {
            return NewElection.Share(sharing, Divisors, held, tied);
        }

        var left = sharing.Seats;
        for (var least = 1; least <= Minimum && left > 0; least++)
        {
            var open = 0;
            for (var i = 0; i < held.Length; i++)
            {
                open += HasRoom(sharing, i, least) ? 1 : 0;
            }

            // Where the seats do not even reach for the minimum, nobody has one more than another who could have it, and most votes come first.
            if (open > left)
            {
                return ToMostVotes(sharing, least, left, held, tied);
            }

            for (var i = 0; i < held.Length; i++)
            {
                held[i] += HasRoom(sharing, i, least) ? 1 : 0;
            }

            left -= open;
        }

        return HighestAverages.Extend(sharing.Votes, sharing.Capacities, left, Divisors, held, tied);
    }

    static bool HasRoom(in Sharing sharing, int holder, int seats) => sharing.Votes[holder] > 0 && sharing.Capacities[holder] >= seats;

    /// <summary>Gives one seat more to each of those with most votes who have room for so many.</summary>
    static int ToMostVotes(in Sharing sharing, int least, int seats, Span<int> held, Span<bool> tied)
    {
        var votes = new long[held.Length];
        var more = new int[held.Length];
        for (var i = 0; i < votes.Length; i++)
        {
            votes[i] = HasRoom(sharing, i, least) ? sharing.Votes[i] : 0;
        }

        var left = Plurality.Share(votes, seats, withoutVotes: false, more, tied);
        for (var i = 0; i < more.Length; i++)
        {
            held[i] += more[i];
        }

        return left;
    }

    /// <summary>The smallest quotient that won a seat: votes and divisor; 0 votes where no seat was won.</summary>
    internal (long Votes, Divisor Divisor) LastQuotient(ReadOnlySpan<long> votes, ReadOnlySpan<int> held)
    {
        if (Exhausted == Exhaustion.NextQuotients)
        {
            return HighestAverages.LastOf(votes, held, Divisors);
        }

        var seats = 0;
        foreach (var own in held)
        {
            seats += own;
        }

        return NewElection.LastQuotient(votes, seats, Divisors);
    }
}
