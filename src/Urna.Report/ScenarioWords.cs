using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Model;
using Urna.Scenarios;
using Urna.Scenarios.Goals;

namespace Urna.Report;

/// <summary>What follows from a scenario, in words for people.</summary>
public static class ScenarioWords
{
    const int MostLists = 4;

    /// <summary>Why a seat changed hands: the figures compared.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="e">The readers' words.</param>
    public static string Because(ChangeReason reason, Wording e) => reason switch
    {
        ChangeReason.Quotients q => e.Say(
            "scenario.quotient-above",
            ("winner", q.Winner), ("votes", q.Votes), ("divisor", $"{q.Divisor}"), ("quotient", q.Votes / q.Divisor.Value),
            ("loser", q.Loser), ("loserVotes", q.LoserVotes), ("loserDivisor", $"{q.LoserDivisor}"), ("loserQuotient", q.LoserVotes / q.LoserDivisor.Value)),
        ChangeReason.MoreVotes m => e.Say("scenario.more-votes", ("winner", m.Winner), ("votes", m.Votes), ("loser", m.Loser), ("loserVotes", m.LoserVotes)),
        ChangeReason.OtherSeats s => e.Say("scenario.other-seats", ("list", s.List), ("after", s.After), ("votes", s.Votes), ("before", s.Before)),
        ChangeReason.NotRunning n => e.Say("scenario.not-running", ("name", n.Name)),
        ChangeReason.Barred { Needed: { } needed } b => e.Say("scenario.barred-by-votes", ("list", b.List), ("votes", b.Votes), ("needed", needed)),
        ChangeReason.Barred b => e.Say("scenario.barred", ("list", b.List), ("votes", b.Votes)),
        ChangeReason.Balance b => e.Say("scenario.balance", ("out", b.Out), ("in", b.In)),
        ChangeReason.Magnitude m => e.Say("scenario.magnitude", ("after", m.After), ("before", m.Before)),
        _ => throw new ArgumentException($"'{reason.GetType().Name}' has no words.", nameof(reason)),
    };

    /// <summary>What a scenario changes in seats, in a sentence.</summary>
    /// <param name="actual">The contest as it was.</param>
    /// <param name="outcome">What follows from the scenario.</param>
    /// <param name="e">The readers' words.</param>
    public static string Sentence(ScenarioOutcome actual, ScenarioOutcome outcome, Wording e)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(outcome);
        var (before, after) = (actual.Allocation.SeatsByList.ToDictionary(), outcome.Allocation.SeatsByList.ToDictionary());
        ImmutableArray<string> moved =
        [
            .. before.Keys.Union(after.Keys).Select(l => (List: l, By: after.GetValueOrDefault(l) - before.GetValueOrDefault(l))).Where(l => l.By != 0)
                .OrderByDescending(l => Math.Abs(l.By)).ThenBy(l => l.List, StringComparer.Ordinal).Take(MostLists).Select(l => $"{l.List} {e.Numbers.Signed(l.By)}"),
        ];
        var people = outcome.Changes.Count(c => c.In is not null);
        return (moved.IsEmpty, people) switch
        {
            (true, 0) => e.Say("scenario.nobody-changes"),
            (true, _) => e.Say("scenario.only-persons-change", ("people", people)),
            _ => e.Say("scenario.seats-change-hands", ("lists", Argument.List(moved)), ("people", people)),
        };
    }

    /// <summary>What it would have taken, in a sentence.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(Found found, Wording e)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (!found.Pacts.IsEmpty)
        {
            var pacts = string.Join(" | ", found.Pacts.Select(p => string.Join(" + ", p)));
            return e.Say("scenario.best-pacts", ("target", found.Target ?? 0), ("held", found.Held ?? 0), ("pacts", pacts), ("ways", found.Partitions ?? 0));
        }

        var goal = found.Goal.Words;
        if (found.Share is { } share)
        {
            return e.Say("scenario.share-of-votes", ("goal", goal), ("share", share), ("votes", found.Votes ?? 0));
        }

        var swing = found.Swing is { } points and > 0 ? e.Say("scenario.or-a-swing", ("points", points * 100)) : "";
        return (found.Votes, found.IsOptimal) switch
        {
            (null, true) => e.Say("scenario.no-votes-reach-it", ("goal", goal), ("swing", swing)),
            (null, false) => e.Say("scenario.no-votes-found", ("goal", goal), ("swing", swing)),
            (0, _) => e.Say("scenario.reached-already", ("goal", goal)),
            ({ } votes, true) => e.Say("scenario.fewest-votes", ("goal", goal), ("votes", votes), ("swing", swing)),
            ({ } votes, false) => e.Say("scenario.votes-that-do-it", ("goal", goal), ("votes", votes), ("lower", found.Lower ?? 0), ("swing", swing)),
        };
    }
}
