using System.Text;
using System.Text.RegularExpressions;
using Urna.Cli.Verbs;
using Urna.Model;
using Urna.Store.Nights;

namespace Urna.Cli;

/// <summary>The words of a page of help, in a language.</summary>
static partial class HelpWords
{
    const int WidestBesideComments = 76;
    const string Gap = "     ";

    static readonly Dictionary<string, Func<(string Name, Argument Value)[]>> told = new()
    {
        ["help.history.--measure"] = () => [("measures", Argument.List(HistoryVerb.Measures))],
        ["help.night.record.--as"] = () => [("formats", Argument.List(NightFormats.Names))],
        ["help.power.--coalitions"] = () => [("tables", PowerVerb.MostInTables), ("data", PowerVerb.MostInData)],
    };

    /// <summary>What a command or a part of it is.</summary>
    /// <param name="key">The key of its words.</param>
    /// <param name="language">The reader's language.</param>
    public static string Say(string key, Language language) =>
        told.TryGetValue(key, out var arguments) ? Catalogue.Say(key, language, arguments()) : Catalogue.Say(key, language);

    /// <summary>A page of the parser's, which heads its parts in English only, with the language's headings.</summary>
    /// <param name="page">The page.</param>
    /// <param name="language">The reader's language.</param>
    public static string Headed(string page, Language language) => language == Language.English ? page : Fixed().Replace(page, m => m.Value switch
    {
        "Description:" => Catalogue.Say("help-page.description", language),
        "Usage:" => Catalogue.Say("help-page.usage", language),
        "Arguments:" => Catalogue.Say("help-page.arguments", language),
        "Options:" => Catalogue.Say("help-page.options-2", language),
        "Commands:" => Catalogue.Say("help-page.commands", language),
        "[command]" => $"[{Catalogue.Say("help-page.command", language)}]",
        "[options]" => $"[{Catalogue.Say("help-page.options", language)}]",
        "(REQUIRED)" => $"({Catalogue.Say("help-page.required", language)})",
        _ => $"[{Catalogue.Say("help-page.default", language)}:",
    });

    /// <summary>The examples of a verb, those that need it with what they answer beside them.</summary>
    /// <param name="verb">The verbs that lead to the command, with spaces between; empty for the root.</param>
    /// <param name="language">The reader's language.</param>
    public static string Examples(string verb, Language language)
    {
        var known = Catalogue.Keys(language).ToHashSet();
        var lines = HelpExamples.Of[verb.Length == 0 ? "urna" : verb].Select((line, i) => (Line: line, Key: $"{Help.Key(verb)}.example-{i + 1}")).ToList();
        var width = lines.Where(l => known.Contains(l.Key) && l.Line.Length <= WidestBesideComments).Select(l => l.Line.Length).DefaultIfEmpty().Max();
        var text = new StringBuilder().Append(Catalogue.Say("help-page.examples", language)).Append('\n');
        foreach (var (line, key) in lines)
        {
            text.Append("  ").Append(known.Contains(key) ? $"{line.PadRight(width)}{Gap}{Catalogue.Say(key, language)}" : line).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^(Description|Usage|Arguments|Options|Commands):(?=\r?$)|(?<=^  urna .*)\[(command|options)\]|\(REQUIRED\)|\[default:", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fixed();
}
