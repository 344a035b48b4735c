using System.CommandLine;
using System.Reflection;
using Urna.Model;
using Urna.Report;
using Urna.Store;
using Urna.Store.Scenarios;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna report</c>: the whole chain, as a site that opens from disk.</summary>
static class ReportVerb
{
    public static Command Command()
    {
        var election = Options.Election();
        var output = new Option<DirectoryInfo>("--output", "-o") { HelpName = "DIR", Required = true };
        var force = new Option<bool>("--force");
        var article = Options.Article();
        var check = new Option<bool>("--check");
        var language = Options.Language();
        var command = new Command("report")
        {
            election, article, check, output, force, language,
        };
        command.SetAction((parsed, _) => Run(
            parsed.GetRequiredValue(election), parsed.GetValue(article), parsed.GetValue(check), parsed.GetRequiredValue(output).FullName, parsed.GetValue(force), parsed.GetValue(language)));
        return command;
    }

    /// <summary>Writes the report of an election, or of all elections of a folder.</summary>
    public static async Task<int> Run(string path, FileInfo? article, bool check, string folder, bool force, Language language)
    {
        var target = new OutputTarget(folder, OutputKind.Report) { Force = force, Waiting = () => Messages.Tell(LocalizedText.Say(
            "report.another-urna-is-writing-waiting-for", ("folder", folder))) };
        if (OutputFolder.RefusalOf(target, [path, .. article is null ? [] : new[] { article.FullName }]) is { } refusal)
        {
            throw new UsageException(refusal);
        }

        if (Workspace.HoldsElections(path))
        {
            return await ArchiveReport.Run(path, target, new SiteOptions(language, Version()));
        }

        var (workspace, own) = Workspace.Around(path);
        if (Progress.During("Reading", () => Opened.Told(own, language)) is not { } reckoning)
        {
            return ExitCode.Unreadable;
        }

        var isChecked = check && (article ?? (own.Article is { } beside ? new FileInfo(beside) : null)) is { } text
            ? Progress.During("Drafting claims", () => ArticleDrafts.Of(text, workspace, own.Folder, path, language)?.Claims()) : null;
        if (check && isChecked is null)
        {
            return article is null && own.Article is null ? throw new UsageException("--check needs an article: name it with --article.") : ExitCode.Unreadable;
        }

        var claims = isChecked is not null ? new(isChecked, []) : own.Claims is { } said ? Progress.During("Reading claims", () => workspace.Claims(said, article?.FullName ?? own.Article)) : null;
        if (claims is { Value: null })
        {
            Messages.TellFaults(path, claims.Findings, language);
            return ExitCode.Unreadable;
        }

        var account = Progress.During("Counting, filling seats, estimating, judging", () => Pipeline.Run(reckoning, claims?.Value));
        if (account.Findings.Any(f => f.Severity == Severity.Fault))
        {
            Messages.TellFaults(path, account.Findings, language);
            return ExitCode.Unreadable;
        }

        if (own.Scenarios is { } scenarios)
        {
            var asked = Progress.During("Counting scenarios", () => ElectionScenarios.Of(scenarios, own.Path, reckoning));
            if (asked.Value is null)
            {
                Messages.TellFaults(scenarios, asked.Findings, language);
                return ExitCode.Unreadable;
            }

            account = account with { Scenarios = asked.Value };
        }

        var files = await Site.RenderAsync(account, Flows.Of(account), new SiteOptions(language, Version()));
        OutputFolder.Write(target, files.Select(f => (f.Path, (IEnumerable<string>)[f.Content])));
        Messages.Tell(LocalizedText.Say(
            "report.files-written-open-in-a-browser", ("files", files.Length), ("combine", Path.Combine(folder, "index.html"))));
        return ExitCode.Clean;
    }

    public static string Version() => typeof(ReportVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
