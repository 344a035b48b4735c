using System.Collections.Immutable;
using System.Numerics;
using Urna.Model;

namespace Urna.Power;

/// <summary>Seats that a quorum needs in a chamber.</summary>
/// <param name="Chamber">The chamber.</param>
/// <param name="Needed">The seats.</param>
public sealed record ChamberNeed(Chamber Chamber, int Needed);

/// <summary>What passes under a quorum in every chamber it is for.</summary>
/// <param name="Quorum">The quorum.</param>
/// <param name="Needs">What it needs, chamber by chamber.</param>
/// <param name="Blocs">The names of the blocs with seats, most seats first.</param>
/// <param name="Count">Minimal coalitions that reach it in every chamber; null where there are too many blocs to count them.</param>
/// <param name="Coalitions">The first of them, by name: fewest blocs, then most seats, then the larger blocs.</param>
public sealed record Passage(
    Quorum Quorum, ImmutableArray<ChamberNeed> Needs, ImmutableArray<string> Blocs, BigInteger? Count, ImmutableArray<ImmutableArray<string>> Coalitions)
{
    /// <summary>Blocs with seats beyond which coalitions over several chambers are not sought.</summary>
    public const int MostBlocs = 24;

    /// <summary>What passes under each quorum.</summary>
    /// <param name="chambers">The chambers.</param>
    /// <param name="law">The quorums.</param>
    /// <param name="date">The day on which they must hold; null for all of them.</param>
    /// <param name="most">Coalitions to list at most for each.</param>
    public static ImmutableArray<Passage> Of(ImmutableArray<Chamber> chambers, QuorumLaw law, DateOnly? date, int most)
    {
        var held = chambers.Select(c => (Chamber: c, Quorums: law.For(c.Name, date))).ToList();
        return
        [
            .. from quorum in law.Quorums
               let needs = held.Where(h => h.Quorums.Contains(quorum)).Select(h => new ChamberNeed(h.Chamber, Math.Max(1, quorum.Needed(h.Chamber.Seats)))).ToImmutableArray()
               where !needs.IsEmpty
               select Of(quorum, needs, most),
        ];
    }

    /// <summary>What passes under one quorum.</summary>
    /// <param name="quorum">The quorum.</param>
    /// <param name="needs">What it needs in each chamber.</param>
    /// <param name="most">Coalitions to list at most.</param>
    public static Passage Of(Quorum quorum, ImmutableArray<ChamberNeed> needs, int most)
    {
        var blocs = needs.SelectMany(n => n.Chamber.Blocs.Where(b => b.Seats > 0).Select(b => (Bloc: b, Key: KeyOf(b, n.Chamber), Chamber: n.Chamber.Name)))
            .GroupBy(b => b.Key).Select(g => (g.First().Bloc, g.Key, g.First().Chamber, Seats: g.Sum(b => b.Bloc.Seats))).OrderByDescending(b => b.Seats).ToList();
        ImmutableArray<string> names = [.. blocs.Select(b => b.Bloc.Alone && needs.Length > 1 ? $"{b.Bloc.Name} – {b.Chamber}" : b.Bloc.Name)];
        if (needs is [var only])
        {
            var game = new WeightedGame([.. names.Select((name, i) => new Bloc(name, blocs[i].Seats))], only.Needed);
            var minimal = MinimalCoalitions.Of(game, most);
            return new Passage(quorum, needs, names, minimal.Count, Named(minimal.Listed, names));
        }

        if (names.Length > MostBlocs)
        {
            return new Passage(quorum, needs, names, null, []);
        }

        var found = new JointCoalitions([.. needs.Select(n => n.Needed)], [.. needs.Select(n => SeatsOf(n.Chamber, blocs.Select(b => b.Key)))]).All();
        return new Passage(quorum, needs, names, found.Length, Named(found[..Math.Min(most, found.Length)], names));
    }

    /// <summary>A party or list is the same in every chamber; a person is not.</summary>
    static string KeyOf(Bloc bloc, Chamber chamber) => FoldedName.Of(bloc.Name) + (bloc.Alone ? $"\0{chamber.Name}" : "");

    static int[] SeatsOf(Chamber chamber, IEnumerable<string> keys)
    {
        var seats = chamber.Blocs.AggregateBy(b => KeyOf(b, chamber), 0, (sum, b) => sum + b.Seats).ToDictionary();
        return [.. keys.Select(k => seats.GetValueOrDefault(k))];
    }

    static ImmutableArray<ImmutableArray<string>> Named(IEnumerable<ImmutableArray<int>> coalitions, ImmutableArray<string> names) =>
        [.. coalitions.Select(c => c.Select(i => names[i]).ToImmutableArray())];
}
