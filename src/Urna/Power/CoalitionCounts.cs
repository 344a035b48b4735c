using System.Numerics;

namespace Urna.Power;

/// <summary>How many coalitions have a number of members and a number of seats.</summary>
/// <remarks>
/// The generating function ∏(1 + x·y^w) of Brams and Affuso (1976) and Mann and Shapley (1962), as a table of coefficients: row k, column w
/// holds the coalitions of k members with w seats. Only columns below the quota are kept. A member is taken out by dividing by its factor.
/// </remarks>
/// <typeparam name="T">Whole numbers wide enough for 2^members.</typeparam>
sealed class CoalitionCounts<T>
    where T : IBinaryInteger<T>
{
    readonly int columns;
    readonly T[] all;
    readonly T[] without;
    int members;

    /// <summary>The counts of coalitions among some seats.</summary>
    /// <param name="seats">Seats by member, each ≥ 1.</param>
    /// <param name="quota">The quota, ≥ 1.</param>
    public CoalitionCounts(ReadOnlySpan<int> seats, int quota)
    {
        columns = quota;
        all = new T[(seats.Length + 1) * columns];
        without = new T[seats.Length * columns];
        all[0] = T.One;
        foreach (var w in seats)
        {
            Add(w);
        }
    }

    /// <summary>Coalitions of others, by their number of members, that lack the quota and reach it with this member.</summary>
    /// <param name="seats">The member's seats; one of the members counted has as many.</param>
    /// <param name="swings">On return, by k = 0 … members − 1.</param>
    public void Swings(int seats, Span<T> swings)
    {
        var from = Math.Max(0, columns - seats);
        for (var k = 0; k < members; k++)
        {
            var row = without.AsSpan(k * columns, columns);
            all.AsSpan(k * columns, columns).CopyTo(row);
            if (k > 0 && seats < columns)
            {
                var before = without.AsSpan((k - 1) * columns, columns - seats);
                var shifted = row[seats..];
                for (var w = 0; w < shifted.Length; w++)
                {
                    shifted[w] -= before[w];
                }
            }

            var sum = T.Zero;
            foreach (var count in row[from..])
            {
                sum += count;
            }

            swings[k] = sum;
        }
    }

    void Add(int seats)
    {
        members++;
        if (seats >= columns)
        {
            return;
        }

        for (var k = members; k > 0; k--)
        {
            var before = all.AsSpan((k - 1) * columns, columns - seats);
            var shifted = all.AsSpan(k * columns, columns)[seats..];
            for (var w = 0; w < shifted.Length; w++)
            {
                shifted[w] += before[w];
            }
        }
    }
}
