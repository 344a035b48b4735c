using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>A holder that claims seats in one sharing: a list, a party or a person.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Capacity">Seats it can fill.</param>
/// <param name="Members">Its candidacies.</param>
sealed record Claimant(string Name, long Votes, int Capacity, ImmutableArray<CandidacyVotes> Members)
{
    /// <summary>The holders among some candidacies, most votes first; equals stay in the order given.</summary>
    /// <param name="members">The candidacies.</param>
    /// <param name="holders">The kind of holder.</param>
    /// <param name="exhaustible">Whether a holder is limited to its candidacies.</param>
    public static ImmutableArray<Claimant> Among(ImmutableArray<CandidacyVotes> members, Holder holders, bool exhaustible) =>
    [
        .. members.Where(m => holders == Holder.List || m.Candidacy.Kind != CandidacyKind.ListVote)
            .GroupBy(m => Key(m.Candidacy, holders))
            .Select(g => Of([.. g], holders, exhaustible))
            .OrderByDescending(c => c.Votes),
    ];

    /// <summary>The personal votes of the candidacy that would take the seat after <paramref name="held"/> others.</summary>
    public long PersonalVotesAfter(int held) =>
        Members.Where(m => m.Candidacy.Kind != CandidacyKind.ListVote).Select(m => m.Votes).OrderDescending().Skip(held).FirstOrDefault();

    static Claimant Of(ImmutableArray<CandidacyVotes> members, Holder holders, bool exhaustible)
    {
        var first = members[0].Candidacy;
        var name = holders switch
        {
            Holder.List => first.ListName,
            Holder.Party => first.Party,
            _ => first.Name,
        };
        return new Claimant(name, members.Sum(m => m.Votes), exhaustible ? CapacityOf(members) : int.MaxValue, members);
    }

    /// <summary>Persons can be elected once; a line without a person stands for as many as it wins.</summary>
    static int CapacityOf(ImmutableArray<CandidacyVotes> members)
    {
        var lines = members.Where(m => m.Candidacy.Kind != CandidacyKind.ListVote).ToList();
        return lines.Count == 0 || lines.Exists(m => m.Candidacy.Candidate.Length == 0) ? int.MaxValue : lines.Count;
    }

    /// <summary>A candidacy outside any list stays apart even from one of the same name.</summary>
    static string Key(Candidacy candidacy, Holder holders) => holders switch
    {
        Holder.List when candidacy.Kind == CandidacyKind.Independent => $"\0{candidacy.Choice}",
        Holder.List => candidacy.ListName,
        Holder.Party => candidacy.Party,
        _ => candidacy.Choice,
    };
}
