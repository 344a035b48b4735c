using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Power;

/// <summary>The votes and seats of a list, party or group over all districts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Votes">Its votes, ≥ 0.</param>
/// <param name="Seats">Its seats, ≥ 0.</param>
public sealed record SeatShare(string Name, long Votes, int Seats);

/// <summary>Votes beside seats over all districts of a contest.</summary>
/// <remarks>
/// A candidacy outside any list stands for itself, among lists and among parties. So does a list whose candidacies all lack a party, among
/// parties. Votes for a list without a preference belong to its party if it has only one.
/// </remarks>
public static class SeatShares
{
    /// <summary>Votes and seats by list, most votes first.</summary>
    /// <param name="votes">The votes of the contest.</param>
    /// <param name="allocation">Its seats.</param>
    public static ImmutableArray<SeatShare> ByList(ContestVotes votes, ContestAllocation allocation) =>
        Sum(Lines(votes), allocation, (c, district) => (ListKey(c, district), c.ListName));

    /// <summary>Votes and seats by party, most votes first; null if some votes, or some seats, belong to no party of several.</summary>
    /// <param name="votes">The votes of the contest.</param>
    /// <param name="allocation">Its seats.</param>
    public static ImmutableArray<SeatShare>? ByParty(ContestVotes votes, ContestAllocation allocation)
    {
        var lines = Lines(votes).ToList();
        var parties = lines.Where(l => l.Line.Candidacy.Kind == CandidacyKind.OfList)
            .GroupBy(l => l.Line.Candidacy.ListName).ToDictionary(g => g.Key, g => g.Select(l => l.Line.Candidacy.Party).Distinct().ToList());
        var open = lines.Any(l => l.Line is { Votes: > 0, Candidacy: { Kind: CandidacyKind.ListVote, Party.Length: 0 } c } && parties.GetValueOrDefault(c.ListName)?.Count > 1);
        return open || allocation.HasSeatsOfNoParty ? null : Sum(lines, allocation, KeyAndName);

        (string, string) KeyAndName(Candidacy c, string district)
        {
            var party = c.Party.Length == 0 && c.Kind == CandidacyKind.ListVote ? parties.GetValueOrDefault(c.ListName)?[0] ?? "" : c.Party;
            return c.Kind == CandidacyKind.Independent ? (ListKey(c, district), c.ListName)
                : !Independents.IsNoParty(party) ? (party, party)
                : parties.GetValueOrDefault(c.ListName)?.All(Independents.IsNoParty) ?? true ? ($"\0{c.ListName}", c.ListName)
                : ($"\0{c.ListName}\0", $"{c.ListName} ({party})".Replace(" ()", "", StringComparison.Ordinal));
        }
    }

    /// <summary>The lines that count for lists, with their districts: those of the first round, without constituency votes.</summary>
    internal static IEnumerable<(string District, CandidacyVotes Line)> Lines(ContestVotes votes) =>
        from district in votes.Districts
        let round = district.Votes.IsEmpty ? 1 : district.Votes.Min(v => v.Round)
        from line in district.Votes
        where line.Round == round && line.Candidacy.Kind != CandidacyKind.Constituency
        select (district.District, line);

    static ImmutableArray<SeatShare> Sum(
        IEnumerable<(string District, CandidacyVotes Line)> lines, ContestAllocation allocation, Func<Candidacy, string, (string Key, string Name)> key)
    {
        var sums = new Dictionary<string, SeatShare>();
        foreach (var (district, line) in lines)
        {
            Add(key(line.Candidacy, district), line.Votes, 0);
        }

        foreach (var district in allocation.Districts)
        {
            foreach (var seat in district.Elected)
            {
                Add(key(seat.Candidacy, district.District), 0, 1);
            }
        }

        return [.. sums.Values.OrderByDescending(s => s.Votes).ThenByDescending(s => s.Seats)];

        void Add((string Key, string Name) holder, long votes, int seats)
        {
            var sum = sums.GetValueOrDefault(holder.Key) ?? new SeatShare(holder.Name, 0, 0);
            sums[holder.Key] = sum with { Votes = sum.Votes + votes, Seats = sum.Seats + seats };
        }
    }

    /// <summary>Two persons outside any list may share a name; they are two lists.</summary>
    static string ListKey(Candidacy candidacy, string district) =>
        candidacy.Kind == CandidacyKind.Independent ? $"\0{district}\0{candidacy.Choice}" : candidacy.ListName;
}
