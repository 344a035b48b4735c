using System.Text;
using Urna.Model;

namespace Urna.Tests.Model;

/// <summary>Finds sentences of one language in a text of another.</summary>
static class SentencesOf
{
    /// <summary>Plain parts of a language's sentences, of some words each, that the text has and its own language would not say.</summary>
    /// <param name="other">The language that should not be there.</param>
    /// <param name="own">The text's language.</param>
    /// <param name="text">The text, without tags.</param>
    /// <param name="length">The least length of a part, in characters.</param>
    public static IEnumerable<string> Found(Language other, Language own, string text, int length)
    {
        var said = Parts(own, length).ToHashSet();
        return Parts(other, length).Where(p => !said.Contains(p) && text.Contains(p, StringComparison.Ordinal)).Distinct();
    }

    static IEnumerable<string> Parts(Language language, int length) =>
        Catalogue.Keys(language).SelectMany(k => Parts(Catalogue.Text(k, language))).Select(p => p.Trim()).Where(p => p.Length >= length && p.Contains(' ', StringComparison.Ordinal));

    static IEnumerable<string> Parts(string pattern)
    {
        var part = new StringBuilder();
        var depth = 0;
        foreach (var sign in pattern)
        {
            if (sign is '{' or '}' or '\\' || (depth > 0 && sign is '|' or '='))
            {
                yield return part.ToString();
                part.Clear();
                depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            }
            else
            {
                part.Append(sign);
            }
        }

        yield return part.ToString();
    }
}
