using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Report;

/// <summary>Says what a majority asks for, and what was held against it.</summary>
static class MajorityWords
{
    /// <summary>One way to be elected at once, within a sentence.</summary>
    public static string Of(MajorityCondition condition, Wording e)
    {
        var of = TierWords.Votes(condition.Of, e);
        var least = Least(condition.Inclusive, e);
        return $"{least} {condition.Needed} {e.L("of", "de")} {of}"
            + (condition.Lead is { } lead ? e.L(
                $" and {Least(!condition.LeadExceeded, e)} {TierWords.Percent(lead, e)} of them ahead of the second", $" y {Least(!condition.LeadExceeded, e)} {TierWords.Percent(lead, e)} de ellos sobre la segunda mayoría") : "")
            + (condition.OfRoll is { } roll ? e.L($" and votes of at least {TierWords.Percent(roll, e)} of the people on the roll", $" y votos de al menos {TierWords.Percent(roll, e)} de las personas inscritas") : "");
    }

    /// <summary>Who goes on beyond the number of finalists; empty where nobody does.</summary>
    public static string GoOn(MajorityStep step, Wording e) =>
        (step.FinalistShare is { } share ? e.L(
            $", and everybody with at least {TierWords.Percent(share, e)} of {TierWords.Votes(step.FinalistOf, e)}", $", y quien tenga al menos {TierWords.Percent(share, e)} de {TierWords.Votes(step.FinalistOf, e)}") : "")
        + (step.MayWithdraw ? e.L("; whoever has no votes in the second has withdrawn", "; quien no tiene votos en la segunda se retiró") : "");

    /// <summary>The votes of which a share was taken.</summary>
    public static string Whole(MajorityChecked s, Wording e) => s.Of == VoteBase.Valid
        ? e.L($"{e.Whole(s.Total)} votes for candidacies", $"{e.Whole(s.Total)} votos a candidaturas")
        : $"{e.Whole(s.Total)} ({TierWords.Votes(s.Of, e)})";

    /// <summary>What else was asked for.</summary>
    public static string Besides(MajorityChecked s, Wording e) =>
        (s is { Lead: { } lead, Second: { } second } ? e.L($" and a lead of {TierWords.Percent(lead, e)} over the second's {e.Whole(second)}", $" y una ventaja de {TierWords.Percent(lead, e)} sobre los {e.Whole(second)} de la segunda") : "")
        + (s is { OfRoll: { } part, Roll: { } roll } ? e.L($" and {TierWords.Percent(part, e)} of {e.Whole(roll)} people on the roll", $" y {TierWords.Percent(part, e)} de {e.Whole(roll)} personas inscritas") : "");

    static string Least(bool inclusive, Wording e) => inclusive ? e.L("at least", "al menos") : e.L("more than", "más de");
}
