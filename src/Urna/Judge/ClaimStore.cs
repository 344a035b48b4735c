using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Infer;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Judge;

/// <summary>The elections that claims are judged by, with seats and estimates made once.</summary>
/// <param name="own">The election of the claims.</param>
/// <param name="elections">Every election of the store by id, the own among them.</param>
/// <param name="rules">Laws by name.</param>
public sealed class ClaimStore(Election own, IReadOnlyDictionary<string, Election> elections, IReadOnlyDictionary<string, ElectoralRule> rules)
{
    readonly Dictionary<(string, string), ContestAllocation?> allocations = [];
    readonly Dictionary<(string, string, string), ContestFlow?> flows = [];

    /// <summary>The ids of the elections.</summary>
    public IEnumerable<string> Elections => elections.Keys;

    /// <summary>An election; null if the store has none of that id.</summary>
    /// <param name="id">Its id; null for the claims' own.</param>
    public Election? Election(string? id) => id is null ? own : elections.GetValueOrDefault(id);

    /// <summary>A contest with its election; null if there is none.</summary>
    /// <param name="name">Its name.</param>
    public (Election Election, Contest Contest)? Contest(ContestName name) =>
        Election(name.Election) is { } election && election.Contest(name.Contest) is { } contest ? (election, contest) : null;

    /// <summary>The seats of a contest by its law; null where no law fills any.</summary>
    internal ContestAllocation? Seats(Election election, Contest contest)
    {
        if (!allocations.TryGetValue((election.Id, contest.Id), out var seats))
        {
            seats = contest.Rule is { } name && rules.TryGetValue(name, out var rule) && !contest.Seats.IsEmpty
                ? SeatAllocation.Allocate(rule, ContestVotes.Of(contest, election.Places))
                : null;
            allocations.Add((election.Id, contest.Id), seats);
        }

        return seats;
    }

    /// <summary>The estimated flow between two contests of an election; null if their counts allow none.</summary>
    internal ContestFlow? Flow(Election election, Contest from, Contest to)
    {
        if (!flows.TryGetValue((election.Id, from.Id, to.Id), out var flow))
        {
            flow = ContestTransfer.Between(from, to, election) is { } transfer
                ? new ContestFlow(transfer, Inference.Of(transfer.Problem, TransferMethod.Auto, new TransferOptions(), new IntervalOptions()))
                : null;
            flows.Add((election.Id, from.Id, to.Id), flow);
        }

        return flow;
    }
}
