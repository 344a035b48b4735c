using System.Collections.Immutable;
using Urna.History;
using Urna.Model;

namespace Urna.Judge;

/// <summary>Families of lists in the names of a claim: <c>family:right</c> stands for the names that it has in the claim's elections.</summary>
public static class FamilyNames
{
    const string Prefix = "family:";

    /// <summary>The fields with each family's names in its place.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="store">The elections, with their families.</param>
    public static ClaimFields In(ClaimFields fields, ClaimStore store)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(store);
        return !fields.Of.Concat(fields.Than).Concat(fields.Scopes.SelectMany(s => s.Of)).Any(IsFamily) ? fields : fields with
        {
            Of = Names(fields.Of, fields, store),
            Than = Names(fields.Than, fields, store),
            Scopes = [.. fields.Scopes.Select(s => s with { Of = Names(s.Of, fields, store) })],
        };
    }

    static bool IsFamily(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    // A family that is unknown, or has no name there, stays as it was written, and is told as an unknown name.
    static ImmutableArray<string> Names(ImmutableArray<string> names, ClaimFields fields, ClaimStore store) =>
        [.. names.SelectMany(n => IsFamily(n) && store.History.Book.Families.FirstOrDefault(f => f.Id == n[Prefix.Length..]) is { } family ? Of(family, fields, store).DefaultIfEmpty(n) : [n]).Distinct()];

    /// <summary>The names of a family among the candidacies and members of the elections that a claim speaks of.</summary>
    static IEnumerable<string> Of(ListFamily family, ClaimFields fields, ClaimStore store)
    {
        foreach (var name in fields.Since.Prepend(fields.Contest ?? new ContestName(null, "")))
        {
            if (store.Election(name.Election) is not { } election)
            {
                continue;
            }

            var lines = fields.Chamber is { } chamber ? election.Members.Where(m => m.Chamber == chamber).Select(m => new Candidacy { Choice = "m", List = m.List, Party = m.Party })
                : election.Contest(name.Contest)?.Candidacies ?? [];
            foreach (var line in lines.Where(c => family.Has(election, c)))
            {
                yield return family.Members.Any(m => m.Lists.Any(l => FoldedName.Of(l) == FoldedName.Of(line.List))) ? line.List
                    : family.Members.Any(m => m.Parties.Any(p => FoldedName.Of(p) == FoldedName.Of(line.Party))) ? line.Party : line.Candidate;
            }
        }
    }
}
