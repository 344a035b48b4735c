using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Infer;
using Urna.Model;
using Urna.Report;
using Urna.Report.Json;
using Urna.Store.Transfers;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna infer</c>: who voted for whom, estimated from the counts of units.</summary>
static class InferVerb
{
    sealed record Request(
        string? Election, string? From, string? To, FileInfo? Rows, FileInfo? Columns, bool NoKey, string Method, double Tolerance, Format Format, Language Language);

    public static Command Command()
    {
        var election = new Argument<string?>("ELECTION") { Description = "an election folder; or give --rows and --columns", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { Description = "the earlier contest", HelpName = "CONTEST" };
        var to = new Option<string?>("--to") { Description = "the later contest", HelpName = "CONTEST" };
        var rows = new Option<FileInfo?>("--rows") { Description = "counts of groups or earlier votes: a unit's key, then one column a group", HelpName = "A.csv" };
        var columns = new Option<FileInfo?>("--columns") { Description = "counts of votes: a unit's key, then one column a choice", HelpName = "B.csv" };
        var noKey = new Option<bool>("--no-key") { Description = "the files have no key column; rows pair by position" };
        var method = new Option<string>("--method") { Description = "auto (now: multinomial) or a method", DefaultValueFactory = _ => "auto", HelpName = $"auto|{string.Join('|', TransferMethod.All.Select(m => m.Name))}" };
        method.AcceptOnlyFromAmong(["auto", .. TransferMethod.All.Select(m => m.Name)]);
        var tolerance = new Option<double>("--tolerance") { Description = "converged when no share would move by more", DefaultValueFactory = _ => new TransferOptions().Tolerance, HelpName = "T" };
        var format = Options.Format();
        var output = Options.Output();
        var language = Options.Language();
        var command = new Command("infer", "Estimate who voted for whom from the counts of units.")
        {
            election, from, to, rows, columns, noKey, method, tolerance, format, output, language,
        };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetValue(election),
                parsed.GetValue(from),
                parsed.GetValue(to),
                parsed.GetValue(rows),
                parsed.GetValue(columns),
                parsed.GetValue(noKey),
                parsed.GetValue(method)!,
                parsed.GetValue(tolerance),
                parsed.GetValue(format),
                parsed.GetValue(language)),
            new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(Request request, Answer answer)
    {
        if (request.Tolerance is not (> 0 and < 1))
        {
            throw new UsageException($"{request.Tolerance} is not allowed for --tolerance; give a number between 0 and 1.");
        }

        var (code, problem, found) = request.Election is { } path ? FromElection(request, path) : FromFiles(request);
        if (problem is null)
        {
            return code;
        }

        var chosen = TransferMethod.Named(request.Method) ?? TransferMethod.Multinomial;
        if (chosen.Refusal(problem) is { } refusal)
        {
            Messages.TellFinding(refusal, request.Language);
            return ExitCode.NotEnoughData;
        }

        var watch = Stopwatch.StartNew();
        var estimate = Progress.During("Estimating", () => chosen.Estimate(problem, new TransferOptions(request.Tolerance)));
        watch.Stop();
        var bounds = TransferBounds.Of(problem);
        var findings = found.AddRange(estimate.Findings);
        switch (request.Format)
        {
            case Format.Json:
                answer.Json(TransferJson.Of(estimate, bounds, watch.Elapsed.TotalSeconds, findings));
                break;
            case Format.Csv:
                answer.Csv(["row", "column", "share", "count", "bound_lower", "bound_upper"], Cells(estimate, bounds));
                break;
            default:
                answer.Render(Table(estimate, bounds, request.Language));
                break;
        }

        foreach (var finding in findings)
        {
            Messages.TellFinding(finding, request.Language);
        }

        return ExitCode.Clean;
    }

    static (int Code, TransferProblem? Problem, ImmutableArray<Finding> Findings) FromElection(Request request, string path)
    {
        if (request is not { From: { } from, To: { } to, Rows: null, Columns: null })
        {
            throw new UsageException("with an ELECTION give --from and --to, and not --rows or --columns.");
        }

        if (ElectionInput.ReadOrTell(path, request.Language) is not { Election: var election })
        {
            return (ExitCode.Unreadable, null, []);
        }

        var (earlier, later) = (ElectionInput.Contests(election, from)[0], ElectionInput.Contests(election, to)[0]);
        if (ContestTransfer.Between(earlier, later, election.Places) is { } transfer)
        {
            return (ExitCode.Clean, transfer.Problem, [.. transfer.Findings]);
        }

        Messages.Tell($"no unit states its roll, votes cast and every choice in both '{from}' and '{to}', so their flows cannot be estimated.");
        return (ExitCode.NotEnoughData, null, []);
    }

    static (int Code, TransferProblem? Problem, ImmutableArray<Finding> Findings) FromFiles(Request request)
    {
        if (request is not { Rows: { } rows, Columns: { } columns, From: null, To: null })
        {
            throw new UsageException("give an ELECTION with --from and --to, or --rows and --columns.");
        }

        var read = TransferTables.Read(rows.FullName, columns.FullName, !request.NoKey);
        if (read.Findings.Any(f => f.Severity == Severity.Fault))
        {
            Messages.TellFaults($"{rows.Name}, {columns.Name}", read.Findings, request.Language);
            return (ExitCode.Unreadable, null, []);
        }

        if (read.Value is { } problem)
        {
            return (ExitCode.Clean, problem, read.Findings.AddRange(problem.Check.Findings));
        }

        Messages.Tell($"'{rows.Name}' and '{columns.Name}' have no unit in common.");
        return (ExitCode.NotEnoughData, null, []);
    }

    static IEnumerable<object?[]> Cells(TransferEstimate estimate, TransferBounds bounds) =>
        from cell in Enumerable.Range(0, estimate.Shares.Length)
        let columns = estimate.Problem.ColumnNames
        select new object?[] { estimate.Problem.RowNames[cell / columns.Length], columns[cell % columns.Length], estimate.Shares[cell], estimate.Counts[cell], bounds.Lower[cell], bounds.Upper[cell] };

    /// <summary>Shares with their bounds, a row a row and a column a column.</summary>
    static IEnumerable<IRenderable> Table(TransferEstimate estimate, TransferBounds bounds, Language language)
    {
        var words = new Wording(language);
        var columns = estimate.Problem.ColumnNames;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.L("From \\ to", "De \\ a"));
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        }

        for (var g = 0; g < estimate.Problem.RowNames.Length; g++)
        {
            table.AddRow(
            [
                Markup.Escape(estimate.Problem.RowNames[g]),
                .. Enumerable.Range(g * columns.Length, columns.Length).Select(i =>
                    Markup.Escape($"{words.Numbers.Percent(estimate.Shares[i])}\n[{words.Numbers.Percent(bounds.Lower[i], 0)}–{words.Numbers.Percent(bounds.Upper[i], 0)}]")),
            ]);
        }

        yield return table;
        yield return new Text(words.L(
            $"Shares of each row, estimated from {words.Numbers.Whole(estimate.Problem.Units.Length)} units ({estimate.Method}; {(estimate.Converged ? "converged" : "not converged")}). They are estimates of a model, not counts.\nIn brackets: what the units' margins alone allow, without any model.\n",
            $"Proporciones de cada fila, estimadas con {words.Numbers.Whole(estimate.Problem.Units.Length)} unidades ({estimate.Method}; {(estimate.Converged ? "convergió" : "no convergió")}). Son estimaciones de un modelo, no recuentos.\nEntre corchetes: lo que permiten por sí solos los márgenes de las unidades, sin modelo.\n"));
    }
}
