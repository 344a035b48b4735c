using System.Collections.Concurrent;
using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.History;
using Urna.Infer;
using Urna.Model;
using Urna.Power;
using Urna.Validate;

namespace Urna.Judge;

/// <summary>The elections that claims are judged by: the claims' own, and those that it can be compared with.</summary>
/// <remarks>
/// Another election is read when a claim first needs it. One that cannot be read is never left out in silence: <see cref="FaultsOf(string)"/> and
/// <see cref="FaultsOfAll"/> say why, and a claim that needs it lacks data. Safe for any number of threads.
/// </remarks>
public sealed class ClaimStore
{
    readonly Reckoning own;
    readonly ImmutableArray<StoredElection> elections;

    /// <summary>A store of elections that may still have to be read.</summary>
    /// <param name="own">The election of the claims.</param>
    /// <param name="elections">Every election of the store, the own among them.</param>
    public ClaimStore(Reckoning own, ImmutableArray<StoredElection> elections) => (this.own, this.elections) = (own, elections);

    /// <summary>A store of elections that are read.</summary>
    /// <param name="own">The election of the claims.</param>
    /// <param name="elections">Every election of the store by id, the own among them.</param>
    /// <param name="rules">Laws by name; all that contests of these elections name.</param>
    /// <exception cref="ArgumentException">A contest names a law that is not among the rules.</exception>
    public ClaimStore(Election own, IReadOnlyDictionary<string, Election> elections, IReadOnlyDictionary<string, ElectoralRule> rules)
    {
        var reckonings = elections.Values.Prepend(own).Distinct().ToDictionary(e => e.Id, e => new Reckoning(e, rules));
        this.own = reckonings[own.Id];
        this.elections = [.. reckonings.Values.Select(r => new StoredElection(r.Election.Id, r.Election.Id, () => new ElectionReading(r, [])))];
    }

    /// <summary>The names of the elections: their ids, or their folders where an id cannot be read.</summary>
    public IEnumerable<string> Elections => elections.Select(e => e.Id ?? e.Folder);

    /// <summary>Quorums by name, beside those that elections name.</summary>
    public IReadOnlyDictionary<string, QuorumLaw> Quorums { get; init; } = ImmutableDictionary<string, QuorumLaw>.Empty;

    /// <summary>Elections that are known and not at hand, such as those whose figures no package may hold: a claim that needs one lacks data.</summary>
    public ImmutableHashSet<string> Withheld { get; init; } = [];

    /// <summary>The line of all votes, and what the book of history says; of the elections alone where no book is given.</summary>
    public ClaimHistory History { get => field ??= OwnHistory(); init; }

    ClaimHistory OwnHistory() => new(() => HistoryBook.Empty, () => (
        NationalVotes.With(elections.Select(e => e.Reading.Reckoning).OfType<Reckoning>().SelectMany(r => NationalVotes.Of(r, HistoryBook.Empty)), HistoryBook.Empty), FaultsOfAll()));

    /// <summary>An election; null if the store has none of that name, or cannot say which, or cannot read it.</summary>
    /// <param name="name">Its id or the name of its folder; null for the claims' own.</param>
    public Election? Election(string? name) => ReckoningOf(name)?.Election;

    /// <summary>Why an election cannot be used; empty if it can, or if the store has none of that name.</summary>
    /// <param name="name">Its id or the name of its folder.</param>
    public ImmutableArray<Finding> FaultsOf(string name) => FaultsOf(name, Named(name));

    /// <summary>Why the election of a name cannot be used; empty if it can, or if there is none.</summary>
    /// <param name="name">Its id or the name of its folder.</param>
    /// <param name="named">Those that the name may mean.</param>
    public static ImmutableArray<Finding> FaultsOf(string name, IReadOnlyList<StoredElection> named) => named switch
    {
        [] => [],
        [var one] => FaultsOf(one),
        _ => [Ambiguous(name, named)],
    };

