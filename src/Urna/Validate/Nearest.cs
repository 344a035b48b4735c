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

    /// <summary>The name among some that is so like another that one of the two is misspelt; null if none is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="others">Other names, in any order.</param>
    /// <remarks>One letter of each four may differ, and no digit: district 3 is not a slip for district 13.</remarks>
    public static string? Like(string name, IEnumerable<string> others)
    {
        var folded = FoldedName.Of(name);
        return others.FirstOrDefault(o => FoldedName.Of(o) is var other && Distance(folded, other) is var distance && distance > 0 && distance <= folded.Length / 4
            && folded.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit)));
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
