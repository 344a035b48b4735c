using System.Collections.Immutable;

namespace Urna.Power;

/// <summary>Lists minimal winning coalitions in order, without a step that leads to none.</summary>
/// <param name="members">Indices of members, most seats first.</param>
/// <param name="seats">Their seats, in the same order, each ≥ 1.</param>
/// <param name="quota">The quota.</param>
sealed class CoalitionList(int[] members, int[] seats, int quota)
{
    readonly ReachableSums reachable = new(seats);
    readonly List<ImmutableArray<int>> found = [];
    readonly int[] chosen = new int[seats.Length];
    int chosenCount;

    /// <summary>The first coalitions: fewest members, then most seats, then the larger members.</summary>
    public ImmutableArray<ImmutableArray<int>> First(int most)
    {
        for (var size = 1; size <= seats.Length && found.Count < most; size++)
        {
            for (var over = seats[0] - 1; over >= 0 && found.Count < most; over--)
            {
                // With so many seats over the quota, only members that have more than that are decisive.
                var decisive = seats.AsSpan().IndexOfAnyInRange(0, over) is >= 0 and var first ? first : seats.Length;
                if (reachable.Has(decisive, size, quota + over))
                {
                    Choose(decisive, size, quota + over, most);
                }
            }
        }

        return [.. found];
    }

    /// <summary>Chooses so many of the first members with so many seats; there is at least one way.</summary>
    void Choose(int among, int left, int sum, int most)
    {
        if (left == 0)
        {
            found.Add([.. chosen.AsSpan(0, chosenCount).ToArray().Reverse()]);
            return;
        }

        var last = among - 1;
        if (reachable.Has(last, left, sum))
        {
            Choose(last, left, sum, most);
        }

        if (found.Count < most && sum >= seats[last] && reachable.Has(last, left - 1, sum - seats[last]))
        {
            chosen[chosenCount++] = members[last];
            Choose(last, left - 1, sum - seats[last], most);
            chosenCount--;
        }
    }
}

/// <summary>Which sums of seats some of the first members can make, by how many they are.</summary>
sealed class ReachableSums
{
    const int WordBits = 64;

    readonly int total;
    readonly int words;
    readonly int rows;
    readonly ulong[] bits;

    public ReachableSums(int[] seats)
    {
        total = seats.Sum();
        words = (total / WordBits) + 1;
        rows = seats.Length + 1;
        bits = new ulong[rows * rows * words];
        bits[0] = 1;
        for (var i = 0; i < seats.Length; i++)
        {
            Row(i, 0).CopyTo(Row(i + 1, 0));
            for (var size = 1; size <= i + 1; size++)
            {
                Row(i, size).CopyTo(Row(i + 1, size));
                AddShifted(Row(i, size - 1), seats[i], Row(i + 1, size));
            }
        }
    }

    /// <summary>Whether some <paramref name="size"/> of the first members have exactly so many seats.</summary>
    public bool Has(int first, int size, int sum) =>
        sum <= total && (Row(first, size)[sum / WordBits] >> (sum % WordBits) & 1) != 0;

    Span<ulong> Row(int first, int size) => bits.AsSpan(((first * rows) + size) * words, words);

    static void AddShifted(ReadOnlySpan<ulong> from, int by, Span<ulong> to)
    {
        var (skipped, shift) = (by / WordBits, by % WordBits);
        for (var word = to.Length - 1; word >= skipped; word--)
        {
            to[word] |= from[word - skipped] << shift;
            if (shift > 0 && word > skipped)
            {
                to[word] |= from[word - skipped - 1] >> (WordBits - shift);
            }
        }
    }
}