    /// <summary>Why some election of the store cannot be used; empty if all can.</summary>
    public ImmutableArray<Finding> FaultsOfAll() =>
    [
        .. Partitioner.Create(elections, EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered().Select(FaultsOf).ToList().SelectMany(f => f),
        .. from twice in elections.Where(e => e.Id is not null).GroupBy(e => e.Id!)
           where twice.Count() > 1
           select Ambiguous(twice.Key, [.. twice]),
    ];

    /// <summary>A contest with its election; null if there is none.</summary>
    /// <param name="name">Its name.</param>
    public (Election Election, Contest Contest)? Contest(ContestName name) =>
        Election(name.Election) is { } election && election.Contest(name.Contest) is { } contest ? (election, contest) : null;

    /// <summary>The quorums of an election by their name; null if there are none.</summary>
    /// <param name="name">Their name; null for those that the election names.</param>
    /// <param name="election">The election.</param>
    public QuorumLaw? QuorumsOf(string? name, Election election) =>
        (name is null || name == election.Quorums) && ReckoningOf(election).Quorums is { } ofElection ? ofElection
        : (name ?? election.Quorums) is { } named ? Quorums.GetValueOrDefault(named)
        : null;

    /// <summary>Every contest of a kind that a country held before a day, the earliest first.</summary>
    /// <param name="country">The country: what others counted is no record of it.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="day">The day.</param>
    internal IEnumerable<ContestName> Before(string country, ContestKind kind, DateOnly day) =>
        from stored in elections
        let election = stored.Reading.Reckoning?.Election
        where election is not null && election.Country == country
        from contest in election.Contests
        where contest.Kind == kind && contest.Date < day
        orderby contest.Date, election.Id, contest.Id
        select new ContestName(ReferenceEquals(election, own.Election) ? null : election.Id, contest.Id);

    /// <summary>What the votes alone lead to under the contest's law, before Congress chooses; null where no law fills any seat.</summary>
    internal ContestAllocation? OnVotesAlone(Election election, Contest contest) => ReckoningOf(election).SeatsOnVotesAlone(contest);

    /// <summary>The votes that fill the seats of a contest.</summary>
    internal ContestVotes VotesOf(Election election, Contest contest) => ReckoningOf(election).Votes(contest);

    /// <summary>The seats of a contest by its law; null where no law fills any.</summary>
    internal ContestAllocation? Seats(Election election, Contest contest) => ReckoningOf(election).Seats(contest);

    /// <summary>Two contests of an election as one table; null if their counts allow none.</summary>
    internal ContestTransfer? Transfer(Election election, Contest from, Contest to) => ReckoningOf(election).Transfer(from, to);

    /// <summary>The estimated flow between two contests of an election; null if their counts allow none.</summary>
    internal ContestFlow? Flow(Election election, Contest from, Contest to, CancellationToken cancel) => ReckoningOf(election).Flow(from, to, cancel);

    /// <summary>The folder of an election as commands name it.</summary>
    internal string PathOf(Election election) => Named(election.Id).Find(e => ReferenceEquals(e.Reading.Reckoning?.Election, election))?.Path ?? election.Id;

    Reckoning? ReckoningOf(string? name) => name is null ? own : Named(name) is [var one] ? one.Reading.Reckoning : null;

    Reckoning ReckoningOf(Election election) => ReferenceEquals(election, own.Election) ? own
        : Named(election.Id).Select(e => e.Reading.Reckoning).FirstOrDefault(r => ReferenceEquals(r?.Election, election))
            ?? throw new ArgumentException($"'{election.Id}' is not an election of the store.", nameof(election));

    /// <summary>The elections of a name: the one whose folder and id both are it, or else all of which one is.</summary>
    List<StoredElection> Named(string name) =>
        elections.FirstOrDefault(e => e.Folder == name && e.Id == name) is { } both ? [both] : [.. elections.Where(e => e.Folder == name || e.Id == name)];

    static ImmutableArray<Finding> FaultsOf(StoredElection election) => election.Reading is { Reckoning: null, Findings: var findings }
        ? [.. findings.Where(f => f.Severity == Severity.Fault).Select(f => f with { File = $"{election.Folder}/{f.File}" })]
        : [];

    static Finding Ambiguous(string name, IReadOnlyList<StoredElection> several) => Codes.Finding("V171", LocalizedText.Say(
        "v171.several-folders-are-the-election-by", ("name", name), ("several", string.Join(", ", several)))) with
    {
        Found = name,
        Expected = "one folder an election",
    };
}
