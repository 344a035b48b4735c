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
            ? [placed.Fault("kind", "a guarantee and a limit cannot both hold.", "added", "guaranteed")] : []),
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
            yield return placed.Fault("seats", "no step before the threshold shares seats, so that no list holds any.", "a step that shares seats before it, or share, quotas or votes", $"{condition.Seats}") with { Part = i };
        }

        if (step.Holders == Holder.Party && law.Any(s => s.Number < placed.Number && s.Step is SharingStep or TierStep or ThresholdStep { Holders: Holder.List } && Overlap(placed.Step, s.Step)))
        {
            yield return placed.Fault("holders", "parties pass their threshold before lists do, and before seats are shared.", "thresholds of parties first", "parties");
        }

        var later = law.Where(s => s.Number > placed.Number).ToList();
        if (!later.Exists(s => s.Step is TierStep) && !First(law).Any(s => s.Number > placed.Number && Touches(step, s.Step)))
        {
            yield return placed.Fault("step", "no step after the threshold shares seats among lists, so that it keeps nobody from any.", "a step that shares seats after it");
        }

        var onlyTiers = !step.Districts.IsEmpty && step.Districts.All(d => d == TierStep.NationalTier);
        if (step.Holders == Holder.List && step.AnyOf.All(c => c.Level == ThresholdLevel.District) && (onlyTiers || later.Exists(s => s.Step is TierStep)))
        {
            yield return placed.Fault("level", "no list can pass for a tier above the districts.", "level: national or any-district, alone or under any-of", "district");
        }
    }

    /// <summary>Bonuses and limits change how the seats of lists are shared, so that they come before that.</summary>
    static IEnumerable<LawFault> Limited(Placed placed, ImmutableArray<Placed> law)
    {
        var shared = First(law).Where(s => s.Number > placed.Number && Overlap(placed.Step, s.Step)).ToList();
        if (shared.Count == 0)
        {
            yield return placed.Fault("step", $"no step after '{placed.Name}' shares the seats of these districts.", "a step that shares seats among lists after it");
        }

        foreach (var blind in shared.Where(s => s.Sharing!.Holders == Holder.Candidate || s.Sharing is EachStep or DoublingStep or ByRankStep or BiproportionalStep or LargestRemainderStep { Quota: QuotaKind.Fixed } or LargestRemainderStep { Remainders: Remainders.None }))
        {
            yield return blind.Fault("step", $"'{blind.Name}' cannot follow '{placed.Name}': it shares no number of seats among lists.", "highest-averages or largest-remainder among lists");
        }

        if (law.Any(s => s.Number < placed.Number && s.Step.GetType() == placed.Step.GetType() && Overlap(placed.Step, s.Step)))
        {
            yield return placed.Fault("step", $"'{placed.Name}' stands twice for the same districts.", $"{placed.Name} once");
        }
    }

    /// <summary>Votes that won nothing are known once the constituencies are filled, and count only for seats that come after.</summary>
    static IEnumerable<LawFault> Surplus(Placed placed, ImmutableArray<Placed> law)
    {
        if (!law.Any(s => s.Number < placed.Number && s.Sharing is MostVotesStep && !Overlap(placed.Step, s.Step)))
        {
            yield return placed.Fault("step", "no step before it fills constituencies by most votes.", "most-votes before it, for the districts");
        }

        if (placed.Step.Districts.IsEmpty)
        {
            yield return placed.Fault("districts", "the votes count in a tier, which the step must name.", "districts: [\"*\"]", "");
        }

        if (!law.Any(s => s.Number > placed.Number && (s.Step is TierStep || s.Sharing is not null) && Touches(placed.Step, s.Step)))
        {
            yield return placed.Fault("step", "no step after it shares the seats of the tier.", "a step that shares seats after it");
        }
    }

    static IEnumerable<LawFault> Sizes(Placed placed, DistrictSeatsStep step, ImmutableArray<Placed> law)
    {
        foreach (var before in law.Where(s => s.Number < placed.Number && ((s.Sharing is not null && Touches(step, s.Step)) || s.Step is TierStep)).Take(1))
        {
            yield return placed.Fault("step", $"'{before.Name}' has shared the seats before the districts have their number.", $"{placed.Name} before {before.Name}");
        }

        if (law.Any(s => s.Number < placed.Number && s.Step is DistrictSeatsStep && (Touches(step, s.Step) || s.Step.Districts.IsEmpty)))
        {
            yield return placed.Fault("step", "the districts have their number of seats from the step before.", $"{placed.Name} once");
        }

        foreach (var blind in First(law).Where(s => s.Step is EachStep or DoublingStep or ByRankStep or LargestRemainderStep { Quota: QuotaKind.Fixed } or MostVotesStep { OfEachSex: > 0 } && Touches(step, s.Step)))
        {
            yield return placed.Fault("step", $"'{blind.Name}' does not look at the number of seats.", $"no {placed.Name}");
        }

        if (!law.Any(s => s.Sharing is not null && Touches(step, s.Step)))
        {
            yield return placed.Fault("step", "no step shares the seats of these districts.", "a step that shares seats after it");
        }
    }

    static IEnumerable<LawFault> Tier(Placed placed, TierStep step, ImmutableArray<Placed> law)
    {
        if (!law.Any(s => s.Number < placed.Number && s.Sharing is not null))
        {
            yield return placed.Fault("step", $"no step before '{placed.Name}' shares the seats of the districts.", "a step that shares seats before it");
        }

        foreach (var late in First(law).Where(s => s.Number > placed.Number && s.Step.Districts.IsEmpty))
        {
            yield return placed.Fault("step", $"'{placed.Name}' comes before '{late.Name}' has shared the seats of the districts.", $"{late.Name} before {placed.Name}");
        }

        if (law.Any(s => s.Number < placed.Number && s.Step is TierStep && (s.Step.Districts.IsEmpty || Touches(step, s.Step))))
        {
            yield return placed.Fault("step", "a step before it has given the seats of the tier.", "one levelling or pool step for a tier");
        }

        foreach (var table in law.Where(s => s.Step is BiproportionalStep))
        {
            yield return placed.Fault("step", $"'{table.Name}' shares all seats of the territory at once.", $"no {placed.Name}");
        }
    }

    static IEnumerable<LawFault> Levelling(Placed placed, LevellingStep step, ImmutableArray<Placed> law)
    {
        if (step.Placement is { By: PlaceBy.Remainder } && !First(law).Any(s => s.Step is LargestRemainderStep { Remainders: Remainders.None }))
        {
            yield return placed.Fault("place-by", "no seat of a district is vacant for a remainder.", "quotient, share-of-votes or votes-per-seat", "remainder");
        }

        if (step.Seats is null && law.Any(s => s.Step is DistrictSeatsStep { Method: not null, Seats: null }))
        {
            yield return placed.Fault("seats", "the seats of the row '*' are shared among the districts, so that none is left for the tier.", "seats in one of the two steps", "");
        }
    }

    static IEnumerable<LawFault> Pool(Placed placed, ImmutableArray<Placed> law)
    {
        if (!First(law).Any(s => s.Number < placed.Number && s.Step is LargestRemainderStep { Holders: Holder.List }))
        {
            yield return placed.Fault("step", "no quota in the districts leaves seats or votes to pool.", "a largest-remainder step among lists before it, with remainders: none");
        }
    }

    /// <summary>Whole quotas leave seats: somebody must take them.</summary>
    static IEnumerable<LawFault> Remaining(Placed placed, ImmutableArray<Placed> law)
    {
        if (!law.Any(s => s.Number > placed.Number && s.Step is TierStep))
        {
            yield return placed.Fault("remainders", "no step takes the seats that whole quotas leave.", "a pool or levelling step after it, or other remainders", "none");
        }
    }
}
