using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;
using Urna.Contract;
using Urna.History;
using Urna.Model;
using Urna.Report;
using Urna.Store;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna history</c>: figures over all elections of a folder.</summary>
static class HistoryVerb
{
    const string DefaultFolder = "elections";

    static readonly Dictionary<string, HistoryMeasure> measures = Enum.GetValues<HistoryMeasure>().ToDictionary(m => Spelling.Kebab(m));

    /// <summary>What can be measured, as <c>--measure</c> names it.</summary>
    public static IEnumerable<string> Measures => measures.Keys;

    public static Command Command()
    {
        var folder = new Argument<string>("FOLDER") { DefaultValueFactory = _ => DefaultFolder };
        var measure = new Option<string[]>("--measure") { HelpName = "M", DefaultValueFactory = _ => [] };
        var place = new Option<string?>("--place") { HelpName = "PLACE" };
        var by = new Option<string?>("--by") { HelpName = "LEVEL" };
        var of = new Option<string?>("--of") { HelpName = "FAMILY|LIST" };
        var totals = new Option<bool>("--totals");
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("history")
        {
            folder, measure, place, by, of, totals, format, output, language,
        };
        command.SetAction(parsed => parsed.GetValue(totals) ? Totals(parsed.GetRequiredValue(folder), new Answer(parsed.GetValue(output))) : Run(
            parsed.GetRequiredValue(folder),
            new HistoryQuestion { Measures = [.. parsed.GetValue(measure)!.Select(Measure)], Place = parsed.GetValue(place), Level = parsed.GetValue(by), Of = parsed.GetValue(of) },
            parsed.GetValue(format),
            parsed.GetValue(language),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Totals(string folder, Answer answer)
    {
        answer.Text(Workspace.Open(folder).HistoryTotalsTable());
        return ExitCode.Clean;
    }

    static HistoryMeasure Measure(string word) =>
        measures.TryGetValue(word, out var measure) ? measure : throw new UsageException($"'{word}' is not allowed for --measure; allowed: {string.Join(", ", measures.Keys)}.");

    static int Run(string folder, HistoryQuestion question, Format format, Language language, Answer answer)
    {
        var workspace = Workspace.Open(folder);
        var book = workspace.History;
        foreach (var broken in workspace.Elections.AsParallel().AsOrdered().Where(e => e.Reckoning is null).ToList())
        {
            // One that is left out would make "the first" and "the highest" of what is left.
            Messages.TellFaults(broken.Path, broken.Reading.Findings, language);
        }

        if (book.Value is null)
        {
            Messages.TellFaults(folder, book.Findings, language);
        }

        if (book.Value is null || workspace.Elections.Any(e => e.Reckoning is null))
        {
            return ExitCode.Unreadable;
        }

        ImmutableArray<Reckoning> elections = [.. workspace.Elections.Select(e => e.Reckoning!)];
        foreach (var finding in HistoryCheck.Of(elections, book.Value))
        {
            Messages.TellFinding(finding, language);
        }

        ImmutableArray<HistoryPoint> points;
        try
        {
            points = Progress.During("Counting and filling seats", () => ElectionHistory.Of(elections, book.Value, question));
        }
        catch (KeyNotFoundException e)
        {
            throw new UsageException(e.Message);
        }

        if (points.IsEmpty)
        {
            Messages.Tell(new Wording(language).Say("history.nothing"));
            return ExitCode.NotEnoughData;
        }

        HistoryTables.Write(points, format, language, answer);
        return ExitCode.Clean;
    }
}
