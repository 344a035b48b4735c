using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Lots;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;
using Urna.Allocate.Votes;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>Districts that are filled together, before the first step that shares seats among lists.</summary>
/// <param name="Alone">By district of the layout, what is filled by itself already; null where lists share the seats.</param>
/// <param name="Contest">The others, in the same order.</param>
/// <param name="Faults">What keeps votes from being what they say they are.</param>
sealed record OpenedPart(ImmutableArray<FilledDistrict?> Alone, ContestState Contest, ImmutableArray<Finding> Faults)
{
    /// <summary>Opens each district: those with two rounds, ranked ballots, or nothing to fill them from are filled at once.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="layout">The districts.</param>
    /// <param name="votes">The votes of the contest.</param>
    /// <param name="barred">By district, what was done to parties within lists before.</param>
    public static OpenedPart Of(ElectoralRule rule, ImmutableArray<LaidOut> layout, ContestVotes votes, ILookup<string, AllocationStep> barred)
    {
        var isTier = ContestLayout.Tiers(layout.Select(l => l.Votes));
        var alone = ImmutableArray.CreateBuilder<FilledDistrict?>(layout.Length);
        var (states, faults, clock) = (new List<DistrictState>(), new List<Finding>(), 0);
        foreach (var laidOut in layout)
        {
            var district = laidOut.Votes;
            var steps = rule.StepsFor(district.District);
            faults.AddRange(district.Missing.IsEmpty && !steps.Any(s => s is NeedsDataStep) ? DistrictFaults.Of(steps, district) : []);
            var ties = new TieState(district.District, votes.Lots) { Clock = clock };
            alone.Add(ByItself(steps, district, votes, ties));
            faults.AddRange(alone[^1]?.Faults ?? []);
            clock = alone[^1]?.Ties.Clock ?? clock;
            if (alone[^1] is null)
            {
                var frame = new DistrictFrame(district, laidOut.Sharing) { HasOwnVotes = laidOut.HasOwnVotes, IsTier = isTier(district) };
                states.Add(new(frame, ties) { Steps = [.. barred[district.District]], HasOwnMargins = !barred.Contains(district.District) });
            }
        }

        var contest = new ContestState(new ContestFrame(votes, [.. states.Select(s => s.Frame)]), [.. states], clock);
        var joined = rule.Steps.Any(s => s is ContestStep { JoinsDistricts: true } or BiproportionalStep);
        var filled = alone.MoveToImmutable();
        return new(filled, joined ? Lacks.Spread(contest, filled.SelectMany(a => a?.Allocation.Missing ?? [])) : contest, [.. faults]);
    }

    /// <summary>A district that no other has a say in: by two rounds, by ranked ballots, or open; null where lists share its seats.</summary>
    static FilledDistrict? ByItself(ImmutableArray<RuleStep> steps, DistrictVotes district, ContestVotes votes, TieState ties)
    {
        var missing = steps.OfType<NeedsDataStep>().FirstOrDefault() is { } needs ? [needs.Because] : district.Missing;
        return !missing.IsEmpty ? new(new DistrictAllocation(district.District, district.Seats, [], [], [], [], missing), ties, [])
            : steps.OfType<MajorityStep>().FirstOrDefault() is { } majority ? TwoStages.Fill(majority, steps, district, votes.Congress, ties)
            : steps.OfType<TransferableVoteStep>().FirstOrDefault() is { } transferable ? TransferableDistrict.Fill(transferable, district, ties)
            : steps.OfType<PreferenceCountStep>().FirstOrDefault() is { } count ? PreferenceDistrict.Fill(count, district, ties)
            : null;
    }
}
