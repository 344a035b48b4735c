using System.Collections.Immutable;
using Spectre.Console;
using Urna.Contract;
using Urna.History;
using Urna.Model;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary>Points of history for people and for programs.</summary>
static class HistoryTables
{
    public static void Write(ImmutableArray<HistoryPoint> points, Format format, Language language, Answer answer)
    {
        switch (format)
        {
            case Format.Json:
                answer.JsonArray(points.Select(p => HistoryJson.Of(p, language)));
                break;
            case Format.Csv:
                answer.Csv(
                    ["election", "contest", "date", "place", "name", "subject", "measure", "unit", "value", "denominator", "of", "preliminary", "note", "sources"],
                    points.Select(p => HistoryJson.Of(p, language)).Select(p => new object?[]
                    {
                        p.Election, p.Contest, p.Date, p.Place, p.Name, p.Subject, p.Measure, p.Unit, p.Value, p.Denominator?.Value, p.Denominator?.Name, p.Preliminary ? "yes" : "", p.Note, string.Join("; ", p.Sources),
                    }));
                break;
            default:
                answer.Render(points.GroupBy(p => p.Measure).OrderBy(g => g.Key).SelectMany(g => new Spectre.Console.Rendering.IRenderable[] { Table(g.Key, [.. g], language), new Text("\n") }));
                break;
        }
    }

    static Table Table(HistoryMeasure measure, ImmutableArray<HistoryPoint> points, Language language)
    {
        var words = new Wording(language);
        var several = points.Select(p => p.Place).Distinct().Skip(1).Any();
        var subjects = points.Any(p => p.Subject.Length > 0);
        var table = new Table { Title = new TableTitle(Markup.Escape(HistoryWords.Of(measure, words))), Border = TableBorder.Simple, UseSafeBorder = false };
        table.AddColumn(words.Say("history.date"));
        table.AddColumn(words.Say("history.vote"));
        if (several)
        {
            table.AddColumn(words.Say("term.place"));
        }

        if (subjects)
        {
            table.AddColumn(words.Say("history.whose"));
        }

        table.AddColumn(new TableColumn(words.Say("term.figure")).RightAligned());
        table.AddColumn(words.Say("history.of"));
        table.AddColumn("");
        foreach (var point in points)
        {
            IEnumerable<string> cells =
            [
                HistoryWords.Date(point), $"{point.Title.In(language)} ({point.Election})", .. several ? [point.PlaceName] : Array.Empty<string>(), .. subjects ? [HistoryWords.Subject(point, language)] : Array.Empty<string>(),
                HistoryWords.Value(point, words), HistoryWords.Whole(point, words), HistoryWords.Remark(point, words),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }
}
