using Urna.Allocate.Steps;
using Urna.Model;
using static Urna.Allocate.Validity.StepFaults;

namespace Urna.Allocate.Validity;

/// <summary>What is wrong with ranks, bonuses and limits by themselves.</summary>
static class LimitFaults
{
    /// <summary>The faults of seats by rank.</summary>
    public static IEnumerable<LawFault> Of(ByRankStep step)
    {
        if (step.Seats.IsDefaultOrEmpty || step.Seats[^1] < 1 || Enumerable.Range(1, step.Seats.Length - 1).Any(i => step.Seats[i] > step.Seats[i - 1]))
        {
            yield return new(
                "seats",
                LocalizedText.Say("v130.seats-by-rank-do-not-ascend"),
                step.Seats.IsDefault ? "" : string.Join(", ", step.Seats), "[2, 1]");
        }
        else if (step.Holders == Holder.Candidate && step.Seats[0] > 1)
        {
            yield return new("holders", LocalizedText.Say("v130.a-person-has-one-seat"), Word(step.Holders), "lists");
        }
    }

    /// <summary>The faults of a bonus.</summary>
    public static IEnumerable<LawFault> Of(BonusStep step) => AtLeast("seats", step.Seats, 1).Concat(Known("kind", step.Kind))
        .Concat(step.Least is { } least ? Proportions.Positive("least", least, Limit.One) : [])
        .Concat(step.MoreFor is { } more ? Proportions.Positive("more-for", more, Limit.BelowOne) : [])
        .Concat(AtLeast("most", step.Most, step.Seats))
        .Concat(Idle(step.MoreFor is null && step.Most is not null, "most", $"{step.Most}", "there is no 'more-for'"));

    /// <summary>The faults of a limit.</summary>
    public static IEnumerable<LawFault> Of(CapStep step)
    {
        if (step is { Seats: null, Points: null })
        {
            yield return new("seats", LocalizedText.Say("v130.a-limit-needs-seats-points-or"), "", "seats: 300, or points: 8%") { Code = "V103" };
        }

        foreach (var fault in AtLeast("seats", step.Seats, 1).Concat(step.Points is { } points ? Proportions.Positive("points", points, Limit.BelowOne) : [])
            .Concat(Idle(step.Points is null && step.AmongTakingPart, "of", "taking-part", "there is no 'points'")))
        {
            yield return fault;
        }
    }
}
