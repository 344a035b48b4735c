using System.CommandLine;
using Urna.Cli;
using Urna.Cli.Verbs;
using Urna.Model;

Progress.Terminal = Console.Error;
Console.SetError(new VisibleWriter(Console.Error));
Messages.Heed(args);
var root = new RootCommand(Help.Root);
foreach (var verb in new[] { ReportVerb.Command(), ValidateVerb.Command(), CountVerb.Command(), HistoryVerb.Command(), SeatsVerb.Command(), PowerVerb.Command(), InferVerb.Command(), NightVerb.Command(), AuditVerb.Command(), ClaimsVerb.Command(), ImportVerb.Command(), WhyVerb.Command(), DiffVerb.Command(), ExportVerb.Command(), ExplainVerb.Command(), RuleVerb.Command(), McpVerb.Command(), WhatIfVerb.Command(), ServeVerb.Command(), PublishVerb.Command() })
{
    root.Add(verb);
}

SpeakAll(root);
Help.TeachWithExamples(root);
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine($"urna: {OptionErrors.Of(error)}");
    }

    Console.Error.WriteLine(Catalogue.Say("option.try-help", Messages.Language, ("verb", Help.PathOf(parsed.CommandResult))));
    return ExitCode.WrongUsage;
}

// No verb replaces what it reads.
using var read = Urna.Store.Folders.FilesRead.Watch();
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is UsageException or Urna.Store.Scenarios.ScenarioRefusedException)
{
    Console.Error.WriteLine($"urna: {e.Message}");
    return ExitCode.WrongUsage;
}
catch (InvalidDataException e)
{
    Console.Error.WriteLine($"urna: {e.Message}");
    return ExitCode.Unreadable;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    // Inputs tell their own faults, so this is a place that cannot be written.
    Console.Error.WriteLine($"urna: {e.Message}");
    return ExitCode.WrongUsage;
}

// Each verb takes the reader's language, if only for what it tells beside its answer.
static void SpeakAll(Command command)
{
    if (command.Subcommands.Count == 0 && command.Options.All(o => o.Name != "--lang"))
    {
        command.Add(Options.Language());
    }

    foreach (var part in command.Subcommands)
    {
        SpeakAll(part);
    }
}
