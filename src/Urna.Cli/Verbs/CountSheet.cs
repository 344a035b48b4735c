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
        table.AddColumn(words.L("Candidate", "Candidatura"));
        foreach (var count in counts)
        {
            table.AddColumn(new TableColumn(Head(count, words)).RightAligned());
        }

        for (var c = 0; c < counts[0].Tallies.Length; c++)
        {
            table.AddRow([Markup.Escape(counts[0].Tallies[c].Candidate), .. counts.Select(s => Cell(s, s.Tallies[c], words))]);
        }

        table.AddRow([words.L("Exhausted", "Agotadas"), .. counts.Select(s => CountWords.Number(s.Exhausted, words))]);
        table.AddRow([words.L("Lost by rounding", "Perdido por redondeo"), .. counts.Select(s => CountWords.Number(s.Lost, words))]);
        return table;
    }

    static string Head(CountTaken count, Wording words) => count.Kind switch
    {
        CountKind.First => words.L($"{count.Count}: first", $"{count.Count}: primera"),
        CountKind.Surplus => words.L($"{count.Count}: surplus", $"{count.Count}: excedente"),
        _ => words.L($"{count.Count}: exclusion", $"{count.Count}: exclusión"),
    };

    /// <summary>Votes after the count; a star beside those of the elected, a dash for the excluded who have none left.</summary>
    static string Cell(CountTaken count, CandidateTally tally, Wording words) => tally.State switch
    {
        CandidateState.Excluded when tally.Votes == 0 => "–",
        CandidateState.Elected => $"{CountWords.Number(tally.Votes, words)} *",
        _ => CountWords.Number(tally.Votes, words),
    };
}
