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
        table.AddColumn(words.L("Index", "Índice")).AddColumn(new TableColumn(words.L("By list", "Por lista")).RightAligned())
            .AddColumn(new TableColumn(words.L("By party", "Por partido")).RightAligned()).AddColumn(words.L("What it says", "Qué dice"));
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
        table.AddColumn(words.L("Standing", "Situación"));
        foreach (var title in new[]
        {
            words.L("Votes", "Votos"), words.L("Share", "Porcentaje"), words.L("Seats", "Escaños"), words.L("Share", "Porcentaje"),
            words.L("Seats − votes, points", "Escaños − votos, puntos"), words.L("Seats / votes", "Escaños / votos"),
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
