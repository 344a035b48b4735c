using System.Collections.Immutable;
using System.CommandLine;
using System.Reflection;
using Urna.Judge;
using Urna.Model;
using Urna.Report;
using Urna.Store;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna report</c>: the whole chain, as a site that opens from disk.</summary>
static class ReportVerb
{
    public static Command Command()
    {
        var election = Options.Election();
        var output = new Option<DirectoryInfo>("--output", "-o") { Description = "the folder to write; open its index.html in a browser", HelpName = "DIR", Required = true };
        var force = new Option<bool>("--force") { Description = "replace a folder that urna did not write" };
        var article = ClaimsInput.ArticleOption();
        var language = Options.Language();
        var command = new Command("report", "Tell the whole election as a site that opens from disk: results, seats, flows, data quality, sources.")
        {
            election, article, output, force, language,
        };
        command.SetAction((parsed, _) => Run(
            parsed.GetRequiredValue(election), parsed.GetValue(article), parsed.GetRequiredValue(output).FullName, parsed.GetValue(force), parsed.GetValue(language)));
        return command;
    }

    static async Task<int> Run(string path, FileInfo? article, string folder, bool force, Language language)
    {
        if (OutputFolder.RefusalOf(folder, force, path) is { } refusal)
        {
            throw new UsageException(refusal);
        }

        if (Progress.During("Reading", () => ElectionInput.ReadOrTell(path, language)) is not { Election: var election, Rules: var rules, Quorums: var quorums })
        {
            return ExitCode.Unreadable;
        }

        var account = Progress.During("Counting, filling seats, estimating", () => Pipeline.Run(election, rules, quorums));
        if (account.Findings.Any(f => f.Severity == Severity.Fault))
        {
            Messages.TellFaults(path, account.Findings, language);
            return ExitCode.Unreadable;
        }

        var claims = ClaimsInput.Beside(path, article);
        if (claims is { Value: null })
        {
            Messages.TellFaults(path, claims.Findings, language);
            return ExitCode.Unreadable;
        }

        var options = new SiteOptions(language, Version())
        {
            ClaimsTitle = claims?.Value.Title,
            Article = claims?.Value.Article,
            Citation = claims?.Value.Citation,
            Reviewer = claims?.Value.Reviewer,
            Judgements = claims is null ? [] : Progress.During("Judging claims", () => claims.Value.Claims.Select(c => ClaimJudge.Of(c, claims.Value.Store)).ToImmutableArray()),
        };
        var files = await Site.RenderAsync(account, Flows.Of(account), options);
        OutputFolder.Write(folder, files.Select(f => (f.Path, (IEnumerable<string>)[f.Content])));
        Messages.Tell($"{files.Length} files written; open {Path.Combine(folder, "index.html")} in a browser.");
        return ExitCode.Clean;
    }

    static string Version() => typeof(ReportVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
