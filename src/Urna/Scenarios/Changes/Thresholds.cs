using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>A law with another threshold.</summary>
static class Thresholds
{
    /// <summary>The contest under its law with a threshold.</summary>
    public static CountedContest Apply(CountedContest contest, ThresholdWish? wish, ScenarioFaults faults)
    {
        if (wish is null)
        {
            return contest;
        }

        if (wish.Share.Numerator <= 0 || wish.Share.Numerator > wish.Share.Denominator)
        {
            faults.Add("V623", "threshold", 0, $"{wish.Share}", "more than 0 and at most the whole, as 5%",
                LocalizedText.Say("scenario.fault-is-no-share-of-the-votes", ("share", $"{wish.Share}")));
            return contest;
        }

        if ((wish.Holders == Holder.Party ? OfParties(contest.Rule, wish.Share) : ThresholdChange.Apply(contest.Rule, wish.Share)) is { } rule)
        {
            return contest with { Rule = rule };
        }

        faults.Add("V625", "threshold", 0, $"{wish.Share}", "a law that shares seats among lists and has no threshold of its own kind; or a law's file",
                LocalizedText.Say("scenario.fault-the-law-takes-no-such-threshold", ("name", contest.Rule.Name)));
        return contest;
    }

    static ElectoralRule? OfParties(ElectoralRule rule, Proportion share)
    {
        var first = rule.Steps.ToList().FindIndex(s => s is SharingStep { Holders: not Holder.Candidate });
        if (first < 0 || rule.Steps.Any(s => s is ThresholdStep))
        {
            return null;
        }

        var condition = new ThresholdCondition { Shares = ImmutableSortedDictionary<int, Proportion>.Empty.Add(1, share) };
        var steps = rule.Steps.Insert(first, new ThresholdStep([condition], [], false) { Article = rule.Steps[first].Article, Holders = Holder.Party });
        return ElectoralRule.Check(steps).IsEmpty ? rule with { Steps = steps } : null;
    }
}
