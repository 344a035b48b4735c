using Urna.Model;

namespace Urna.Forecast;

/// <summary>The places above the units of a night, as numbers: a group comes after the one that contains it.</summary>
sealed class UnitTree
{
    /// <summary>The group that directly contains each unit.</summary>
    public required int[] GroupOfUnit { get; init; }

    /// <summary>The group above each group; −1 above the first, which contains all.</summary>
    public required int[] Parent { get; init; }

    /// <summary>How many groups lie above each.</summary>
    public required int[] Depth { get; init; }

    /// <summary>The number of units.</summary>
    public int Units => GroupOfUnit.Length;

    /// <summary>The number of groups.</summary>
    public int Groups => Parent.Length;

    /// <summary>Builds the groups above units; a group that contains nothing but one other is left out.</summary>
    /// <param name="places">The places.</param>
    /// <param name="above">The place directly above each unit.</param>
    public static UnitTree Of(PlaceTree places, IReadOnlyList<string> above)
    {
        var children = new Dictionary<string, HashSet<string>>();
        var direct = above.ToHashSet();
        foreach (var id in direct)
        {
            string? below = null;
            foreach (var place in places.Line(id))
            {
                var isNew = !children.TryGetValue(place.Id, out var known);
                known ??= children[place.Id] = [];
                if (below is not null)
                {
                    known.Add(below);
                }

                if (!isNew)
                {
                    break;
                }

                below = place.Id;
            }
        }

        var (parent, depth) = (new List<int>(), new List<int>());
        var number = new Dictionary<string, int>();
        Number(places.Root.Id, -1);
        return new() { GroupOfUnit = [.. above.Select(a => number[a])], Parent = [.. parent], Depth = [.. depth] };

        void Number(string id, int inside)
        {
            var own = inside;
            if (inside < 0 || direct.Contains(id) || children[id].Count > 1)
            {
                own = parent.Count;
                parent.Add(inside);
                depth.Add(inside < 0 ? 0 : depth[inside] + 1);
            }

            number[id] = own;
            foreach (var child in children.GetValueOrDefault(id, []).Order(StringComparer.Ordinal))
            {
                Number(child, own);
            }
        }
    }

    /// <summary>For each unit the coarsest group with enough others beside it, so that their errors may stand for each other's.</summary>
    /// <param name="counts">Whether each unit counts.</param>
    /// <param name="enough">How many groups are enough.</param>
    /// <returns>The cluster of each unit, and how many there are.</returns>
    public (int[] OfUnit, int Number) Clusters(ReadOnlySpan<bool> counts, int enough)
    {
        var deepest = Depth.Max();
        for (var level = 1; level <= deepest; level++)
        {
            var at = Enumerable.Range(0, Groups).ToArray();
            for (var g = 0; g < Groups; g++)
            {
                at[g] = Depth[g] > level ? at[Parent[g]] : g;
            }

            var seen = new HashSet<int>();
            for (var u = 0; u < Units; u++)
            {
                if (counts[u])
                {
                    seen.Add(at[GroupOfUnit[u]]);
                }
            }

            if (seen.Count >= enough)
            {
                var numbers = seen.Order().Select((g, i) => (g, i)).ToDictionary();
                return ([.. GroupOfUnit.Select(g => numbers.GetValueOrDefault(at[g], -1))], seen.Count);
            }
        }

        var next = 0;
        var own = new int[Units];
        for (var u = 0; u < Units; u++)
        {
            own[u] = counts[u] ? next++ : -1;
        }

        return (own, next);
    }
}
