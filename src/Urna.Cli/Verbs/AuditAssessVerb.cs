using System.Collections.Immutable;
using System.CommandLine;
using Urna.Audit.Plans;
using Urna.Contract;
using Urna.Model;
using Urna.Report;
using Urna.Store.Audits;
using Urna.Validate;

namespace Urna.Cli.Verbs;

/// <summary><c>urna audit assess</c>: what the sheets of a sample say, and what follows.</summary>
static class AuditAssessVerb
{
    public static Command Command()
    {
        var sheets = new Option<FileInfo>("--sheets") { HelpName = "S.csv", Required = true };
        var records = new Option<FileInfo?>("--records") { HelpName = "R.csv" };
        var output = Options.Output();
        var command = new Command("assess") { AuditInput.Election };
        foreach (var option in AuditInput.All.Concat([sheets, records, output]))
        {
            command.Add(option);
        }

        command.SetAction(parsed => Run(AuditInput.Of(parsed), parsed.GetRequiredValue(sheets), parsed.GetValue(records), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(AuditRequest request, FileInfo sheetsFile, FileInfo? recordsFile, Answer answer)
    {
        if (request.Seed.Length == 0)
        {
            throw new UsageException("give the --seed of the plan: sheets are held against what it drew.");
        }

        var (plan, contests, code) = AuditInput.Plan(request);
        if (plan is null)
        {
            return code;
        }

        if (Rows(sheetsFile, request.Language) is not { } rows || (recordsFile is not null && Rows(recordsFile, request.Language) is null))
        {
            return ExitCode.Unreadable;
        }

        var recorded = recordsFile is null ? rows.Reported : Rows(recordsFile, request.Language)!.Rows;
        if (request.Method == AuditMethod.BallotComparison && recorded.IsEmpty)
        {
            throw new UsageException("ballot comparison holds each ballot against what the machine made of it: give --records R.csv, or a column 'reported' in the sheets.");
        }

        plan = WithLaterRounds(plan, contests, rows, request);
        var read = new SheetReading(contests, plan, sheetsFile.Name).Read(rows.Rows);
        var known = new SheetReading(contests, plan, recordsFile?.Name ?? sheetsFile.Name).Read([.. recorded.Where(r => plan.Draws.Any(d => d.Id == r.Id))]);
        if (read.Findings.Concat(known.Findings).ToImmutableArray() is { IsEmpty: false } faults)
        {
            Messages.TellFaults(sheetsFile.Name, faults, request.Language);
            return ExitCode.Unreadable;
        }

        var groups = Assess(plan, contests, read.Sheets, known.Sheets);
        Write(request, answer, plan, groups);
        return Assessment.Decide(groups) == AuditDecision.Stop ? ExitCode.Clean : ExitCode.BadNews;
    }

    static ImmutableArray<AssessedGroup> Assess(AuditPlan plan, ImmutableArray<AuditedContest> contests, ImmutableArray<Dictionary<string, AuditSheet>> sheets, ImmutableArray<Dictionary<string, AuditSheet>> records) =>
        [.. contests.Index().SelectMany(c => Assessment.Of(plan with { Groups = [.. plan.Groups.Where(g => g.Group.Contest == c.Item.Id)] }, sheets[c.Index], records[c.Index]))];

    /// <summary>The plan with the draws of later rounds, where they are not stated: as far as sheets follow the draw without a gap.</summary>
    static AuditPlan WithLaterRounds(AuditPlan plan, ImmutableArray<AuditedContest> contests, AuditSheets rows, AuditRequest request)
    {
        var ids = rows.Rows.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        if (request.Draws is not null || ids.IsSubsetOf(plan.Draws.Select(d => d.Id)))
        {
            return plan;
        }

        var longest = plan.Groups.Max(g => g.Draws.Length) + (4 * ids.Count) + 100;
        var longer = AuditPlan.Of(plan.Settings, contests.SelectMany(c => c.Groups), longest);
        return plan with
        {
            Groups = [.. plan.Groups.Zip(longer.Groups, (first, all) => first with { Draws = all.Draws.IsEmpty ? [] : [.. all.Draws.Take(Math.Max(first.Draws.Length, all.Draws.TakeWhile(d => ids.Contains(d.Id)).Count()))] })],
        };
    }

    static AuditSheets? Rows(FileInfo file, Language language)
    {
        var read = AuditFiles.Sheets(file.FullName);
        if (read.Value is null)
        {
            Messages.TellFaults(file.Name, read.Findings, language);
            return null;
        }

        Messages.TellWarnings(read.Findings, language);
        return read.Value;
    }

    static void Write(AuditRequest request, Answer answer, AuditPlan plan, ImmutableArray<AssessedGroup> groups)
    {
        switch (request.Format)
        {
            case Format.Json:
                answer.Json(AuditAssessJson.Of(plan, groups));
                break;
            case Format.Csv:
                answer.Csv(
                    ["contest", "district", "kind", "winner", "loser", "margin", "p"],
                    AuditAssessJson.Of(plan, groups).Assertions.Select(a => new object?[] { a.Contest, a.District, a.Kind, a.Winner, a.Loser, a.Margin, a.P }));
                break;
            default:
                answer.Render(AuditTables.Of(plan, groups, new Wording(request.Language)));
                break;
        }
    }
}
