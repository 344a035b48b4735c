using Urna.Model;

namespace Urna.Validate;

/// <summary>The allowed values of a fault, the nearest to what was found first.</summary>
public static class Nearest
{
    const int Shown = 8;

    /// <summary>Up to eight of the allowed values, with the number of the others.</summary>
    /// <param name="found">The value that is not allowed.</param>
    /// <param name="allowed">The values that are, in any order.</param>
    public static string Among(string found, IEnumerable<string> allowed)
    {
        var folded = FoldedName.Of(found);
        var ordered = allowed.Distinct().Select(a => (Name: a, Distance: Distance(folded, FoldedName.Of(a))))
            .OrderBy(a => a.Distance).ThenBy(a => a.Name, StringComparer.Ordinal).Select(a => a.Name).ToList();
        var more = ordered.Count > Shown ? $", … ({ordered.Count - Shown} more)" : "";
        return ordered.Count == 0 ? "(none)" : string.Join(", ", ordered.Take(Shown)) + more;
    }

    /// <summary>Levenshtein's distance.</summary>
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
