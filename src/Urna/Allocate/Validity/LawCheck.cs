using Urna.Model;
using System.Collections.Immutable;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Validity;

/// <summary>Whether steps are a law.</summary>
static class LawCheck
{
    /// <summary>Every fault of the steps, each once; empty if they are a law.</summary>
    public static ImmutableArray<LawFault> Of(ImmutableArray<RuleStep> steps)
    {
        if (steps.IsDefaultOrEmpty)
        {
            return [new LawFault("steps", LocalizedText.Say("v130.a-law-needs-at-least-one"), "", "a list of steps") { Code = "V103" }];
        }

        if (steps.IndexOf(null!) is var empty and >= 0)
        {
            return [new LawFault(empty, "steps", LocalizedText.Say("v130.a-step-is-empty"), "", "a step")];
        }

        // Where a list was never set, how the steps follow each other cannot be looked at.
        var alone = Alone(steps);
        var isWhole = steps.All(s => !s.Districts.IsDefault && !s.Districts.Any(string.IsNullOrWhiteSpace) && s is not ThresholdStep { AnyOf.IsDefaultOrEmpty: true });
        return [.. alone.Concat(isWhole ? StepOrder.Of(steps) : []).DistinctBy(f => (f.Step, f.Part, f.Message))];
    }

    /// <summary>The faults of each step by itself.</summary>
    public static ImmutableArray<LawFault> Alone(ImmutableArray<RuleStep> steps) =>
        [.. steps.SelectMany((step, i) => StepFaults.Of(step).Select(f => f with { Step = i }))];
}
