using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>Whether a law and votes are of one election: names that are borne, and seats that both speak of.</summary>
static class LawFit
{
    static readonly LocalizedText another = LocalizedText.Say("law-fit.a-law-that-fits-these-votes");

    /// <summary>Everything that keeps the law from filling the seats; empty if nothing does.</summary>
    public static ImmutableArray<Finding> Of(ElectoralRule rule, ContestVotes votes) =>
        rule.Steps.Any(s => s is ContestStep || s.IsNaming) || votes.HasTiers || votes.Districts.Any(d => d.Levelling is not null)
            ? [.. LawNames.Of(rule, votes), .. Untold(rule, votes.Districts), .. Unfilled(rule, votes.Districts), .. Unplaced(rule, votes.Districts), .. Between(rule, votes.Districts), .. Uncounted(rule, votes.Districts)] : [];

    /// <summary>The answer where the law is not that of the votes: every seat is open.</summary>
    public static ContestAllocation Refused(ElectoralRule rule, ContestVotes votes, ImmutableArray<Finding> faults) => new(
        rule, [.. votes.Districts.Select(d => new DistrictAllocation(d.District, d.Seats, [], [], [], [], d.Missing.Add(another)))], faults);

    /// <summary>Seats that the law shares, but that neither it nor the votes state.</summary>
    static IEnumerable<Finding> Untold(ElectoralRule rule, ImmutableArray<DistrictVotes> all)
    {
        var whole = all.FirstOrDefault(d => d.District == TierStep.NationalTier);
        if (rule.Steps.Any(s => s is DistrictSeatsStep { Method: not null, Seats: null }) && whole is not { Seats: > 0 })
        {
            yield return Fault(
                "V134",
                LocalizedText.Say("v134.the-law-shares-the-seats-of", ("rule", rule.Name), ("whole", whole is null)),
                TierStep.NationalTier, whole is null ? "no row" : "0", "a row '*' with the seats of the house, or seats in the law");
        }

        if (rule.Steps.Any(s => s is LevellingStep { Seats: null } && (s.Districts.IsEmpty || s.IsFor(TierStep.NationalTier))) && !all.Any(ContestLayout.Tiers(all)))
        {
            yield return Fault(
                "V134",
                LocalizedText.Say("v134.the-law-gives-seats-of-a", ("rule", rule.Name)),
                TierStep.NationalTier, "no row", "a row '*' with the seats of the tier, 0 if it has none of its own");
        }
    }

    /// <summary>Seats of a tier that no step of the law fills: a step for districts is none for what stands above them.</summary>
    static IEnumerable<Finding> Unfilled(ElectoralRule rule, ImmutableArray<DistrictVotes> all)
    {
        var isTier = ContestLayout.Tiers(all);
        if (all.All(isTier))
        {
            yield break;
        }

        foreach (var tier in all.Where(d => d.Seats > 0 && isTier(d) && !IsFilled(rule, d)))
        {
            yield return Fault(
                "V133",
                LocalizedText.Say(
                    "v133.is-a-tier-above-districts-with", ("district", tier.District), ("seats", tier.Seats), ("rule", rule.Name)),
                tier.District, $"{tier.Seats}", $"a law with a levelling or pool step, or with steps for districts: [\"{tier.District}\"]");
        }
    }

    static bool IsFilled(ElectoralRule rule, DistrictVotes tier)
    {
        var key = FoldedName.Of(tier.District);
        return rule.Steps.Any(s => s.IsFor(key) && s is not (ThresholdStep or DistrictSeatsStep or BonusStep or CapStep or SurplusVotesStep))
            || rule.Steps.Any(s => s.Districts.IsEmpty && (s is TierStep || (tier.District == TierStep.NationalTier && s is DistrictSeatsStep { Method: not null, Seats: null })));
    }

    /// <summary>Seats that go to the tiers between, where there are none.</summary>
    static IEnumerable<Finding> Between(ElectoralRule rule, ImmutableArray<DistrictVotes> all)
    {
        if (rule.Steps.Any(s => s is TierStep { Placement.InTiers: true }) && all.All(d => d.District == TierStep.NationalTier || d.Tier is null))
        {
            yield return Fault(
                "V133",
                LocalizedText.Say("v133.the-law-shares-seats-among-tiers", ("rule", rule.Name)),
                TierStep.NationalTier, "no tier", "a column 'tier' in the seats, with a row for each tier");
        }
    }

    /// <summary>Seats of a tier that must go to districts, where no step places any.</summary>
    static IEnumerable<Finding> Unplaced(ElectoralRule rule, ImmutableArray<DistrictVotes> all) =>
        rule.Steps.Any(s => s is LevellingStep { Placement: { By: not PlaceBy.Remainder, InTiers: false } }) ? [] : all.Where(d => d.Levelling > 0).Take(1).Select(d => Fault(
            "V133",
            LocalizedText.Say(
                "v133.seats-of-the-tier-must-go", ("levelling", d.Levelling), ("district", d.District), ("rule", rule.Name)),
            d.District, $"{d.Levelling}", "a levelling step with place: districts"));

    /// <summary>Votes for lists beside first votes of a constituency, where no tier above is filled from them.</summary>
    static IEnumerable<Finding> Uncounted(ElectoralRule rule, ImmutableArray<DistrictVotes> all)
    {
        var tiers = all.Where(ContestLayout.Tiers(all)).ToList();
        if (rule.Steps.Any(s => s is DistrictSeatsStep or ThresholdStep && (tiers.Count == 0 || s is not ThresholdStep { JoinsDistricts: true })))
        {
            return [];
        }

        return all.Where(d => d.HasBothVotes && !tiers.Any(t => t.Votes.IsEmpty && (t.District == TierStep.NationalTier || ContestLayout.IsBelow(d, t)))).Take(1).Select(d => Fault(
            "V110",
            LocalizedText.Say("v110.has-votes-for-lists-beside-those", ("district", d.District)),
            d.District, "votes of both kinds", "rows of kind 'constituency' alone, or a tier whose votes are those of its districts") with { Column = "kind" });
    }

    static Finding Fault(string code, LocalizedText message, string place, string found, string expected) =>
        Codes.Finding(code, message) with { Place = place, Column = "seats", Found = found, Expected = expected };
}
