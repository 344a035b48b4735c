using System.Collections.Immutable;
using System.Text;

namespace Urna.Model;

/// <summary>Names that stand in one text with a sign between them.</summary>
/// <remarks>
/// The one place where such a text is taken apart. A name may be quoted, a quote in it doubled; and a whole name that is known wins over the signs within
/// it, so that a party called “Beer, Baccy and Scratchings” can be named as it is.
/// </remarks>
public static class NameList
{
    /// <summary>The names of a text.</summary>
    /// <param name="text">Such as <c>A,"B, C",D</c>.</param>
    /// <param name="isKnown">Whether something bears a name.</param>
    /// <param name="sign">What stands between names.</param>
    /// <returns>The names with the fewest unknown among them, and of those the longest; empty ones are left out.</returns>
    public static ImmutableArray<string> Split(string text, Func<string, bool> isKnown, char sign = ',')
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(isKnown);
        if (text.Trim() is { Length: > 0 } whole && isKnown(whole))
        {
            return [whole];
        }

        var parts = Parts(text, sign);

        // From the end: the best way to take the parts from each on.
        var best = new (int Unknown, int Names, int Next)[parts.Count + 1];
        for (var from = parts.Count - 1; from >= 0; from--)
        {
            best[from] = (int.MaxValue, 0, from + 1);
            for (var next = parts.Count; next > from; next--)
            {
                var name = Joined(parts, from, next, sign);
                var isLone = next == from + 1;
                if (isLone || isKnown(name))
                {
                    var way = (best[next].Unknown + (name.Length == 0 || isKnown(name) ? 0 : 1), best[next].Names + 1, next);
                    best[from] = way.CompareTo((best[from].Unknown, best[from].Names, 0)) < 0 ? way : best[from];
                }
            }
        }

        var names = ImmutableArray.CreateBuilder<string>();
        for (var from = 0; from < parts.Count; from = best[from].Next)
        {
            if (Joined(parts, from, best[from].Next, sign) is { Length: > 0 } name)
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    static string Joined(List<string> parts, int from, int next, char sign) => string.Join(sign, parts[from..next]).Trim();

    /// <summary>What stands between the signs that are not within quotes.</summary>
    static List<string> Parts(string text, char sign)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && (isQuoted || string.IsNullOrWhiteSpace(part.ToString())))
            {
                if (isQuoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    part.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }
            else if (text[i] == sign && !isQuoted)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(text[i]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
