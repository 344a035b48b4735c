namespace Urna.Allocate.Methods;

/// <summary>Largest remainder: a seat for each whole quota, and those left over for the largest remainders.</summary>
/// <remarks>
/// A holder without votes or with no candidacy left takes no part. Where whole quotas alone give more seats than there are, the
/// smallest remainders lose theirs, one each. Where there are more seats left than holders, the order of remainders is gone through again, unless
/// the law asks for a remainder of some size.
/// Balinski &amp; Young (2001), Fair Representation, 2nd ed., ch. 3; Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 5.
/// </remarks>
public static class LargestRemainder
{
    /// <summary>Shares seats until all are awarded or a tie is met.</summary>
    /// <param name="votes">Votes by holder, each ≥ 0.</param>
    /// <param name="capacities">Candidacies by holder: a holder never gets more seats.</param>
    /// <param name="seats">Seats to fill, ≥ 0.</param>
    /// <param name="quota">The votes that one seat costs.</param>
    /// <param name="least">The part of a quota that a remainder must reach to win a seat; 0 if any will do.</param>
    /// <param name="held">On return, the sure seats by holder.</param>
    /// <param name="tied">On return, true for holders tied for the seats that are left.</param>
    /// <returns>Seats left, to be decided between the tied; 0 if there is no tie. Seats nobody can take are not counted.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or votes or seats are negative.</exception>
    public static int Share(
        ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, int seats, Quota quota, Proportion least, Span<int> held, Span<bool> tied)
    {
        var left = seats - WholeQuotas(votes, capacities, quota, held);
        tied.Clear();
        if (left < 0)
        {
            return TakeBack(votes, quota, -left, held, tied);
        }

        Span<bool> served = votes.Length <= OnStack ? stackalloc bool[votes.Length] : new bool[votes.Length];
        while (left > 0)
        {
            var equals = MarkLargest(votes, capacities, quota, least, held, served, tied);
            if (equals == 0)
            {
                if (least.Numerator > 0 || !served.Contains(true))
                {
                    return 0;
                }

                served.Clear();
                continue;
            }

            if (equals > left)
            {
                return left;
            }

            for (var i = 0; i < tied.Length; i++)
            {
                if (tied[i])
                {
                    held[i]++;
                    served[i] = true;
                }
            }

            tied.Clear();
            left -= equals;
        }

        return 0;
    }

    /// <summary>Awards a seat for each whole quota.</summary>
    /// <param name="votes">Votes by holder, each ≥ 0.</param>
    /// <param name="capacities">Candidacies by holder.</param>
    /// <param name="quota">The votes that one seat costs.</param>
    /// <param name="held">On return, seats by holder.</param>
    /// <returns>The seats awarded; as many as an int holds where they are more.</returns>
    internal static int WholeQuotas(ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, Quota quota, Span<int> held)
    {
        RequireHolders(votes, capacities, held);
        var awarded = 0L;
        for (var i = 0; i < votes.Length; i++)
        {
            held[i] = (int)Int128.Min(capacities[i], (Int128)votes[i] * quota.Denominator / quota.Numerator);
            awarded += held[i];
        }

        return (int)Math.Min(int.MaxValue, awarded);
    }

    const int OnStack = 256;

    /// <summary>Votes beyond the whole quotas that a holder's votes contain, times the quota's denominator.</summary>
    static Int128 Remainder(long votes, Quota quota) => (Int128)votes * quota.Denominator % quota.Numerator;

    /// <summary>Marks those with the largest remainder that have not been served in this round, and counts them.</summary>
    static int MarkLargest(
        ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, Quota quota, Proportion least, ReadOnlySpan<int> held, ReadOnlySpan<bool> served, Span<bool> largest)
    {
        Int128 most = -1;
        var count = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            if (served[i] || votes[i] == 0 || held[i] >= capacities[i])
            {
                continue;
            }

            var remainder = Remainder(votes[i], quota);
            if (least.Numerator > 0 && !least.IsReachedBy(remainder, quota.Numerator, inclusive: true))
            {
                continue;
            }

            if (remainder > most)
            {
                largest.Clear();
                (most, count) = (remainder, 0);
            }

            if (remainder == most)
            {
                largest[i] = true;
                count++;
            }
        }

        return count;
    }

    /// <summary>Takes seats back where fewest votes are left over; those tied for the last to keep theirs are marked.</summary>
    /// <remarks>Whoever has given one back has a whole quota more left over, so that the smallest remainders lose one each before any loses two.</remarks>
    static int TakeBack(ReadOnlySpan<long> votes, Quota quota, int excess, Span<int> held, Span<bool> tied)
    {
        while (excess > 0)
        {
            var smallest = Int128.MaxValue;
            var count = 0;
            for (var i = 0; i < votes.Length; i++)
            {
                var over = ((Int128)votes[i] * quota.Denominator) - (held[i] * quota.Numerator);
                if (held[i] > 0 && over <= smallest)
                {
                    if (over < smallest)
                    {
                        tied.Clear();
                        (smallest, count) = (over, 0);
                    }

                    tied[i] = true;
                    count++;
                }
            }

            for (var i = 0; i < votes.Length; i++)
            {
                held[i] -= tied[i] ? 1 : 0;
            }

            if (count > excess)
            {
                return count - excess;
            }

            tied.Clear();
            excess -= count;
        }

        return 0;
    }

    static void RequireHolders(ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, ReadOnlySpan<int> held)
    {
        if (capacities.Length != votes.Length || held.Length != votes.Length)
        {
            throw new ArgumentException($"There are {votes.Length} votes, {capacities.Length} capacities and {held.Length} held; the lengths must agree.", nameof(capacities));
        }

        foreach (var v in votes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(v, nameof(votes));
        }
    }
}
