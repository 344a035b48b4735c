using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>Reads the votes of a Congress.</summary>
static class CongressFile
{
    static readonly CsvFile.Columns columns = new(["candidate", "votes"], []);

    public static ImmutableArray<CongressVote> Read(FolderFiles folder, string file, FaultLog faults)
    {
        var votes = ImmutableArray.CreateBuilder<CongressVote>();
        CsvFile.Read(folder, file, columns, faults, row =>
        {
            if (row.Required("candidate") is { } candidate && row.Count("votes") is { } count)
            {
                votes.Add(new CongressVote(candidate, count));
            }
        });
        return votes.ToImmutable();
    }
}

/// <summary>Reads <c>lots.csv</c>.</summary>
static class LotsFile
{
    static readonly CsvFile.Columns columns = new(["district", "level", "winner"], []);
    static readonly Dictionary<string, TieLevel> levels = Enum.GetValues<TieLevel>().ToDictionary(l => Spelling.Kebab(l));

    public static ImmutableArray<LotDrawn> Read(FolderFiles folder, string file, FaultLog faults)
    {
        var lots = ImmutableArray.CreateBuilder<LotDrawn>();
        CsvFile.Read(folder, file, columns, faults, row =>
        {
            if (row.Required("district") is { } district && row.Required("winner") is { } winner)
            {
                var word = row.Text("level");
                if (!levels.TryGetValue(word, out var level))
                {
                    row.Fault(
                        "V110",
                        LocalizedText.Say("v110.is-not-a-level-of-a", ("word", word)),
                        "level", word, string.Join(", ", levels.Keys));
                }

                lots.Add(new LotDrawn(district, level, winner));
            }
        });
        return lots.ToImmutable();
    }
}

/// <summary>Reads an official outcome.</summary>
static class OutcomeFile
{
    static readonly CsvFile.Columns columns = new(["district", "choice"], ["candidate"]);

    public static ImmutableArray<OfficialWinner> Read(FolderFiles folder, string file, ImmutableArray<Candidacy> candidacies, PlaceTree places, FaultLog faults)
    {
        var names = candidacies.GroupBy(c => c.Choice).ToDictionary(g => g.Key, g => g.First().Name);
        var winners = ImmutableArray.CreateBuilder<OfficialWinner>();
        CsvFile.Read(folder, file, columns, faults, row =>
        {
            if (row.Required("district") is not { } district || row.Required("choice") is not { } choice)
            {
                return;
            }

            if (!places.Contains(district))
            {
                row.Fault(
                    "V107",
                    LocalizedText.Say("v107.is-not-a-place", ("district", district)),
                    "district", district, Nearest.Among(district, places.Places.Select(p => p.Id)), district);
            }

            if (!names.TryGetValue(choice, out var name))
            {
                if (names.Count == 0)
                {
                    // The candidacies could not be read; their own fault says so.
                    return;
                }

                row.Fault(
                    "V108",
                    LocalizedText.Say("v108.is-not-a-choice", ("choice", choice)),
                    "choice", choice, Nearest.Among(choice, names.Keys));
                return;
            }

            var candidate = row.Text("candidate");
            winners.Add(new OfficialWinner(district, choice, candidate.Length > 0 ? candidate : name));
        });
        return winners.ToImmutable();
    }
}
