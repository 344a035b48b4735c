namespace Urna.Allocate.Methods;

/// <summary>Highest averages: each seat goes to the holder with the largest votes / divisor.</summary>
/// <remarks>
/// Quotients in floating point only pick out the few that may be largest, by a bound above their rounding error; which of those is
/// largest is decided in exact integers. A holder without votes or with no candidacy left takes no part.
/// Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 4.
/// </remarks>
public static class HighestAverages
{
    // Votes, divisor and quotient are each rounded once, by at most 2^-53: far below this.
    const double AlmostOne = 1 - (1.0 / (1L << 48));
    const int OnStack = 128;

    /// <summary>Awards seats one at a time until all are awarded or a tie is met.</summary>
    /// <param name="votes">Votes by holder, each ≥ 0.</param>
    /// <param name="capacities">Candidacies by holder: a holder never gets more seats.</param>
    /// <param name="seats">Seats to fill, ≥ 0.</param>
    /// <param name="divisor">The divisor sequence.</param>
    /// <param name="held">Seats by holder: zero on entry, the sure seats on return.</param>
    /// <param name="tied">On return, true for holders tied for the seats that are left.</param>
    /// <returns>Seats left, to be decided between the tied; 0 if there is no tie. Seats nobody can take are not counted.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or votes or seats are negative.</exception>
    public static int Share(
        ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, int seats, DivisorRule divisor, Span<int> held, Span<bool> tied)
    {
        held.Clear();
        return Extend(votes, capacities, seats, divisor, held, tied);
    }

    /// <summary>Awards further seats to holders that hold some already.</summary>
    /// <param name="votes">Votes by holder, each ≥ 0.</param>
    /// <param name="capacities">Candidacies by holder: a holder never gets more seats.</param>
    /// <param name="seats">Further seats to fill, ≥ 0.</param>
    /// <param name="divisor">The divisor sequence.</param>
    /// <param name="held">Seats by holder: those held already on entry, with the sure further seats on return.</param>
    /// <param name="tied">On return, true for holders tied for the seats that are left.</param>
    /// <returns>Seats left, to be decided between the tied; 0 if there is no tie.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or votes or seats are negative.</exception>
    public static int Extend(
        ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, int seats, DivisorRule divisor, Span<int> held, Span<bool> tied)
    {
        ArgumentNullException.ThrowIfNull(divisor);
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        RequireHolders(votes, capacities, held, tied);
        tied.Clear();
        if (votes.Length == 1)
        {
            held[0] += votes[0] > 0 ? Math.Min(seats, capacities[0] - held[0]) : 0;
            return 0;
        }

        Span<double> quotients = votes.Length <= OnStack ? stackalloc double[votes.Length] : new double[votes.Length];
        for (var i = 0; i < votes.Length; i++)
        {
            quotients[i] = held[i] < capacities[i] && votes[i] > 0 ? votes[i] / divisor.ValueAt(held[i]) : -1;
        }

        for (var left = seats; left > 0; left--)
        {
            var (best, rivalled) = Largest(quotients);
            if (best < 0)
            {
                return 0;
            }

            if (rivalled)
            {
                var leaders = MarkLeaders(votes, divisor, held, quotients, quotients[best] * AlmostOne, tied);
                if (leaders > left)
                {
                    return left;
                }

                best = tied.IndexOf(true);
                tied.Clear();
            }

            held[best]++;
            quotients[best] = held[best] < capacities[best] ? votes[best] / divisor.ValueAt(held[best]) : -1;
        }

        return 0;
    }

    /// <summary>The holder of the largest quotient, and whether another is too near to tell; −1 if nobody takes part.</summary>
    static (int Best, bool Rivalled) Largest(ReadOnlySpan<double> quotients)
    {
        var best = -1;
        double first = -1, second = -1;
        for (var i = 0; i < quotients.Length; i++)
        {
            var quotient = quotients[i];
            if (quotient > first)
            {
                second = first;
                first = quotient;
                best = i;
            }
            else if (quotient > second)
            {
                second = quotient;
            }
        }

        return (best, second >= 0 && second >= first * AlmostOne);
    }

    /// <summary>Marks the exactly largest among those near the largest, and counts them.</summary>
    static int MarkLeaders(
        ReadOnlySpan<long> votes, DivisorRule divisor, ReadOnlySpan<int> held, ReadOnlySpan<double> quotients, double least, Span<bool> leaders)
    {
        var best = -1;
        var count = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            if (quotients[i] < 0 || quotients[i] < least)
            {
                continue;
            }

            var order = best < 0 ? 1 : Divisor.CompareQuotients(votes[i], divisor.At(held[i]), votes[best], divisor.At(held[best]));
            if (order > 0)
            {
                leaders.Clear();
                best = i;
                count = 0;
            }

            if (order >= 0)
            {
                leaders[i] = true;
                count++;
            }
        }

        return count;
    }

    static void RequireHolders(ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, ReadOnlySpan<int> held, ReadOnlySpan<bool> tied)
    {
        if (capacities.Length != votes.Length || held.Length != votes.Length || tied.Length != votes.Length)
        {
            throw new ArgumentException(
                $"There are {votes.Length} votes, {capacities.Length} capacities, {held.Length} held and {tied.Length} tied; the lengths must agree.", nameof(capacities));
        }

        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i] < 0)
            {
                throw new ArgumentException($"Holder {i} has {votes[i]} votes; votes must be ≥ 0.", nameof(votes));
            }
        }
    }

    /// <summary>The smallest quotient of the seats that are held.</summary>
    public static (long Votes, Divisor Divisor) LastOf(ReadOnlySpan<long> votes, ReadOnlySpan<int> held, DivisorRule divisors)
    {
        (long Votes, Divisor Divisor) last = (0, new(1));
        for (var i = 0; i < held.Length; i++)
        {
            if (held[i] > 0 && (last.Votes == 0 || Divisor.CompareQuotients(votes[i], divisors.At(held[i] - 1), last.Votes, last.Divisor) < 0))
            {
                last = (votes[i], divisors.At(held[i] - 1));
            }
        }

        return last;
    }
}
