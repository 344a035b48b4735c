using Urna.Model;
using Urna.Store.Ledger;

namespace Urna.Store.Export;

/// <summary>A figure with everything that names it: one row of a long table.</summary>
/// <param name="Contest">The contest's id.</param>
/// <param name="Place">The unit's id.</param>
/// <param name="Level">The unit's level.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="Choice">The choice's id, or a reserved choice.</param>
/// <param name="Candidate">The person or answer; empty for none.</param>
/// <param name="Party">The party; empty for none.</param>
/// <param name="List">The list; empty for none.</param>
/// <param name="Votes">The figure.</param>
public sealed record ExportRow(string Contest, string Place, string Level, string Name, string Choice, string Candidate, string Party, string List, long Votes)
{
    /// <summary>The figures of an election, unit by unit.</summary>
    /// <param name="election">The election.</param>
    public static IEnumerable<ExportRow> Of(Election election)
    {
        foreach (var contest in election.Contests)
        {
            foreach (var unit in contest.Returns)
            {
                foreach (var (choice, votes) in Reserved(unit.Counts))
                {
                    yield return Row(election, contest, unit.Place, choice, null, votes);
                }

                foreach (var entry in unit.Votes)
                {
                    var candidacy = contest.Candidacies[entry.Choice];
                    yield return Row(election, contest, unit.Place, candidacy.Choice, candidacy, entry.Votes);
                }
            }
        }
    }

    /// <summary>The figures of a snapshot of an election's ledger, named as the election names them now.</summary>
    /// <param name="election">The election.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="snapshot">The snapshot's number.</param>
    public static IEnumerable<ExportRow> Of(Election election, LedgerFile ledger, int snapshot)
    {
        var known = election.Contests.ToDictionary(c => c.Id, c => c.Candidacies.ToDictionary(x => x.Choice));
        foreach (var (contest, place, choice, votes) in ledger.Figures(snapshot))
        {
            var candidacy = known.GetValueOrDefault(contest)?.GetValueOrDefault(choice);
            var (level, name) = election.Places.Contains(place) ? (election.Places[place].Level, election.Places[place].Name) : ("", place);
            yield return new(contest, place, level, name, choice, candidacy?.Candidate ?? "", candidacy?.Party ?? "", candidacy?.List ?? "", votes);
        }
    }

    static IEnumerable<(string Choice, long Votes)> Reserved(ReportedCounts counts)
    {
        foreach (var choice in ReportedCounts.ReservedChoices.ToArray())
        {
            if (counts[choice] is { } votes)
            {
                yield return (choice, votes);
            }
        }
    }

    static ExportRow Row(Election election, Contest contest, string place, string choice, Candidacy? candidacy, long votes) => new(
        contest.Id, place, election.Places[place].Level, election.Places[place].Name, choice, candidacy?.Candidate ?? "", candidacy?.Party ?? "", candidacy?.List ?? "", votes);
}
