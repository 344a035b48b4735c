using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace Urna.Cli;

/// <summary>What is told of an option that was given a value it does not take: the option, the value, and what it takes.</summary>
static class OptionErrors
{
    /// <summary>An error of the command line, for people.</summary>
    public static string Of(ParseError error)
    {
        var result = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
        if (result is null || IsTold(error.Message, result.Option.Name))
        {
            return error.Message;
        }

        return result.Tokens.Count == 0
            ? $"{result.Option.Name} needs a value: {Allowed(result.Option)}."
            : $"'{string.Join(' ', result.Tokens.Select(t => t.Value))}' is not allowed for {result.Option.Name}; allowed: {Allowed(result.Option)}.";
    }

    static bool IsTold(string message, string option) => message.Contains($"{option};", StringComparison.Ordinal) && message.Contains("allowed: ", StringComparison.Ordinal);

    /// <summary>What an option takes: its words, or the kind of its value.</summary>
    static string Allowed(Option option)
    {
        var words = option.GetCompletions(CompletionContext.Empty).Select(c => c.Label).Where(l => !l.StartsWith('-')).ToList();
        var type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        return words.Count > 0 && type == typeof(string) ? string.Join(", ", words)
            : option.HelpName is { } name && name.Contains('|', StringComparison.Ordinal) ? string.Join(", ", name.Split('|'))
            : type == typeof(int) || type == typeof(long) || type == typeof(ulong) || type == typeof(uint) ? $"a whole number ({option.HelpName ?? "N"})"
            : type == typeof(double) ? $"a number such as 0.9 ({option.HelpName ?? "X"})"
            : type == typeof(bool) ? "nothing, true or false"
            : option.HelpName ?? "one value";
    }
}
