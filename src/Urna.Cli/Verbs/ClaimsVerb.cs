using System.CommandLine;
using Spectre.Console;
using Urna.Judge;
using Urna.Model;
using Urna.Report;
using Urna.Contract;
using Urna.Store;
using Urna.Store.Claims;

namespace Urna.Cli.Verbs;

/// <summary><c>urna claims</c>: what an article says, judged against the count.</summary>
static class ClaimsVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("CLAIMS.yaml");
        var elections = new Option<DirectoryInfo?>("--elections") { HelpName = "DIR" };
        var article = Options.Article();
        var since = new Option<FileInfo?>("--since") { HelpName = "FILE" };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("claims") { file, elections, article, since, format, output, language, ClaimsSuggestVerb.Command(), ClaimsCheckVerb.Command() };
        command.SetAction(parsed => Run(
            parsed.GetValue(file)!, parsed.GetValue(elections), parsed.GetValue(article), parsed.GetValue(since), parsed.GetValue(format), parsed.GetValue(language), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(FileInfo file, DirectoryInfo? elections, FileInfo? article, FileInfo? since, Format format, Language language, Answer answer)
    {
        var earlier = since is null ? null : JudgedFile.Read(since.FullName);
        if (earlier is { Value: null })
        {
            Messages.TellFaults(since!.Name, earlier.Findings, language);
            return ExitCode.Unreadable;
        }

        var folder = elections ?? file.Directory?.Parent ?? file.Directory!;
        var read = Workspace.Open(folder.FullName).Claims(file.FullName, article?.FullName, Directory.GetCurrentDirectory());
        if (read.Findings.Any(f => f.Severity == Validate.Severity.Fault))
        {
            Messages.TellFaults(file.Name, read.Findings, language);
            return ExitCode.Unreadable;
        }

        var judgements = ClaimJudge.Of(read.Value!).Judgements;
        var told = judgements.Select(j => ClaimJson.Of(j, language, read.Value!.Article)).ToList();
        if (earlier?.Value is { } before)
        {
            TellChanges([.. ClaimChangeJson.Between(before, told)], since!.Name, format, language, answer);
        }
        else
        {
            Tell(told, article?.Name, format, language, answer);
        }

        return judgements.Any(j => j.Verdict == Verdict.Contradicted) ? ExitCode.BadNews : ExitCode.Clean;
    }

    static void Tell(IReadOnlyCollection<ClaimJson> told, string? article, Format format, Language language, Answer answer)
    {
        switch (format)
        {
            case Format.Json:
                answer.JsonArray(told);
                break;
            case Format.Csv:
                answer.Csv(
                    ["id", "verdict", "unit", "stated", "computed", "lower", "upper", "denominator_name", "denominator", "explanation", "query", "sources", "base", "known", "missing", "notes"],
                    told.Select(t => new object?[] { t.Id, t.Verdict, t.Unit, t.Stated, t.Computed, t.Lower, t.Upper, t.Denominator?.Name, t.Denominator?.Value, t.Explanation, t.Query, string.Join(' ', t.Sources), t.Base, t.Completeness?.Known, t.Completeness is null ? null : string.Join("; ", t.Completeness.Missing), string.Join(' ', t.Notes) }));
                break;
            default:
                answer.Render(Table(told, article, new Report.Wording(language)));
                break;
        }
    }

    static void TellChanges(IReadOnlyCollection<ClaimChangeJson> changes, string file, Format format, Language language, Answer answer)
    {
        switch (format)
        {
            case Format.Json:
                answer.JsonArray(changes);
                break;
            case Format.Csv:
                answer.Csv(ClaimChangeTables.Header, changes.Select(ClaimChangeTables.Row));
                break;
            default:
                answer.Render(ClaimChangeTables.Of(changes, file, new Report.Wording(language)));
                break;
        }
    }

    static Table Table(IEnumerable<ClaimJson> claims, string? article, Report.Wording words)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = true };
        table.AddColumn(words.Say("term.claim"));
        table.AddColumn(words.Say("term.verdict"));
        table.AddColumn(words.Say("term.why"));
        foreach (var claim in claims)
        {
            var said = (claim.Sentences ?? []).Select(s => $"\n{article}:{s.Line} “{s.Text}”");
            var notes = claim.Notes.Select(n => $"\n{words.Say("term.of-the-data")}: {n}");
            table.AddRow(Markup.Escape($"{claim.Id}  {claim.Claim}{string.Concat(said)}"), Markup.Escape(ClaimWords.Of(claim.Verdict, words)), Markup.Escape($"{claim.Explanation}{string.Concat(notes)}"));
        }

        return table;
    }
}
