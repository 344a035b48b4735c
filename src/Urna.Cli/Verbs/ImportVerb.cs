using System.CommandLine;
using Urna.Store;
using Urna.Store.Import;

namespace Urna.Cli.Verbs;

/// <summary><c>urna import</c>: an official file becomes an election folder.</summary>
static class ImportVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "a CSV file of one row a unit (.gz is unpacked)" };
        var map = new Option<FileInfo>("--map") { Description = "the mapping that says what each column is", HelpName = "MAP.yaml", Required = true };
        var output = new Option<DirectoryInfo>("--output", "-o") { Description = "the election folder to write", HelpName = "ELECTION", Required = true };
        var force = new Option<bool>("--force") { Description = "replace a folder that urna did not write" };
        var command = new Command("import", "Turn an official file into an election folder, by a mapping.") { file, map, output, force };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file).FullName, parsed.GetRequiredValue(map).FullName, parsed.GetRequiredValue(output).FullName, parsed.GetValue(force)));
        return command;
    }

    static int Run(string file, string map, string folder, bool force)
    {
        if (OutputFolder.RefusalOf(folder, force, file, map) is { } refusal)
        {
            throw new UsageException(refusal);
        }

        var read = Progress.During($"Importing {Path.GetFileName(file)}", () => Importer.Import(file, map, folder));
        if (read.Value is not { } summary)
        {
            Messages.TellFaults(file, read.Findings);
            return ExitCode.Unreadable;
        }

        foreach (var finding in read.Findings)
        {
            Messages.Tell($"{finding.Code} {finding.Message}");
        }

        Messages.Tell($"{summary.Rows} units, {summary.Places} places and {summary.Figures} figures written to '{folder}'; {summary.EmptyCells} empty cells are missing, not zero.");
        return ExitCode.Clean;
    }
}
