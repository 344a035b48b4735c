using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Store.Export;

/// <summary>A party of a report, or a list as a coalition of parties.</summary>
/// <param name="Id">Its id in the report.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Ids of the parties that stand on the list; null for a party.</param>
sealed record NistParty(string Id, string Name, ImmutableArray<string>? Members);

/// <summary>The ids by which a report's parts name each other.</summary>
sealed class NistIds
{
    readonly Dictionary<string, string> parties = [];
    readonly Dictionary<string, string> lists = [];
    readonly Dictionary<(string Contest, string Choice), string> choices = [];

    public NistIds(Election election)
    {
        Units = election.Places.Places.Index().ToDictionary(p => p.Item.Id, p => $"gp-{p.Index + 1}");
        foreach (var (number, contest) in election.Contests.Index())
        {
            foreach (var (index, candidacy) in contest.Candidacies.Index())
            {
                choices.Add((contest.Id, candidacy.Choice), $"{number + 1}-{index + 1}");
                Name(parties, "party", candidacy.Party);
                Name(lists, "list", candidacy.List);
            }
        }

        var members = election.Contests.SelectMany(c => c.Candidacies).Where(c => c.List.Length > 0 && c.Party.Length > 0).ToLookup(c => c.List, c => parties[c.Party]);
        Parties = [.. parties.Select(p => new NistParty(p.Value, p.Key, null)), .. lists.Select(l => new NistParty(l.Value, l.Key, [.. members[l.Key].Distinct()]))];
    }

    /// <summary>The units' ids, by place.</summary>
    public IReadOnlyDictionary<string, string> Units { get; }

    /// <summary>The parties, then the lists.</summary>
    public ImmutableArray<NistParty> Parties { get; }

    /// <summary>Whether a line of the ballot is a person, and no list or party.</summary>
    public static bool IsPerson(Candidacy candidacy) => candidacy.Kind != CandidacyKind.ListVote && candidacy.Candidate.Length > 0;

    /// <summary>The id of a party; null for no name.</summary>
    public string? PartyOf(string name) => parties.GetValueOrDefault(name);

    /// <summary>The id of a list; null for no name.</summary>
    public string? ListOf(string name) => lists.GetValueOrDefault(name);

    public string CandidateOf(Contest contest, Candidacy candidacy) => $"candidate-{choices[(contest.Id, candidacy.Choice)]}";

    public string SelectionOf(Contest contest, Candidacy candidacy) => $"selection-{choices[(contest.Id, candidacy.Choice)]}";

    static void Name(Dictionary<string, string> known, string kind, string name)
    {
        if (name.Length > 0)
        {
            known.TryAdd(name, $"{kind}-{known.Count + 1}");
        }
    }
}
