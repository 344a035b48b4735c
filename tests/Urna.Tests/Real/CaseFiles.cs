using System.Collections.Immutable;
using System.Text.Json;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Real;

/// <summary>Elections with known outcomes, as the shared cases tell them.</summary>
static class CaseFiles
{
    public static JsonElement Read(string name)
    {
        using var stream = File.OpenRead(Repository.Shared("cases", name));
        return JsonDocument.Parse(stream).RootElement.Clone();
    }

    /// <summary>The districts of a case whose candidates name list, party and votes.</summary>
    public static ImmutableArray<DistrictVotes> Districts(JsonElement units) =>
        [.. units.EnumerateArray().Select(unit => new DistrictVotes(unit.GetProperty("name").GetString()!, unit.GetProperty("seats").GetInt32(), Candidates(unit)))];

    /// <summary>The names that a case says were elected, by district.</summary>
    public static Dictionary<string, HashSet<string>> Elected(JsonElement official, string property = "elected") =>
        official.GetProperty(property).EnumerateObject().ToDictionary(d => d.Name, d => d.Value.EnumerateArray().Select(n => n.GetString()!).ToHashSet());

    static ImmutableArray<CandidacyVotes> Candidates(JsonElement unit)
    {
        var votes = unit.GetProperty("candidates").EnumerateArray().Select(Candidate).ToList();
        if (unit.TryGetProperty("list_total", out var totals))
        {
            var personal = votes.GroupBy(v => v.Candidacy.List).ToDictionary(g => g.Key, g => g.Sum(v => v.Votes));
            votes.AddRange(totals.EnumerateObject().Select(t => new CandidacyVotes(
                new Candidacy { Choice = t.Name, List = t.Name, Kind = CandidacyKind.ListVote }, t.Value.GetInt64() - personal.GetValueOrDefault(t.Name))));
        }

        return [.. votes];
    }

    static CandidacyVotes Candidate(JsonElement candidate)
    {
        var name = candidate.GetProperty("name").GetString()!;
        var list = candidate.GetProperty("list").GetString()!;
        var independent = list.StartsWith("IND:", StringComparison.Ordinal) || list == "Candidatura Independiente";
        return new CandidacyVotes(
            new Candidacy
            {
                Choice = name,
                Candidate = name,
                List = independent ? "" : list,
                Party = candidate.GetProperty("party").GetString() ?? "",
                Kind = independent ? CandidacyKind.Independent : CandidacyKind.OfList,
            },
            candidate.GetProperty("votes").GetInt64());
    }
}
