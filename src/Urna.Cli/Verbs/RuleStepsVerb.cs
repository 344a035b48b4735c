using Urna.Model;
using System.CommandLine;
using Spectre.Console;
using Urna.Contract;
using Urna.Report;
using Urna.Store.Laws;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna rule steps</c>: what a law file may say, step by step and field by field.</summary>
static class RuleStepsVerb
{
    public static Command Command()
    {
        var step = new Argument<string?>("STEP") { Arity = ArgumentArity.ZeroOrOne };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("steps") { step, format, output, language };
        command.SetAction(parsed => Run(parsed.GetValue(step), parsed.GetValue(format), new Wording(parsed.GetValue(language)), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(string? name, Format format, Wording words, Answer answer)
    {
        var steps = StepCatalog.All.Where(s => name is null || s.Name == name).ToList();
        if (steps.Count == 0)
        {
            throw new UsageException(LocalizedText.Say(
                "rule-steps.is-no-step-of-a-law", ("name", name), ("among", Nearest.Among(name!, StepCatalog.All.Select(s => s.Name)))));
        }

        switch (format)
        {
            case Format.Json:
                answer.JsonArray(steps.Select(s => new LawStepJson(s.Name, s.Meaning, s.Fields.Select(f => new LawStepJson.Field(f.Name, f.IsNeeded, f.Values, f.Meaning)))));
                break;
            case Format.Csv:
                answer.Csv(
                    ["step", "field", "needed", "values", "meaning"],
                    steps.SelectMany(s => s.Fields.Select(f => new object?[] { s.Name, f.Name, f.IsNeeded, f.Values, f.Meaning })));
                break;
            default:
                answer.Render(steps.SelectMany(s => new Spectre.Console.Rendering.IRenderable[] { new Text($"{s.Name}: {s.Meaning}\n"), Fields(s, words) }));
                break;
        }

        return ExitCode.Clean;
    }

    static Table Fields(StepCard step, Wording words)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(words.Say("term.field"), words.Say("term.needed-2"), words.Say("term.values"), words.Say("term.meaning"));
        foreach (var field in step.Fields)
        {
            table.AddRow(new[] { field.Name, field.IsNeeded ? words.Say("term.yes") : "", field.Values, field.Meaning }.Select(Markup.Escape).ToArray());
        }

        return table;
    }
}
