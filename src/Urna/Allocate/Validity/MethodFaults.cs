using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using static Urna.Allocate.Validity.StepFaults;

namespace Urna.Allocate.Validity;

/// <summary>What is wrong with divisors or quotas, in a step of their own or as the arithmetic of a tier.</summary>
static class MethodFaults
{
    /// <summary>Faults of highest averages.</summary>
    public static IEnumerable<LawFault> Of(HighestAveragesStep step)
    {
        foreach (var fault in Divisors("divisors", step.Divisors).Concat(AtLeast("minimum", step.Minimum, 0)).Concat(Known("exhausted", step.Exhausted)))
        {
            yield return fault;
        }

        if (step.Exhausted == Exhaustion.NewElection && (step.Minimum > 0 || (!step.Ties.IsDefault && step.Ties.Contains(TieRule.MostPersonalVotes))))
        {
            yield return new(
                "exhausted",
                LocalizedText.Say("v130.with-a-new-election-there-is"),
                "new-election", "next-quotients, or ties by highest-personal-vote");
        }
    }

    /// <summary>Faults of quotas and remainders.</summary>
    /// <remarks>A field that the others leave without effect is refused: whoever wrote it meant another law.</remarks>
    public static IEnumerable<LawFault> Of(LargestRemainderStep step)
    {
        var isFixed = step.Quota == QuotaKind.Fixed;
        var (rounding, remainders) = (Spelling.Kebab(step.Rounding), Spelling.Kebab(step.Remainders));
        foreach (var fault in Known("quota", step.Quota).Concat(Known("rounding", step.Rounding)).Concat(Known("remainders", step.Remainders)).Concat(Divisors("divisors", step.Divisors))
            .Concat(Stated(step, isFixed))
            .Concat(Idle(isFixed && step.Rounding != QuotaRounding.None, "rounding", rounding, "the law states the quota itself"))
            .Concat(Idle(isFixed && step.OfAllVotes, "quota-votes", "all", "the law states the quota itself"))
            .Concat(Idle(step.Quota == QuotaKind.Droop && step.Rounding is QuotaRounding.Up or QuotaRounding.Nearest, "rounding", rounding, "the Droop quota is a whole number by itself"))
            .Concat(Idle(step.WithQuotaOnly && (isFixed || step.Remainders == Remainders.None), "with-quota-only", "true", "no seats are left over"))
            .Concat(Idle(step.Least.Numerator > 0 && step.Remainders != Remainders.Largest && (isFixed || step.Remainders != Remainders.None), "least-remainder", $"{step.Least}", $"with 'remainders: {remainders}' no remainder wins a seat"))
            .Concat(Idle(step.Remainders != Remainders.HighestAverages && step.Divisors?.Name != DivisorRule.DHondt.Name, "divisors", step.Divisors?.Name ?? "", $"with 'remainders: {remainders}' nothing is divided")))
        {
            yield return fault;
        }

        foreach (var fault in Minima(step, isFixed))
        {
            yield return fault;
        }

        if (isFixed && step is { Remainders: Remainders.Largest, Least.Numerator: 0 })
        {
            yield return new(
                "least-remainder",
                LocalizedText.Say("v130.with-a-number-as-quota-the"),
                "", "least-remainder: 1/2, or remainders: none");
        }

        if (isFixed && step.Remainders is Remainders.HighestAverages or Remainders.MostVotes)
        {
            yield return new(
                "remainders",
                LocalizedText.Say("v130.a-number-as-quota-leaves-the"),
                remainders, "largest with a least-remainder, or none");
        }

        if (step.Least is not { Denominator: > 0, Numerator: >= 0 } || step.Least.Numerator >= step.Least.Denominator)
        {
            yield return new(
                "least-remainder",
                LocalizedText.Say("v130.a-remainder-is-less-than-a"),
                $"{step.Least}", "a fraction from 0 to below 1, as 3/4");
        }
    }

