namespace Urna.Allocate;

/// <summary>Highest averages: each seat goes to the holder with the largest votes / divisor.</summary>
/// <remarks>
/// Exact: quotients are compared by cross-multiplication in 128-bit integers. A holder without votes or with no
/// candidacy left takes no part. Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 4.
/// </remarks>
public static class HighestAverages
{
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
        ArgumentNullException.ThrowIfNull(divisor);
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        RequireHolders(votes, capacities, held, tied);
        held.Clear();
        tied.Clear();
        for (var left = seats; left > 0;)
        {
            var leaders = MarkLeaders(votes, capacities, divisor, held, tied);
            if (leaders == 0)
            {
                return 0;
            }

            if (leaders > left)
            {
                return left;
            }

            for (var i = 0; i < votes.Length; i++)
            {
                held[i] += tied[i] ? 1 : 0;
            }

            left -= leaders;
            tied.Clear();
        }

        return 0;
    }

    /// <summary>How the next quotients of two holders compare: positive if the first's is larger.</summary>
    internal static int Compare(long votesA, int divisorA, long votesB, int divisorB) =>
        ((Int128)votesA * divisorB).CompareTo((Int128)votesB * divisorA);

    static int MarkLeaders(
        ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, DivisorRule divisor, ReadOnlySpan<int> held, Span<bool> leaders)
    {
        var best = -1;
        var count = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            if (held[i] >= capacities[i] || votes[i] == 0)
            {
                continue;
            }

            var order = best < 0 ? 1 : Compare(votes[i], divisor.At(held[i]), votes[best], divisor.At(held[best]));
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
}
