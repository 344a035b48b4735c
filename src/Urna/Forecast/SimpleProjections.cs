using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Forecast;

/// <summary>What simple ways expect of a night: the count as it is, places scaled up, and the swing of places on an earlier election.</summary>
static class SimpleProjections
{
    /// <summary>Shares by choice at the end, by way.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="units">What stands.</param>
    /// <param name="volumes">What is to come, by type.</param>
    /// <remarks>
    /// "places LEVEL": each place at its whole size, with the shares of what is counted of it; a place without votes is like the next above. "types LEVEL": the same by type of
    /// vote. "swing": every place moves from before as the places counted did together.
    /// </remarks>
    public static SortedDictionary<string, double[]> Of(NightFrame frame, NightUnits units, Dictionary<VoteType, VolumeModel> volumes)
    {
        var ways = new SortedDictionary<string, double[]>(StringComparer.Ordinal) { ["naive"] = Naive(frame, units) };
        var depths = frame.Tree.Depth.Max();
        var types = units.Cells.Count > 1;
        for (var level = 0; level <= depths + 1; level++)
        {
            ways[$"places {level}"] = Scaled(frame, units, level, parted: false, volumes);
            if (types)
            {
                ways[$"types {level}"] = Scaled(frame, units, level, parted: true, volumes);
            }
        }

        if (frame.Same.Length > 0 && frame.Same.Any(s => s >= 0))
        {
            ways["swing"] = Swing(frame, units, volumes);
        }

        return ways;
    }

    static double[] Naive(NightFrame frame, NightUnits units)
    {
        var sums = new double[frame.Columns.Count];
        foreach (var cells in units.Cells.Values)
        {
            for (var u = 0; u < cells.Length; u++)
            {
                Add(sums, frame, cells[u]?.Votes, 1);
            }
        }

        foreach (var (_, _, votes) in units.Above)
        {
            Add(sums, frame, votes, 1);
        }

        return Whole(sums);
    }

    static void Add(double[] sums, NightFrame frame, long[]? votes, double factor)
    {
        for (var c = 0; votes is not null && c < votes.Length; c++)
        {
            sums[frame.Columns.OfChoice[c]] += factor * votes[c];
        }
    }

    static double[] Whole(double[] sums)
    {
        var all = sums.Sum();
        return [.. sums.Select(s => all > 0 ? s / all : 0)];
    }

    static double[] Scaled(NightFrame frame, NightUnits units, int level, bool parted, Dictionary<VoteType, VolumeModel> volumes)
    {
        var sums = new double[frame.Columns.Count];
        if (parted)
        {
            foreach (var type in units.Cells.Keys)
            {
                Scale(frame, units, [type], level, volumes, sums);
            }
        }
        else
        {
            Scale(frame, units, [.. units.Cells.Keys], level, volumes, sums);
        }

        return Whole(sums);
    }

    /// <summary>Votes at the end of a unit, as the projection itself expects them: ways differ in shares alone.</summary>
    static double Size(NightUnits units, ImmutableArray<VoteType> types, Dictionary<VoteType, VolumeModel> volumes, int u) =>
        types.Sum(t => (units.Cells[t][u]?.Total ?? 0) + volumes[t].Missing[u]);

    /// <summary>Adds each place's votes at the end, with the shares of what is counted of it; of the next above where nothing is.</summary>
    static void Scale(NightFrame frame, NightUnits units, ImmutableArray<VoteType> types, int level, Dictionary<VoteType, VolumeModel> volumes, double[] sums)
    {
        var (tree, k, n) = (frame.Tree, frame.Columns.Count, units.Places.Length);
        var groups = tree.Groups + n;
        var votes = new double[groups * k];
        var counted = new double[groups];
        for (var u = 0; u < n; u++)
        {
            foreach (var g in Line(tree, u, level))
            {
                foreach (var type in types)
                {
                    for (var c = 0; units.Cells[type][u] is { } cell && c < cell.Votes.Length; c++)
                    {
                        votes[(g * k) + frame.Columns.OfChoice[c]] += cell.Votes[c];
                        counted[g] += cell.Votes[c];
                    }
                }
            }
        }

        for (var u = 0; u < n; u++)
        {
            var size = Size(units, types, volumes, u);
            var told = Line(tree, u, level).FirstOrDefault(g => counted[g] > 0, -1);
            for (var c = 0; c < k && told >= 0; c++)
            {
                sums[c] += size * votes[(told * k) + c] / counted[told];
            }
        }
    }

    /// <summary>The places that hold a unit, from those of a level up; the unit itself beyond the deepest.</summary>
    static IEnumerable<int> Line(UnitTree tree, int u, int level)
    {
        if (level > tree.Depth.Max())
        {
            yield return tree.Groups + u;
        }

        for (var g = tree.GroupOfUnit[u]; g >= 0; g = tree.Parent[g])
        {
            if (tree.Depth[g] <= level)
            {
                yield return g;
            }
        }
    }

    static double[] Swing(NightFrame frame, NightUnits units, Dictionary<VoteType, VolumeModel> volumes)
    {
        var (k, b) = (frame.Columns.Count, frame.Same.Length);
        var (now, before, weight) = (new double[k], new double[k], 0.0);
        for (var u = 0; u < units.Places.Length; u++)
        {
            foreach (var cells in units.Cells.Values)
            {
                if (cells[u] is { Total: > 0 } cell && !double.IsNaN(frame.Before[u * b]))
                {
                    weight += cell.Total;
                    Add(now, frame, cell.Votes, 1);
                    AddBefore(frame, u, before, cell.Total);
                }
            }
        }

        var sums = new double[k];
        for (var u = 0; u < units.Places.Length && weight > 0; u++)
        {
            var size = Size(units, [.. units.Cells.Keys], volumes, u);
            var row = new double[k];
            if (!double.IsNaN(frame.Before[u * b]))
            {
                AddBefore(frame, u, row, 1);
            }
            else
            {
                AddTo(row, before, 1 / weight);
            }

            for (var c = 0; c < k; c++)
            {
                sums[c] += size * Math.Max(0, row[c] + ((now[c] - before[c]) / weight));
            }
        }

        return Whole(sums);
    }

    static void AddTo(double[] to, double[] from, double factor)
    {
        for (var c = 0; c < to.Length; c++)
        {
            to[c] += factor * from[c];
        }
    }

    static void AddBefore(NightFrame frame, int u, double[] to, double factor)
    {
        for (var c = 0; c < frame.Same.Length; c++)
        {
            if (frame.Same[c] >= 0)
            {
                to[frame.Same[c]] += factor * frame.Before[(u * frame.Same.Length) + c];
            }
        }
    }
}
