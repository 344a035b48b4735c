using System.CommandLine;
using Urna.Model;
using Urna.Store;
using Urna.Web.Live;

namespace Urna.Cli.Verbs;

/// <summary><c>urna publish</c>: all pages of elections as files for any host.</summary>
static class PublishVerb
{
    public static Command Command()
    {
        var election = Options.Election();
        var output = new Option<DirectoryInfo>("--output", "-o") { HelpName = "DIR", Required = true };
        var force = new Option<bool>("--force");
        var language = Options.Language();
        var command = new Command("publish") { election, output, force, language };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(election), parsed.GetRequiredValue(output).FullName, parsed.GetValue(force), parsed.GetValue(language)));
        return command;
    }

    static int Run(string path, string folder, bool force, Language language)
    {
        var target = new OutputTarget(folder, OutputKind.Report) { Force = force, Waiting = () => Messages.Tell(LocalizedText.Say("report.another-urna-is-writing-waiting-for", ("folder", folder))) };
        if (OutputFolder.RefusalOf(target, path) is { } refusal)
        {
            throw new UsageException(refusal);
        }

        var publication = Publication.Open(ShippedElections.Resolve(path));
        var faults = publication.Faults;
        foreach (var (election, findings) in faults)
        {
            Messages.TellFaults(election, findings, language);
        }

        if (!faults.IsEmpty)
        {
            return ExitCode.Unreadable;
        }

        var files = 0;
        OutputFolder.Write(target, publication.Files(language, ReportVerb.Version(), Messages.Tell).Select(f =>
        {
            files++;
            return (f.Path, (IEnumerable<string>)[f.Content]);
        }));
        Messages.Tell(LocalizedText.Say("report.files-written-open-in-a-browser", ("files", files), ("combine", Path.Combine(folder, "index.html"))));
        return ExitCode.Clean;
    }
}
