using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Allocate.Account;
using Urna.Allocate.Transferable;
using Urna.Model;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary>The counts of ranked ballots as a sheet for people: a row a candidate, a column a count.</summary>
static class CountSheet
{
    const int CountsInOneTable = 8;

    /// <summary>The sheet of a district, in tables of some counts each; none where it has no counts.</summary>
    public static IEnumerable<IRenderable> Of(DistrictAllocation district, Language language)
    {
        var words = new Wording(language);
        return district.Steps.OfType<CountTaken>().Chunk(CountsInOneTable).Select(counts => Of(counts, words));
    }

    static Table Of(CountTaken[] counts, Wording words)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.Say("term.candidate"));
        foreach (var count in counts)
        {
            table.AddColumn(new TableColumn(Head(count, words)).RightAligned());
        }

        for (var c = 0; c < counts[0].Tallies.Length; c++)
        {
            table.AddRow([Markup.Escape(counts[0].Tallies[c].Candidate), .. counts.Select(s => Cell(s, s.Tallies[c], words))]);
        }

        table.AddRow([words.Say("term.exhausted"), .. counts.Select(s => CountWords.Number(s.Exhausted, words))]);
        table.AddRow([words.Say("term.lost-by-rounding"), .. counts.Select(s => CountWords.Number(s.Lost, words))]);
        return table;
    }

    static string Head(CountTaken count, Wording words) => count.Kind switch
    {
        CountKind.First => words.Say("count-sheet.first", ("count", count.Count)),
        CountKind.Surplus => words.Say("count-sheet.surplus", ("count", count.Count)),
        _ => words.Say("count-sheet.exclusion", ("count", count.Count)),
    };

    /// <summary>Votes after the count; a star beside those of the elected, a dash for the excluded who have none left.</summary>
    static string Cell(CountTaken count, CandidateTally tally, Wording words) => tally.State switch
    {
        CandidateState.Excluded when tally.Votes == 0 => "–",
        CandidateState.Elected => $"{CountWords.Number(tally.Votes, words)} *",
        _ => CountWords.Number(tally.Votes, words),
    };
}
