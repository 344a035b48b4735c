using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Report;

/// <summary>Says how a law counts ranked ballots.</summary>
static class CountingWords
{
    /// <summary>A few sentences.</summary>
    public static string Of(TransferableVoteStep step, Wording e) => string.Join(' ', new[]
    {
        Quota(step, e), Surplus(step, e), Decimals(step, e), Exclusion(step, e), Parcels(step, e), LastVacancy(step, e), Stop(step, e), Ballot(step, e), WriteIns(step, e),
    }.Where(s => s.Length > 0));

    /// <summary>A sentence or two on a count by pairs or by levels.</summary>
    public static string Of(PreferenceCountStep step, Wording e) => step.Method == PreferenceMethod.Bucklin ? e.Say("counting.by-levels") : e.Say(
        "counting.by-pairs",
        ("method", step.Method switch
        {
            PreferenceMethod.Schulze => e.Say("counting.by-pairs-schulze"),
            PreferenceMethod.RankedPairs => e.Say("counting.by-pairs-ranked"),
            _ => e.Say("counting.by-pairs-minimax"),
        }),
        ("margins", step.Size == VictorySize.Margins));

    static string Quota(TransferableVoteStep step, Wording e)
    {
        var quota = step.Quota switch
        {
            QuotaRule.Droop => e.Say("counting.quota-droop"),
            QuotaRule.HagenbachBischoff => e.Say("counting.quota-hagenbach-bischoff"),
            _ => e.Say("counting.quota-hare"),
        };
        return e.Say(
            "counting.ballots-are-ranked-whoever-the-quota", ("mustExceed", step.MustExceed), ("quota", quota), ("recomputed", step.Recomputed));
    }

    static string Surplus(TransferableVoteStep step, Wording e)
    {
        if (step.Surplus == SurplusRule.None)
        {
            return e.Say("counting.no-surplus-is-passed-on");
        }

        var how = step.Surplus switch
        {
            SurplusRule.WeightedInclusiveGregory => e.Say("counting.by-all-ballots-of-the-elected"),
            SurplusRule.InclusiveGregory => e.Say("counting.by-all-ballots-of-the-elected-2"),
            _ => e.Say("counting.by-the-ballots-received-last"),
        };
        var share = step.Share == SurplusShare.AllBallots
            ? e.Say("counting.the-part-of-ballots-without-a")
            : e.Say("counting.it-is-divided-among-those-with");
        var order = step.Order == SurplusOrder.LargestFirst
            ? e.Say("counting.the-largest-surplus-goes-first")
            : e.Say("counting.surpluses-go-in-the-order-in");
        var waits = step.SurplusWaits ? e.Say("counting.but-waits-while-it-cannot-change") : "";
        return e.Say("counting.a-surplus-is-passed-on", ("how", how), ("share", share), ("order", order), ("waits", waits));
    }

    static string Decimals(TransferableVoteStep step, Wording e)
    {
        if (step.Decimals is not { } decimals)
        {
            return e.Say("term.nothing-is-rounded");
        }

        var what = step.Rounding == RoundingRule.BallotValue ? e.Say("counting.the-value-of-each-ballot") : e.Say("counting.what-a-candidate-gains-at-a");
        return e.Say("counting.is-kept-to-decimals-without-rounding", ("what", what), ("decimals", decimals));
    }

    static string Exclusion(TransferableVoteStep step, Wording e) => step.Exclude switch
    {
        ExclusionRule.Lowest => e.Say("counting.otherwise-the-candidate-with-the-fewest"),
        ExclusionRule.AllButTwo => e.Say("counting.if-nobody-is-elected-all-but"),
        _ => e.Say("counting.those-who-can-no-longer-overtake")
            + (step.Exclude == ExclusionRule.BatchBeforeSurplus ? e.Say("counting.they-go-before-any-surplus-is") : ""),
    };

    static string Parcels(TransferableVoteStep step, Wording e) => step.Parcels switch
    {
        ExclusionParcels.Together => e.Say("counting.ballots-of-the-excluded-move-at"),
        ExclusionParcels.ByValue => e.Say("counting.ballots-of-the-excluded-move-in"),
        _ => e.Say("counting.of-the-ballots-of-the-excluded"),
    };

    static string LastVacancy(TransferableVoteStep step, Wording e) => step.LastVacancy switch
    {
        LastVacancyRule.None => "",
        LastVacancyRule.MoreThanTheRest => e.Say("counting.the-last-seat-is-filled-as"),
        LastVacancyRule.AtLeastTheRest => e.Say("counting.the-last-seat-is-filled-as-2"),
        _ => e.Say("counting.when-two-candidates-are-left-for"),
    };

    static string Stop(TransferableVoteStep step, Wording e) => step.Stop == StopRule.Filled ? "" : e.Say("counting.nobody-is-elected-before-two-candidates");

    static string Ballot(TransferableVoteStep step, Wording e)
    {
        var skipped = step.SkippedRanks switch
        {
            null => e.Say("counting.ranks-left-blank-are-passed-over"),
            0 => e.Say("counting.a-rank-left-blank-ends-the"),
            var most => e.Say("counting.up-to-ranks-left-blank-in", ("most", most)),
        };
        return e.Say(
            "counting.a-rank-with-several-candidates-a", ("skipped", skipped), ("mark", Mark(step.Overvote, e)),
            ("mark2", Mark(step.Duplicate, e)));
    }

    static string Mark(MarkRule rule, Wording e) => rule == MarkRule.Next ? e.Say("term.is-passed-over") : e.Say("term.ends-the-ballot");

    static string WriteIns(TransferableVoteStep step, Wording e) => step.WriteIns.IsEmpty ? "" : e.Say(
        "counting.stand-for-many-persons-they-cannot", ("writeIns", e.List(step.WriteIns)));
}
