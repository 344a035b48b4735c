using System.CommandLine;
using Spectre.Console;
using Urna.Store.Ledger;

namespace Urna.Cli.Verbs;

/// <summary><c>urna diff</c>: what changed between two snapshots of a count.</summary>
static class DiffVerb
{
    const int Shown = 20;

    public static Command Command()
    {
        var election = Options.Election();
        var from = new Argument<string>("A");
        var to = new Argument<string>("B");
        var format = Options.Format();
        var output = Options.Output();
        var command = new Command("diff") { election, from, to, format, output };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(election), parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(format), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(string path, string from, string to, Format format, Answer answer)
    {
        using var ledger = Opened.LedgerAndElection(path).Ledger;
        var difference = ledger.Compare(Opened.Snapshot(ledger, from), Opened.Snapshot(ledger, to));
        switch (format)
        {
            case Format.Json:
                answer.JsonArray([LedgerAnswers.Of(difference)]);
                break;
            case Format.Csv:
                answer.Csv(
                    ["contest", "place", "change", "choice", "before", "after"],
                    difference.Units.Select(u => new object?[] { u.Contest, u.Place, u.Change, u.Choice, u.Before, u.After }));
                break;
            default:
                answer.Render(Lines(difference));
                break;
        }

        return ExitCode.Clean;
    }

    static IEnumerable<Spectre.Console.Rendering.IRenderable> Lines(LedgerDifference difference)
    {
        yield return new Text($"From snapshot {Name(difference.From)} to {Name(difference.To)}\n");
        foreach (var contest in difference.Choices.GroupBy(c => c.Contest))
        {
            var units = difference.Units.Where(u => u.Contest == contest.Key).ToList();
            var changed = units.Where(u => u.Choice.Length > 0).ToList();
            var corrected = changed.Where(u => u.Change == "corrected").ToList();
            yield return new Text(
                $"{contest.Key}: {units.Count(u => u.Change == "came" && u.Choice.Length == 0)} units came, {units.Count(u => u.Change == "went")} went, {corrected.DistinctBy(u => u.Place).Count()} were corrected\n");
            foreach (var choice in contest.Where(c => c.Before != c.After))
            {
                yield return new Text($"  {choice.Choice}: {choice.Before} → {choice.After} ({choice.After - choice.Before:+0;-0})\n");
            }

            foreach (var unit in changed.Take(Shown))
            {
                yield return new Text($"  {unit.Change} {unit.Place}, {unit.Choice}: {unit.Before?.ToString() ?? "none"} → {unit.After?.ToString() ?? "none"}\n");
            }

            if (changed.Count > Shown)
            {
                yield return new Text($"  … and {changed.Count - Shown} changes more (--format csv lists all)\n");
            }
        }
    }

    static string Name(Snapshot snapshot) => snapshot.AsOf.Length > 0 ? $"{snapshot.Number} ({snapshot.AsOf})" : $"{snapshot.Number}";
}
