using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;
using Urna.Count;
using Urna.Model;
using Urna.Report;
using Urna.Contract;

namespace Urna.Cli.Verbs;

/// <summary><c>urna count</c>: votes at any level of the places.</summary>
static class CountVerb
{
    const int MostColumns = 12;

    public static Command Command()
    {
        var election = Options.Election();
        var contest = Options.Contest();
        var by = new Option<string?>("--by") { HelpName = "LEVEL" };
        var without = new Option<string[]>("--without") { HelpName = "PLACE", DefaultValueFactory = _ => [] };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("count") { election, contest, by, without, format, output, language };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(election),
            parsed.GetValue(contest),
            parsed.GetValue(by),
            [.. parsed.GetValue(without)!],
            parsed.GetValue(format),
            parsed.GetValue(language),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(string path, string? contest, string? by, ImmutableArray<string> without, Format format, Language language, Answer answer)
    {
        if (Opened.Election(path, language) is not { Election: var election } reckoning)
        {
            return ExitCode.Unreadable;
        }

        RequirePlaces(election, by, without);
        var contests = Opened.Contests(election, contest);
        foreach (var counted in contests)
        {
            Messages.TellDisagreement(path, counted, reckoning, language);
        }

        var named = format == Format.Table ? contests.Select(c => c.In(language)) : contests;
        var counts = named.Select(c => Tabulate.Rows(election, c, by, without, language)).ToList();
        foreach (var alone in contests.Where((_, i) => by == Tabulate.VotersLevel && counts[i].IsEmpty))
        {
            Messages.Tell(LocalizedText.Say("count.in-the-ballots-of-all-voters", ("alone", alone.Id)).In(language));
        }

        switch (format)
        {
            case Format.Json:
                answer.JsonArray(counts.SelectMany(c => c).Select(CountJson.Of));
                break;
            case Format.Csv:
                answer.Csv(["contest", "place", "name", "level", "choice", "votes"], counts.SelectMany(c => c).SelectMany(Long));
                break;
            default:
                answer.Render(counts.Where(c => !c.IsEmpty).SelectMany(c => Table(election, c, by is null, without, language)));
                break;
        }

        return ExitCode.Clean;
    }

    static void RequirePlaces(Election election, string? by, ImmutableArray<string> without)
    {
        var levels = Tabulate.LevelsOf(election.Places);
        if (by is not null && !levels.Contains(by))
        {
            throw new UsageException(LocalizedText.Say(
                "count.has-no-level-it-has", ("election", election.Id), ("by", by), ("levels", string.Join(", ", levels))));
        }

        foreach (var place in without.Where(p => !election.Places.Contains(p)))
        {
            throw new UsageException(LocalizedText.Say("why.has-no-place", ("election", election.Id), ("place", place)));
        }
    }

    static IEnumerable<object?[]> Long(Tabulation t)
    {
        var count = CountJson.Of(t);
        (string Choice, long? Votes)[] totals =
        [
            ("registered", count.Registered), ("cast", count.Cast), ("valid", count.Valid), ("blank", count.Blank), ("null", count.Null),
        ];
        return totals.Concat(count.Choices.Select(c => (c.Choice, c.Votes)))
            .Select(c => new object?[] { count.Contest, count.Place, count.Name, count.Level, c.Choice, c.Votes });
    }

    static IEnumerable<Spectre.Console.Rendering.IRenderable> Table(
        Election election, ImmutableArray<Tabulation> counts, bool whole, ImmutableArray<string> without, Language language)
    {
        var scope = without.IsEmpty ? "" : LocalizedText.Say("count.without").In(language) + string.Join(", ", without.Select(p => election.Places[p].Name));
        return whole
            ? CountTables.OfOnePlace(election, counts[0], scope, language)
            : CountTables.ByPlace(election, counts, Tabulate.Whole(counts[0].Contest, election.Places, without), scope, MostColumns, language);
    }
}
