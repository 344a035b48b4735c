using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Parity;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>What came of districts that were filled together.</summary>
/// <param name="Districts">Their seats.</param>
/// <param name="OfDistricts">What keeps the votes of single districts from being what they say they are.</param>
/// <param name="OfSteps">What kept steps from filling the seats.</param>
/// <param name="Used">The drawings of lots that decided something.</param>
sealed record FilledPart(ImmutableArray<DistrictAllocation> Districts, ImmutableArray<Finding> OfDistricts, ImmutableArray<Finding> OfSteps, ImmutableArray<LotDrawn> Used);

/// <summary>Brings seats of lists down to persons, and balances women and men in each district.</summary>
static class Finishing
{
    /// <summary>Fills districts before the tiers above them, and the tier above all last: whoever is elected below is known above.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="layout">The districts.</param>
    /// <param name="opened">What was filled before.</param>
    /// <param name="contest">The seats of lists.</param>
    public static FilledPart Take(ElectoralRule rule, ImmutableArray<LaidOut> layout, OpenedPart opened, ContestState contest)
    {
        DistrictAllocation?[] filled = [.. opened.Alone.Select(a => a?.Allocation)];
        int[] numbers = [.. opened.Alone.Select((_, i) => opened.Alone.Take(i).Count(a => a is null))];
        foreach (var i in UpTheTiers(layout).Where(i => opened.Alone[i] is null))
        {
            var district = contest[numbers[i]];
            (var allocation, district) = Fill(rule, district.Frame.IsTier ? district with { ElectedBelow = Elected(layout, filled, i) } : district);
            (filled[i], contest) = (allocation, contest.With(numbers[i], district));
        }

        var territory = contest.Territory.Open;
        var districts = filled.OfType<DistrictAllocation>().Where(d => !IsIdle(rule, d));
        return new FilledPart(
            [.. districts, .. territory.IsEmpty ? [] : new[] { new DistrictAllocation(TierStep.NationalTier, 0, [], [], territory, [], []) }],
            opened.Faults,
            contest.Faults,
            [.. opened.Alone.SelectMany(a => a?.Ties.Used ?? []), .. contest.All.SelectMany(d => d.Ties.Used), .. contest.Territory.Used]);
    }

    static IEnumerable<int> UpTheTiers(ImmutableArray<LaidOut> layout)
    {
        var isTier = ContestLayout.Tiers(layout.Select(l => l.Votes));
        return Enumerable.Range(0, layout.Length).OrderBy(i => layout[i].Votes.District == TierStep.NationalTier ? 2 : isTier(layout[i].Votes) ? 1 : 0);
    }

    /// <summary>The persons elected below a tier, with their district.</summary>
    static Dictionary<string, string> Elected(ImmutableArray<LaidOut> layout, DistrictAllocation?[] filled, int tier)
    {
        var isWhole = layout[tier].Votes.District == TierStep.NationalTier;
        return Enumerable.Range(0, filled.Length).Where(i => i != tier && (isWhole || ContestLayout.IsBelow(layout[i].Votes, layout[tier].Votes)))
            .SelectMany(i => filled[i]?.Elected.Where(s => s.Candidate is not null).Select(s => (Key: PersonsBelow.KeyOf(s.Candidacy), layout[i].Votes.District)) ?? [])
            .DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.District);
    }

    static (DistrictAllocation Allocation, DistrictState State) Fill(ElectoralRule rule, DistrictState district)
    {
        var (allocation, state) = Seating.Fill(district);
        foreach (var parity in allocation.Missing.IsEmpty ? rule.StepsFor(district.Name).OfType<ParityStep>() : [])
        {
            (allocation, var ties) = DistrictParity.Take(parity, allocation, district.Frame.District, state.Ties);
            state = state with { Ties = ties };
        }

        return (allocation, state);
    }

    /// <summary>Whether a tier served only to say how many seats the districts share.</summary>
    static bool IsIdle(ElectoralRule rule, DistrictAllocation allocation) =>
        allocation is { District: TierStep.NationalTier, Seats: 0, Ties.IsEmpty: true } && !rule.Steps.Any(s => s is TierStep);
}
