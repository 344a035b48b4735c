using System.CommandLine;
using Urna.Cli;
using Urna.Model;

Progress.Terminal = Console.Error;
Console.SetError(new VisibleWriter(Console.Error));
Messages.Heed(args);
var root = CommandTree.Root();
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
