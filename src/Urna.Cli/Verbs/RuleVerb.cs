using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;
using Urna.Contract;
using Urna.Model;
using Urna.Report;
using Urna.Store.Laws;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna rule</c>: the laws that ship, a law in words, and whether a law's file is sound.</summary>
static class RuleVerb
{
    public static Command Command() => new("rule") { List(), Show(), Check(), RuleStepsVerb.Command() };

    static Command List()
    {
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("list") { format, output, language };
        command.SetAction(parsed => List(parsed.GetValue(format), new Wording(parsed.GetValue(language)), new Answer(parsed.GetValue(output))));
        return command;
    }

    static Command Show()
    {
        var law = new Argument<string>("NAME|FILE");
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("show") { law, format, output, language };
        command.SetAction(parsed => Show(
            parsed.GetRequiredValue(law), parsed.GetValue(format), new Wording(parsed.GetValue(language)), new Answer(parsed.GetValue(output))));
        return command;
    }

    static Command Check()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("check") { files, format, output, language };
        command.SetAction(parsed => Check(
            parsed.GetRequiredValue(files), parsed.GetValue(format), new Wording(parsed.GetValue(language)), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int List(Format format, Wording words, Answer answer)
    {
        var laws = RuleLibrary.Shipped.Files.Select(f => (File: f, Read: LawKinds.Read(f))).ToList();
        var cards = laws.Select(l => l.Read.Value?.Card).OfType<LawCard>().OrderBy(c => c.Country, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => new LawCardJson(c.Name, c.Country, words.L(c.Title), words.L(c.Applies))).ToList();
        switch (format)
        {
            case Format.Json:
                answer.JsonArray(cards);
                break;
            case Format.Csv:
                answer.Csv(["name", "country", "title", "applies"], cards.Select(c => new object?[] { c.Name, c.Country, c.Title, c.Applies }));
                break;
            default:
                var table = new Table { Border = TableBorder.Simple };
                table.AddColumns(words.Say("term.law"), words.Say("term.country"), words.Say("term.title"), words.Say("term.applies"));
                foreach (var card in cards)
                {
                    table.AddRow(new[] { card.Name, card.Country, card.Title, card.Applies }.Select(Markup.Escape).ToArray());
                }

                answer.Render(table);
                break;
        }

        foreach (var (file, read) in laws.Where(l => l.Read.Value is null))
        {
            Messages.TellFaults(file, read.Findings);
        }

        return laws.TrueForAll(l => l.Read.Value is not null) ? ExitCode.Clean : ExitCode.Unreadable;
    }

    static int Show(string nameOrPath, Format format, Wording words, Answer answer)
    {
        if (format == Format.Csv)
        {
            throw new UsageException("a law has no csv form; allowed for --format: table, json.");
        }

        var file = RuleLibrary.Shipped.FindFile(nameOrPath);
        var read = file.Value is { } path ? LawKinds.Read(path) : new(null, file.Findings);
        if (read.Value is not { } law)
        {
            Messages.TellFaults(nameOrPath, read.Findings);
            return ExitCode.Unreadable;
        }

        if (format == Format.Json)
        {
            answer.Json(law.AsJson(words));
        }
        else
        {
            answer.Render(law.InWords(words));
        }

        return ExitCode.Clean;
    }

    static int Check(string[] files, Format format, Wording words, Answer answer)
    {
        var checkedFiles = files.Distinct().Select(f => (File: f, Findings: Findings(f))).ToList();
        var findings = checkedFiles.SelectMany(f => f.Findings).ToList();
        switch (format)
        {
            case Format.Json or Format.Csv:
                answer.Findings(findings, format);
                break;
            default:
                answer.Render(checkedFiles.SelectMany(f => Lines(f.File, f.Findings, words)).Select(line => new Text(line + "\n")));
                break;
        }

        return findings.Exists(f => f.Severity == Severity.Fault) ? ExitCode.Unreadable : ExitCode.Clean;
    }

    /// <summary>The findings of a file, under the name by which it was asked for.</summary>
    static ImmutableArray<Finding> Findings(string nameOrPath)
    {
        var file = RuleLibrary.Shipped.FindFile(nameOrPath);
        var findings = file.Value is { } path ? LawKinds.Check(path) : file.Findings;
        return [.. findings.OrderBy(f => f.Row).Select(f => f with { File = nameOrPath })];
    }

    static IEnumerable<string> Lines(string file, ImmutableArray<Finding> findings, Wording words)
    {
        yield return findings.IsEmpty
            ? words.Say("rule.no-faults", ("file", file))
            : words.Say("rule.fault", ("file", file), ("findings", findings.Length));
        foreach (var finding in findings)
        {
            var allowed = finding.Expected.Length == 0 ? "" : words.Say("rule.allowed", ("expected", FindingWords.Expected(finding, words.Language)));
            yield return $"  {finding.Code} {finding.Message}{allowed}";
        }
    }
}
