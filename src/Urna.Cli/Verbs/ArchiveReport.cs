using System.Collections.Immutable;
using Urna.History;
using Urna.Model;
using Urna.Report;
using Urna.Report.Archive;
using Urna.Store;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna report</c> of a folder of elections: a home over all, and the site of each in a folder of its own.</summary>
static class ArchiveReport
{
    const int MostPlaces = 60;

    public static async Task<int> Run(string path, OutputTarget target, SiteOptions options)
    {
        var workspace = Workspace.Open(path);
        var broken = Progress.During("Reading", () => workspace.Elections.AsParallel().AsOrdered().Where(e => e.Reckoning is null).ToList());
        foreach (var election in broken)
        {
            Messages.TellFaults(election.Path, election.Reading.Findings, options.Language);
        }

        if (workspace.History is not { Value: { } book })
        {
            Messages.TellFaults(path, workspace.History.Findings, options.Language);
            return ExitCode.Unreadable;
        }

        if (broken.Count > 0)
        {
            return ExitCode.Unreadable;
        }

        var files = new List<SiteFile>();
        var folders = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var election in workspace.Elections)
        {
            var claims = election.Claims is { } said ? workspace.Claims(said, election.Article) : null;
            if (claims is { Value: null })
            {
                Messages.TellFaults(election.Path, claims.Findings, options.Language);
                return ExitCode.Unreadable;
            }

            var account = Progress.During(election.Folder, () => Pipeline.Run(election.Reckoning!, claims?.Value));
            if (account.Findings.Any(f => f.Severity == Severity.Fault))
            {
                Messages.TellFaults(election.Path, account.Findings, options.Language);
                return ExitCode.Unreadable;
            }

            folders[account.Election.Id] = election.Folder;
            files.AddRange((await Site.RenderAsync(account, Flows.Of(account), options)).Select(f => f with { Path = $"{election.Folder}/{f.Path}" }));
        }

        var all = Progress.During("All elections together", () => ArchiveAccount.Of([.. workspace.Elections.Select(e => e.Reckoning!)], book, MostPlaces));
        var home = await ArchiveSite.RenderAsync(all, options, folders.ToImmutable());
        OutputFolder.Write(target, home.Concat(files).Select(f => (f.Path, (IEnumerable<string>)[f.Content])));
        Messages.Tell(LocalizedText.Say("report.files-written-open-in-a-browser", ("files", home.Length + files.Count), ("combine", Path.Combine(target.Path, "index.html"))));
        return ExitCode.Clean;
    }
}
