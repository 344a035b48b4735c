using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Account;

/// <summary>Tells of seats whose party or person the votes name, but the law does not choose.</summary>
static class UnnamedSeats
{
    /// <summary>A finding for parties that no step shares among, and one for persons that no step elects.</summary>
    /// <param name="allocation">The seats.</param>
    /// <param name="votes">The votes that they were filled from.</param>
    public static IEnumerable<Finding> Of(ContestAllocation allocation, ContestVotes votes)
    {
        var unnamed = allocation.Districts.SelectMany(d => d.Elected).Where(s => s.Candidate is null).ToList();
        if (unnamed.Count == 0)
        {
            yield break;
        }

        var lines = votes.Districts.SelectMany(d => d.Votes).Select(v => v.Candidacy).Where(c => c.Kind != CandidacyKind.ListVote).ToLookup(c => FoldedName.Of(c.ListName));
        if (Lists(unnamed.Where(s => s.Party is null), l => lines[l].Any(c => c.Party.Length > 0)) is { Length: > 0 } parties)
        {
            yield return Codes.Finding("V310", LocalizedText.Say("v310.the-law-shares-no-seats-among", ("parties", parties))) with { Found = parties };
        }

        if (Lists(unnamed, l => lines[l].Any(c => c.Candidate.Length > 0)) is { Length: > 0 } persons)
        {
            yield return Codes.Finding("V311", LocalizedText.Say("v311.the-law-does-not-say-which", ("persons", persons))) with { Found = persons };
        }
    }

    static string Lists(IEnumerable<Seat> seats, Func<string, bool> isTold) =>
        string.Join(", ", seats.Select(s => s.Candidacy.ListName).Distinct().Where(l => isTold(FoldedName.Of(l))));
}
