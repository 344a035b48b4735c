using Urna.Allocate.Steps;

namespace Urna.Report;

/// <summary>Says how a law breaks ties.</summary>
static class TieWords
{
    /// <summary>How a step breaks ties, in a sentence; empty where it leaves no choice.</summary>
    public static string Of(RuleStep step, Wording e) => step switch
    {
        EachStep or CongressStep or ListSurplusStep or PassedDownStep or BiproportionalStep => "",
        SharingStep s => Of(s.Ties, e),
        TierStep s => Of(s.Method.Ties, e),
        DistrictSeatsStep { Method: { } method } => Of(method.Ties, e),
        TransferableVoteStep s => Of(s.Ties, e),
        PreferenceCountStep => Of([], e),
        _ => "",
    };

    /// <summary>The rules in their order; a drawing of lots comes last, whether the law names it or not.</summary>
    static string Of(IEnumerable<TieRule> ties, Wording e)
    {
        var rules = ties.Where(t => t != TieRule.Lot).Append(TieRule.Lot).Select(t => Rule(t, e)).ToList();
        return e.Say("tie.ties", ("rules", string.Join(e.Say("tie.then"), rules)));
    }

    static string Rule(TieRule rule, Wording e) => rule switch
    {
        TieRule.MostVotes => e.Say("tie.more-votes-in-all"),
        TieRule.MostPersonalVotes => e.Say("tie.the-next-person-with-more-personal"),
        TieRule.HighestPersonalVote => e.Say("tie.the-highest-personal-vote"),
        TieRule.ListOrder => e.Say("tie.the-order-of-the-list"),
        TieRule.Backwards => e.Say("tie.more-votes-at-the-last-count"),
        TieRule.Forwards => e.Say("tie.more-votes-at-the-first-count"),
        _ => e.Say("tie.a-drawing-of-lots"),
    };
}
