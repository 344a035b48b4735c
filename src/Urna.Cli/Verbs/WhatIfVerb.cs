using System.Collections.Immutable;
using System.CommandLine;
using Urna.Allocate.Account;
using Urna.Contract;
using Urna.Model;
using Urna.Report;
using Urna.Scenarios;
using Urna.Scenarios.Changes;
using Urna.Scenarios.Goals;
using Urna.Store.Scenarios;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna whatif</c>: other laws, pacts, districts and votes, and what it would have taken.</summary>
static class WhatIfVerb
{
    sealed record Request(
        string Election, string? File, string? Contest, ImmutableArray<ScenarioOptions.Given> Given, string? Find, ImmutableArray<string> With, string? From, bool Explain, Format Format, Language Language);

    public static Command Command()
    {
        var election = Options.Election();
        var file = new Argument<string?>("SCENARIOS") { Arity = ArgumentArity.ZeroOrOne };
        var contest = Options.Contest();
        var find = new Option<string?>("--find") { HelpName = "GOAL" };
        var with = new Option<string[]>("--with") { HelpName = "LIST", DefaultValueFactory = _ => [] };
        var from = new Option<string?>("--from") { HelpName = "LIST" };
        var explain = new Option<bool>("--explain");
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("whatif") { election, file, contest };
        foreach (var option in WhatIfOptions.All.Concat([find, with, from, explain, format, output, language]))
        {
            command.Add(option);
        }

        command.SetAction(parsed => Run(
            new Request(
                parsed.GetRequiredValue(election),
                parsed.GetValue(file),
                parsed.GetValue(contest),
                WhatIfOptions.In(parsed),
                parsed.GetValue(find),
                [.. parsed.GetValue(with)!],
                parsed.GetValue(from),
                parsed.GetValue(explain),
                parsed.GetValue(format),
                parsed.GetValue(language)),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(Request request, Answer answer)
    {
        if (request.File is not null && !request.Given.IsEmpty)
        {
            throw new UsageException($"give either a file of scenarios, or the options of one ({request.Given[0].Option}).");
        }

        if (Opened.Election(request.Election, request.Language) is not { } reckoning)
        {
            return ExitCode.Unreadable;
        }

        var read = request.File is { } path ? ScenariosFile.Read(path, request.Election) : null;
        if (read is { Value: null })
        {
            Messages.TellFaults(request.File!, read.Findings, request.Language);
            return ExitCode.Unreadable;
        }

        var contest = ContestOf(request, reckoning, read?.Value);
        var counted = ScenarioInput.Of(reckoning, contest) ?? throw new UsageException($"'{contest.Id}' names no law that fills seats.");
        ImmutableArray<ReadScenario> scenarios = read?.Value?.For(contest.Id)
            ?? (ScenarioOptions.Scenario(request.Given, counted) is { } one ? [new(one, null, "", 1, ImmutableDictionary<string, ImmutableArray<int>>.Empty)] : []);
        if (scenarios.IsEmpty && request.Find is null)
        {
            throw new UsageException(request.File is null ? "give a file of scenarios, the options of one, or --find." : $"'{request.File}' has no scenario of '{contest.Id}'.");
        }

        var goal = ScenarioOptions.Goal(request.Find, request.With, request.From, counted, reckoning);
        var (outcomes, faults) = WhatIf.Of(counted, [.. scenarios.Select(s => s.Scenario)], goal);
        return faults.IsEmpty ? Tell(request, answer, scenarios, outcomes) : Refuse(request, scenarios, faults);
    }

    static Contest ContestOf(Request request, Reckoning reckoning, ScenarioSet? scenarios)
    {
        var named = request.Contest ?? (scenarios?.Scenarios.Select(s => s.Contest).Distinct().ToList() is [{ } only] ? only : null);
        var filled = reckoning.Election.Contests.Where(c => reckoning.LawOf(c) is not null).ToList();
        return named is null && filled is [var one] ? one
            : named is null ? throw new UsageException($"give --contest; '{reckoning.Election.Id}' fills seats in {string.Join(", ", filled.Select(c => c.Id))}.")
            : Opened.Contests(reckoning.Election, named)[0];
    }

    /// <summary>Tells all that keeps scenarios from being: of a file with its lines, of options with theirs.</summary>
    static int Refuse(Request request, ImmutableArray<ReadScenario> scenarios, ImmutableArray<(string Scenario, ScenarioFault Fault)> faults)
    {
        if (request.File is { } file && faults.All(f => scenarios.Any(s => s.Scenario.Id == f.Scenario) && f.Fault.Field is not ("find" or "with" or "from")))
        {
            Messages.TellFaults(file, faults.Select(f => scenarios.First(s => s.Scenario.Id == f.Scenario).Locate(f.Fault)), request.Language);
            return ExitCode.Unreadable;
        }

        foreach (var (_, fault) in faults.DistinctBy(f => f.Fault))
        {
            Messages.Tell($"--{fault.Field}: {FindingWords.Of(fault.Finding, request.Language)}");
        }

        return ExitCode.WrongUsage;
    }

    static int Tell(Request request, Answer answer, ImmutableArray<ReadScenario> scenarios, ImmutableArray<ScenarioOutcome> outcomes)
    {
        if (outcomes.FirstOrDefault(o => !o.Allocation.Faults.IsEmpty) is { } refused)
        {
            Messages.TellFaults($"{refused.Scenario.Id} ({refused.Allocation.Rule.Name})", refused.Allocation.Faults, request.Language);
            return scenarios.IsEmpty || request.File is not null ? ExitCode.Unreadable : ExitCode.WrongUsage;
        }

        var english = new Wording(Language.English);
        switch (request.Format)
        {
            case Format.Json:
                answer.JsonArray(outcomes.Select(o => WhatIfJson.Of(o, r => ScenarioWords.Because(r, english), request.Explain)));
                break;
            case Format.Csv:
                answer.Csv(["scenario", "district", "change", "list", "party", "candidate", "votes", "basis"], WhatIfTables.Rows(outcomes));
                break;
            default:
                answer.Render(WhatIfTables.Of(outcomes, request.Language));
                break;
        }

        foreach (var outcome in outcomes)
        {
            Messages.TellWarnings(outcome.Contest.Notes, request.Language);
        }

        if (outcomes.Any(o => o.Draws is not null) && request.Given.Any(g => g.Option == "--draws") && !request.Given.Any(g => g.Option is "--deviation" or "--poll"))
        {
            Messages.Tell(new Wording(request.Language).Say("scenario.default-deviations", ("list", $"{ScenarioOptions.ListDeviation}"), ("district", $"{ScenarioOptions.DistrictDeviation}")));
        }

        return outcomes.Any(o => o.Allocation.Outcome is Outcome.Tie) ? ExitCode.BadNews
            : outcomes.Any(o => o.Allocation.Outcome is Outcome.Incomplete) ? ExitCode.NotEnoughData : ExitCode.Clean;
    }
}
