using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;
using Urna.Store.Ledger;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>Reads <c>results-*.csv</c>: one row a contest, place and choice.</summary>
static class ResultsFile
{
    static readonly CsvFile.Columns columns = new(["contest", "place", "choice", "votes"], []);

    /// <summary>The returns of each contest; a file that several contests name is read once, and a large one of an import from its ledger.</summary>
    public static ImmutableDictionary<string, ImmutableArray<PollingStationReturn>> ReadAll(
        FolderFiles folder, ImmutableArray<Contest> contests, PlaceTree places, FaultLog faults)
    {
        var returns = ImmutableDictionary.CreateBuilder<string, ImmutableArray<PollingStationReturn>>();
        foreach (var shared in contests.Where(c => c.ResultsFile.Length > 0).GroupBy(c => c.ResultsFile))
        {
            if (shared.ToList() is [var one] && LedgerReturns.Of(folder, one, places) is { } known)
            {
                returns[one.Id] = known;
                continue;
            }

            var reading = new Reading(shared.ToDictionary(c => c.Id, c => new ReturnsDraft(c)), contests, places);
            CsvFile.Read(folder, shared.Key, columns, faults, reading.Take);
            foreach (var (id, draft) in reading.Drafts)
            {
                returns[id] = draft.Finish();
            }
        }

        return returns.ToImmutable();
    }

    /// <summary>What is known while the rows of a file are read; rows mostly name the contest and the place of the row above.</summary>
    sealed class Reading(Dictionary<string, ReturnsDraft> drafts, ImmutableArray<Contest> contests, PlaceTree places)
    {
        readonly ColumnTexts contestTexts = new();
        readonly ColumnTexts placeTexts = new();
        readonly ColumnTexts choiceTexts = new();
        int[]? order;
        string? lastContest;
        string? lastPlace;
        ReturnsDraft? draft;
        ReturnsDraft.Unit? unit;
        bool placeKnown;

        public Dictionary<string, ReturnsDraft> Drafts => drafts;

        public void Take(CsvRow row)
        {
            order ??= [row.IndexOf("contest"), row.IndexOf("place"), row.IndexOf("choice"), row.IndexOf("votes")];
            var contest = row.Text(order[0], contestTexts);
            var place = row.Text(order[1], placeTexts);
            var choice = row.Text(order[2], choiceTexts);
            var votes = row.Count(order[3]);
            if (!ReferenceEquals(contest, lastContest))
            {
                (lastContest, lastPlace) = (contest, null);
                draft = drafts.GetValueOrDefault(contest);
            }

            if (draft is null)
            {
                TellContest(row, contest);
                return;
            }

            if (!ReferenceEquals(place, lastPlace))
            {
                (lastPlace, unit) = (place, null);
                placeKnown = places.Contains(place);
            }

            if (!placeKnown)
            {
                row.Fault(
                    "V107",
                    LocalizedText.Say("v107.is-not-a-place-2", ("place", place)),
                    "place", place, Nearest.Among(place, places.Places.Select(p => p.Id)), place);
            }

            var number = draft.NumberOf(choice);
            if (number < 0 && draft.HasChoices)
            {
                row.Fault(
                    "V108",
                    LocalizedText.Say("v108.is-not-a-choice-of", ("choice", choice), ("contest", contest)),
                    "choice", choice, Nearest.Among(choice, draft.ChoiceIds), place);
            }

            if (placeKnown && number >= 0 && (unit ??= draft.UnitOf(place, row.Row)).Add(number, votes ?? 0, row.Row) is { } earlier)
            {
                row.Fault(
                    "V106",
                    LocalizedText.Say("v106.in-stands-already-in-row-2", ("choice", choice), ("place", place), ("earlier", earlier)),
                    "choice", choice, "each choice once a place", place);
            }
        }

        void TellContest(CsvRow row, string contest)
        {
            var elsewhere = contests.FirstOrDefault(c => c.Id == contest);
            row.Fault(
                "V109",
                LocalizedText.Say(
                    "v109.not-a-contest-here", ("elsewhere", elsewhere is not null), ("contest", contest), ("file", elsewhere?.ResultsFile)),
                "contest", contest, Nearest.Among(contest, drafts.Keys));
        }
    }
}
