using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Power;
using Urna.Scenarios.Chance;
using Urna.Scenarios.Changes;
using Urna.Scenarios.Goals;

namespace Urna.Scenarios;

/// <summary>What follows from a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Contest">The contest as it has it.</param>
/// <param name="Allocation">The seats.</param>
/// <param name="Changes">Who came in and went out, against the contest as it was.</param>
public sealed record ScenarioOutcome(Scenario Scenario, CountedContest Contest, ContestAllocation Allocation, ImmutableArray<SeatChange> Changes)
{
    /// <summary>How far the seats are from the votes.</summary>
    public ContestIndices Indices { get; } = ContestIndices.Of(Contest.Votes, Allocation);

    /// <summary>Women among those elected; null where somebody's sex is not known, or seats are open.</summary>
    public int? Women { get; } = CountWomen(Allocation);

    /// <summary>The power of lists where more than half of the seats decide; null where seats are open, or only one is filled.</summary>
    public ChamberPower? Power { get; } = PowerOf(Contest, Allocation);

    /// <summary>What its joins and splits cost.</summary>
    public ImmutableArray<SplitCost> Splits { get; init; } = [];

    /// <summary>What it would have taken to reach a goal; null unless asked for.</summary>
    public Found? Find { get; init; }

    /// <summary>What came of draws; null unless asked for.</summary>
    public DrawnSeats? Draws { get; init; }

    static int? CountWomen(ContestAllocation allocation)
    {
        var elected = allocation.Districts.SelectMany(d => d.Elected).ToList();
        return elected.Count == 0 || elected.Exists(s => s.Candidate is null || s.Candidacy.Sex == Sex.Unknown) ? null
            : elected.Count(s => s.Candidacy.Sex == Sex.Female != (s.Basis == Basis.Alternate));
    }

    static ChamberPower? PowerOf(CountedContest contest, ContestAllocation allocation)
    {
        const int mostCoalitions = 10;
        ImmutableArray<Bloc> blocs = [.. allocation.SeatsByList.Select(s => new Bloc(s.Key, s.Value))];
        var house = blocs.Sum(b => b.Seats);
        return allocation.Outcome is not Outcome.Elected || house < 2 || !WeightedGame.Fits(blocs) ? null
            : ChamberPower.Of(new Chamber(contest.Source?.Id ?? "", blocs), (house / 2) + 1, mostCoalitions);
    }
}

/// <summary>What lists have together, and apart.</summary>
/// <param name="List">The list that they are together.</param>
/// <param name="Of">The lists that they are apart.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Together">Seats together.</param>
/// <param name="Apart">Seats apart.</param>
/// <param name="WastedTogether">Votes for it in districts where it has no seat.</param>
/// <param name="WastedApart">Votes for those of them that have no seat in a district.</param>
public sealed record SplitCost(string List, ImmutableArray<string> Of, long Votes, int Together, int Apart, long WastedTogether, long WastedApart);
