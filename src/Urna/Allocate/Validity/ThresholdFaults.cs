using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using static Urna.Allocate.Validity.StepFaults;

namespace Urna.Allocate.Validity;

/// <summary>What is wrong with a threshold by itself.</summary>
static class ThresholdFaults
{
    /// <summary>The faults of its own fields.</summary>
    public static IEnumerable<LawFault> Of(ThresholdStep step)
    {
        if (step.AnyOf.IsDefaultOrEmpty)
        {
            yield return new("any-of", LocalizedText.Say("v130.a-threshold-needs-a-condition"), "", "share: 5%, or a list of conditions");
            yield break;
        }

        for (var i = 0; i < step.AnyOf.Length; i++)
        {
            foreach (var fault in Of(step.AnyOf[i]))
            {
                yield return fault with { Part = i };
            }
        }

        foreach (var fault in Parties(step))
        {
            yield return fault;
        }

        foreach (var fault in Names("exempt", step.Exempt, "list", NameOf(step)))
        {
            yield return fault;
        }
    }

    /// <summary>What a threshold of parties within their lists cannot ask for.</summary>
    static IEnumerable<LawFault> Parties(ThresholdStep step)
    {
        if (step.Holders is not (Holder.List or Holder.Party))
        {
            yield return new("holders", LocalizedText.Say("v130.a-threshold-is-passed-by-lists"), Word(step.Holders), "lists or parties");
        }

        foreach (var fault in Idle(step.Holders != Holder.Party && step.DropsVotes, "votes-of-barred", "dropped", "a list that fails has no votes to share")
            .Concat(Idle(step.Holders == Holder.Party && step.ExemptIndependents, "exempt-independents", "true", "candidacies outside lists are no parties of a list")))
        {
            yield return fault;
        }

        for (var i = 0; i < step.AnyOf.Length && step.Holders == Holder.Party; i++)
        {
            if (step.AnyOf[i] is { Seats: not null } or { Quotas: not null } || step.AnyOf[i].Shares?.Count > 1)
            {
                yield return new("holders", LocalizedText.Say("v130.a-party-within-a-list-passes"), "parties", "share or votes") { Part = i };
            }
        }
    }

    static IEnumerable<LawFault> Of(ThresholdCondition condition)
    {
        var shares = condition.Shares ?? System.Collections.Immutable.ImmutableSortedDictionary<int, Proportion>.Empty;
        if ((shares.IsEmpty ? 0 : 1) + (condition.Quotas is null ? 0 : 1) + (condition.Votes is null ? 0 : 1) + (condition.Seats is null ? 0 : 1) != 1)
        {
            return [new(
                "share",
                LocalizedText.Say("v130.a-threshold-needs-one-of-share"),
                "", "share: 5%, quotas: 3/4, votes: 10000, or seats: 1") { Code = "V103" }];
        }

        return Known("of", condition.Of).Concat(Known("level", condition.Level))
            .Concat(shares.SelectMany(s => Proportions.Positive("share", s.Value, condition.Inclusive ? Limit.One : Limit.BelowOne)))
            .Concat(shares.Keys.SelectMany(parties => AtLeast("share", parties, 1)))
            .Concat(condition.Quotas is { } quotas ? Proportions.Positive("quotas", quotas, Limit.None) : [])
            .Concat(AtLeast("votes", condition.Votes, 1))
            .Concat(AtLeast("seats", condition.Seats, 1))
            .Concat(OfDistrict(condition))
            .Concat(Idle(shares.IsEmpty && condition.Of != VoteBase.Valid, "of", Spelling.Kebab(condition.Of), "there is no 'share'"))
            .Concat(Idle(shares.IsEmpty && condition.Quotas is null && !condition.Inclusive, "inclusive", "false", "there is no 'share' and no 'quotas'"));
    }

    static IEnumerable<LawFault> OfDistrict(ThresholdCondition condition)
    {
        if (condition is { Quotas: not null, Level: ThresholdLevel.National })
        {
            yield return new(
                "level",
                LocalizedText.Say("v130.quotas-are-measured-in-a-district"),
                "national", "level: district, or level: any-district") { Code = "V110" };
        }
    }
}
