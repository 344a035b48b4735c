using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Scenarios.Changes;

/// <summary>A contest as a law counts it: what a scenario is given, and what it makes.</summary>
/// <param name="Rule">The law.</param>
/// <param name="Votes">The votes by district.</param>
public sealed record CountedContest(ElectoralRule Rule, ContestVotes Votes)
{
    /// <summary>The contest with the votes of its units; null where only its districts are known.</summary>
    public Contest? Source { get; init; }

    /// <summary>The places of its units; null where only its districts are known.</summary>
    public PlaceTree? Places { get; init; }

    /// <summary>What a reader must know of the changes that led to it.</summary>
    public ImmutableArray<Finding> Notes { get; init; } = [];

    /// <summary>Its seats, by the ordinary door.</summary>
    public ContestAllocation Allocate() => SeatAllocation.Allocate(Rule, Votes);

    /// <summary>The same contest with something to tell.</summary>
    internal CountedContest Noting(string code, LocalizedText message, string place = "") =>
        this with { Notes = Notes.Add(Codes.Finding(code, message) with { Place = place }) };

    /// <summary>The same contest with other districts; what was found in the votes before still holds.</summary>
    internal CountedContest With(ImmutableArray<DistrictVotes> districts) => this with { Votes = Votes with { Districts = districts } };

    /// <summary>The same contest, its lines changed district by district.</summary>
    internal CountedContest WithLines(Func<DistrictVotes, ImmutableArray<CandidacyVotes>> change) =>
        With([.. Votes.Districts.Select(d => change(d) is var lines && lines == d.Votes ? d : d with { Votes = lines })]);
}

/// <summary>Why a scenario cannot be.</summary>
/// <param name="Code">The permanent code.</param>
/// <param name="Field">The field that says it, such as <c>join</c>.</param>
/// <param name="Item">Which entry of the field, from 0.</param>
/// <param name="Found">The value got.</param>
/// <param name="Expected">What is allowed.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record ScenarioFault(string Code, string Field, int Item, string Found, string Expected, LocalizedText Message)
{
    /// <summary>The fault as a finding.</summary>
    public Finding Finding => Codes.Finding(Code, Message) with { Column = Field, Found = Found, Expected = Expected };
}

/// <summary>The faults of a scenario, gathered so that all are told at once.</summary>
sealed class ScenarioFaults
{
    readonly List<ScenarioFault> faults = [];

    /// <summary>The faults so far.</summary>
    public ImmutableArray<ScenarioFault> All => [.. faults];

    /// <summary>Whether there are any.</summary>
    public bool Any => faults.Count > 0;

    /// <summary>Adds a fault.</summary>
    public void Add(string code, string field, int item, string found, string expected, LocalizedText message) => faults.Add(new(code, field, item, found, expected, message));

    /// <summary>Adds the fault of a name that nothing on the ballot bears.</summary>
    public void NotThere(string field, int item, string found, string kind, IEnumerable<string> there) =>
        Add("V620", field, item, found, Nearest.Among(found, there), LocalizedText.Say("scenario.fault-not-there", ("found", found), ("field", field), ("kind", kind)));

    /// <summary>Adds the fault of two changes that cannot both be.</summary>
    public void Contradicts(string field, int item, string found, LocalizedText message) => Add("V621", field, item, found, "one of the two", message);
}
