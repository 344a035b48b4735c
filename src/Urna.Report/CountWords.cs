using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;
using Urna.Numerics;

namespace Urna.Report;

/// <summary>Says what the counts of ranked ballots did.</summary>
public static class CountWords
{
    const int MostDecimals = 9;

    /// <summary>One or two sentences a step.</summary>
    /// <param name="step">A step of a count of ranked ballots.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(AllocationStep step, Wording e) => step switch
    {
        QuotaSet s => e.Say(
            "count.ballots-show-a-preference-the-quota", ("valid", s.Valid), ("without", Without(s.Without, e)), ("seats", s.Seats),
            ("number", Number(s.Quota, e)), ("mustExceed", s.MustExceed)),
        CountTaken s => e.Say("count.count", ("count", s.Count), ("done", Done(s, e))) + Results(s, e),
        LastVacanciesFilled s => Last(s, e),
        _ => step.GetType().Name,
    };

    /// <summary>What an open tie in a count of ranked ballots leaves to lots.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(OpenTie tie, Wording e) => e.Say(
        "count.are-tied-and-the-count-stops", ("among", e.List(tie.Among)), ("seats", tie.Seats));

    /// <summary>Votes with the decimals that they have; a fraction without end is cut.</summary>
    /// <param name="votes">Votes.</param>
    /// <param name="e">The readers' words.</param>
    public static string Number(Fraction votes, Wording e)
    {
        var text = votes.IsDecimal ? votes.ToDecimal() : votes.Value.ToString("F5", CultureInfo.InvariantCulture);
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return e.Numbers.Number(votes.Value, Math.Min(decimals, MostDecimals));
    }

    static string Without(long without, Wording e) =>
        without == 0 ? "" : e.Say("count.and-show-none", ("without", without));

    static string Done(CountTaken s, Wording e) => s.Kind switch
    {
        CountKind.First => e.Say("term.first-preferences"),
        CountKind.Surplus => e.Say("count.the-surplus-of-is-passed-on", ("from", e.List(s.From)), ("values", Values(s.Passed, e))),
        _ => s.Excluded.IsEmpty
            ? e.Say("count.more-ballots-of-are-passed-on", ("from", e.List(s.From)))
            : e.Say("count.excluded-and-the-ballots-passed-on", ("from", s.From)),
    };

    /// <summary>The transfer values: one, or several with their ballots.</summary>
    static string Values(ImmutableArray<PassedBallots> passed, Wording e) => passed switch
    {
        [var only] => Number(only.Value, e),
        _ => e.List(passed.Select(p => e.Say("count.ballots", ("number", Number(p.Value, e)), ("ballots", p.Ballots)))),
    };

    static string Results(CountTaken s, Wording e)
    {
        var votes = s.Tallies.ToLookup(t => t.Candidate, t => t.Votes);
        return s.Elected.IsEmpty ? "" : e.Say("count.elected") + e.List(s.Elected.Select(c => $"{c} ({Number(votes[c].First(), e)})")) + ".";
    }

    static string Last(LastVacanciesFilled s, Wording e) => s.By switch
    {
        LastVacancyRule.FirstOfTwo => e.Say("count.is-the-first-of-the-two", ("elected", e.List(s.Elected))),
        LastVacancyRule.MoreThanTheRest or LastVacancyRule.AtLeastTheRest => e.Say(
            "count.cannot-be-overtaken-by-the-others", ("elected", e.List(s.Elected))),
        _ => e.Say("count.no-more-candidates-are-left-than", ("elected", e.List(s.Elected))),
    };
}
