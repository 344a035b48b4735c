using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Allocate.Validity;
using Urna.Model;

namespace Urna.Allocate.Laws;

/// <summary>An electoral law: named steps that fit together, each with the article it implements.</summary>
/// <param name="Name">The law's name, such as <c>congress-2015</c>; not empty.</param>
/// <param name="Title">The title for people.</param>
/// <param name="Country">The country's code, such as <c>cl</c>; not empty.</param>
/// <param name="Applies">When it applied, in words.</param>
/// <param name="Sources">The texts it was read from.</param>
/// <param name="Steps">The steps, in the order in which they are taken; <see cref="Check"/> finds no fault in them.</param>
/// <exception cref="ArgumentException">The steps are no law, or a name is empty; the message tells every fault.</exception>
/// <remarks>A law that exists is valid, however it was made: read, written in code, or changed by <c>with</c>.</remarks>
public sealed record ElectoralRule(
    string Name, LocalizedText Title, string Country, LocalizedText Applies, ImmutableArray<string> Sources, ImmutableArray<RuleStep> Steps)
{
    /// <summary>The law's name, such as <c>congress-2015</c>.</summary>
    public string Name { get; init => field = NotEmpty(value, nameof(Name)); } = NotEmpty(Name, nameof(Name));

    /// <summary>The country's code, such as <c>cl</c>.</summary>
    public string Country { get; init => field = NotEmpty(value, nameof(Country)); } = NotEmpty(Country, nameof(Country));

    /// <summary>The texts it was read from.</summary>
    public ImmutableArray<string> Sources { get; init => field = value.IsDefault ? [] : value; } = Sources.IsDefault ? [] : Sources;

    /// <summary>The steps, in the order in which they are taken.</summary>
    public ImmutableArray<RuleStep> Steps { get; init => field = Lawful(value); } = Lawful(Steps);

    /// <summary>Everything that keeps steps from being a law, by step and field; empty if they are one.</summary>
    /// <param name="steps">The steps of a would-be law, in the order in which they are taken.</param>
    public static ImmutableArray<LawFault> Check(ImmutableArray<RuleStep> steps) => LawCheck.Of(steps);

    /// <summary>What is wrong with a step by itself, whatever stands beside it; empty if nothing is.</summary>
    /// <param name="step">The step; its faults have the number 0.</param>
    public static ImmutableArray<LawFault> CheckAlone(RuleStep step) => LawCheck.Alone([step]);

    /// <summary>The steps that fill the seats of a district: those that name it, or else those that name none.</summary>
    /// <param name="district">The district's name.</param>
    public ImmutableArray<RuleStep> StepsFor(string district)
    {
        if (Steps.All(s => s.Districts.IsEmpty))
        {
            return Steps;
        }

        var key = FoldedName.Of(district);
        var own = Steps.Where(s => s.IsFor(key)).ToImmutableArray();
        return own.IsEmpty ? [.. Steps.Where(s => s.Districts.IsEmpty)] : own;
    }

    static string NotEmpty(string value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException($"A law needs a {name.ToLowerInvariant()}.", name) : value;

    static ImmutableArray<RuleStep> Lawful(ImmutableArray<RuleStep> steps) => Check(steps) is { IsEmpty: false } faults
        ? throw new ArgumentException($"These steps are no law.{string.Concat(faults.Select(f => $"\n{f}"))}", nameof(steps))
        : steps;
}
