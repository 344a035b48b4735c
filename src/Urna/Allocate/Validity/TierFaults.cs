using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using static Urna.Allocate.Validity.StepFaults;

namespace Urna.Allocate.Validity;

/// <summary>What is wrong with a tier above the districts, by itself.</summary>
static class TierFaults
{
    /// <summary>The faults of the step's own fields.</summary>
    public static IEnumerable<LawFault> Of(TierStep step) => MethodFaults.OfTier(step.Method, amongLists: true)
        .Concat(step is LevellingStep levelling ? AtLeast("seats", levelling.Seats, 1).Concat(Known("overhang", levelling.Overhang)) : [])
        .Concat(step.Placement is { } placement ? Placement(step, placement) : []);

    static IEnumerable<LawFault> Placement(TierStep step, TierPlacement placement)
    {
        foreach (var fault in Known("place-by", placement.By).Concat(MethodFaults.Divisors("place-divisors", placement.Divisors)))
        {
            yield return fault;
        }

        if (placement.InTiers)
        {
            foreach (var fault in (step is PoolStep ? [new LawFault(
                "place",
                LocalizedText.Say("v130.pooled-seats-go-to-districts-or"),
                "tiers", "tier or districts")] : Array.Empty<LawFault>())
                .Concat(Idle(placement.By != PlaceBy.Quotient, "place-by", Spelling.Kebab(placement.By), "a list's seats are shared among the tiers by its votes there"))
                .Concat(Idle(placement.AsWon, "place-order", "as-won", "a list's seats are shared among the tiers at once")))
            {
                yield return fault;
            }
        }

        if (step is PoolStep && placement.By != PlaceBy.Remainder)
        {
            yield return new(
                "place-by",
                LocalizedText.Say("v130.pooled-seats-go-where-the-lists"),
                Spelling.Kebab(placement.By), "remainder");
        }

        foreach (var fault in Idle(placement.By == PlaceBy.Remainder && placement.Divisors?.Name != DivisorRule.SainteLague.Name, "place-divisors", placement.Divisors?.Name ?? "", "remainders are not divided"))
        {
            yield return fault;
        }

        var divisors = placement.Divisors;
        if (placement is { By: not PlaceBy.Remainder, InTiers: false } && divisors is not null && (divisors.At(0).Numerator == 0 || divisors.At(0).Root || divisors.At(1).Root))
        {
            yield return new(
                "place-divisors",
                LocalizedText.Say("v130.seats-cannot-be-placed-by-divisors"),
                divisors.Name, "place-divisors: sainte-lague") { Code = "V110" };
        }

        if (placement.AsWon && step.Method is LargestRemainderStep)
        {
            yield return new(
                "place-order",
                LocalizedText.Say("v130.a-quota-gives-its-seats-in"),
                "as-won", "largest, or divisors for the tier");
        }
    }
}
