using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;

namespace Urna.Store.Elections;

/// <summary>Reads <c>results-*.csv</c>: one row a contest, place and choice.</summary>
static class ResultsFile
{
    static readonly CsvFile.Columns columns = new(["contest", "place", "choice", "votes"], []);

    /// <summary>The returns of each contest; a file that several contests name is read once.</summary>
    public static ImmutableDictionary<string, ImmutableArray<PollingStationReturn>> ReadAll(
        string folder, ImmutableArray<Contest> contests, PlaceTree places, FaultLog faults)
    {
        var returns = ImmutableDictionary.CreateBuilder<string, ImmutableArray<PollingStationReturn>>();
        foreach (var shared in contests.Where(c => c.ResultsFile.Length > 0).GroupBy(c => c.ResultsFile))
        {
            var drafts = shared.ToDictionary(c => c.Id, c => new ReturnsDraft(c));
            int[]? order = null;
            CsvFile.Read(Path.Combine(folder, shared.Key), shared.Key, columns, faults, row =>
            {
                order ??= [row.IndexOf("contest"), row.IndexOf("place"), row.IndexOf("choice"), row.IndexOf("votes")];
                Read(row, order, drafts, contests, places);
            });
            foreach (var (id, draft) in drafts)
            {
                returns[id] = draft.Finish();
            }
        }

        return returns.ToImmutable();
    }

    static void Read(CsvRow row, int[] order, Dictionary<string, ReturnsDraft> drafts, ImmutableArray<Contest> contests, PlaceTree places)
    {
        var contest = row.Text(order[0]);
        var place = row.Text(order[1]);
        var choice = row.Text(order[2]);
        var votes = row.Count(order[3]);
        if (!drafts.TryGetValue(contest, out var draft))
        {
            var elsewhere = contests.FirstOrDefault(c => c.Id == contest);
            row.Fault(
                "V109",
                elsewhere is null ? $"'{contest}' is not a contest." : $"the results of '{contest}' belong in '{elsewhere.ResultsFile}'.",
                "contest",
                contest,
                Nearest.Among(contest, drafts.Keys));
            return;
        }

        var placeKnown = places.Contains(place);
        if (!placeKnown)
        {
            row.Fault("V107", $"'{place}' is not a place.", "place", place, Nearest.Among(place, places.Places.Select(p => p.Id)), place);
        }

        var choiceKnown = draft.Knows(choice);
        if (!choiceKnown && draft.HasChoices)
        {
            row.Fault("V108", $"'{choice}' is not a choice of '{contest}'.", "choice", choice, Nearest.Among(choice, draft.ChoiceIds), place);
        }

        if (placeKnown && choiceKnown && draft.Add(place, choice, votes ?? 0, row.Row) is { } earlier)
        {
            row.Fault("V106", $"'{choice}' in '{place}' stands already in row {earlier}.", "choice", choice, "each choice once a place", place);
        }
    }
}
