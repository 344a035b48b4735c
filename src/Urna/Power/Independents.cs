using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Power;

/// <summary>How a candidacy stands to the parties.</summary>
public enum Standing
{
    /// <summary>A person outside any list.</summary>
    OutsideLists,

    /// <summary>A person on a list of which nobody has a party.</summary>
    IndependentList,

    /// <summary>A person without a party on a list with parties.</summary>
    OnPartyList,

    /// <summary>A person of a party.</summary>
    OfParty,
}

/// <summary>The votes and seats of those who stand in one way to the parties.</summary>
/// <param name="Standing">How they stand.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Seats">Their seats.</param>
/// <param name="VoteShare">Their share of the votes; null without votes.</param>
/// <param name="SeatShare">Their share of the seats; null without seats.</param>
public sealed record StandingShare(Standing Standing, long Votes, int Seats, double? VoteShare, double? SeatShare)
{
    /// <summary>Share of the seats less share of the votes: above 0 the rule favours them.</summary>
    public double? Bias => SeatShare - VoteShare;

    /// <summary>Share of the seats over share of the votes: above 1 the rule favours them.</summary>
    /// <remarks>Taagepera and Laakso's advantage ratio (1980), <em>Electoral Studies</em> and <em>West European Politics</em>.</remarks>
    public double? AdvantageRatio => VoteShare > 0 ? SeatShare / VoteShare : null;
}

/// <summary>Whether a rule favours those who run outside the parties.</summary>
public static class Independents
{
    static readonly string[] words = ["", "IND", "INDEPENDENT", "INDEPENDENTS", "INDEPENDIENTE", "INDEPENDIENTES"];

    /// <summary>Votes and seats by how candidacies stand to the parties; empty where none lacks a party, or where it is not known whose the seats are.</summary>
    /// <param name="votes">The votes of the contest.</param>
    /// <param name="allocation">Its seats.</param>
    /// <remarks>Votes for a list without a preference count as of a party, unless nobody of the list has one.</remarks>
    public static ImmutableArray<StandingShare> Of(ContestVotes votes, ContestAllocation allocation)
    {
        var lines = SeatShares.Lines(votes).ToList();
        var standingOf = Standings(lines.Select(l => l.Line.Candidacy));
        var byVotes = lines.AggregateBy(l => standingOf(l.Line.Candidacy), 0L, (sum, l) => sum + l.Line.Votes).ToDictionary();
        var bySeats = allocation.Districts.SelectMany(d => d.Elected).CountBy(s => standingOf(s.Candidacy)).ToDictionary();
        var (allVotes, allSeats) = (byVotes.Values.Sum(), bySeats.Values.Sum());
        var isOpen = byVotes.ContainsKey(Standing.OnPartyList) && allocation.Districts.Any(d => d.Elected.Any(s => s.Candidate is null));
        return isOpen || byVotes.Keys.All(s => s == Standing.OfParty) ? [] :
        [
            .. from standing in Enum.GetValues<Standing>()
               where byVotes.ContainsKey(standing) || bySeats.ContainsKey(standing)
               let v = byVotes.GetValueOrDefault(standing)
               let s = bySeats.GetValueOrDefault(standing)
               select new StandingShare(standing, v, s, allVotes > 0 ? (double)v / allVotes : null, allSeats > 0 ? (double)s / allSeats : null),
        ];
    }

    /// <summary>How each candidacy of a contest stands to the parties.</summary>
    /// <param name="candidacies">The candidacies of the contest.</param>
    internal static Func<Candidacy, Standing> Standings(IEnumerable<Candidacy> candidacies)
    {
        var lists = candidacies.Where(c => c.Kind == CandidacyKind.OfList).GroupBy(c => c.ListName)
            .ToDictionary(g => g.Key, g => g.All(c => c.Candidate.Length > 0 && IsNoParty(c.Party)));
        return c =>
            c.Kind == CandidacyKind.Independent ? Standing.OutsideLists
            : lists.GetValueOrDefault(c.ListName) ? Standing.IndependentList
            : c.Kind == CandidacyKind.OfList && c.Candidate.Length > 0 && (IsNoParty(c.Party) || c.Party.StartsWith("IND-", StringComparison.Ordinal)) ? Standing.OnPartyList
            : Standing.OfParty;
    }

    /// <summary>Whether the name of a party says that there is none.</summary>
    /// <param name="party">The party, as the source writes it.</param>
    public static bool IsNoParty(string party) => words.Contains(FoldedName.Of(party));
}
