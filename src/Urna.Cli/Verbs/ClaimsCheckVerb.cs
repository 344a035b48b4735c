using System.CommandLine;
using Spectre.Console;
using Urna.Contract;
using Urna.Judge;
using Urna.Judge.Suggest;
using Urna.Model;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary><c>urna claims check</c>: drafts what an article claims, judges what is sure, and asks the rest.</summary>
static class ClaimsCheckVerb
{
    public static Command Command()
    {
        var article = new Argument<FileInfo>("ARTICLE.md");
        var election = new Option<string>("--election") { HelpName = "ID", Required = true };
        var elections = new Option<DirectoryInfo>("--elections") { HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo("elections") };
        var interactive = new Option<bool>("--interactive");
        var page = new Option<DirectoryInfo?>("--page") { HelpName = "DIR" };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("check") { article, election, elections, interactive, page, format, output, language };
        command.SetAction(async (parsed, _) =>
        {
            var (text, of, beside, told) = (parsed.GetRequiredValue(article), parsed.GetRequiredValue(election), parsed.GetRequiredValue(elections), parsed.GetValue(language));
            var code = Run(text, of, beside, parsed.GetValue(interactive), parsed.GetValue(format), told, new Answer(parsed.GetValue(output)));
            if (parsed.GetValue(page) is not { } folder || code is not (ExitCode.Clean or ExitCode.BadNews))
            {
                return code;
            }

            var path = beside.Exists && Store.Workspace.Open(beside.FullName).Named(of) is [var one] ? one.Path : of;
            var written = await ReportVerb.Run(path, text, check: true, folder.FullName, force: false, told);
            return written == ExitCode.Clean ? code : written;
        });
        return command;
    }

    static int Run(FileInfo file, string election, DirectoryInfo elections, bool isInteractive, Format format, Language language, Answer answer)
    {
        if (ArticleDrafts.Read(file, election, elections, language) is not { } read)
        {
            return ExitCode.Unreadable;
        }

        var questions = new ClaimQuestions(Console.In, Console.Error, language);
        var drafts = isInteractive ? [.. read.Drafts.Claims.Select(d => d.IsWhole ? d : questions.Ask(d))] : read.Drafts.Claims;
        var (sure, open) = DraftFields.Parted(drafts, read.Store);
        var judged = sure.Select(c => ClaimJudge.Of(c, read.Store)).ToList();
        var told = judged.ConvertAll(j => ClaimJson.Of(j, language, read.Article));
        Tell(told, open, read.Drafts, file.Name, format, language, answer);
        return judged.Exists(j => j.Verdict == Verdict.Contradicted) ? ExitCode.BadNews : ExitCode.Clean;
    }

    static void Tell(List<ClaimJson> judged, IReadOnlyCollection<DraftClaim> open, DraftSet drafts, string article, Format format, Language language, Answer answer)
    {
        switch (format)
        {
            case Format.Json:
                answer.Json(new CheckJson(judged, open.Select(DraftJson.From), drafts.LeftOut.Select(s => new SentenceJson(s.Line, s.Text))));
                break;
            case Format.Csv:
                answer.Csv(
                    ["id", "line", "words", "verdict", "explanation", "choose"],
                    judged.Select(j => new object?[] { j.Id, j.Sentences?.Select(s => s.Line).FirstOrDefault(), j.Claim, j.Verdict, j.Explanation, "" })
                        .Concat(open.Select(d => new object?[] { d.Id, d.Line, d.Words, "", "", string.Join("; ", d.Fields.Where(f => f.IsOpen).Select(Question)) })));
                break;
            default:
                answer.Render(Table(judged, open, article, new Report.Wording(language)));
                break;
        }
    }

    static Table Table(List<ClaimJson> judged, IReadOnlyCollection<DraftClaim> open, string article, Report.Wording words)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = true };
        table.AddColumn(words.Say("term.claim"));
        table.AddColumn(words.Say("term.verdict"));
        table.AddColumn(words.Say("claims-check.why-or-what-is-to-choose"));
        foreach (var claim in judged)
        {
            table.AddRow(Markup.Escape($"{claim.Id}  {claim.Claim}"), Markup.Escape(ClaimWords.Of(claim.Verdict, words)), Markup.Escape(claim.Explanation));
        }

        foreach (var draft in open)
        {
            table.AddRow(Markup.Escape($"{draft.Id}  {draft.Words}\n{article}:{draft.Line}"), words.Say("term.open"), Markup.Escape(string.Join('\n', draft.Fields.Where(f => f.IsOpen).Select(Question))));
        }

        return table;
    }

    static string Question(DraftField field) => $"{field.Key}: {(field.Values.IsEmpty ? "?" : string.Join(", ", field.Values))}";
}
