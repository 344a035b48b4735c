using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Infer;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Power;

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

    /// <summary>Quorums by name.</summary>
    public IReadOnlyDictionary<string, QuorumLaw> Quorums { get; init; } = ImmutableDictionary<string, QuorumLaw>.Empty;

    /// <summary>The folder of each election as its user names it, for the commands that show a figure; the id where there is none.</summary>
    public IReadOnlyDictionary<string, string> Folders { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>An election; null if the store has none of that id.</summary>
    /// <param name="id">Its id; null for the claims' own.</param>
    public Election? Election(string? id) => id is null ? own : elections.GetValueOrDefault(id);

    /// <summary>A contest with its election; null if there is none.</summary>
    /// <param name="name">Its name.</param>
    public (Election Election, Contest Contest)? Contest(ContestName name) =>
        Election(name.Election) is { } election && election.Contest(name.Contest) is { } contest ? (election, contest) : null;

    /// <summary>The quorums of an election by their name; null if there are none.</summary>
    /// <param name="name">Their name; null for those that the election names.</param>
    /// <param name="election">The election.</param>
    public QuorumLaw? QuorumsOf(string? name, Election election) => (name ?? election.Quorums) is { } named ? Quorums.GetValueOrDefault(named) : null;

    /// <summary>Every contest of a kind that was held before a day, the earliest first.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="day">The day.</param>
    internal IEnumerable<ContestName> Before(ContestKind kind, DateOnly day) =>
        from election in elections.Values
        from contest in election.Contests
        where contest.Kind == kind && contest.Date < day
        orderby contest.Date, election.Id, contest.Id
        select new ContestName(election.Id == own.Id ? null : election.Id, contest.Id);

    /// <summary>What the votes alone lead to under the contest's law, before Congress chooses; null where no law fills any seat.</summary>
    internal ContestAllocation? OnVotesAlone(Election election, Contest contest) =>
        contest.Congress.IsEmpty ? Seats(election, contest)
        : LawOf(contest) is { } rule ? SeatAllocation.Allocate(rule, ContestVotes.Of(contest, election.Places) with { Congress = [] }) : null;

    ElectoralRule? LawOf(Contest contest) => contest.Rule is { } name && !contest.Seats.IsEmpty ? rules.GetValueOrDefault(name) : null;

    /// <summary>The seats of a contest by its law; null where no law fills any.</summary>
    internal ContestAllocation? Seats(Election election, Contest contest)
    {
        if (!allocations.TryGetValue((election.Id, contest.Id), out var seats))
        {
            seats = LawOf(contest) is { } rule
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
