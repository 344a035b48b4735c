using System.Collections.Immutable;
using System.Security.Cryptography;
using Urna.Model;
using Urna.Store.Ledger;

namespace Urna.Store.Elections;

/// <summary>The rows of an election's own tables that give a figure: what is known of it where there is no ledger.</summary>
static class TableFigures
{
    /// <summary>The rows that gave the figures of a place for a choice, in the order of the tables.</summary>
    /// <param name="folder">The election folder.</param>
    /// <param name="election">The election, as read from it.</param>
    /// <param name="place">The place; the rows are those of its units.</param>
    /// <param name="choice">A choice's id, a name on the ballot, or a reserved choice.</param>
    /// <param name="contest">The contest; null for all that have the choice.</param>
    public static ImmutableArray<FigureSource> Why(string folder, Election election, string place, string choice, string? contest)
    {
        var hashes = new Dictionary<string, string>();
        return
        [
            .. from asked in election.Contests
               where contest is null || asked.Id == contest
               let rows = Rows(asked, election.Places, place, choice).ToList()
               where rows.Count > 0
               let hash = HashOf(Path.Combine(folder, asked.ResultsFile), hashes)
               from row in rows
               select new FigureSource(asked.Id, row.Place, row.Choice, row.Votes, asked.ResultsFile, hash, "", row.Row) { Sources = asked.Sources },
        ];
    }

    /// <summary>Whether some contest has a choice of that name, or the name is a reserved one.</summary>
    /// <param name="election">The election.</param>
    /// <param name="choice">The name.</param>
    public static bool Has(Election election, string choice) => ReportedCounts.IsReserved(choice) || election.Contests.Any(c => ChoicesOf(c, choice).Count > 0);

    static IEnumerable<(string Place, string Choice, long Votes, int Row)> Rows(Contest contest, PlaceTree places, string place, string choice)
    {
        var units = contest.Returns.Where(u => places.IsWithin(u.Place, place));
        if (ReportedCounts.IsReserved(choice))
        {
            var at = ReportedCounts.ReservedChoices.IndexOf(choice);
            return from unit in units
                   where unit.Counts[choice] is not null && at < unit.CountRows.Length
                   select (unit.Place, choice, unit.Counts[choice]!.Value, unit.CountRows[at]);
        }

        var choices = ChoicesOf(contest, choice);
        return from unit in units
               from entry in unit.Votes
               where choices.Contains(entry.Choice)
               select (unit.Place, contest.Candidacies[entry.Choice].Choice, entry.Votes, entry.Row);
    }

    /// <summary>The choices of that id; where there are none, those of that name on the ballot.</summary>
    static HashSet<int> ChoicesOf(Contest contest, string choice)
    {
        var all = contest.Candidacies.Select((c, i) => (Candidacy: c, Index: i)).ToList();
        var byId = all.FindAll(c => c.Candidacy.Choice == choice);
        return [.. (byId.Count > 0 ? byId : all.FindAll(c => FoldedName.Of(c.Candidacy.Name) == FoldedName.Of(choice))).Select(c => c.Index)];
    }

    static string HashOf(string file, Dictionary<string, string> hashes)
    {
        if (!hashes.TryGetValue(file, out var hash))
        {
            using var stream = File.OpenRead(file);
            hashes.Add(file, hash = Convert.ToHexStringLower(SHA256.HashData(stream)));
        }

        return hash;
    }
}
