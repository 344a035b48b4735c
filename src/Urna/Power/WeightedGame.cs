using System.Collections.Immutable;

namespace Urna.Power;

/// <summary>A party or list that votes as one in a chamber.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seats">Its seats, ≥ 0.</param>
/// <param name="Position">Its place from left to right; null if not known.</param>
/// <param name="Alone">Whether it is one person, who is in no other chamber.</param>
public sealed record Bloc(string Name, int Seats, int? Position = null, bool Alone = false);

/// <summary>A decision that passes with at least a number of seats.</summary>
/// <remarks>A weighted voting game [q; w₁ … wₙ] in the sense of von Neumann and Morgenstern; the seats are its weights.</remarks>
public sealed record WeightedGame
{
    /// <summary>The largest game that is computed: members × members × (seats + 1).</summary>
    public const long MostCells = 1L << 28;

    /// <summary>A decision.</summary>
    /// <param name="members">The blocs, with names that differ.</param>
    /// <param name="quota">Seats that it needs, ≥ 1; more than all seats is allowed, and then nothing passes.</param>
    /// <exception cref="ArgumentException">The quota is below 1, seats are negative, a name stands twice, or the game is too large.</exception>
    public WeightedGame(ImmutableArray<Bloc> members, int quota)
    {
        if (quota < 1)
        {
            throw new ArgumentException($"The quota is {quota}; it must be 1 or more.", nameof(quota));
        }

        if (members.FirstOrDefault(m => m.Seats < 0) is { } negative)
        {
            throw new ArgumentException($"'{negative.Name}' has {negative.Seats} seats; it must be 0 or more.", nameof(members));
        }

        if (members.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{twice.Key}' stands twice among the members; names must differ.", nameof(members));
        }

        if (!Fits(members))
        {
            throw new ArgumentException($"{members.Length} members with {members.Sum(m => (long)m.Seats)} seats are too many; members × members × (seats + 1) may be at most {MostCells}.", nameof(members));
        }

        Members = members;
        Quota = quota;
        Seats = members.Sum(m => m.Seats);
    }

    /// <summary>The blocs.</summary>
    public ImmutableArray<Bloc> Members { get; }

    /// <summary>Seats that the decision needs.</summary>
    public int Quota { get; }

    /// <summary>All seats.</summary>
    public int Seats { get; }

    /// <summary>Whether all members together can decide anything.</summary>
    public bool CanPass => Seats >= Quota;

    /// <summary>Whether two coalitions without a common member can never both pass.</summary>
    public bool IsProper => (long)Quota * 2 > Seats;

    /// <summary>Whether a game of these members is small enough to be computed.</summary>
    /// <param name="members">The blocs.</param>
    public static bool Fits(ImmutableArray<Bloc> members)
    {
        var playing = (Int128)members.Count(m => m.Seats > 0);
        return playing * playing * (members.Sum(m => (long)Math.Max(0, m.Seats)) + 1) <= MostCells;
    }

    /// <summary>The indices of the members with seats, most seats first, then in their order.</summary>
    internal int[] BySeats() => [.. Enumerable.Range(0, Members.Length).Where(i => Members[i].Seats > 0).OrderByDescending(i => Members[i].Seats)];
}
