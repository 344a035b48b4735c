using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Urna.Model;

namespace Urna.Cli;

/// <summary>What is told of an option that was given a value it does not take: the option, the value, and what it takes.</summary>
static partial class OptionErrors
{
    /// <summary>An error of the command line, for people.</summary>
    public static string Of(ParseError error)
    {
        var result = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
        if (result is null || IsTold(error.Message, result.Option.Name))
        {
            return Translated(error.Message);
        }

        return result.Tokens.Count == 0
            ? Catalogue.Say("option.needs-a-value", Messages.Language, ("option", result.Option.Name), ("allowed", Allowed(result.Option)))
            : Catalogue.Say(
                "option.not-allowed", Messages.Language, ("value", string.Join(' ', result.Tokens.Select(t => t.Value))), ("option", result.Option.Name),
                ("allowed", Allowed(result.Option)));
    }

    /// <summary>What the parser says, which knows English only.</summary>
    static string Translated(string message) =>
        Missing().Match(message) is { Success: true } missing
            ? Catalogue.Say("option.argument-missing", Messages.Language, ("argument", missing.Groups["what"].Value), ("verb", missing.Groups["verb"].Value))
        : Unrecognised().Match(message) is { Success: true } unknown ? Catalogue.Say("option.unrecognised", Messages.Language, ("word", unknown.Groups["what"].Value))
        : Required().Match(message) is { Success: true } needed ? Catalogue.Say("option.is-required", Messages.Language, ("option", needed.Groups["what"].Value))
        : message;

    [GeneratedRegex(@"^Required argument '?(?<what>[^']+)'? missing for command: '(?<verb>[^']+)'\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^Unrecognized command or argument '(?<what>[^']*)'\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unrecognised();

    [GeneratedRegex(@"^Option '(?<what>[^']+)' is required\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Required();

    static bool IsTold(string message, string option) =>
        message.Contains($" {option}", StringComparison.Ordinal) && message.Contains(Catalogue.Say("option.allowed", Messages.Language), StringComparison.Ordinal);

    /// <summary>What an option takes: its words, or the kind of its value.</summary>
    static string Allowed(Option option)
    {
        var words = option.GetCompletions(CompletionContext.Empty).Select(c => c.Label).Where(l => !l.StartsWith('-')).ToList();
        var type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        return words.Count > 0 && type == typeof(string) ? string.Join(", ", words)
            : option.HelpName is { } name && name.Contains('|', StringComparison.Ordinal) ? string.Join(", ", name.Split('|'))
            : type == typeof(int) || type == typeof(long) || type == typeof(ulong) || type == typeof(uint) ? Catalogue.Say("option.a-whole-number", Messages.Language, ("name", option.HelpName ?? "N"))
            : type == typeof(double) ? Catalogue.Say("option.a-number", Messages.Language, ("name", option.HelpName ?? "X"))
            : type == typeof(bool) ? Catalogue.Say("option.nothing-true-or-false", Messages.Language)
            : option.HelpName ?? Catalogue.Say("option.one-value", Messages.Language);
    }
}
