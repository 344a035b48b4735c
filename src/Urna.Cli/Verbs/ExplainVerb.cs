using System.CommandLine;
using Spectre.Console;
using Urna.Model;
using Urna.Report;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna explain</c>: what a code of a finding means, with an example and what to do.</summary>
static class ExplainVerb
{
    public static Command Command()
    {
        var code = new Argument<string>("CODE");
        var language = Options.Language();
        var command = new Command("explain") { code, language };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(code).ToUpperInvariant(), parsed.GetValue(language)));
        return command;
    }

    static int Run(string code, Language language)
    {
        if (Codes.All.FirstOrDefault(c => c.Code == code) is not { } meaning)
        {
            throw new UsageException(LocalizedText.Say(
                "explain.is-not-a-code-of-a", ("code", code), ("code2", Codes.All[0].Code), ("code3", Codes.All[^1].Code)));
        }

        new Answer(null).Render(new Text(Section(code) ?? $"{code} {meaning.Title.In(language)} ({FindingWords.Of(meaning.Severity, language)})\n"));
        return ExitCode.Clean;
    }

    /// <summary>The section of the guide that ships beside the program.</summary>
    static string? Section(string code)
    {
        var guide = Path.Combine(AppContext.BaseDirectory, "docs", "findings.md");
        if (!File.Exists(guide))
        {
            return null;
        }

        var lines = File.ReadLines(guide).SkipWhile(l => !l.StartsWith($"## {code} ", StringComparison.Ordinal)).ToList();
        var section = lines.Take(1).Concat(lines.Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)));
        var text = string.Join('\n', section).TrimStart('#', ' ').TrimEnd();
        return text.Length > 0 ? text.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal) + "\n" : null;
    }
}
