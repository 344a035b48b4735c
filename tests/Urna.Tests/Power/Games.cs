using System.Collections.Immutable;
using System.Numerics;
using Urna.Numerics;
using Urna.Power;

namespace Urna.Tests.Power;

/// <summary>Small decisions, and what going through all their coalitions says of them.</summary>
static class Games
{
    /// <summary>Up to nine members of up to nine seats, some without any, and a quota that may exceed them all.</summary>
    public static Gen<WeightedGame> Small { get; } =
        Gen.Select(Gen.Int[0, 9].Array[1, 9], Gen.Int[1, 50]).Select((seats, quota) => Of(quota, seats));

    public static WeightedGame Of(int quota, params int[] seats) => new([.. seats.Select((s, i) => new Bloc($"{i}", s))], quota);

    public static int SeatsOf(WeightedGame game, int set) => Enumerable.Range(0, game.Members.Length).Where(i => (set >> i & 1) != 0).Sum(i => game.Members[i].Seats);

    /// <summary>Coalitions without the member that it turns from losing to winning.</summary>
    public static IEnumerable<int> Swings(WeightedGame game, int member) =>
        Enumerable.Range(0, 1 << game.Members.Length).Where(set =>
            (set >> member & 1) == 0 && SeatsOf(game, set) < game.Quota && SeatsOf(game, set) + game.Members[member].Seats >= game.Quota);

    public static bool IsMinimal(WeightedGame game, int set) =>
        SeatsOf(game, set) >= game.Quota && Enumerable.Range(0, game.Members.Length).All(i => (set >> i & 1) == 0 || SeatsOf(game, set & ~(1 << i)) < game.Quota);

    public static IEnumerable<int> Minimal(WeightedGame game) => Enumerable.Range(1, (1 << game.Members.Length) - 1).Where(set => IsMinimal(game, set));

    public static int SetOf(IEnumerable<int> members) => members.Aggregate(0, (set, i) => set | (1 << i));

    public static BigInteger Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);

    public static Fraction Sum(this IEnumerable<Fraction> fractions) => fractions.Aggregate(Fraction.Zero, (a, b) => a + b);

    public static ImmutableArray<MemberPower> Power(this WeightedGame game) => PowerIndex.Of(game);
}
