using System.Collections.Immutable;
using System.CommandLine;
using Urna.Audit.Plans;
using Urna.Contract;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary><c>urna audit plan</c>: what must be true of the ballots, how large a sample shows it, and what is drawn.</summary>
static class AuditPlanVerb
{
    static readonly ImmutableArray<double> rates = [0, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01];

    public static Command Command()
    {
        var page = new Option<FileInfo?>("--page") { HelpName = "FILE.html" };
        var costs = new Option<bool>("--costs");
        var output = Options.Output();
        var command = new Command("plan") { AuditInput.Election };
        foreach (var option in AuditInput.All.Concat([page, costs, output]))
        {
            command.Add(option);
        }

        command.SetAction(parsed => Run(AuditInput.Of(parsed), parsed.GetValue(page), parsed.GetValue(costs), new Answer(parsed.GetValue(output))));
        return command;
    }

    static int Run(AuditRequest request, FileInfo? page, bool asksCosts, Answer answer)
    {
        var (plan, contests, code) = AuditInput.Plan(request);
        if (plan is null)
        {
            return code;
        }

        var pulls = AuditTables.PullSheet(plan, contests);
        if (page is not null)
        {
            Store.OutputFile.Write(page.FullName, AuditPage.Of(request.Election is { } path ? $"{Path.GetFileName(path.TrimEnd('/'))} {string.Join(", ", contests.Select(c => c.Id))}" : $"{request.Rule}, {request.Votes!.Name}", plan, pulls, new Wording(request.Language)));
        }

        ImmutableArray<AuditCost> costs = asksCosts ? plan.Costs(rates) : [];
        switch (request.Format)
        {
            case Format.Json:
                answer.Json(AuditPlanJson.Of(plan) with { Costs = asksCosts ? costs.Select(AuditPlanJson.PlannedCost.Of) : null });
                break;
            case Format.Csv:
                answer.Csv(["place", "batch", "name", "ballot", "id", "times", "ticket"], pulls.Select(p => new object?[] { p.Place, p.Draw.Box, p.Name, p.Draw.IsBox ? null : p.Draw.Number, p.Draw.Id, p.Draw.Times, p.Draw.Ticket }));
                break;
            default:
                answer.Render([.. AuditTables.Of(plan, new Wording(request.Language)), .. AuditTables.Of(costs, new Wording(request.Language))]);
                break;
        }

        return ExitCode.Clean;
    }
}
