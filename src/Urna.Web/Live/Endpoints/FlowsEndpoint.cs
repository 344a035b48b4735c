using Urna.Contract;
using Urna.Infer;

namespace Urna.Web.Live.Endpoints;

/// <summary>Who voted for whom, estimated.</summary>
static class FlowsEndpoint
{
    public static Endpoint Endpoint { get; } = new("/api/v1/elections/{id}/contests/{contest}/flows", "Who of the voters of another contest chose what in this one: shares, intervals and bounds.", typeof(TransferJson), Answer)
    {
        Command = "urna infer --level 0.9",
        Parameters = [new("from", "the contest of the rows, or a group of voters")],
    };

    static Reply Answer(LiveState state, Asked asked)
    {
        var (_, reckoning, columns) = state.Contest(asked.Path("id"), asked.Path("contest"));
        var able = reckoning.Election.Contests.Where(c => c.Id != columns.Id && ContestTransfer.Between(c, columns, reckoning.Election) is not null).Select(c => c.Id).ToList();
        if (able.Count == 0)
        {
            throw ServeFault.NotThere("contest", columns.Id, reckoning.Election.Contests.Select(c => c.Id));
        }

        var from = asked.One("from") ?? throw ServeFault.Wrong("from", "", able);
        var flow = (able.Contains(from) ? reckoning.Flow(reckoning.Election.Contest(from)!, columns) : null) ?? throw ServeFault.Wrong("from", from, able);
        return Reply.Json(TransferJson.Of(flow.Inference, 0, flow.Inference.Findings(flow.Transfer.Titles)));
    }
}
