using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Count;
using Urna.Infer;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Power;
using Urna.Validate;

namespace Urna;

/// <summary>What the chain says of one contest.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Total">Its count over all places.</param>
/// <param name="Allocation">Its seats under its law; null where no law fills any.</param>
public sealed record ContestAccount(Contest Contest, Tabulation Total, ContestAllocation? Allocation);

/// <summary>What the chain says of an election.</summary>
/// <param name="Election">The election.</param>
/// <param name="Findings">What a reader of the data must know.</param>
/// <param name="Contests">Its contests, in order.</param>
/// <param name="Flows">The flows between the rounds of a contest, where its counts allow an estimate.</param>
public sealed record Account(
    Election Election, ImmutableArray<Finding> Findings, ImmutableArray<ContestAccount> Contests, ImmutableArray<ContestFlow> Flows)
{
    /// <summary>Who can decide what in its chambers; null where their members are not known.</summary>
    public PowerAccount? Power { get; init; }
}

/// <summary>The whole chain, from an election that was read to the account that a report tells.</summary>
/// <remarks>Read → Validate → Count → Allocate → Power → Infer → Report; each stage uses only those before it.</remarks>
public static class Pipeline
{
    /// <summary>Runs every stage.</summary>
    /// <param name="election">The election, as read.</param>
    /// <param name="rules">The laws that its contests name, by that name.</param>
    /// <param name="quorums">The quorums that it names; null if none.</param>
    public static Account Run(Election election, IReadOnlyDictionary<string, ElectoralRule> rules, QuorumLaw? quorums = null)
    {
        var contests = Contests(election, rules);
        var flows = Flows(election);
        return new Account(election, [.. Check(election, contests), .. flows.SelectMany(f => f.Findings)], contests, flows)
        {
            Power = PowerAccount.Of(election, quorums),
        };
    }

    /// <summary>Everything a reader of the data must know, without the inference.</summary>
    /// <param name="election">The election, as read.</param>
    /// <param name="rules">The laws that its contests name, by that name.</param>
    public static ImmutableArray<Finding> Check(Election election, IReadOnlyDictionary<string, ElectoralRule> rules) =>
        Check(election, Contests(election, rules));

    static ImmutableArray<ContestAccount> Contests(Election election, IReadOnlyDictionary<string, ElectoralRule> rules) =>
        [.. election.Contests.Select(c => new ContestAccount(c, Tabulate.Whole(c, election.Places), Allocate(c, election.Places, rules)))];

    static ImmutableArray<Finding> Check(Election election, ImmutableArray<ContestAccount> contests) =>
    [
        .. Validation.Check(election),
        .. contests.SelectMany(c => c.Allocation is { } allocation ? allocation.Faults.Concat(allocation.Findings).Concat(OutcomeCheck.Of(c.Contest, allocation)) : []),
    ];

    /// <summary>Fills the seats of a contest; null where no law fills any.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="rules">Laws by name.</param>
    public static ContestAllocation? Allocate(Contest contest, PlaceTree places, IReadOnlyDictionary<string, ElectoralRule> rules) =>
        contest.Rule is { } name && rules.TryGetValue(name, out var rule) && !contest.Seats.IsEmpty
            ? SeatAllocation.Allocate(rule, ContestVotes.Of(contest, places))
            : null;

    /// <summary>Who voted for whom: between the rounds of each contest that has two, and by each group of voters.</summary>
    static ImmutableArray<ContestFlow> Flows(Election election) =>
    [
        .. FlowsAsked(election).AsParallel().AsOrdered()
            .Select(pair => ContestTransfer.Between(pair.From, pair.To, election))
            .OfType<ContestTransfer>()
            .Select(transfer => new ContestFlow(transfer, Inference.Of(transfer.Problem, TransferMethod.Auto, new TransferOptions(), new IntervalOptions()))),
    ];

    static IEnumerable<(Contest From, Contest To)> FlowsAsked(Election election) =>
        from later in election.Contests
        from earlier in election.Contests
        where later.VotersOf is null
            && (earlier.Id == later.FirstRound || (earlier.VotersOf is { } voted && (voted == later.Id || voted == later.FirstRound)))
        select (earlier, later);
}
