using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Store.Import.Sources;

/// <summary>The columns of a table that is being imported.</summary>
sealed class TableHeader
{
    readonly Dictionary<string, int> indexOf = [];

    /// <summary>Names without case, accents and signs; −1 where two are then the same.</summary>
    readonly Dictionary<string, int> indexOfFolded = [];

    /// <summary>A header; a name that stands twice gets the number of its turn, as in <c>Name (2)</c>.</summary>
    public TableHeader(IEnumerable<string> names)
    {
        var unique = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names.Select(CanonicalText.Of))
        {
            var own = name;
            for (var turn = 2; !indexOf.TryAdd(own, unique.Count); turn++)
            {
                own = $"{name} ({turn})";
            }

            unique.Add(own);
        }

        Names = unique.ToImmutable();
        foreach (var (i, name) in Names.Index())
        {
            var folded = Folded(name);
            indexOfFolded[folded] = indexOfFolded.ContainsKey(folded) ? -1 : i;
        }
    }

    /// <summary>The names, in order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The index of the first of the names parted by bars that the table has; −1 if none.</summary>
    /// <remarks>Bodies change the case, the accents and the signs of their headers from year to year; a name that is there as it is written goes first.</remarks>
    public int IndexOf(string name)
    {
        if (indexOf.TryGetValue(name, out var index))
        {
            return index;
        }

        var names = name.Contains('|', StringComparison.Ordinal) ? name.Split('|') : [name];
        foreach (var alternative in names)
        {
            if (indexOf.TryGetValue(alternative, out index))
            {
                return index;
            }
        }

        foreach (var alternative in names)
        {
            if (Folded(alternative) is { Length: > 0 } folded && indexOfFolded.TryGetValue(folded, out index) && index >= 0)
            {
                return index;
            }
        }

        // A column without a name is called by its number.
        return int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Names.Length && Names[number - 1].Length == 0 ? number - 1 : -1;
    }

    /// <summary>The indices of all of the names parted by bars that the table has, in that order.</summary>
    public int[] AllOf(string name) => [.. name.Split('|').Select(IndexOf).Where(i => i >= 0).Distinct()];

    static string Folded(string name) => CountWords.Folded(name).Replace(" ", "", StringComparison.Ordinal);
}
