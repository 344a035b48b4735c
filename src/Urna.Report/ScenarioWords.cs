using Urna.Allocate.Methods;
using Urna.Model;
using Urna.Scenarios;
using Urna.Scenarios.Goals;

namespace Urna.Report;

/// <summary>What follows from a scenario, in words for people.</summary>
public static class ScenarioWords
{
    /// <summary>Why a seat changed hands: the figures compared.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="e">The readers' words.</param>
    public static string Because(ChangeReason reason, Wording e) => reason switch
    {
        ChangeReason.Quotients q => e.L(
            $"{q.Winner}: {e.Whole(q.Votes)} / {q.Divisor} = {Quotient(q.Votes, q.Divisor, e)}, above {q.Loser}: {e.Whole(q.LoserVotes)} / {q.LoserDivisor} = {Quotient(q.LoserVotes, q.LoserDivisor, e)}",
            $"{q.Winner}: {e.Whole(q.Votes)} / {q.Divisor} = {Quotient(q.Votes, q.Divisor, e)}, sobre {q.Loser}: {e.Whole(q.LoserVotes)} / {q.LoserDivisor} = {Quotient(q.LoserVotes, q.LoserDivisor, e)}"),
        ChangeReason.MoreVotes m => e.L(
            $"{m.Winner} has {e.Whole(m.Votes)} votes, {m.Loser} {e.Whole(m.LoserVotes)}", $"{m.Winner} tiene {e.Whole(m.Votes)} votos, {m.Loser} {e.Whole(m.LoserVotes)}"),
        ChangeReason.OtherSeats s => e.L(
            $"{s.List} has {e.Whole(s.After)} seats with {e.Whole(s.Votes)} votes, and had {e.Whole(s.Before)}", $"{s.List} tiene {e.Whole(s.After)} escaños con {e.Whole(s.Votes)} votos, y tenía {e.Whole(s.Before)}"),
        ChangeReason.NotRunning n => e.L($"{n.Name} does not run", $"{n.Name} no se presenta"),
        ChangeReason.Barred { Needed: { } needed } b => e.L(
            $"{b.List} does not pass the threshold: {e.Whole(b.Votes)} votes of {e.Whole(needed)}", $"{b.List} no pasa el umbral: {e.Whole(b.Votes)} votos de {e.Whole(needed)}"),
        ChangeReason.Barred b => e.L($"{b.List} does not pass the threshold, with {e.Whole(b.Votes)} votes", $"{b.List} no pasa el umbral, con {e.Whole(b.Votes)} votos"),
        ChangeReason.Balance b => e.L($"{b.Out} yields to {b.In} for the balance of women and men", $"{b.Out} cede ante {b.In} por la paridad"),
        ChangeReason.Magnitude m => e.L($"the district has {e.Whole(m.After)} seats, and had {e.Whole(m.Before)}", $"el distrito tiene {e.Whole(m.After)} escaños, y tenía {e.Whole(m.Before)}"),
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
        var moved = before.Keys.Union(after.Keys).Select(l => (List: l, By: after.GetValueOrDefault(l) - before.GetValueOrDefault(l))).Where(l => l.By != 0)
            .OrderByDescending(l => Math.Abs(l.By)).ThenBy(l => l.List, StringComparer.Ordinal).Take(4)
            .Select(l => $"{l.List} {e.Numbers.Signed(l.By)}").ToList();
        var people = outcome.Changes.Count(c => c.In is not null);
        return (moved.Count, people) switch
        {
            (0, 0) => e.L("Nobody's seat changes.", "No cambia ningún escaño."),
            (0, 1) => e.L("No list's seats change; 1 person changes.", "No cambian los escaños de ninguna lista; cambia 1 persona."),
            (0, _) => e.L($"No list's seats change; {e.Whole(people)} persons change.", $"No cambian los escaños de ninguna lista; cambian {e.Whole(people)} personas."),
            (_, 1) => e.L($"{e.List(moved)}; 1 seat changes hands.", $"{e.List(moved)}; 1 escaño cambia de manos."),
            _ => e.L($"{e.List(moved)}; {e.Whole(people)} seats change hands.", $"{e.List(moved)}; {e.Whole(people)} escaños cambian de manos."),
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
            return e.L(
                $"Most seats: {e.Whole(found.Target)} (each alone: {e.Whole(found.Held)}), as {pacts}; {e.Whole(found.Partitions)} ways were looked at.",
                $"Más escaños: {e.Whole(found.Target)} (cada uno por separado: {e.Whole(found.Held)}), como {pacts}; se revisaron {e.Whole(found.Partitions)} formas.");
        }

        if (found.Share is { } share)
        {
            return e.L(
                $"{found.Goal.Words}: {e.Percent(share, 2)} of the votes, {e.Whole(found.Votes)}, would have done it.",
                $"{found.Goal.Words}: habría bastado el {e.Percent(share, 2)} de los votos, {e.Whole(found.Votes)}.");
        }

        var swing = found.Swing is { } points and > 0 ? e.L($"; or a uniform swing of {e.Numbers.Number(points * 100, 3)} points", $"; o una variación uniforme de {e.Numbers.Number(points * 100, 3)} puntos") : "";
        return (found.Votes, found.IsOptimal) switch
        {
            (null, true) => e.L($"{found.Goal.Words}: no number of votes reaches it{swing}.", $"{found.Goal.Words}: ningún número de votos lo alcanza{swing}."),
            (null, false) => e.L($"{found.Goal.Words}: no number of votes was found that reaches it{swing}.", $"{found.Goal.Words}: no se encontró un número de votos que lo alcance{swing}."),
            (0, _) => e.L($"{found.Goal.Words}: reached without a vote more.", $"{found.Goal.Words}: se alcanza sin un voto más."),
            ({ } votes, true) => e.L($"{found.Goal.Words}: {e.Whole(votes)} votes, the fewest that do it{swing}.", $"{found.Goal.Words}: {e.Whole(votes)} votos, los menos que bastan{swing}."),
            ({ } votes, false) => e.L(
                $"{found.Goal.Words}: {e.Whole(votes)} votes do it; more than {e.Whole(found.Lower ?? 0)} are needed, and it is not proved how many{swing}.",
                $"{found.Goal.Words}: {e.Whole(votes)} votos bastan; se necesitan más de {e.Whole(found.Lower ?? 0)}, y no está demostrado cuántos{swing}."),
        };
    }

    static string Quotient(long votes, Divisor divisor, Wording e) => e.Numbers.Number(votes / divisor.Value, 1);
}
