using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Filling;

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
    /// <param name="district">The district's name.</param>
    public long In(string district) => ByDistrict.GetValueOrDefault(district);
}

/// <summary>The lists of a contest over all its districts.</summary>
static class ListTotals
{
    /// <summary>Every list that has a line on a ballot, most votes first; equals in the order of the ballots.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="step">The step that looks at them; if it names districts and no tier, at these alone.</param>
    /// <remarks>Votes of a tier that are stated by itself replace the sum of its districts'. Whoever has first votes alone is a list without votes.</remarks>
    public static ImmutableArray<ListTotal> Of(ContestState contest, RuleStep step)
    {
        var frame = contest.Frame;
        var (districts, all) = frame.IsLocal(step) ? (frame.For(step), [.. frame.For(step).Select(i => frame.All[i])]) : (frame.Districts, frame.All);
        var lines = frame.SourcesFor(step).SelectMany(i => frame.All[i].AllVotes.ListVotes).ToLookup(v => KeyOf(v.Candidacy));
        var below = districts.Select(i => frame.All[i]).ToList();
        var byDistrict = below.SelectMany(d => d.AllVotes.ListVotes.Select(v => (d.Name, v)))
            .Concat(below.SelectMany(d => d.District.Votes.Where(v => v.Candidacy.Kind == CandidacyKind.Constituency).Select(v => (d.Name, v: v with { Votes = 0 }))))
            .ToLookup(p => KeyOf(p.v.Candidacy), p => (p.Name, p.v.Votes));
        var held = Held(contest.Of(frame.Districts));
        var totals = lines.Select(g => Total(g.Key, [.. g], g.Sum(v => v.Votes), byDistrict[g.Key], held));
        var others = all.SelectMany(d => d.AllVotes.Votes).GroupBy(v => KeyOf(v.Candidacy)).Where(g => !lines.Contains(g.Key))
            .Select(g => Total(g.Key, [.. g], 0, byDistrict[g.Key], held));
        return [.. totals.Concat(others).OrderByDescending(t => t.Votes)];
    }

    /// <summary>The key under which lines of the ballot are one list in all districts.</summary>
    public static string KeyOf(Candidacy candidacy) =>
        candidacy.Kind == CandidacyKind.Independent ? $"\0{candidacy.District}\0{FoldedName.Of(candidacy.Candidate)}" : candidacy.ListKey;

    static ListTotal Total(
        string key, ImmutableArray<CandidacyVotes> lines, long votes, IEnumerable<(string District, long Votes)> districts, Dictionary<string, int> held)
    {
        var first = lines[0].Candidacy;
        return new ListTotal(
            key,
            first.ListName,
            first.Kind == CandidacyKind.Independent,
            votes,
            held.GetValueOrDefault(key),
            Math.Max(1, Math.Max(lines.Max(l => l.Candidacy.Members ?? 0), lines.Select(l => l.Candidacy.Party).Where(p => p.Length > 0).Distinct().Count())))
        {
            ByDistrict = districts.GroupBy(d => d.District).ToImmutableDictionary(g => g.Key, g => g.Sum(d => d.Votes)),
        };
    }

    /// <summary>The seats that each list holds in all districts, also by its persons.</summary>
    static Dictionary<string, int> Held(IEnumerable<DistrictState> districts)
    {
        var held = new Dictionary<string, int>();
        foreach (var district in districts)
        {
            for (var i = 0; i < district.Held.Length; i++)
            {
                if (district.Held[i] > 0)
                {
                    var key = district.Frame.KeyOf(i);
                    held[key] = held.GetValueOrDefault(key) + district.Held[i];
                }
            }
        }

        return held;
    }
}
