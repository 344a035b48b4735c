using System.Text.RegularExpressions;
using Urna.Model;

namespace Urna.Report;

/// <summary>What findings expect, in the reader's words.</summary>
/// <remarks>
/// A finding expects a value, which is told as it is, or says in plain English what would fit: those sentences are the
/// <c>expected</c> ones of the catalogue, found by their English.
/// </remarks>
static partial class Expectations
{
    const string Prefix = "expected.";

    static readonly Lazy<Dictionary<string, string>> plain = new(() => Keys().Where(k => !HasHole(k)).ToDictionary(k => Catalogue.Say(k, Language.English)));

    static readonly Lazy<List<(Regex Sentence, string Key)>> withValues = new(() =>
        [.. Keys().Where(HasHole).OrderByDescending(k => Catalogue.Text(k, Language.English).Length).Select(k => (Sentence(Catalogue.Text(k, Language.English)), k))]);

    /// <summary>The value, or what would fit, as the reader's language says it.</summary>
    /// <param name="expected">What a finding expects.</param>
    /// <param name="language">The reader's language.</param>
    public static string In(string expected, Language language)
    {
        if (language == Language.English || expected.Length == 0)
        {
            return expected;
        }

        if (plain.Value.TryGetValue(expected, out var key))
        {
            return Catalogue.Say(key, language);
        }

        foreach (var (sentence, itsKey) in withValues.Value)
        {
            if (sentence.Match(expected) is { Success: true } match)
            {
                return Catalogue.Say(itsKey, language, [.. match.Groups.Values.Skip(1).Select(g => (g.Name, (Argument)In(g.Value, language)))]);
            }
        }

        return expected;
    }

    static IEnumerable<string> Keys() => Catalogue.Keys(Language.English).Where(k => k.StartsWith(Prefix, StringComparison.Ordinal));

    static bool HasHole(string key) => Catalogue.Text(key, Language.English).Contains('{', StringComparison.Ordinal);

    static Regex Sentence(string text) => new(
        $"^{Hole().Replace(Regex.Escape(text).Replace(@"\{", "{", StringComparison.Ordinal), m => $"(?<{m.Groups["name"].Value}>.+?)")}$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
