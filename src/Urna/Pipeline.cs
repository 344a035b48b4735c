using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Count;
using Urna.Infer;
using Urna.Judge;
using Urna.Model;
using Urna.Power;
using Urna.Scenarios;
using Urna.Validate;

namespace Urna;

/// <summary>What the chain says of one contest.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Total">Its count over all places.</param>
/// <param name="Allocation">Its seats under its law; null where no law fills any.</param>
public sealed record ContestAccount(Contest Contest, Tabulation Total, ContestAllocation? Allocation)
{
    /// <summary>The votes from which the seats were filled; null where no law fills any.</summary>
    public ContestVotes? Votes { get; init; }
}

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

    /// <summary>What is said of it, judged; null if nothing is.</summary>
    public JudgedClaims? Claims { get; init; }

    /// <summary>What would have followed from other laws, pacts and districts; null if nobody asks.</summary>
    public ScenarioAccount? Scenarios { get; init; }
}

/// <summary>The whole chain, from an election that was read to the account that a report tells.</summary>
/// <remarks>
/// Read → Validate → Count → Allocate → Power → Infer → Judge → Report; each stage uses only those before it.
/// A <see cref="Reckoning"/> makes each part once, whoever asks first: so a claim about a flow and the page of the flow tell one estimate.
/// </remarks>
public static class Pipeline
{
    /// <summary>Runs every stage.</summary>
    /// <param name="reckoning">The election with its laws; what it was already asked for is not computed again.</param>
    /// <param name="claims">What is said of it; null if nothing is.</param>
    /// <param name="cancel">Ends the estimates.</param>
    /// <exception cref="OperationCanceledException">They were ended.</exception>
    public static Account Run(Reckoning reckoning, ClaimSet? claims = null, CancellationToken cancel = default)
    {
        var findings = reckoning.Findings;
        ImmutableArray<ContestAccount> contests = [.. reckoning.Election.Contests.Select(c => Of(c, reckoning))];
        var flows = reckoning.Flows(cancel);
        return new Account(reckoning.Election, [.. findings, .. flows.SelectMany(f => f.Findings)], contests, flows)
        {
            Power = reckoning.Power,
            Claims = claims is null ? null : ClaimJudge.Of(claims, cancel),
        };
    }

    /// <summary>Runs every stage on an election that nothing was asked of yet.</summary>
    /// <param name="election">The election, as read.</param>
    /// <param name="rules">The laws that its contests name, by that name.</param>
    /// <param name="quorums">The quorums that it names; null if none.</param>
    /// <exception cref="ArgumentException">A contest names a law that is not among the rules.</exception>
    public static Account Run(Election election, IReadOnlyDictionary<string, ElectoralRule> rules, QuorumLaw? quorums = null) =>
        Run(new Reckoning(election, rules, quorums));

    static ContestAccount Of(Contest contest, Reckoning reckoning)
    {
        var allocation = reckoning.Seats(contest);
        return new ContestAccount(contest, reckoning.Total(contest), allocation) { Votes = allocation is null ? null : reckoning.Votes(contest) };
    }
}
