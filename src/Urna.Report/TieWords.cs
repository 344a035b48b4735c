using Urna.Allocate.Steps;

namespace Urna.Report;

/// <summary>Says how a law breaks ties.</summary>
static class TieWords
{
    /// <summary>How a step breaks ties, in a sentence; empty where it leaves no choice.</summary>
    public static string Of(RuleStep step, Wording e) => step switch
    {
        EachStep or CongressStep or ListSurplusStep or BiproportionalStep => "",
        SharingStep s => Of(s.Ties, e),
        TierStep s => Of(s.Method.Ties, e),
        DistrictSeatsStep { Method: { } method } => Of(method.Ties, e),
        TransferableVoteStep s => Of(s.Ties, e),
        _ => "",
    };

    /// <summary>The rules in their order; a drawing of lots comes last, whether the law names it or not.</summary>
    static string Of(IEnumerable<TieRule> ties, Wording e)
    {
        var rules = ties.Where(t => t != TieRule.Lot).Append(TieRule.Lot).Select(t => Rule(t, e)).ToList();
        return e.L($"Ties: {string.Join(", then ", rules)}.", $"Empates: {string.Join("; luego, ", rules)}.");
    }

    static string Rule(TieRule rule, Wording e) => rule switch
    {
        TieRule.MostVotes => e.L("more votes in all", "mayor votación total"),
        TieRule.MostPersonalVotes => e.L("the next person with more personal votes", "mayor votación personal de quien sigue"),
        TieRule.HighestPersonalVote => e.L("the highest personal vote", "la primera mayoría individual"),
        TieRule.ListOrder => e.L("the order of the list", "el orden de la lista"),
        TieRule.Backwards => e.L("more votes at the last count at which they were unequal", "más votos en el último escrutinio en que fueron desiguales"),
        TieRule.Forwards => e.L("more votes at the first count at which they were unequal", "más votos en el primer escrutinio en que fueron desiguales"),
        _ => e.L("a drawing of lots", "sorteo"),
    };
}
