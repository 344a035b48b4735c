using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Audit.Statements;

/// <summary>A list of a district's ballot.</summary>
/// <param name="Key">The name under which it is one list in all districts.</param>
/// <param name="Holder">Its lines and seats.</param>
/// <param name="IsIndependent">Whether it is a candidacy outside any list.</param>
/// <param name="Parties">How many parties it joins in all districts, ≥ 1.</param>
sealed record AuditList(string Key, AuditHolder Holder, bool IsIndependent, int Parties);

/// <summary>A district, or the whole territory where it is one, whose seats are shared among lists.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scope">The districts whose ballots count, by number.</param>
/// <param name="Seats">Its seats.</param>
/// <param name="Lists">Its lists.</param>
/// <param name="Lines">All lines of its ballots.</param>
/// <param name="Registered">People on its roll; null if not known.</param>
sealed record AuditDistrict(string Name, ImmutableArray<int> Scope, int Seats, ImmutableArray<AuditList> Lists, ImmutableArray<BallotLine> Lines, long? Registered)
{
    /// <summary>A district by itself.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="votes">Its votes.</param>
    /// <param name="filled">Its seats.</param>
    /// <param name="partiesOf">How many parties a list joins.</param>
    public static AuditDistrict Of(int number, DistrictVotes votes, DistrictAllocation filled, Func<string, int> partiesOf)
    {
        var tree = votes.Tree([Holder.List]);
        var seats = new SeatsOnLines(number, votes, filled);
        var level = tree.Levels[0];
        return new(
            votes.District,
            [number],
            filled.Seats,
            [
                .. Enumerable.Range(0, level.Names.Length).Select(i =>
                {
                    var first = votes.Votes[level.Lines[i][0]].Candidacy;
                    ImmutableArray<BallotLine> lines = [.. level.Lines[i].Select(l => new BallotLine(number, l))];
                    return new AuditList(KeyOf(first), new AuditHolder(level.Names[i], lines, level.Capacities[i], seats.Of(level.Lines[i]), level.Positions[i]), first.Kind == CandidacyKind.Independent, partiesOf(KeyOf(first)));
                }),
            ],
            [.. Enumerable.Range(0, votes.Votes.Length).Select(l => new BallotLine(number, l))],
            votes.Registered);
    }

    /// <summary>The key under which lines of the ballot are one list in all districts.</summary>
    public static string KeyOf(Candidacy candidacy) =>
        candidacy.Kind == CandidacyKind.Independent ? $"\0{candidacy.District}\0{FoldedName.Of(candidacy.Candidate)}" : candidacy.ListKey;
}

/// <summary>The seats of a district, told by the lines of its ballot.</summary>
/// <param name="number">The district's number.</param>
/// <param name="votes">Its votes.</param>
/// <param name="filled">Its seats.</param>
sealed class SeatsOnLines(int number, DistrictVotes votes, DistrictAllocation filled)
{
    // A seat that names nobody stands for its list, and for its party if that is told.
    readonly ImmutableArray<(int? Line, Candidacy Candidacy)> seats =
        [.. filled.Elected.Select(s => (votes.Votes.Index().Where(v => v.Item.Candidacy.Choice == s.Candidacy.Choice).Select(v => (int?)v.Index).LastOrDefault(), s.Candidacy))];

    /// <summary>The district's number.</summary>
    public int Number => number;

    /// <summary>The seats of a holder with these lines.</summary>
    /// <param name="lines">Its lines of the ballot.</param>
    public int Of(int[] lines)
    {
        var own = lines.ToHashSet();
        return seats.Count(s => s.Line is { } line ? own.Contains(line) : IsOf(s.Candidacy, lines));
    }

    bool IsOf(Candidacy seat, int[] lines)
    {
        var candidacies = lines.Select(l => votes.Votes[l].Candidacy).ToList();
        return candidacies.TrueForAll(c => c.ListName == seat.ListName)
            && (seat.Party.Length == 0 ? Covers(candidacies, seat.ListName) : candidacies.Exists(c => c.Kind != CandidacyKind.ListVote && c.Party == seat.Party));
    }

    /// <summary>Whether lines are all that the ballot has of a list.</summary>
    bool Covers(List<Candidacy> candidacies, string list) => candidacies.Count == votes.Votes.Count(v => v.Candidacy.ListName == list);
}
