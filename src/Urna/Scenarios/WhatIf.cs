using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Model;
using Urna.Scenarios.Chance;
using Urna.Scenarios.Changes;
using Urna.Scenarios.Goals;

namespace Urna.Scenarios;

/// <summary>Says what would have followed from other laws, pacts, districts and votes.</summary>
public static class WhatIf
{
    /// <summary>The contest as it was, then each scenario beside it.</summary>
    /// <param name="contest">The contest as it was.</param>
    /// <param name="scenarios">The scenarios, in order.</param>
    /// <param name="goal">What is asked of each of them, what it would have taken; null for nothing.</param>
    /// <returns>The outcomes, or everything that keeps scenarios from being, by their id.</returns>
    /// <remarks>Nothing is given where one scenario cannot be: an answer with a scenario left out would be taken for whole.</remarks>
    public static (ImmutableArray<ScenarioOutcome> Outcomes, ImmutableArray<(string Scenario, ScenarioFault Fault)> Faults) Of(
        CountedContest contest, ImmutableArray<Scenario> scenarios, Goal? goal = null)
    {
        ArgumentNullException.ThrowIfNull(contest);
        var faults = ImmutableArray.CreateBuilder<(string, ScenarioFault)>();
        var asItWas = new Scenario { Id = Scenario.AsItWas, Title = LocalizedText.Say("scenario.term-as-it-was") };
        var actual = new ScenarioOutcome(asItWas, contest, contest.Allocate(), []);
        var outcomes = ImmutableArray.CreateBuilder<ScenarioOutcome>();
        foreach (var scenario in scenarios)
        {
            var (changed, own) = scenario.Apply(contest);
            faults.AddRange(own.Select(f => (scenario.Id, f)));
            faults.AddRange(scenario.Draws is { } draws && own.IsEmpty ? DrawCheck.Of(changed, scenario.Swing is not null, draws).Select(f => (scenario.Id, f)) : []);
            if (faults.Count == 0)
            {
                outcomes.Add(Beside(actual, scenario, changed));
            }
        }

        if (faults.Count == 0 && goal is not null)
        {
            // Without scenarios it is the contest as it was of which the goal is asked.
            var asked = outcomes.Count == 0 ? [actual] : outcomes.ToImmutable();
            var found = asked.Select(o => (Outcome: o, Answer: Search.Of(o.Contest, goal))).ToList();
            faults.AddRange(found.SelectMany(f => f.Answer.Faults.Select(x => (f.Outcome.Scenario.Id, x))));
            var answered = found.Select(f => f.Outcome with { Find = f.Answer.Found }).ToImmutableArray();
            return faults.Count > 0 ? ([], faults.ToImmutable()) : (outcomes.Count == 0 ? answered : [actual, .. answered], []);
        }

        return faults.Count > 0 ? ([], faults.ToImmutable()) : ([actual, .. outcomes], []);
    }

    static ScenarioOutcome Beside(ScenarioOutcome actual, Scenario scenario, CountedContest changed)
    {
        var allocation = changed.Allocate();
        return new ScenarioOutcome(scenario, changed, allocation, SeatChanges.Of(actual.Allocation, allocation, changed.Votes))
        {
            Splits = [.. SplitCosts.Of(scenario, actual, changed, allocation)],
            Draws = scenario.Draws is { } draws && allocation.Faults.IsEmpty ? DrawnSeats.Of(changed, draws) : null,
        };
    }
}
