using System.CommandLine;
using Spectre.Console;
using Urna.Model;
using Urna.Store;
using Urna.Store.Ledger;

namespace Urna.Cli.Verbs;

/// <summary><c>urna why</c>: from a figure back to the rows of official files that made it.</summary>
static class WhyVerb
{
    const int Shown = 20;
    const string Latest = "latest";

    public static Command Command()
    {
        var election = Options.Election();
        var place = new Argument<string>("PLACE");
        var choice = new Argument<string>("CHOICE");
        var contest = Options.Contest();
        var snapshot = new Option<string>("--as-of") { HelpName = "TIME", DefaultValueFactory = _ => Latest };
        var format = Options.Format();
        var output = Options.Output();
        var command = new Command("why") { election, place, choice, contest, snapshot, format, output };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(election), parsed.GetRequiredValue(place), parsed.GetRequiredValue(choice), parsed.GetValue(contest), parsed.GetValue(snapshot)!,
            parsed.GetValue(format), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(string path, string place, string choice, string? contest, string snapshot, Format format, Answer answer)
    {
        var opened = WorkspaceElection.At(path);
        if (Opened.Told(opened, Language.English) is not { Election: var election })
        {
            return ExitCode.Unreadable;
        }

        if (!election.Places.Contains(place))
        {
            throw new UsageException(LocalizedText.Say("why.has-no-place", ("election", election.Id), ("place", place)));
        }

        if (contest is not null && election.Contest(contest) is null)
        {
            throw new UsageException(LocalizedText.Say(
                "why.has-no-contest-it-has", ("election", election.Id), ("contest", contest),
                ("contests", string.Join(", ", election.Contests.Select(c => c.Id)))));
        }

        if (!opened.Ledger.Exists && !opened.HasChoice(choice))
        {
            throw new UsageException(LocalizedText.Say(
                "why.has-no-choice-besides-the-names", ("election", election.Id), ("choice", choice),
                ("toArray", string.Join(", ", ReportedCounts.ReservedChoices.ToArray()))));
        }

        using var ledger = snapshot == Latest && !opened.Ledger.Exists ? null : Opened.LedgerAndElection(path).Ledger;
        var sources = opened.Why(place, choice, contest, ledger is null ? null : Opened.Snapshot(ledger, snapshot));
        switch (format)
        {
            case Format.Json:
                answer.JsonArray(sources.Select(LedgerAnswers.Of));
                break;
            case Format.Csv:
                answer.Csv(
                    ["contest", "place", "choice", "votes", "file", "sha256", "sheet", "row", "sources"],
                    sources.Select(s => new object?[] { s.Contest, s.Place, s.Choice, s.Votes, s.File, s.Sha256, s.Sheet, s.Row, string.Join(' ', s.Sources) }));
                break;
            default:
                answer.Render(Lines(place, choice, sources, election));
                break;
        }

        return sources.IsEmpty ? ExitCode.NotEnoughData : ExitCode.Clean;
    }

    static IEnumerable<Spectre.Console.Rendering.IRenderable> Lines(string place, string choice, System.Collections.Immutable.ImmutableArray<FigureSource> sources, Election election)
    {
        if (sources.IsEmpty)
        {
            yield return new Text($"No row gives '{choice}' in '{place}'.\n");
        }

        foreach (var contest in sources.GroupBy(s => s.Contest))
        {
            yield return new Text($"{contest.Key}: '{choice}' in '{place}' is {contest.Sum(s => s.Votes)}, from {contest.Count()} rows\n");
            foreach (var file in contest.GroupBy(s => (s.File, s.Sha256, s.Sheet)))
            {
                yield return new Text($"  {file.Key.File}{(file.Key.Sheet.Length > 0 ? $"  ({file.Key.Sheet})" : "")}  SHA-256 {file.Key.Sha256}\n");
                foreach (var source in file.Take(Shown))
                {
                    yield return new Text($"    row {source.Row}: {source.Place} = {source.Votes}\n");
                }

                if (file.Count() > Shown)
                {
                    yield return new Text($"    … and {file.Count() - Shown} rows more (--format csv lists all)\n");
                }
            }

            foreach (var source in election.Sources.Where(s => contest.First().Sources.Contains(s.Id)))
            {
                var from = string.Join(", ", new[] { source.Publisher, source.Url }.OfType<string>());
                yield return new Text($"  source {source.Id}: {source.Title.English}{(from.Length > 0 ? $" ({from})" : "")}\n");
            }
        }
    }
}
