using System.Text.Json.Serialization;

namespace Urna.Contract;

/// <summary>A law in words, in the shape of <c>urna rule show --format json</c>.</summary>
/// <param name="Rule">The law's name.</param>
/// <param name="Country">The country's code.</param>
/// <param name="Title">The title.</param>
/// <param name="Applies">When it applied.</param>
/// <param name="Sources">The texts it was read from.</param>
/// <param name="Steps">Its steps, in order.</param>
public sealed record RuleJson(string Rule, string Country, string Title, string Applies, IEnumerable<string> Sources, IEnumerable<RuleJson.Step> Steps)
{
    /// <summary>A step of a law.</summary>
    /// <param name="Name">Its name in law files.</param>
    /// <param name="Words">What it asks for.</param>
    /// <param name="Ties">How it breaks ties; empty where it leaves no choice.</param>
    /// <param name="Article">The article behind it.</param>
    /// <param name="Unverified">What was not verified; null if all was.</param>
    /// <param name="Districts">The districts it is for; empty for all others.</param>
    public sealed record Step(
        [property: JsonPropertyName("step")] string Name, string Words, string Ties, string Article, string? Unverified, IEnumerable<string> Districts);
}

/// <summary>A law of a list of laws, in the shape of <c>urna rule list --format json</c>.</summary>
/// <param name="Name">The law's name.</param>
/// <param name="Country">The country's code.</param>
/// <param name="Title">The title.</param>
/// <param name="Applies">When it applied.</param>
public sealed record LawCardJson(string Name, string Country, string Title, string Applies);

/// <summary>A step that law files may name, in the shape of <c>urna rule steps --format json</c>.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Fields">Its fields, those that are needed first.</param>
public sealed record LawStepJson(string Step, string Meaning, IEnumerable<LawStepJson.Field> Fields)
{
    /// <summary>A field of a step.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Needed">Whether every such step has it.</param>
    /// <param name="Values">What it may say; empty for a text.</param>
    /// <param name="Meaning">What it means.</param>
    public sealed record Field([property: JsonPropertyName("field")] string Name, bool Needed, string Values, string Meaning);
}
