using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Audit.Forensics;
using Urna.Contract;
using Urna.Model;
using Urna.Report;
using Urna.Store.Audits;

namespace Urna.Cli.Verbs;

/// <summary><c>urna audit forensics</c>: does the count look as counts look?</summary>
static class AuditForensicsVerb
{
    sealed record Request(string Election, string? Contest, FileInfo? Arrivals, ulong Seed, FileInfo? Page, Format Format, Language Language);

    public static Command Command()
    {
        var (election, contest, format, output, language) = (Options.Election(), Options.Contest(), Options.Format(), Options.Output(), Options.Language());
        var arrivals = new Option<FileInfo?>("--arrivals") { HelpName = "A.csv" };
        var seed = new Option<ulong>("--seed") { HelpName = "N", DefaultValueFactory = _ => 1 };
        var page = new Option<FileInfo?>("--page") { HelpName = "FILE.html" };
        var command = new Command("forensics") { election, contest, arrivals, seed, page, format, output, language };
        command.SetAction(parsed => Run(
            new Request(parsed.GetRequiredValue(election), parsed.GetValue(contest), parsed.GetValue(arrivals), parsed.GetValue(seed), parsed.GetValue(page), parsed.GetValue(format), parsed.GetValue(language)),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(Request request, Answer answer)
    {
        if (Opened.Election(request.Election, request.Language) is not { } reckoning)
        {
            return ExitCode.Unreadable;
        }

        var contests = Opened.Contests(reckoning.Election, request.Contest).Where(c => c.Kind != ContestKind.Voters && !c.Returns.IsEmpty).ToList();
        if (contests is not [var contest])
        {
            throw new UsageException($"give --contest, one of {string.Join(", ", contests.Select(c => c.Id))}.");
        }

        IReadOnlyDictionary<string, double> arrival = new Dictionary<string, double>();
        if (request.Arrivals is { } file)
        {
            var read = AuditFiles.Arrivals(file.FullName);
            if (read.Value is null)
            {
                Messages.TellFaults(file.Name, read.Findings, request.Language);
                return ExitCode.Unreadable;
            }

            arrival = read.Value;
        }

        var flow = contest.FirstRound is { } first ? reckoning.Flow(reckoning.Election.Contest(first)!, contest) : null;
        var count = ForensicInput.Of(contest, reckoning.Election, flow, arrival);
        var words = new Wording(request.Language);
        var results = ForensicTests.Of(count, request.Seed);
        if (results.IsEmpty)
        {
            Messages.Tell(words.Say("audit.has-no-units-with-votes-nothing-can", ("contest", contest.Id)));
            return ExitCode.NotEnoughData;
        }

        if (request.Page is { } page)
        {
            Store.OutputFile.Write(page.FullName, ForensicPage.Of(reckoning.Election.Title.In(request.Language), contest, count, results, words));
        }

        Write(request, answer, contest, count, results, words);
        return results.Any(r => r.Conclusion == ForensicConclusion.Anomaly) ? ExitCode.BadNews : ExitCode.Clean;
    }

    static void Write(Request request, Answer answer, Contest contest, ForensicCount count, ImmutableArray<ForensicResult> results, Wording words)
    {
        var told = ForensicsJson.Of(contest.Id, count, results, k => ForensicWords.Caution(k, words));
        switch (request.Format)
        {
            case Format.Json:
                answer.Json(told);
                break;
            case Format.Csv:
                answer.Csv(
                    ["test", "units", "observed", "expected", "deviation", "z", "p", "adjusted", "negative_z", "positive_z", "conclusion", "caution"],
                    told.Tests.Select(t => new object?[] { t.Test, t.Units, t.Observed, t.Expected, t.Deviation, t.Z, t.P, t.Adjusted, t.NegativeZ, t.PositiveZ, t.Conclusion, t.Caution }));
                break;
            default:
                answer.Render(Tables(results, words));
                break;
        }
    }

    static IEnumerable<IRenderable> Tables(ImmutableArray<ForensicResult> results, Wording words)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.Say("audit.test"));
        foreach (var title in new[] { words.Say("audit.units-2"), words.Say("audit.seen"), words.Say("audit.by-chance"), "z", words.Say("audit.p-all-tests"), words.Say("audit.z-clean-control"), words.Say("audit.z-altered-control") })
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        table.AddColumn(words.Say("audit.conclusion"));
        foreach (var r in results)
        {
            string Number(double? value, int decimals) => value is { } v ? words.Numbers.Number(v, decimals) : "–";
            table.AddRow(
                Markup.Escape(ForensicWords.Of(r.Kind, words)), words.Whole(r.Look.Units), Number(r.Look.Observed, 1), Number(r.Look.Expected, 1), Number(r.Look.Z, 1), Number(r.Adjusted, 3), Number(r.NegativeZ, 1), Number(r.PositiveZ, 1),
                Markup.Escape(ForensicWords.Of(r, words)));
        }

        yield return table;
        foreach (var r in results.Where(r => r.Conclusion == ForensicConclusion.Anomaly))
        {
            var where = r.Look.Where.IsEmpty ? "" : words.Say("audit.most-of-all", ("where", string.Join(", ", r.Look.Where)));
            yield return new Text($"{ForensicWords.Of(r.Kind, words)}. {ForensicWords.Caution(r.Kind, words)}{where}\n");
        }
    }
}
