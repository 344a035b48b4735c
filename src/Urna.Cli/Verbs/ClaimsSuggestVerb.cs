using System.CommandLine;
using Urna.Contract;
using Urna.Judge.Suggest;
using Urna.Model;
using Urna.Store;
using Urna.Store.Claims;
using Urna.Store.Elections;

namespace Urna.Cli.Verbs;

/// <summary><c>urna claims suggest</c>: a draft of the claims that an article makes.</summary>
static class ClaimsSuggestVerb
{
    public static Command Command()
    {
        var article = new Argument<FileInfo>("ARTICLE.md");
        var election = new Option<string>("--election") { HelpName = "ID", Required = true };
        var elections = new Option<DirectoryInfo>("--elections") { HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo("elections") };
        var format = Formats();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("suggest") { article, election, elections, format, output, language };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(article), parsed.GetRequiredValue(election), parsed.GetRequiredValue(elections), parsed.GetValue(format) == "json", parsed.GetValue(language), new Answer(parsed.GetValue(output))));
        return command;
    }

    static Option<string> Formats()
    {
        var format = new Option<string>("--format") { HelpName = "yaml|json", DefaultValueFactory = _ => "yaml" };
        format.AcceptOnlyFromAmong("yaml", "json");
        return format;
    }

    static int Run(FileInfo file, string election, DirectoryInfo elections, bool isJson, Language language, Answer answer)
    {
        if (ArticleDrafts.Read(file, election, elections, language) is not { } read)
        {
            return ExitCode.Unreadable;
        }

        var drafts = read.Drafts;
        if (isJson)
        {
            answer.JsonArray(drafts.Claims.Select(DraftJson.From));
        }
        else
        {
            answer.Text(DraftText.Of(drafts, read.Election, language));
        }

        var open = drafts.Claims.Count(c => !c.IsWhole);
        Messages.Tell(LocalizedText.Say(
            "claims-suggest.claims-drafted-of-them-with-something", ("claims", drafts.Claims.Length), ("open", open),
            ("leftOut", drafts.LeftOut.Length)).In(language));
        return ExitCode.Clean;
    }
}
