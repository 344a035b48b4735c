using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Store.Import.Sources;

/// <summary>The columns of a table that is being imported.</summary>
sealed class TableHeader
{
    readonly Dictionary<string, int> indexOf = [];

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
    }

    /// <summary>The names, in order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The index of the first of the names parted by bars that the table has; −1 if none.</summary>
    public int IndexOf(string name)
    {
        if (indexOf.TryGetValue(name, out var index))
        {
            return index;
        }

        foreach (var alternative in name.Contains('|', StringComparison.Ordinal) ? name.Split('|') : [])
        {
            if (indexOf.TryGetValue(alternative, out index))
            {
                return index;
            }
        }

        return -1;
    }
}
