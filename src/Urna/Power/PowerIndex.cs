using System.Collections.Immutable;
using System.Numerics;
using Urna.Numerics;

namespace Urna.Power;

/// <summary>The voting power of a member, exactly.</summary>
/// <param name="Member">The member.</param>
/// <param name="Shapley">Shapley and Shubik's index; the members' sum to one if anything can pass.</param>
/// <param name="Banzhaf">Banzhaf's index, normalised; the members' sum to one if anything can pass.</param>
/// <param name="BanzhafAbsolute">Share of the coalitions of others that the member turns from losing to winning.</param>
public sealed record MemberPower(Bloc Member, Fraction Shapley, Fraction Banzhaf, Fraction BanzhafAbsolute);

/// <summary>Voting power by the indices of Shapley and Shubik and of Banzhaf.</summary>
/// <remarks>
/// Shapley and Shubik (1954, doi:10.2307/1951053): the share of all orders of the members in which a member is pivotal,
/// Σ s(k)·k!·(n−1−k)!/n! over the k others before it. Banzhaf (1965; absolute: Penrose 1946, doi:10.2307/2981392): the share of
/// the 2^(n−1) coalitions of others that it turns from losing to winning, and that number divided by its sum over all members.
/// Here s(k) is the number of coalitions of k others that lack the quota and reach it with the member.
/// </remarks>
public static class PowerIndex
{
    const int MembersInLong = 62;
    const int MembersIn128 = 126;

    /// <summary>The power of every member; zero for all where nothing can pass.</summary>
    /// <param name="game">The decision.</param>
    /// <returns>In the order of the game's members.</returns>
    public static ImmutableArray<MemberPower> Of(WeightedGame game)
    {
        var seats = game.Members.Where(m => m.Seats > 0).Select(m => m.Seats).ToArray();
        if (!game.CanPass)
        {
            return [.. game.Members.Select(m => new MemberPower(m, Fraction.Zero, Fraction.Zero, Fraction.Zero))];
        }

        // 2^members bounds every count, so that the narrowest type that holds it cannot overflow.
        var pivots = seats.Length <= MembersInLong ? Pivots<long>(seats, game.Quota)
            : seats.Length <= MembersIn128 ? Pivots<Int128>(seats, game.Quota)
            : Pivots<BigInteger>(seats, game.Quota);
        return Indices(game, pivots, seats.Length);
    }

    static ImmutableArray<MemberPower> Indices(WeightedGame game, Dictionary<int, (BigInteger Orders, BigInteger Swings)> pivots, int n)
    {
        var orders = Factorials(n)[n];
        var coalitions = BigInteger.One << (n - 1);
        var allSwings = BigInteger.Zero;
        foreach (var member in game.Members)
        {
            allSwings += member.Seats == 0 ? 0 : pivots[member.Seats].Swings;
        }

        var bySeats = pivots.ToDictionary(
            p => p.Key, p => (Shapley: new Fraction(p.Value.Orders, orders), Banzhaf: new Fraction(p.Value.Swings, allSwings), Absolute: new Fraction(p.Value.Swings, coalitions)));
        bySeats[0] = (Fraction.Zero, Fraction.Zero, Fraction.Zero);
        return [.. game.Members.Select(m => new MemberPower(m, bySeats[m.Seats].Shapley, bySeats[m.Seats].Banzhaf, bySeats[m.Seats].Absolute))];
    }

    /// <summary>Orders in which a member is pivotal, and its swings, by its number of seats.</summary>
    static Dictionary<int, (BigInteger Orders, BigInteger Swings)> Pivots<T>(int[] seats, int quota)
        where T : IBinaryInteger<T>
    {
        var counts = new CoalitionCounts<T>(seats, quota);
        var factorials = Factorials(seats.Length);
        var swings = new T[seats.Length];
        var pivots = new Dictionary<int, (BigInteger, BigInteger)>();
        foreach (var w in seats.Distinct())
        {
            counts.Swings(w, swings);
            var (orders, all) = (BigInteger.Zero, BigInteger.Zero);
            for (var k = 0; k < swings.Length; k++)
            {
                var s = BigInteger.CreateChecked(swings[k]);
                orders += s * factorials[k] * factorials[seats.Length - 1 - k];
                all += s;
            }

            pivots.Add(w, (orders, all));
        }

        return pivots;
    }

    static BigInteger[] Factorials(int n)
    {
        var factorials = new BigInteger[n + 1];
        factorials[0] = 1;
        for (var k = 1; k <= n; k++)
        {
            factorials[k] = factorials[k - 1] * k;
        }

        return factorials;
    }
}
