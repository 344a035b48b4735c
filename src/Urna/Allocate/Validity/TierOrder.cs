using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Tiers;
using Urna.Model;
using static Urna.Allocate.Validity.StepFaults;

namespace Urna.Allocate.Validity;

/// <summary>Whether the steps that look at several districts stand where they can do something.</summary>
/// <remarks>A step of this kind that names no district is for all districts; one that shares seats is for those that no step names.</remarks>
static class TierOrder
{
    /// <summary>A fault for each step that comes too early, too late, or once too often.</summary>
    public static IEnumerable<LawFault> Of(ImmutableArray<Placed> law) => law.SelectMany(placed => placed.Step switch
    {
        ThresholdStep threshold => Threshold(placed, threshold, law),
        BonusStep or CapStep => Limited(placed, law).Concat(placed.Step is BonusStep { Kind: BonusKind.Guaranteed } && law.Any(s => s.Step is CapStep && Overlap(placed.Step, s.Step))
            ? [placed.Fault("kind", LocalizedText.Say("v130.a-guarantee-and-a-limit-cannot"), "added", "guaranteed")] : []),
        SurplusVotesStep => Surplus(placed, law),
        DistrictSeatsStep sizes => Sizes(placed, sizes, law),
        TierStep tier => Tier(placed, tier, law).Concat(tier is PoolStep ? Pool(placed, law) : Levelling(placed, (LevellingStep)tier, law)),
        LargestRemainderStep { Quota: not QuotaKind.Fixed, Remainders: Remainders.None } => Remaining(placed, law),
        _ => [],
    });

    /// <summary>The first steps of districts that share their seats.</summary>
    static IEnumerable<Placed> First(ImmutableArray<Placed> law) =>
        law.Where(s => s.Sharing is not null && !law.Any(o => o.Number < s.Number && o.Sharing is not null && Overlap(o.Step, s.Step)));

    /// <summary>Whether two steps that share seats are for a district in common.</summary>
    static bool Overlap(RuleStep a, RuleStep b) => (a.Districts.IsEmpty && b.Districts.IsEmpty) || a.Districts.Any(d => b.IsFor(FoldedName.Of(d)));

    /// <summary>Whether a step that looks at several districts touches those of one that shares seats, or of another of its kind.</summary>
    static bool Touches(RuleStep contest, RuleStep other) => contest.Districts.IsEmpty || Overlap(contest, other);

