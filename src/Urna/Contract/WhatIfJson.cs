using System.Text.Json.Serialization;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Power;
using Urna.Scenarios;
using Urna.Scenarios.Chance;
using Urna.Scenarios.Goals;

namespace Urna.Contract;

/// <summary>What follows from a scenario, in the shape of <c>urna whatif --format json</c>.</summary>
/// <param name="Scenario">The scenario's id; <c>as-it-was</c> first.</param>
/// <param name="Title">Its title.</param>
/// <param name="Contest">The contest's id; null where only its districts are known.</param>
/// <param name="Rule">The law's name.</param>
/// <param name="Outcome">elected, runoff, congress, tie, incomplete or no-votes.</param>
/// <param name="Between">Who goes on, by district, where a second vote or Congress decides.</param>
/// <param name="Districts">The districts, as <c>urna seats</c> has them.</param>
/// <param name="Totals">Seats by list and party.</param>
/// <param name="Indices">How far the seats are from the votes.</param>
/// <param name="Power">The power of lists where more than half of the seats decide; empty where seats are open or only one is filled.</param>
/// <param name="Women">Women among those elected; null where somebody's sex is not known.</param>
/// <param name="Changes">Who came in and went out, against the contest as it was.</param>
/// <param name="Splits">What joined or split lists have together and apart.</param>
public sealed record WhatIfJson(
    string Scenario,
    string Title,
    string? Contest,
    string Rule,
    string Outcome,
    IEnumerable<SeatsJson.Finals> Between,
    IEnumerable<SeatsJson.District> Districts,
    SeatsJson.Sums Totals,
    IndicesJson Indices,
    IEnumerable<PowerJson> Power,
    int? Women,
    IEnumerable<WhatIfJson.Change> Changes,
    IEnumerable<WhatIfJson.Split> Splits)
{
    /// <summary>What came of draws; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Drawn? Draws { get; init; }

    /// <summary>What it would have taken; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Search? Find { get; init; }

    /// <summary>What a reader must know; left out where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<FindingJson>? Findings { get; init; }

    /// <summary>Who came in and went out, with the figures compared.</summary>
    public sealed record Change(string District, Holder? In, Holder? Out, string Because);

    /// <summary>Who holds a seat; party and person are null where law or votes name none.</summary>
    public sealed record Holder(string List, string? Party, string? Candidate);

    /// <summary>What lists have together and apart; votes without a seat are of those who have none in a district.</summary>
    public sealed record Split(string List, IEnumerable<string> Of, long Votes, int Together, int Apart, int Cost, long VotesWithoutSeatTogether, long VotesWithoutSeatApart);

    /// <summary>What came of draws: every figure is of the same ones.</summary>
    public sealed record Drawn(
        int N,
        ulong Seed,
        double Level,
        Deviations Deviation,
        IReadOnlyDictionary<string, Interval> Lists,
        IReadOnlyDictionary<string, double> Majority,
        IReadOnlyDictionary<string, double> Persons,
        long Ties);

    /// <summary>How draws were made: standard deviations in points of a list of half the votes, and the answers of a poll.</summary>
    public sealed record Deviations(double List, double District, int? Poll);

    /// <summary>Seats of a list over all draws; the distribution has the probability of each number from 0.</summary>
    public sealed record Interval(double Mean, int Lower, int Upper, IEnumerable<double> Distribution);

    /// <summary>What it would have taken to reach a goal; votes are null where no number reaches it, the swing is in points.</summary>
    public sealed record Search(string Goal, long? Votes, IEnumerable<Place> Where, double? Swing, bool Optimal)
    {
        /// <summary>Seats that the goal asks for; null where it is no number of seats.</summary>
        public int? Target { get; init; }

        /// <summary>Seats that are sure without it.</summary>
        public int? Held { get; init; }

        /// <summary>The list from which votes are moved; left out where they are added.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? From { get; init; }

        /// <summary>Between what the fewest votes lie; left out where they are proved.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Bounds? Bounds { get; init; }

        /// <summary>The share of somebody's votes that passes, in [0, 1]; left out where none does.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public double? Share { get; init; }

        /// <summary>The pacts, each with its parties; left out unless asked for.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IEnumerable<IEnumerable<string>>? Pacts { get; init; }

        /// <summary>Ways to form pacts that were looked at; left out unless asked for.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public long? Partitions { get; init; }

        /// <summary>What the lists have and need in chambers that the contest does not fill; left out unless a quorum is asked for.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IEnumerable<Chamber>? Elsewhere { get; init; }
    }

    /// <summary>Votes more for a list or person of a district.</summary>
    public sealed record Place(string District, string List, long Add);

    /// <summary>So many votes are too few, so many enough; null where none were found.</summary>
    public sealed record Bounds(long Lower, long? Upper);

    /// <summary>What lists have and need in a chamber.</summary>
    public sealed record Chamber(string Name, int Seats, int Needed);

    /// <summary>The answer of a scenario.</summary>
    /// <param name="outcome">What follows from it.</param>
    /// <param name="because">The sentence of a reason.</param>
    /// <param name="explain">Whether every step is told.</param>
    public static WhatIfJson Of(ScenarioOutcome outcome, Func<ChangeReason, string> because, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(because);
        var seats = SeatsJson.Of(outcome.Contest.Source?.Id, outcome.Allocation, explain);
        var findings = outcome.Contest.Notes.Select(FindingJson.Of).Concat(seats.Findings ?? []).ToList();
        return new(
            outcome.Scenario.Id,
            outcome.Scenario.Title.English,
            seats.Contest,
            seats.Rule,
            seats.Outcome,
            seats.Between,
            seats.Districts,
            seats.Totals,
            IndicesJson.Of(outcome.Indices),
            outcome.Power is { } power ? [PowerJson.Of(power, BlocKind.List)] : [],
            outcome.Women,
            outcome.Changes.Select(c => new Change(c.District, Of(c.In), Of(c.Out), because(c.Because))),
            outcome.Splits.Select(s => new Split(s.List, s.Of, s.Votes, s.Together, s.Apart, s.Together - s.Apart, s.WastedTogether, s.WastedApart)))
        {
            Draws = outcome.Draws is { } draws ? Of(draws) : null,
            Find = outcome.Find is { } find ? Of(find) : null,
            Findings = findings.Count == 0 ? null : findings,
        };
    }

    static Holder? Of(Seat? seat) => seat is null ? null : new(seat.Candidacy.ListName, seat.Party, seat.Candidate);

    static Drawn Of(DrawnSeats draws)
    {
        var outside = (1 - draws.Options.Level) / 2;
        return new(
            draws.Options.Number,
            draws.Options.Seed,
            draws.Options.Level,
            new Deviations(draws.Options.List * 100, draws.Options.District * 100, draws.Options.Poll),
            draws.Lists.ToDictionary(l => l.List, l => new Interval(l.Mean, l.Quantile(outside), l.Quantile(1 - outside), l.Counts.Select(c => (double)c / l.Draws))),
            draws.Lists.Where(l => l.Majority > 0).ToDictionary(l => l.List, l => l.Majority),
            draws.Persons.GroupBy(p => p.Choice).ToDictionary(p => p.Key, p => (double)p.Sum(x => x.Times) / draws.Options.Number),
            draws.Ties);
    }

    static Search Of(Found found) => new(found.Goal.Words, found.Votes, found.Where.Select(w => new Place(w.District, w.List, w.Add)), found.Swing * 100, found.IsOptimal)
    {
        Target = found.Target,
        Held = found.Held,
        From = found.Goal.From,
        Bounds = found.IsOptimal ? null : new(found.Lower ?? 0, found.Votes),
        Share = found.Share,
        Pacts = found.Pacts.IsEmpty ? null : found.Pacts.Select(p => p.AsEnumerable()),
        Partitions = found.Partitions,
        Elsewhere = found.Goal is Goal.Quorum { Elsewhere: var elsewhere } ? elsewhere.Select(e => new Chamber(e.Chamber, e.Seats, e.Needed)) : null,
    };
}
