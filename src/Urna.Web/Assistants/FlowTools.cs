using System.ComponentModel;
using ModelContextProtocol.Protocol;
using Urna.Contract;
using Urna.Infer;
using Urna.Validate;

namespace Urna.Web.Assistants;

/// <summary>Who voted for whom between two counts, estimated.</summary>
/// <param name="open">The elections.</param>
sealed class FlowTools(OpenElections open)
{
    [Description("Estimate who of the voters of one contest chose what in another, with intervals, and bounds that need no model. An estimate is no count: say so, with its interval.")]
    public CallToolResult Flows(
        [Description("The election's id.")] string election, [Description("The contest of the rows, or a group of voters.")] string from, [Description("The contest of the columns.")] string to, CancellationToken cancel)
    {
        var (reckoning, path) = open.Election(election);
        var (rows, columns) = (OpenElections.Contest(reckoning.Election, from, "from"), OpenElections.Contest(reckoning.Election, to, "to"));
        var flow = (rows.Id == columns.Id ? null : reckoning.Flow(rows, columns, cancel))
            ?? throw ToolFault.NotAllowed("from", from, reckoning.Election.Contests.Where(c => c.Id != to && ContestTransfer.Between(c, columns, reckoning.Election) is not null).Select(c => c.Id));
        var findings = flow.Inference.Findings(flow.Transfer.Titles);
        return ToolAnswer.Of(
            ToolAnswer.Shape(TransferJson.Of(flow.Inference, 0, findings)), new(Coverage.Of(rows).Missing.AddRange(Coverage.Of(columns).Missing), [.. Coverage.Of(rows).Notes, .. Coverage.Of(columns).Notes, .. findings.Where(f => f.Severity != Severity.Info).Select(f => $"{f.Code} {f.Message}")]),
            OpenElections.SourcesOf(reckoning.Election, rows, columns), $"urna infer {path} --from {OpenElections.Word(from)} --to {OpenElections.Word(to)} --level 0.9 --format json");
    }
}
