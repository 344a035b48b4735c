using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;
using Urna.Model;
using Urna.Report;
using Urna.Contract;
using Urna.Store;
using Urna.Store.Elections;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna validate</c>: findings with permanent codes.</summary>
static class ValidateVerb
{
    const int Examples = 5;

    public static Command Command()
    {
        var input = new Argument<string>("ELECTION|FILE");
        var failOn = new Option<Severity>("--fail-on")
        {
            DefaultValueFactory = _ => Severity.Error,
            HelpName = "info|warning|error",
        };
        failOn.AcceptOnlyFromAmong("info", "warning", "error");
        var examples = new Option<int>("--max-examples") { HelpName = "N", DefaultValueFactory = _ => Examples };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("validate") { input, failOn, examples, format, output, language };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(input), parsed.GetValue(failOn), Math.Max(0, parsed.GetValue(examples)), parsed.GetValue(format), parsed.GetValue(language), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(string path, Severity failOn, int examples, Format format, Language language, Answer answer)
    {
        var findings = Find(path);
        switch (format)
        {
            case Format.Json or Format.Csv:
                answer.Findings(findings, format);
                break;
            default:
                answer.Render(Table(findings, examples, language));
                break;
        }

        return findings.Any(f => f.Severity == Severity.Fault) ? ExitCode.Unreadable
            : findings.Any(f => f.Severity >= failOn) ? ExitCode.BadNews
            : ExitCode.Clean;
    }

    static ImmutableArray<Finding> Find(string path)
    {
        if (File.Exists(path) && Path.GetFileName(path) != ElectionFolder.FileName)
        {
            return VotesFile.Check(path);
        }

        return WorkspaceElection.At(path).Check();
    }

    /// <summary>The findings by code, with the first examples of each.</summary>
    static IEnumerable<Spectre.Console.Rendering.IRenderable> Table(ImmutableArray<Finding> findings, int examples, Language language)
    {
        var words = new Wording(language);
        if (findings.IsEmpty)
        {
            yield return new Text(words.Say("validate.no-findings") + "\n");
            yield break;
        }

        foreach (var code in findings.GroupBy(f => f.Code).OrderByDescending(g => g.First().Severity).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var severity = FindingWords.Of(code.First().Severity, language);
            yield return new Text($"{code.Key}  {severity}  {Codes.Of(code.Key).Title.In(language)}  ({code.Count()})\n");
            foreach (var finding in code.Take(examples))
            {
                var where = finding.Row is { } row ? $"{finding.File}:{row}  " : finding.File.Length > 0 ? $"{finding.File}  " : "";
                yield return new Text($"      {where}{FindingWords.Sentence(finding, language)}\n");
            }

            if (code.Count() > examples)
            {
                yield return new Text(words.Say("validate.and-more-format-json-lists-all", ("code", code.Count() - examples)));
            }
        }
    }
}
