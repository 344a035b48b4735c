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
        return $"{least} {condition.Needed} {e.Say("term.of")} {of}"
            + (condition.Lead is { } lead ? e.Say(
                "majority.and-of-them-ahead-of-the", ("least", Least(!condition.LeadExceeded, e)),
                ("percent", TierWords.Percent(lead, e))) : "")
            + (condition.OfRoll is { } roll ? e.Say("majority.and-votes-of-at-least-of", ("percent", TierWords.Percent(roll, e))) : "");
    }

    /// <summary>Who goes on beyond the number of finalists; empty where nobody does.</summary>
    public static string GoOn(MajorityStep step, Wording e) =>
        (step.FinalistShare is { } share ? e.Say(
            "majority.and-everybody-with-at-least-of", ("percent", TierWords.Percent(share, e)),
            ("votes", TierWords.Votes(step.FinalistOf, e))) : "")
        + (step.MayWithdraw ? e.Say("majority.whoever-has-no-votes-in-the") : "");

    /// <summary>The votes of which a share was taken.</summary>
    public static string Whole(MajorityChecked s, Wording e) => s.Of == VoteBase.Valid
        ? e.Say("majority.votes-for-candidacies", ("total", s.Total))
        : $"{e.Whole(s.Total)} ({TierWords.Votes(s.Of, e)})";

    /// <summary>What else was asked for.</summary>
    public static string Besides(MajorityChecked s, Wording e) =>
        (s is { Lead: { } lead, Second: { } second } ? e.Say(
            "majority.and-a-lead-of-over-the", ("percent", TierWords.Percent(lead, e)), ("second", second)) : "")
        + (s is { OfRoll: { } part, Roll: { } roll } ? e.Say(
            "majority.and-of-people-on-the-roll", ("percent", TierWords.Percent(part, e)), ("roll", roll)) : "");

    static string Least(bool inclusive, Wording e) => inclusive ? e.Say("term.at-least") : e.Say("term.more-than-2");
}
