using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>A list over all districts, while seats are filled.</summary>
/// <param name="Key">The folded name under which it is one list in all districts.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsIndependent">Whether it is a candidacy outside any list.</param>
/// <param name="Votes">Its votes in all districts.</param>
/// <param name="Seats">The seats it holds so far.</param>
/// <param name="Parties">How many parties it joins, at least 1.</param>
sealed record ListTotal(string Key, string Name, bool IsIndependent, long Votes, int Seats, int Parties)
{
    /// <summary>Votes by district.</summary>
    public required ImmutableDictionary<string, long> ByDistrict { get; init; }

    /// <summary>Its votes in a district.</summary>
    public long In(DistrictDraft district) => ByDistrict.GetValueOrDefault(district.District.District);
}

/// <summary>The lists of a contest over all its districts.</summary>
static class ListTotals
{
    /// <summary>Every list that has a line on a ballot, most votes first; equals in the order of the ballots.</summary>
    /// <remarks>Votes of a tier that are stated by itself replace the sum of its districts'.</remarks>
    public static ImmutableArray<ListTotal> Of(ContestDraft contest)
    {
        ImmutableArray<CandidacyVotes> lines = [.. contest.VoteSources.SelectMany(d => d.AllVotes.ListVotes)];
        var byDistrict = contest.Districts.SelectMany(d => d.AllVotes.ListVotes.Select(v => (d.District.District, v)))
            .Concat(contest.Districts.SelectMany(d => d.District.Votes.Where(v => v.Candidacy.Kind == CandidacyKind.Constituency).Select(v => (d.District.District, v: v with { Votes = 0 }))))
            .ToLookup(p => KeyOf(p.v.Candidacy), p => (p.District, p.v.Votes));
        var totals = lines.GroupBy(v => KeyOf(v.Candidacy)).Select(g => Total(contest, g.Key, [.. g], g.Sum(v => v.Votes), byDistrict[g.Key]));
        var counted = lines.Select(v => KeyOf(v.Candidacy)).ToHashSet();
        var others = contest.All.SelectMany(d => d.AllVotes.Votes).GroupBy(v => KeyOf(v.Candidacy)).Where(g => !counted.Contains(g.Key))
            .Select(g => Total(contest, g.Key, [.. g], 0, byDistrict[g.Key]));
        return [.. totals.Concat(others).OrderByDescending(t => t.Votes)];
    }

    /// <summary>The key under which lines of the ballot are one list in all districts.</summary>
    public static string KeyOf(Candidacy candidacy) =>
        candidacy.Kind == CandidacyKind.Independent ? $"\0{candidacy.District}\0{FoldedName.Of(candidacy.Candidate)}" : FoldedName.Of(candidacy.ListName);

    static ListTotal Total(
        ContestDraft contest, string key, ImmutableArray<CandidacyVotes> lines, long votes, IEnumerable<(string District, long Votes)> districts)
    {
        var first = lines[0].Candidacy;
        return new ListTotal(
            key,
            first.ListName,
            first.Kind == CandidacyKind.Independent,
            votes,
            contest.Districts.Sum(d => d.HeldBy(key)),
            Math.Max(1, Math.Max(lines.Max(l => l.Candidacy.Members ?? 0), lines.Select(l => l.Candidacy.Party).Where(p => p.Length > 0).Distinct().Count())))
        {
            ByDistrict = districts.GroupBy(d => d.District).ToImmutableDictionary(g => g.Key, g => g.Sum(d => d.Votes)),
        };
    }
}
