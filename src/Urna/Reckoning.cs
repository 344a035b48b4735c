using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Count;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Power;
using Urna.Validate;

namespace Urna;

/// <summary>An election with its laws, and what is computed from both, each part once.</summary>
/// <remarks>
/// Nothing is computed before it is asked for. Any number of threads may ask at once; the answers do not depend on how many do, nor in which
/// order. <see cref="Pipeline"/> asks for everything.
/// </remarks>
public sealed class Reckoning
{
    readonly Kept<string, Tabulation> totals = new();
    readonly Kept<string, ImmutableArray<Finding>> checks = new();
    readonly Kept<string, ContestVotes> votes = new();
    readonly Kept<string, ContestAllocation?> seats = new();
    readonly Kept<string, ContestAllocation?> alone = new();
    readonly Kept<(string From, string To), ContestFlow?> flows = new();
    readonly Kept<(string From, string To), ContestTransfer?> transfers = new();
    readonly Kept<PowerAccount?> power = new();

    /// <summary>Joins an election with its laws.</summary>
    /// <param name="election">The election.</param>
    /// <param name="rules">The laws that its contests name, by that name; others may stand among them.</param>
    /// <param name="quorums">The quorums that it names; null if it names none.</param>
    /// <exception cref="ArgumentException">A contest names a law that is not among the rules.</exception>
    public Reckoning(Election election, IReadOnlyDictionary<string, ElectoralRule> rules, QuorumLaw? quorums = null)
    {
        if (election.Contests.FirstOrDefault(c => c.Rule is { } name && !rules.ContainsKey(name)) is { } lawless)
        {
            throw new ArgumentException(
                $"'{lawless.Id}' of '{election.Id}' names the law '{lawless.Rule}', which is not given; given: {string.Join(", ", rules.Keys.Order(StringComparer.Ordinal))}.", nameof(rules));
        }

        (Election, Rules, Quorums) = (election, rules, quorums);
    }

    /// <summary>The election.</summary>
    public Election Election { get; }

    /// <summary>The laws, by the name that contests use.</summary>
    public IReadOnlyDictionary<string, ElectoralRule> Rules { get; }

    /// <summary>The quorums that the election names; null if none.</summary>
    public QuorumLaw? Quorums { get; }

    /// <summary>Who can decide what in its chambers; null where their members are not known, or are too many.</summary>
    public PowerAccount? Power => power.Of(() => PowerAccount.Of(Election, Quorums));

    /// <summary>The law that fills a contest's seats; null where it has none, or no seats.</summary>
    /// <param name="contest">A contest of the election.</param>
    public ElectoralRule? LawOf(Contest contest) => Own(contest) is { Rule: { } name, Seats.IsEmpty: false } ? Rules[name] : null;

    /// <summary>The count of a contest over all places.</summary>
    /// <param name="contest">A contest of the election.</param>
    public Tabulation Total(Contest contest) => totals.Of(Own(contest).Id, () => Tabulate.Whole(contest, Election.Places));

    /// <summary>What does not fit together in a contest's figures.</summary>
    /// <param name="contest">A contest of the election.</param>
    public ImmutableArray<Finding> Check(Contest contest) => checks.Of(Own(contest).Id, () => Validation.Check(contest, Election.Places));

    /// <summary>The votes from which a contest's seats are filled, district by district.</summary>
    /// <param name="contest">A contest of the election.</param>
    public ContestVotes Votes(Contest contest) => votes.Of(Own(contest).Id, () => ContestVotes.Of(contest, Election.Places, [.. NameCheck.Of(contest)]));

    /// <summary>The seats of a contest under its law; null where no law fills any.</summary>
    /// <param name="contest">A contest of the election.</param>
    public ContestAllocation? Seats(Contest contest) =>
        seats.Of(Own(contest).Id, () => LawOf(contest) is { } rule ? SeatAllocation.Allocate(rule, Votes(contest)) : null);

    /// <summary>What the votes alone lead to under the contest's law, before Congress chooses; null where no law fills any seat.</summary>
    /// <param name="contest">A contest of the election.</param>
    public ContestAllocation? SeatsOnVotesAlone(Contest contest) => contest.Congress.IsEmpty ? Seats(contest)
        : alone.Of(Own(contest).Id, () => LawOf(contest) is { } rule ? SeatAllocation.Allocate(rule, Votes(contest) with { Congress = [] }) : null);

    /// <summary>Who of the voters of one contest chose what in another, estimated; null if their counts allow none.</summary>
    /// <param name="from">The contest of the rows.</param>
    /// <param name="to">The contest of the columns.</param>
    /// <param name="cancel">Ends the estimate.</param>
    /// <exception cref="OperationCanceledException">The estimate was ended.</exception>
    public ContestFlow? Flow(Contest from, Contest to, CancellationToken cancel = default) =>
        flows.Of((Own(from).Id, Own(to).Id), () => Estimate(from, to, cancel), cancel);

    /// <summary>Two contests as one table, without an estimate; null where their counts allow none.</summary>
    /// <param name="from">The contest whose rows are asked for.</param>
    /// <param name="to">The other.</param>
    internal ContestTransfer? Transfer(Contest from, Contest to) => transfers.Of((Own(from).Id, Own(to).Id), () => ContestTransfer.Between(from, to, Election));

    ContestFlow? Estimate(Contest from, Contest to, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Transfer(from, to) is not { } transfer ? null
            : new(transfer, Inference.Of(transfer.Problem, TransferMethod.Auto, new TransferOptions { Cancel = cancel }, new IntervalOptions { Cancel = cancel }));
    }

    /// <summary>The flows between the rounds of each contest that has two, and from each group of voters, where counts allow an estimate.</summary>
    /// <param name="cancel">Ends the estimates.</param>
    /// <exception cref="OperationCanceledException">They were ended.</exception>
    public ImmutableArray<ContestFlow> Flows(CancellationToken cancel = default) =>
        [.. FlowsAsked().AsParallel().AsOrdered().WithCancellation(cancel).Select(pair => Flow(pair.From, pair.To, cancel)).OfType<ContestFlow>()];

    IEnumerable<(Contest From, Contest To)> FlowsAsked() =>
        from later in Election.Contests
        from earlier in Election.Contests
        where later.VotersOf is null
            && (earlier.Id == later.FirstRound || (earlier.VotersOf is { } voted && (voted == later.Id || voted == later.FirstRound)))
        select (earlier, later);

    /// <summary>Everything a reader of the data must know, without the estimates: figures that do not fit, and seats that differ or stay open.</summary>
    public ImmutableArray<Finding> Findings =>
    [
        .. Election.Contests.SelectMany(c => Check(c)),
        .. Validation.Beside(Election),
        .. Election.Contests.SelectMany(c => Seats(c) is { } allocation ? allocation.Faults.Concat(allocation.Findings.Except(Check(c))).Concat(OutcomeCheck.Of(c, allocation)) : []),
    ];

    /// <summary>A contest, once it is sure that it is this election's own: what is kept goes by its id.</summary>
    Contest Own(Contest contest) => ReferenceEquals(Election.Contest(contest.Id), contest) ? contest
        : throw new ArgumentException($"'{contest.Id}' is not a contest of '{Election.Id}' as it was read; its contests are {string.Join(", ", Election.Contests.Select(c => c.Id))}.", nameof(contest));
}
