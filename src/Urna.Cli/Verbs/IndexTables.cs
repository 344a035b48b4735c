using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Model;
using Urna.Power;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary>How far the seats are from the votes, as tables for people.</summary>
static class IndexTables
{
    /// <summary>The indices, then what the rule does to independents; nothing if they were not asked for.</summary>
    public static IEnumerable<IRenderable> Of(ContestIndices? indices, Language language)
    {
        if (indices is null)
        {
            yield break;
        }

        var words = new Wording(language);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.Say("term.index")).AddColumn(new TableColumn(words.Say("term.by-list")).RightAligned())
            .AddColumn(new TableColumn(words.Say("term.by-party")).RightAligned()).AddColumn(words.Say("term.what-it-says"));
        foreach (var line in IndexWords.Of(indices, words))
        {
            table.AddRow(Markup.Escape(line.Name), line.ByList, line.ByParty, Markup.Escape(line.Meaning));
        }

        yield return table;
        if (!indices.Independents.IsEmpty)
        {
            yield return Standings(indices, words);
        }

        yield return new Text("\n");
    }

    static Table Standings(ContestIndices indices, Wording words)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.Say("term.standing"));
        foreach (var title in new[]
        {
            words.Say("term.votes"), words.Say("term.share"), words.Say("term.seats"), words.Say("term.share"),
            words.Say("term.seats-votes-points"), words.Say("term.seats-votes"),
        })
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (var line in indices.Independents)
        {
            table.AddRow(
                Markup.Escape(IndexWords.Of(line.Standing, words)),
                words.Whole(line.Votes),
                words.Percent(line.VoteShare, 2),
                words.Whole(line.Seats),
                words.Percent(line.SeatShare, 2),
                line.Bias is { } bias ? words.Numbers.Number(100 * bias, 2) : "–",
                line.AdvantageRatio is { } ratio ? words.Numbers.Number(ratio, 2) : "–");
        }

        return table;
    }
}
