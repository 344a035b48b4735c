using Urna.Allocate;
using Urna.Model;

namespace Urna.Report.Json;

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
        [property: System.Text.Json.Serialization.JsonPropertyName("step")] string Name, string Words, string Ties, string Article, string? Unverified, IEnumerable<string> Districts);

    /// <summary>The law in words.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="e">The readers' words.</param>
    public static RuleJson Of(ElectoralRule rule, Wording e) => new(
        rule.Name,
        rule.Country,
        e.L(rule.Title),
        e.L(rule.Applies),
        rule.Sources,
        rule.Steps.Select(s => new Step(
            NameOf(s), RuleWords.Of(s, e), RuleWords.Ties(s, e), s.Article, s.Unverified is { } unverified ? e.L(unverified) : null, s.Districts)));

    /// <summary>A step's name in law files: that of its record.</summary>
    static string NameOf(RuleStep step) => Spelling.Kebab(step.GetType().Name[..^"Step".Length]);
}
