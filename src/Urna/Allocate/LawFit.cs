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
    static readonly LocalizedText another = new("a law that fits these votes and seats", "una ley que corresponda a estos votos y escaños");

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
                $"The law '{rule.Name}' shares the seats of the row '*' among the districts, but {(whole is null ? "there is no such row" : "it has none")}.",
                $"La ley '{rule.Name}' reparte entre los distritos los escaños de la fila '*', pero {(whole is null ? "esa fila no existe" : "no tiene ninguno")}.",
                TierStep.NationalTier,
                whole is null ? "no row" : "0",
                "a row '*' with the seats of the house, or seats in the law");
        }

        if (rule.Steps.Any(s => s is LevellingStep { Seats: null } && (s.Districts.IsEmpty || s.IsFor(TierStep.NationalTier))) && !all.Any(ContestLayout.Tiers(all)))
        {
            yield return Fault(
                "V134",
                $"The law '{rule.Name}' gives seats of a tier above the districts, but no row says how many.",
                $"La ley '{rule.Name}' asigna escaños de un nivel sobre los distritos, pero ninguna fila dice cuántos.",
                TierStep.NationalTier,
                "no row",
                "a row '*' with the seats of the tier, 0 if it has none of its own");
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
                $"'{tier.District}' is a tier above districts with {tier.Seats} seats, but no step of the law '{rule.Name}' fills them.",
                $"'{tier.District}' es un nivel sobre los distritos con {tier.Seats} escaños, pero ningún paso de la ley '{rule.Name}' los asigna.",
                tier.District,
                $"{tier.Seats}",
                $"a law with a levelling or pool step, or with steps for districts: [\"{tier.District}\"]");
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
                $"The law '{rule.Name}' shares seats among tiers between the districts and the whole, but no district names one.",
                $"La ley '{rule.Name}' reparte escaños entre niveles intermedios, pero ningún distrito nombra uno.",
                TierStep.NationalTier,
                "no tier",
                "a column 'tier' in the seats, with a row for each tier");
        }
    }

    /// <summary>Seats of a tier that must go to districts, where no step places any.</summary>
    static IEnumerable<Finding> Unplaced(ElectoralRule rule, ImmutableArray<DistrictVotes> all) =>
        rule.Steps.Any(s => s is LevellingStep { Placement: { By: not PlaceBy.Remainder, InTiers: false } }) ? [] : all.Where(d => d.Levelling > 0).Take(1).Select(d => Fault(
            "V133",
            $"{d.Levelling} seats of the tier must go to '{d.District}', but no step of the law '{rule.Name}' places seats in districts.",
            $"{d.Levelling} escaños del nivel superior deben ir a '{d.District}', pero ningún paso de la ley '{rule.Name}' ubica escaños en distritos.",
            d.District,
            $"{d.Levelling}",
            "a levelling step with place: districts"));

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
            $"'{d.District}' has votes for lists beside those of kind 'constituency', but no seats above it are filled from them.",
            $"'{d.District}' tiene votos por listas junto a los de tipo 'constituency', pero con ellos no se asigna ningún escaño superior.",
            d.District,
            "votes of both kinds",
            "rows of kind 'constituency' alone, or a tier whose votes are those of its districts") with { Column = "kind" });
    }

    static Finding Fault(string code, string message, string spanish, string place, string found, string expected) =>
        Codes.Finding(code, message, spanish) with { Place = place, Column = "seats", Found = found, Expected = expected };
}
