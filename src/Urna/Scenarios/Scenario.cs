using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Model;
using Urna.Scenarios.Chance;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios;

/// <summary>What would be changed in a contest: a function from one contest to another.</summary>
/// <remarks>
/// Changes are made in one order, whatever the order of the fields: districts, candidacies (withdrawn, then moved, split and joined), law and threshold,
/// seats of districts, votes (transfer, swing, votes added). Names are those of the contest as it was, except in changes of votes, which name the lists
/// that the scenario has.
/// </remarks>
public sealed record Scenario
{
    /// <summary>The id of the contest as it was.</summary>
    public const string AsItWas = "as-it-was";

    /// <summary>Its id.</summary>
    public required string Id { get; init => field = Checked.Text(value, "scenario"); }

    /// <summary>Its title for people.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Another law; null for the contest's own.</summary>
    public ElectoralRule? Rule { get; init; }

    /// <summary>Lists that run as one.</summary>
    public ImmutableArray<ListJoin> Join { get; init => field = Checked.List(value, "join"); } = [];

    /// <summary>Lists whose parties run apart.</summary>
    public ImmutableArray<ListSplit> Split { get; init => field = Checked.List(value, "split"); } = [];

    /// <summary>Parties and persons that run on another list.</summary>
    public ImmutableArray<Move> Move { get; init => field = Checked.List(value, "move"); } = [];

    /// <summary>Who does not run.</summary>
    public ImmutableArray<StandDown> Withdraw { get; init => field = Checked.List(value, "withdraw"); } = [];

    /// <summary>Other districts; null for the contest's own.</summary>
    public DistrictChange? Districts { get; init; }

    /// <summary>Other numbers of seats; null for those of the districts.</summary>
    public MagnitudeChange? Magnitudes { get; init; }

    /// <summary>Another threshold; null for the law's own.</summary>
    public ThresholdWish? Threshold { get; init; }

    /// <summary>A swing of votes; null for none.</summary>
    public VoteSwing? Swing { get; init; }

    /// <summary>Votes added, or moved.</summary>
    public ImmutableArray<VotesMore> AddVotes { get; init => field = Checked.List(value, "add-votes"); } = [];

    /// <summary>Votes that pass to others; null for none.</summary>
    public VoteTransfer? Transfer { get; init; }

    /// <summary>Draws of what votes might have been; null for none.</summary>
    public DrawOptions? Draws { get; init; }

    /// <summary>Whether it changes nothing.</summary>
    public bool ChangesNothing => this is
    {
        Rule: null, Join.IsEmpty: true, Split.IsEmpty: true, Move.IsEmpty: true, Withdraw.IsEmpty: true, Districts: null,
        Magnitudes: null, Threshold: null, Swing: null, AddVotes.IsEmpty: true, Transfer: null,
    };

    /// <summary>The contest as the scenario has it, or everything that keeps it from being.</summary>
    /// <param name="contest">The contest as it was.</param>
    public (CountedContest Contest, ImmutableArray<ScenarioFault> Faults) Apply(CountedContest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        if (ChangesNothing)
        {
            return (contest, []);
        }

        var faults = new ScenarioFaults();
        RefuseRanked(contest, faults);
        var placed = Changes.Districts.Apply(contest, Districts, Magnitudes is not null, faults);
        var standing = Withdrawn.Apply(placed, Withdraw, faults);
        RefuseWithdrawnTwice(contest, faults);
        var running = Ballot.Apply(standing, Join, Split, Move, faults);
        var lawful = Thresholds.Apply(Rule is { } rule ? running with { Rule = rule } : running, Threshold, faults);
        var seated = Changes.Magnitudes.Apply(lawful, Magnitudes, faults);
        var passed = faults.Any ? seated : Transferred.Apply(seated, Transfer, faults);
        var swung = faults.Any ? passed : Changes.Swing.Apply(passed, Swing, faults);
        var voted = faults.Any ? swung : Added.Apply(swung, AddVotes, faults);
        return (faults.Any ? contest : LastWords.Of(contest, voted), faults.All);
    }

    /// <summary>Votes of ranked ballots are what the ballots say.</summary>
    void RefuseRanked(CountedContest contest, ScenarioFaults faults)
    {
        if (contest.Votes.Districts.Any(d => d.Ballots is not null) && (Swing is not null || Transfer is not null || !AddVotes.IsEmpty || Draws is not null))
        {
            faults.Add("V625", Swing is not null ? "swing" : Transfer is not null ? "transfer" : Draws is not null ? "draws" : "add-votes", 0, "ranked ballots", "rule, magnitudes, join, split or move",
                LocalizedText.Say("scenario.fault-votes-of-ranked-ballots-follow-from-the-ballots"));
        }
    }

    /// <summary>Who does not run cannot run elsewhere.</summary>
    void RefuseWithdrawnTwice(CountedContest contest, ScenarioFaults faults)
    {
        if (Withdraw.IsEmpty || (Join.IsEmpty && Split.IsEmpty && Move.IsEmpty))
        {
            return;
        }

        var gone = Withdraw.Where(w => w.District is null).Select(w => FoldedName.Of(w.Name)).ToHashSet();
        var asked = Join.Index().SelectMany(j => j.Item.Of.Select(name => (Field: "join", j.Index, Name: name)))
            .Concat(Split.Index().Select(s => (Field: "split", s.Index, Name: s.Item.List)))
            .Concat(Move.Index().Select(m => (Field: "move", m.Index, m.Item.Name)));
        foreach (var (field, index, name) in asked.Where(a => gone.Contains(FoldedName.Of(a.Name))))
        {
            faults.Contradicts(field, index, name, LocalizedText.Say("scenario.fault-is-withdrawn-too", ("name", name)));
        }
    }
}
