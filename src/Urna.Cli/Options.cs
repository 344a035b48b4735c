using System.CommandLine;
using Urna.Model;

namespace Urna.Cli;

/// <summary>The form of an answer.</summary>
enum Format
{
    Table,
    Csv,
    Json,
}

/// <summary>The options that several verbs share.</summary>
static class Options
{
    public static Option<Format> Format() => new("--format")
    {
        DefaultValueFactory = _ => Cli.Format.Table,
        CustomParser = result => Enum.TryParse<Format>(result.Tokens[0].Value, ignoreCase: true, out var format) && Enum.IsDefined(format)
            ? format
            : Refused<Format>(result, "table, csv, json"),
        HelpName = "table|csv|json",
    };

    public static Option<Language> Language() => new("--lang")
    {
        DefaultValueFactory = _ => Model.Language.English,
        CustomParser = result => Languages.Of(result.Tokens[0].Value) ?? Refused<Language>(result, string.Join(", ", Languages.All.Select(l => l.Code))),
        HelpName = string.Join('|', Languages.All.Select(l => l.Code)),
    };

    public static Option<FileInfo?> Output() => new("--output", "-o") { HelpName = "FILE" };

    public static Option<string?> Contest() => new("--contest") { HelpName = "ID" };

    public static Option<FileInfo?> Article() => new("--article") { HelpName = "ARTICLE.md" };

    public static Argument<string> Election() => new("ELECTION");

    static T Refused<T>(System.CommandLine.Parsing.ArgumentResult result, string allowed)
    {
        var option = result.Parent is System.CommandLine.Parsing.OptionResult parent ? parent.Option.Name : result.Argument.Name;
        result.AddError(Catalogue.Say("option.not-allowed", Messages.Language, ("value", result.Tokens[0].Value), ("option", option), ("allowed", allowed)));
        return default!;
    }
}
