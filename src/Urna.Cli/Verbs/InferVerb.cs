using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using Urna.Contract;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.Roll;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary><c>urna infer</c>: who voted for whom, estimated from the counts of units.</summary>
static class InferVerb
{
    sealed record Request(
        string? Election,
        string? From,
        string? To,
        FileInfo? Rows,
        FileInfo? Columns,
        bool NoKey,
        TransferMethod Method,
        RollScenario? Roll,
        string Groups,
        string? Options,
        string? By,
        string? Cluster,
        InferSettings Settings,
        Format Format,
        Language Language);

    public static Command Command()
    {
        var election = new Argument<string?>("ELECTION") { Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { HelpName = "CONTEST" };
        var to = new Option<string?>("--to") { HelpName = "CONTEST" };
        var rows = new Option<FileInfo?>("--rows") { HelpName = "A.csv" };
        var columns = new Option<FileInfo?>("--columns") { HelpName = "B.csv" };
        var noKey = new Option<bool>("--no-key");
        var method = new Option<string>("--method")
        {
            DefaultValueFactory = _ => "auto",
            HelpName = $"auto|{string.Join('|', TransferMethod.All.Select(m => m.Name))}",
        };
        method.AcceptOnlyFromAmong(["auto", .. TransferMethod.All.Select(m => m.Name)]);
        var roll = new Option<RollScenario?>("--roll")
        {
            CustomParser = Roll,
            HelpName = "none|net|gross:RATE|known:ROW,COLUMN",
        };
        var groups = new Option<string>("--groups")
        {
            DefaultValueFactory = _ => "other",
            HelpName = string.Join('|', InferKinds.Groups),
        };
        groups.AcceptOnlyFromAmong([.. InferKinds.Groups]);
        var options = new Option<string?>("--options")
        {
            HelpName = string.Join('|', InferKinds.Options),
        };
        options.AcceptOnlyFromAmong([.. InferKinds.Options]);
        var by = new Option<string?>("--by") { HelpName = "LEVEL" };
        var cluster = new Option<string?>("--cluster") { HelpName = "LEVEL" };
        var settings = new InferOptions();
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("infer")
        {
            election, from, to, rows, columns, noKey, groups, options, method, roll, by, cluster, format, output, language,
        };
        settings.AddTo(command);
        command.Add(InferSimulateVerb.Command());
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetValue(election),
                parsed.GetValue(from),
                parsed.GetValue(to),
                parsed.GetValue(rows),
                parsed.GetValue(columns),
                parsed.GetValue(noKey),
                TransferMethod.Named(parsed.GetValue(method)!) ?? TransferMethod.Auto,
                parsed.GetValue(roll),
                parsed.GetValue(groups)!,
                parsed.GetValue(options),
                parsed.GetValue(by),
                parsed.GetValue(cluster),
                settings.Of(parsed),
                parsed.GetValue(format),
                parsed.GetValue(language)),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static RollScenario? Roll(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (RollScenario.Parse(text) is { } scenario)
        {
            return scenario;
        }

        result.AddError(Catalogue.Say("option.not-allowed", Messages.Language, ("value", text), ("option", "--roll"), ("allowed", RollScenario.Allowed)));
        return null;
    }

    static int Run(Request request, Answer answer)
    {
        var input = Input(request);
        if (input.Problem is not { } problem)
        {
            return input.Code;
        }

        if (request.Method.Refusal(problem) is { } refusal)
        {
            Messages.TellFinding(refusal, request.Language);
            return ExitCode.NotEnoughData;
        }

        var settings = request.Settings.For(request.Method, request.Format);
        var words = new Wording(request.Language);
        if (request.By is { } level)
        {
            InferByPlace.Run(input, level, request.Method, settings, request.Format, words, answer);
        }
        else
        {
            Whole(input, problem, request.Method, settings, request.Format, words, answer);
        }

        return ExitCode.Clean;
    }

    static void Whole(InferInput input, TransferProblem problem, TransferMethod method, InferSettings settings, Format format, Wording words, Answer answer)
    {
        var watch = Stopwatch.StartNew();
        var estimate = Progress.During("Estimating", () => method.Estimate(problem, settings.Options));
        watch.Stop();
        var inference = Progress.Count("Drawing", settings.Intervals?.Draws ?? 0, told => Inference.With(estimate, settings.Intervals is { } asked ? asked with { Drawn = told } : null));
        var starts = settings.Starts == 0 ? null : Progress.During("Trying starts", () => StartStudy.Of(method, problem, settings.Starts, (ulong)settings.Seed));
        settings.WriteUnits(inference);
        var findings = input.Findings.AddRange(inference.Findings(input.Titles));
        switch (format)
        {
            case Format.Json:
                answer.Json(TransferJson.Of(inference, watch.Elapsed.TotalSeconds, findings) with { Starts = starts is null ? null : StartsJson.Of(starts) });
                break;
            case Format.Csv:
                answer.Csv(InferTables.Header, InferTables.Cells(inference));
                break;
            default:
                answer.Render([InferTables.Shares(inference, input.Titles, words), InferTables.Note(inference, input.Titles, words), .. starts is null ? [] : InferTables.Starts(starts, words)]);
                break;
        }

        foreach (var finding in findings)
        {
            Messages.TellFinding(finding, words.Language);
        }
    }

    static InferInput Input(Request request)
    {
        var input = request switch
        {
            { Election: not null, Groups: not "other" } or { Election: not null, Options: not null } => throw new UsageException(LocalizedText.Say("infer.groups-and-options-are-for-two")),
            { Election: { } path, From: { } from, To: { } to, Rows: null, Columns: null } => InferInput.FromElection(path, from, to, request.Roll, [request.By, request.Cluster], request.Language),
            { Election: not null } => throw new UsageException(LocalizedText.Say("infer.with-an-election-give-from-and")),
            { By: not null } => throw new UsageException(LocalizedText.Say("infer.by-needs-an-election-whose-places")),
            { Cluster: not null } => throw new UsageException(LocalizedText.Say("infer.cluster-needs-an-election-whose-places")),
            { Rows: { } rows, Columns: { } columns, From: null, To: null } => InferInput.FromFiles(rows, columns, !request.NoKey, request.Roll ?? RollScenario.None, request.Groups, request.Options, request.Language),
            _ => throw new UsageException(LocalizedText.Say("infer.give-an-election-with-from-and")),
        };
        return input is { Problem: { } problem, Election: { } election } && request.Cluster is { } level
            ? input with { Problem = TransferSplit.Clustered(problem, election.Places, level) }
            : input;
    }
}
