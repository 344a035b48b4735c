using System.Collections.Immutable;

namespace Urna.Power;

/// <summary>Minimal connected winning coalitions: neighbours from left to right, none to spare at the ends.</summary>
/// <remarks>Axelrod, <em>Conflict of Interest</em> (1970), ch. 8. A member within may be more than is needed; it holds the others together.</remarks>
public static class ConnectedCoalitions
{
    /// <summary>All of them, from the left.</summary>
    /// <param name="game">The decision.</param>
    /// <param name="order">Every member's index once, from left to right.</param>
    /// <returns>Indices of members, each coalition from left to right.</returns>
    /// <exception cref="ArgumentException">The order does not name every member once.</exception>
    public static ImmutableArray<ImmutableArray<int>> Of(WeightedGame game, ImmutableArray<int> order)
    {
        if (!order.Order().SequenceEqual(Enumerable.Range(0, game.Members.Length)))
        {
            throw new ArgumentException($"The order is {string.Join(", ", order)}; it must name each of the {game.Members.Length} members once.", nameof(order));
        }

        var found = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var (right, sum) = (0, 0);
        for (var left = 0; left < order.Length; left++)
        {
            while (right < order.Length && sum < game.Quota)
            {
                sum += game.Members[order[right++]].Seats;
            }

            if (sum < game.Quota)
            {
                break;
            }

            sum -= game.Members[order[left]].Seats;
            if (sum < game.Quota)
            {
                found.Add(order[left..right]);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The members' order by their positions; null if one has none or two have the same.</summary>
    /// <param name="members">The members.</param>
    public static ImmutableArray<int>? ByPosition(ImmutableArray<Bloc> members) =>
        members.Any(m => m.Position is null) || members.DistinctBy(m => m.Position).Count() < members.Length
            ? null
            : [.. Enumerable.Range(0, members.Length).OrderBy(i => members[i].Position)];
}
