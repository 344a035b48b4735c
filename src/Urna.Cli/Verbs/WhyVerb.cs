using System.CommandLine;
using Spectre.Console;
using Urna.Model;
using Urna.Store.Elections;
using Urna.Store.Ledger;

namespace Urna.Cli.Verbs;

/// <summary><c>urna why</c>: from a figure back to the rows of official files that made it.</summary>
static class WhyVerb
{
    const int Shown = 20;

    public static Command Command()
    {
        var election = Options.Election();
        var place = new Argument<string>("PLACE") { Description = "a place of the election, by its id" };
        var choice = new Argument<string>("CHOICE") { Description = "a choice, or a count such as registered or blank" };
        var contest = Options.Contest();
        var snapshot = new Option<string>("--as-of") { Description = "the snapshot: its moment or number", HelpName = "TIME", DefaultValueFactory = _ => "latest" };
        var format = Options.Format();
        var output = Options.Output();
        var command = new Command("why", "Walk from a figure back to the file, sheet and row that it comes from.") { election, place, choice, contest, snapshot, format, output };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(election), parsed.GetRequiredValue(place), parsed.GetRequiredValue(choice), parsed.GetValue(contest), parsed.GetValue(snapshot)!,
            parsed.GetValue(format), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(string path, string place, string choice, string? contest, string snapshot, Format format, Answer answer)
    {
        var ledger = Opened.Ledger(path);
        var read = ElectionFolder.Read(path);
        if (read.Value is not { } election)
        {
            Messages.TellFaults(path, read.Findings);
            return ExitCode.Unreadable;
        }

        if (!election.Places.Contains(place))
        {
            throw new UsageException($"'{election.Id}' has no place '{place}'.");
        }

        var found = Opened.Snapshot(ledger, snapshot);
        var units = Below(election.Places, place).ToList();
        var sources = ledger.Why(found.Number, units, choice, contest);
        switch (format)
        {
            case Format.Json:
                answer.Json(sources);
                break;
            case Format.Csv:
                answer.Csv(
                    ["contest", "place", "choice", "votes", "file", "sha256", "sheet", "row"],
                    sources.Select(s => new object?[] { s.Contest, s.Place, s.Choice, s.Votes, s.File, s.Sha256, s.Sheet, s.Row }));
                break;
            default:
                answer.Render(Lines(place, choice, sources));
                break;
        }

        return sources.IsEmpty ? ExitCode.NotEnoughData : ExitCode.Clean;
    }

    static IEnumerable<string> Below(PlaceTree places, string id) => places.Children(id).SelectMany(c => Below(places, c.Id)).Prepend(id);

    static IEnumerable<Spectre.Console.Rendering.IRenderable> Lines(string place, string choice, System.Collections.Immutable.ImmutableArray<FigureSource> sources)
    {
        if (sources.IsEmpty)
        {
            yield return new Text($"No row of the ledger gives '{choice}' in '{place}'.\n");
        }

        foreach (var contest in sources.GroupBy(s => s.Contest))
        {
            yield return new Text($"{contest.Key}: '{choice}' in '{place}' is {contest.Sum(s => s.Votes)}, from {contest.Count()} rows\n");
            foreach (var file in contest.GroupBy(s => (s.File, s.Sha256, s.Sheet)))
            {
                yield return new Text($"  {file.Key.File}  ({file.Key.Sheet})  SHA-256 {file.Key.Sha256}\n");
                foreach (var source in file.Take(Shown))
                {
                    yield return new Text($"    row {source.Row}: {source.Place} = {source.Votes}\n");
                }

                if (file.Count() > Shown)
                {
                    yield return new Text($"    … and {file.Count() - Shown} rows more (--format csv lists all)\n");
                }
            }
        }
    }
}
