using System.Collections.Immutable;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>The lists, parties and persons of a contest, by the names that a scenario may use.</summary>
/// <remarks>Spellings that fold to one name meet. A person goes by name or by the id of the candidacy; one outside any list also as a list.</remarks>
public sealed class BallotNames
{
    readonly Dictionary<string, string> lists = [];
    readonly Dictionary<string, string> parties = [];
    readonly Dictionary<string, List<Candidacy>> persons = [];

    BallotNames()
    {
    }

    /// <summary>The names of the lists, in the order of the ballot.</summary>
    public ImmutableArray<string> Lists { get; private init; }

    /// <summary>The names of the parties, in the order of the ballot.</summary>
    public ImmutableArray<string> Parties => [.. parties.Values];

    /// <summary>The names of the persons, in the order of the ballot.</summary>
    public ImmutableArray<string> Persons => [.. persons.Values.SelectMany(p => p).Where(c => c.Candidate.Length > 0).Select(c => c.Candidate).Distinct()];

    /// <summary>The names on a contest's ballots.</summary>
    /// <param name="votes">The contest.</param>
    public static BallotNames Of(ContestVotes votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var candidacies = votes.Districts.SelectMany(d => d.Votes).Select(v => v.Candidacy).ToList();
        var names = new BallotNames { Lists = [.. candidacies.Select(c => c.ListName).Distinct()] };
        foreach (var list in names.Lists)
        {
            names.lists.TryAdd(FoldedName.Of(list), list);
        }

        foreach (var c in candidacies)
        {
            if (c.Party.Length > 0)
            {
                names.parties.TryAdd(FoldedName.Of(c.Party), c.Party);
            }

            if (c.Kind == CandidacyKind.Independent)
            {
                names.lists.TryAdd(FoldedName.Of(c.Candidate), c.ListName);
            }

            if (c.Candidate.Length > 0)
            {
                names.Add(c.Candidate, c);
                names.Add(c.Choice, c);
            }
        }

        // Flows and results call a list by the id of its line, where it has but one.
        foreach (var only in candidacies.GroupBy(c => c.ListName).Select(g => g.DistinctBy(c => c.Choice).ToList()).Where(g => g.Count == 1))
        {
            names.lists.TryAdd(FoldedName.Of(only[0].Choice), only[0].ListName);
        }

        return names;
    }

    /// <summary>The list that a name is of; null if none is.</summary>
    public string? List(string name) => lists.GetValueOrDefault(FoldedName.Of(name));

    /// <summary>The party that a name is of; null if none is.</summary>
    public string? Party(string name) => parties.GetValueOrDefault(FoldedName.Of(name));

    /// <summary>The persons whom a name is of: several where namesakes run.</summary>
    public IReadOnlyList<Candidacy> Person(string name) => persons.GetValueOrDefault(FoldedName.Of(name)) ?? [];

    void Add(string name, Candidacy candidacy)
    {
        var key = FoldedName.Of(name);
        if (!persons.TryGetValue(key, out var known))
        {
            persons.Add(key, known = []);
        }

        if (!known.Any(k => k.Choice == candidacy.Choice))
        {
            known.Add(candidacy);
        }
    }
}
