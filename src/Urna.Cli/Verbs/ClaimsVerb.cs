using System.CommandLine;
using Spectre.Console;
using Urna.Judge;
using Urna.Model;
using Urna.Report;
using Urna.Report.Json;

namespace Urna.Cli.Verbs;

/// <summary><c>urna claims</c>: what an article says, judged against the count.</summary>
static class ClaimsVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("CLAIMS.yaml") { Description = "claims about an election, such as elections/cl-2021/claims.yaml" };
        var elections = new Option<DirectoryInfo?>("--elections") { Description = "the folder of election folders; usually the one above that of the claims", HelpName = "DIR" };
        var article = ClaimsInput.ArticleOption();
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("claims", "Judge what an article says against the count.") { file, elections, article, format, output, language, ClaimsSuggestVerb.Command() };
        command.SetAction(parsed => Run(
            parsed.GetValue(file)!, parsed.GetValue(elections), parsed.GetValue(article), parsed.GetValue(format), parsed.GetValue(language), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(FileInfo file, DirectoryInfo? elections, FileInfo? article, Format format, Language language, Answer answer)
    {
        var read = ClaimsInput.Read(file, elections ?? file.Directory?.Parent, article);
        if (read.Findings.Any(f => f.Severity == Validate.Severity.Fault))
        {
            Messages.TellFaults(file.Name, read.Findings, language);
            return ExitCode.Unreadable;
        }

        var judgements = read.Value!.Claims.Select(claim => ClaimJudge.Of(claim, read.Value.Store)).ToList();
        var told = judgements.ConvertAll(j => ClaimJson.Of(j, language, read.Value.Article));
        switch (format)
        {
            case Format.Json:
                answer.Json(told);
                break;
            case Format.Csv:
                answer.Csv(
                    ["id", "verdict", "unit", "stated", "computed", "lower", "upper", "denominator", "explanation", "query"],
                    told.Select(t => new object?[] { t.Id, t.Verdict, t.Unit, t.Stated, t.Computed, t.Lower, t.Upper, t.Denominator?.Value, t.Explanation, t.Query }));
                break;
            default:
                answer.Render(Table(told, article?.Name, new Report.Wording(language)));
                break;
        }

        return judgements.Exists(j => j.Verdict == Verdict.Contradicted) ? ExitCode.BadNews : ExitCode.Clean;
    }

    static Table Table(IEnumerable<ClaimJson> claims, string? article, Report.Wording words)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = true };
        table.AddColumn(words.L("Claim", "Afirmación"));
        table.AddColumn(words.L("Verdict", "Veredicto"));
        table.AddColumn(words.L("Why", "Por qué"));
        foreach (var claim in claims)
        {
            var said = (claim.Sentences ?? []).Select(s => $"\n{article}:{s.Line} “{s.Text}”");
            table.AddRow(Markup.Escape($"{claim.Id}  {claim.Claim}{string.Concat(said)}"), Markup.Escape(ClaimWords.Of(claim.Verdict, words)), Markup.Escape(claim.Explanation));
        }

        return table;
    }
}
