using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using static Urna.Allocate.Validity.StepFaults;

namespace Urna.Allocate.Validity;

/// <summary>What is wrong with the sizes of districts, by themselves.</summary>
static class DistrictSeatsFaults
{
    const string Ways = "divisors: sainte-lague, quota: hare, per: 30000, or sizes: […]";

    /// <summary>The faults of the step's own fields.</summary>
    public static IEnumerable<LawFault> Of(DistrictSeatsStep step)
    {
        var hasSizes = !step.Sizes.IsDefaultOrEmpty;
        if ((step.Method is null ? 0 : 1) + (step.Per is null ? 0 : 1) + (hasSizes ? 1 : 0) != 1)
        {
            return [new("step", LocalizedText.Say("v130.the-step-needs-one-of-divisors"), "", Ways) { Code = "V103" }];
        }

        var (house, isHouse) = ("only 'divisors' and 'quota' share a number of seats", step.Method is not null);
        return Known("of", step.Of).Concat(Known("rounding", step.Rounding))
            .Concat(AtLeast("minimum", step.Minimum, 0)).Concat(AtLeast("seats", step.Seats, 1)).Concat(AtLeast("per", step.Per, 1))
            .Concat(isHouse ? Method(step) : [])
            .Concat(hasSizes ? Sizes(step) : [])
            .Concat(Idle(!isHouse && step.Seats is not null, "seats", $"{step.Seats}", house))
            .Concat(Idle(hasSizes && step.Minimum > 0, "minimum", $"{step.Minimum}", "each row of 'sizes' says its seats"))
            .Concat(Idle(step.Method is LargestRemainderStep && step.Minimum > 0, "minimum", $"{step.Minimum}", "a quota gives each district what its size is worth"))
            .Concat(Idle(step.Per is null && step.Rounding != QuotaRounding.Down, "rounding", Spelling.Kebab(step.Rounding), "only 'per' leaves parts of a seat"))
            .Concat(step.Per is not null && step.Rounding == QuotaRounding.None ? [new LawFault(
                "rounding",
                LocalizedText.Say("v130.a-district-has-no-part-of"),
                "none", "down, up or nearest")] : []);
    }

    static IEnumerable<LawFault> Method(DistrictSeatsStep step) => MethodFaults.OfTier(step.Method, amongLists: false)
        .Concat(step.Method is HighestAveragesStep { Minimum: > 0 } averages
            ? [new LawFault(
                "minimum",
                LocalizedText.Say("v130.the-least-seats-of-a-district"),
                $"{averages.Minimum}", "minimum of the step")] : [])
        .Concat(step.Method is LargestRemainderStep quota ? WithoutDistrict(quota) : []);

    /// <summary>Seats of the house are those of its districts: what the arithmetic leaves over would be nobody's, and stand nowhere.</summary>
    static IEnumerable<LawFault> WithoutDistrict(LargestRemainderStep quota)
    {
        var why = LocalizedText.Say("v130.left-over-seats-of-no-district");
        return (quota.Remainders == Remainders.None ? [new LawFault("remainders", why, "none", "largest, highest-averages or most-votes")] : Array.Empty<LawFault>())
            .Concat(quota.WithQuotaOnly ? [new LawFault("with-quota-only", why, "true", "false")] : [])
            .Concat(quota.Least.Numerator > 0 ? [new LawFault("least-remainder", why, $"{quota.Least}", "no least remainder, or per: 30000")] : []);
    }

    static IEnumerable<LawFault> Sizes(DistrictSeatsStep step)
    {
        var sizes = step.Sizes;
        if (sizes[^1].UpTo is not null || Enumerable.Range(1, sizes.Length - 1).Any(i => sizes[i - 1].UpTo is null || sizes[i - 1].UpTo >= (sizes[i].UpTo ?? long.MaxValue)))
        {
            yield return new(
                "sizes",
                LocalizedText.Say("v130.sizes-must-ascend-and-the-last"),
                "", "[{ up-to: 70000, seats: 6 }, { seats: 8 }]") { Code = "V110" };
        }

        for (var i = 0; i < sizes.Length; i++)
        {
            foreach (var fault in AtLeast("seats", sizes[i].Seats, 1).Concat(AtLeast("up-to", sizes[i].UpTo, 1)))
            {
                yield return fault with { Part = i };
            }
        }
    }
}
