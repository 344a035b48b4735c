using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Power;

/// <summary>Who votes as one.</summary>
public enum BlocKind
{
    /// <summary>The members of a party.</summary>
    Party,

    /// <summary>The members of a list or pact.</summary>
    List,
}

/// <summary>A chamber with its members in blocs.</summary>
/// <param name="Name">Its name, as the file of members writes it.</param>
/// <param name="Blocs">Its blocs, most seats first, then in the order of the file.</param>
public sealed record Chamber(string Name, ImmutableArray<Bloc> Blocs)
{
    /// <summary>Members in office.</summary>
    public int Seats => Blocs.Sum(b => b.Seats);

    /// <summary>The chambers of some members.</summary>
    /// <param name="members">The members; those who act alone are blocs of one, numbered where they share a name.</param>
    /// <param name="kind">Who votes as one.</param>
    public static ImmutableArray<Chamber> Of(IEnumerable<MemberGroup> members, BlocKind kind) =>
    [
        .. members.GroupBy(m => FoldedName.Of(m.Chamber)).Select(chamber => new Chamber(
            chamber.First().Chamber,
            [.. Together(chamber.Where(m => !IsAlone(m, kind)), kind).Concat(Apart(chamber.Where(m => IsAlone(m, kind)), kind)).OrderByDescending(b => b.Seats)])),
    ];

    static IEnumerable<Bloc> Together(IEnumerable<MemberGroup> members, BlocKind kind) =>
        from bloc in members.GroupBy(m => FoldedName.Of(NameOf(m, kind)))
        select new Bloc(NameOf(bloc.First(), kind), bloc.Sum(m => m.Seats), PositionOf(bloc));

    static IEnumerable<Bloc> Apart(IEnumerable<MemberGroup> members, BlocKind kind) =>
        from same in members.GroupBy(m => FoldedName.Of(NameOf(m, kind)))
        let seats = same.Sum(m => m.Seats)
        from number in Enumerable.Range(1, seats)
        select new Bloc(seats == 1 ? NameOf(same.First(), kind) : $"{NameOf(same.First(), kind)} ({number})", 1, seats == 1 ? PositionOf(same) : null, Alone: true);

    static bool IsAlone(MemberGroup member, BlocKind kind) =>
        member.Kind == MemberKind.Independent || (member.Kind == MemberKind.WithoutParty && (kind == BlocKind.Party || member.List.Length == 0));

    static int? PositionOf(IEnumerable<MemberGroup> members)
    {
        var positions = members.Select(m => m.Position).Distinct().ToList();
        return positions.Count == 1 ? positions[0] : null;
    }

    static string NameOf(MemberGroup member, BlocKind kind) =>
        (kind == BlocKind.List && member.List.Length > 0) || member.Party.Length == 0 ? member.List : member.Party;
}
