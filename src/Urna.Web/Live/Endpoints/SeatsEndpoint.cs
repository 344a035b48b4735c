using Urna.Allocate;
using Urna.Contract;
using Urna.Count;
using Urna.Model;
using Urna.Validate;

namespace Urna.Web.Live.Endpoints;

/// <summary>Who is elected under the law, why, and how near it was.</summary>
static class SeatsEndpoint
{
    public static Endpoint Seats { get; } = new("/api/v1/elections/{id}/contests/{contest}/seats", "The seats of a contest under its exact law, district by district.", typeof(SeatsJson), (state, asked) => Answer(state, asked, asked.Flag("explain"), false))
    {
        Command = "urna seats",
        Parameters = [new("explain", "true: every step, with its article of the law") { Words = ["true", "false", ""] }],
    };

    public static Endpoint Margins { get; } = new("/api/v1/elections/{id}/contests/{contest}/margins", "The seats with those that fewest votes would have changed, the closest first.", typeof(SeatsJson), (state, asked) => Answer(state, asked, false, true))
    {
        Command = "urna seats --margins",
    };

    static Reply Answer(LiveState state, Asked asked, bool explain, bool margins)
    {
        var (_, reckoning, contest) = state.Contest(asked.Path("id"), asked.Path("contest"));
        var allocation = reckoning.Seats(contest) ?? throw ServeFault.NotThere("contest", contest.Id, reckoning.Election.Contests.Where(c => reckoning.LawOf(c) is not null).Select(c => c.Id));
        return allocation.Faults.IsEmpty
            ? Reply.Json(SeatsJson.Of(contest.Id, allocation, explain) with { Closest = margins && reckoning.Votes(contest) is { } votes ? ClosestSeats.Of(allocation, votes, int.MaxValue).Select(SeatsJson.Close.Of) : null })
            : throw ServeFault.NotEnough(allocation.Faults);
    }
}