    static IEnumerable<LawFault> Threshold(Placed placed, ThresholdStep step, ImmutableArray<Placed> law)
    {
        foreach (var (condition, i) in step.AnyOf.Select((c, i) => (c, i)).Where(c => c.c.Seats is not null && !law.Any(s => s.Number < placed.Number && s.Sharing is not null)))
        {
            yield return placed.Fault(
                "seats",
                LocalizedText.Say("v130.no-step-before-the-threshold-shares"),
                "a step that shares seats before it, or share, quotas or votes", $"{condition.Seats}") with { Part = i };
        }

        if (step.Holders == Holder.Party && law.Any(s => s.Number < placed.Number && s.Step is SharingStep or TierStep or ThresholdStep { Holders: Holder.List } && Overlap(placed.Step, s.Step)))
        {
            yield return placed.Fault(
                "holders",
                LocalizedText.Say("v130.parties-pass-their-threshold-before-lists"),
                "thresholds of parties first", "parties");
        }

        var later = law.Where(s => s.Number > placed.Number).ToList();
        if (!later.Exists(s => s.Step is TierStep) && !First(law).Any(s => s.Number > placed.Number && Touches(step, s.Step)))
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.no-step-after-the-threshold-shares"),
                "a step that shares seats after it");
        }

        var onlyTiers = !step.Districts.IsEmpty && step.Districts.All(d => d == TierStep.NationalTier);
        if (step.Holders == Holder.List && step.AnyOf.All(c => c.Level == ThresholdLevel.District) && (onlyTiers || later.Exists(s => s.Step is TierStep)))
        {
            yield return placed.Fault(
                "level",
                LocalizedText.Say("v130.no-list-can-pass-for-a"),
                "level: national or any-district, alone or under any-of", "district");
        }
    }

    /// <summary>Bonuses and limits change how the seats of lists are shared, so that they come before that.</summary>
    static IEnumerable<LawFault> Limited(Placed placed, ImmutableArray<Placed> law)
    {
        var shared = First(law).Where(s => s.Number > placed.Number && Overlap(placed.Step, s.Step)).ToList();
        if (shared.Count == 0)
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.no-step-after-shares-the-seats", ("placed", placed.Name)),
                "a step that shares seats among lists after it");
        }

        foreach (var blind in shared.Where(s => s.Sharing!.Holders == Holder.Candidate || s.Sharing is EachStep or DoublingStep or ByRankStep or BiproportionalStep or LargestRemainderStep { Quota: QuotaKind.Fixed } or LargestRemainderStep { Remainders: Remainders.None }))
        {
            yield return blind.Fault(
                "step",
                LocalizedText.Say("v130.cannot-follow-it-shares-no-number", ("blind", blind.Name), ("placed", placed.Name)),
                "highest-averages or largest-remainder among lists");
        }

        if (law.Any(s => s.Number < placed.Number && s.Step.GetType() == placed.Step.GetType() && Overlap(placed.Step, s.Step)))
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.stands-twice-for-the-same-districts-2", ("placed", placed.Name)),
                $"{placed.Name} once");
        }
    }

    /// <summary>Votes that won nothing are known once the constituencies are filled, and count only for seats that come after.</summary>
    static IEnumerable<LawFault> Surplus(Placed placed, ImmutableArray<Placed> law)
    {
        if (!law.Any(s => s.Number < placed.Number && s.Sharing is MostVotesStep && !Overlap(placed.Step, s.Step)))
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.no-step-before-it-fills-constituencies"),
                "most-votes before it, for the districts");
        }

        if (placed.Step.Districts.IsEmpty)
        {
            yield return placed.Fault("districts", LocalizedText.Say("v130.the-votes-count-in-a-tier"), "districts: [\"*\"]", "");
        }

        if (!law.Any(s => s.Number > placed.Number && (s.Step is TierStep || s.Sharing is not null) && Touches(placed.Step, s.Step)))
        {
            yield return placed.Fault("step", LocalizedText.Say("v130.no-step-after-it-shares-the"), "a step that shares seats after it");
        }
    }

    static IEnumerable<LawFault> Sizes(Placed placed, DistrictSeatsStep step, ImmutableArray<Placed> law)
    {
        foreach (var before in law.Where(s => s.Number < placed.Number && ((s.Sharing is not null && Touches(step, s.Step)) || s.Step is TierStep)).Take(1))
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.has-shared-the-seats-before-the", ("before", before.Name)),
                $"{placed.Name} before {before.Name}");
        }

        if (law.Any(s => s.Number < placed.Number && s.Step is DistrictSeatsStep && (Touches(step, s.Step) || s.Step.Districts.IsEmpty)))
        {
            yield return placed.Fault("step", LocalizedText.Say("v130.the-districts-have-their-number-of"), $"{placed.Name} once");
        }

        foreach (var blind in First(law).Where(s => s.Step is EachStep or DoublingStep or ByRankStep or LargestRemainderStep { Quota: QuotaKind.Fixed } or MostVotesStep { OfEachSex: > 0 } && Touches(step, s.Step)))
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.does-not-look-at-the-number", ("blind", blind.Name)),
                $"no {placed.Name}");
        }

        if (!law.Any(s => s.Sharing is not null && Touches(step, s.Step)))
        {
            yield return placed.Fault("step", LocalizedText.Say("v130.no-step-shares-the-seats-of"), "a step that shares seats after it");
        }
    }

    static IEnumerable<LawFault> Tier(Placed placed, TierStep step, ImmutableArray<Placed> law)
    {
        if (!law.Any(s => s.Number < placed.Number && s.Sharing is not null))
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.no-step-before-shares-the-seats", ("placed", placed.Name)),
                "a step that shares seats before it");
        }

        foreach (var late in First(law).Where(s => s.Number > placed.Number && s.Step.Districts.IsEmpty))
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.comes-before-has-shared-the-seats", ("placed", placed.Name), ("late", late.Name)),
                $"{late.Name} before {placed.Name}");
        }

        if (law.Any(s => s.Number < placed.Number && s.Step is TierStep && (s.Step.Districts.IsEmpty || Touches(step, s.Step))))
        {
            yield return placed.Fault("step", LocalizedText.Say("v130.a-step-before-it-has-given"), "one levelling or pool step for a tier");
        }

        foreach (var table in law.Where(s => s.Step is BiproportionalStep))
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.shares-all-seats-of-the-territory", ("table", table.Name)),
                $"no {placed.Name}");
        }
    }

    static IEnumerable<LawFault> Levelling(Placed placed, LevellingStep step, ImmutableArray<Placed> law)
    {
        if (step.Placement is { By: PlaceBy.Remainder } && !First(law).Any(s => s.Step is LargestRemainderStep { Remainders: Remainders.None }))
        {
            yield return placed.Fault(
                "place-by",
                LocalizedText.Say("v130.no-seat-of-a-district-is"),
                "quotient, share-of-votes or votes-per-seat", "remainder");
        }

        if (step.Seats is null && law.Any(s => s.Step is DistrictSeatsStep { Method: not null, Seats: null }))
        {
            yield return placed.Fault("seats", LocalizedText.Say("v130.the-seats-of-the-row-are"), "seats in one of the two steps", "");
        }
    }

    static IEnumerable<LawFault> Pool(Placed placed, ImmutableArray<Placed> law)
    {
        if (!First(law).Any(s => s.Number < placed.Number && s.Step is LargestRemainderStep { Holders: Holder.List }))
        {
            yield return placed.Fault(
                "step",
                LocalizedText.Say("v130.no-quota-in-the-districts-leaves"),
                "a largest-remainder step among lists before it, with remainders: none");
        }
    }

    /// <summary>Whole quotas leave seats: somebody must take them.</summary>
    static IEnumerable<LawFault> Remaining(Placed placed, ImmutableArray<Placed> law)
    {
        if (!law.Any(s => s.Number > placed.Number && s.Step is TierStep))
        {
            yield return placed.Fault(
                "remainders",
                LocalizedText.Say("v130.no-step-takes-the-seats-that"),
                "a pool or levelling step after it, or other remainders", "none");
        }
    }
}
