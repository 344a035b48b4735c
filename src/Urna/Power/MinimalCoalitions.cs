using System.Collections.Immutable;
using System.Numerics;

namespace Urna.Power;

/// <summary>Minimal winning coalitions: those that lose if any member leaves.</summary>
/// <param name="Count">How many there are, exactly.</param>
/// <param name="Listed">The first of them as indices of members: fewest members, then most seats, then the larger members.</param>
/// <remarks>
/// Riker, <em>The Theory of Political Coalitions</em> (1962). A winning coalition of d seats more than the quota is minimal if and only if each of
/// its members has more than d seats, so that with the members from most seats to fewest, its smallest member settles it. Members without
/// seats are in none.
/// </remarks>
public sealed record MinimalCoalitions(BigInteger Count, ImmutableArray<ImmutableArray<int>> Listed)
{
    /// <summary>Counts them all, and lists the first.</summary>
    /// <param name="game">The decision.</param>
    /// <param name="most">How many to list at most, ≥ 0.</param>
    public static MinimalCoalitions Of(WeightedGame game, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var members = game.BySeats();
        int[] seats = [.. members.Select(i => game.Members[i].Seats)];
        return game.CanPass ? new MinimalCoalitions(CountOf(seats, game.Quota), new CoalitionList(members, seats, game.Quota).First(most)) : new MinimalCoalitions(0, []);
    }

    /// <summary>The number of coalitions whose smallest member is decisive, over who that is.</summary>
    /// <param name="seats">Seats, most first.</param>
    /// <param name="quota">The quota.</param>
    static BigInteger CountOf(int[] seats, int quota)
    {
        var before = new BigInteger[quota];
        before[0] = 1;
        var count = BigInteger.Zero;
        foreach (var w in seats)
        {
            for (var sum = Math.Max(0, quota - w); sum < quota; sum++)
            {
                count += before[sum];
            }

            for (var sum = quota - 1; sum >= w; sum--)
            {
                before[sum] += before[sum - w];
            }
        }

        return count;
    }
}
