using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.History;

/// <summary>Whether the book of a folder fits its elections.</summary>
public static class HistoryCheck
{
    /// <summary>A finding for each name of a family that no election has, and for each place of the table of places that none has.</summary>
    /// <param name="elections">The elections.</param>
    /// <param name="book">The book.</param>
    public static IEnumerable<Finding> Of(ImmutableArray<Reckoning> elections, HistoryBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var byId = elections.ToDictionary(r => r.Election.Id, r => r.Election.Contests.SelectMany(c => c.Candidacies).ToList());
        foreach (var family in book.Families)
        {
            var own = elections.Where(r => r.Election.Country == family.Country).Select(r => r.Election.Id).ToList();
            foreach (var members in family.Members)
            {
                foreach (var unknown in members.Only.Except(own))
                {
                    yield return Unknown(family, "only", unknown);
                }

                var candidacies = own.Where(id => members.Only.IsEmpty || members.Only.Contains(id)).SelectMany(id => byId[id]).ToList();
                foreach (var (kind, names, has) in new (string, ImmutableArray<string>, Func<Candidacy, string>)[] { ("lists", members.Lists, c => c.List), ("parties", members.Parties, c => c.Party), ("persons", members.Persons, c => c.Candidate) })
                {
                    var known = candidacies.Select(c => FoldedName.Of(has(c))).ToHashSet();
                    foreach (var unknown in names.Where(n => !known.Contains(FoldedName.Of(n))))
                    {
                        yield return Unknown(family, kind, unknown);
                    }
                }
            }
        }
    }

    static Finding Unknown(ListFamily family, string kind, string name) => Codes.Finding(
        "V670", LocalizedText.Say("v670.the-family-names-what", ("family", family.Id), ("name", name), ("kind", kind))) with
    {
        File = "history.yaml",
        Found = name,
    };
}