    /// <summary>Faults of votes that persons must have of their own.</summary>
    static IEnumerable<LawFault> Minima(LargestRemainderStep step, bool isFixed)
    {
        foreach (var (field, part) in new[] { ("least-person", step.LeastPerson), ("remainder-list", step.RemainderList), ("remainder-person", step.RemainderPerson) }.Where(f => f.Item2 is not null))
        {
            foreach (var fault in Proportions.Positive(field, part!.Value, Limit.None))
            {
                yield return fault;
            }
        }

        if (step.HasMinima && (isFixed || step.WithQuotaOnly || step.Remainders != Remainders.HighestAverages || step.Holders == Holder.Candidate))
        {
            yield return new(
                "least-person",
                LocalizedText.Say("v130.persons-need-votes-of-their-own"),
                "", "remainders: highest-averages among lists or parties, without with-quota-only");
        }
    }

    /// <summary>Faults of the arithmetic by which a step shares a tier's seats, or those of the districts.</summary>
    /// <param name="method">The arithmetic.</param>
    /// <param name="amongLists">Whether it shares among lists; among districts otherwise.</param>
    public static IEnumerable<LawFault> OfTier(SharingStep? method, bool amongLists)
    {
        if (method is not (HighestAveragesStep or LargestRemainderStep))
        {
            return [new(
                "divisors",
                LocalizedText.Say("v130.seats-above-the-districts-are-shared"),
                method is null ? "" : NameOf(method), "divisors: dhondt, or quota: hare")];
        }

        var faults = (method is LargestRemainderStep quota ? Of(quota) : Of((HighestAveragesStep)method))
            .Concat(SharingFaults.Ties(method.Ties, TieRule.MostVotes, TieRule.Lot))
            .Concat(Idle(method.Holders != Holder.List, "holders", Word(method.Holders), "the seats of a tier are shared among lists, and those of the house among districts"))
            .Concat(Idle(!method.Districts.IsDefaultOrEmpty || method.WherePresent, "districts", "", "the step says for which tiers or districts it is"))
            .Concat(Idle(method is HighestAveragesStep { Exhausted: Exhaustion.NewElection }, "exhausted", "new-election", "above the districts nobody runs out of candidates"));
        return method is LargestRemainderStep s ? faults.Concat(Quota(s, amongLists)) : faults;
    }

    /// <summary>A fault where there are no divisors.</summary>
    public static IEnumerable<LawFault> Divisors(string field, DivisorRule? divisors)
    {
        if (divisors is null)
        {
            yield return new(
                field,
                LocalizedText.Say("v130.is-empty", ("field", field)),
                "", string.Join(", ", DivisorRule.Known.Select(d => d.Name)));
        }
    }

    static IEnumerable<LawFault> Stated(LargestRemainderStep step, bool isFixed)
    {
        if (isFixed != (step.Stated is not null))
        {
            yield return new(
                "quota",
                LocalizedText.Say("v130.a-quota-is-a-number-that"),
                isFixed ? "" : $"{step.Stated}", "a number of votes, or hare, droop, hagenbach-bischoff, imperiali");
        }

        foreach (var fault in AtLeast("quota", step.Stated, 1))
        {
            yield return fault;
        }
    }

    static IEnumerable<LawFault> Quota(LargestRemainderStep step, bool amongLists)
    {
        if (step.Quota == QuotaKind.Fixed)
        {
            yield return new(
                "quota",
                LocalizedText.Say("v130.a-number-as-quota-leaves-the-2"),
                $"{step.Stated}", "hare, droop, hagenbach-bischoff or imperiali");
        }

        if (step.HasMinima)
        {
            yield return new(
                "least-person",
                LocalizedText.Say("v130.above-the-districts-no-persons-stand"),
                "", "no least-person, remainder-list and remainder-person");
        }

        if (step.Remainders == Remainders.None)
        {
            yield return new(
                "remainders",
                LocalizedText.Say("v130.nobody-above-can-take-the-seats"),
                "none", "largest, highest-averages or most-votes");
        }

        foreach (var fault in Idle(step.OfAllVotes && !amongLists, "quota-votes", "all", "all districts take part"))
        {
            yield return fault;
        }
    }
}
