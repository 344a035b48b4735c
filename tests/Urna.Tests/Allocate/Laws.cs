using Urna.Allocate.Steps;

namespace Urna.Tests.Allocate;

/// <summary>What laws are made of, as the program has it.</summary>
static class Laws
{
    /// <summary>The kinds of step that a law can have.</summary>
    public static Type[] StepTypes { get; } = [.. typeof(RuleStep).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RuleStep)) && !t.IsAbstract && t.IsPublic)];
}
