namespace Urna.Allocate.Biproportional;

/// <summary>Rows and columns whose divisors are tied to each other, because seats can go round between them.</summary>
/// <remarks>
/// An arrow leads along each cell on its boundary: from column to row where it may gain, from row to column where it may lose. Cells between
/// two of one strongly connected component lie on a cycle, and all seats of the cycle may move; no other cell can differ in another right table.
/// </remarks>
static class Components
{
    /// <summary>The component of each node, numbered from 0; nodes are columns, then rows.</summary>
    /// <param name="successors">Where the arrows from each node lead.</param>
    public static int[] Of(IReadOnlyList<IReadOnlyList<int>> successors)
    {
        var predecessors = successors.Select(_ => new List<int>()).ToArray();
        for (var node = 0; node < successors.Count; node++)
        {
            foreach (var next in successors[node])
            {
                predecessors[next].Add(node);
            }
        }

        var component = new int[successors.Count];
        Array.Fill(component, -1);
        var count = 0;
        for (var node = 0; node < component.Length; node++)
        {
            if (component[node] >= 0)
            {
                continue;
            }

            var ahead = Reached(node, successors);
            foreach (var member in Reached(node, predecessors).Where(ahead.Contains))
            {
                component[member] = count;
            }

            count++;
        }

        return component;
    }

    static HashSet<int> Reached(int start, IReadOnlyList<IReadOnlyList<int>> arrows)
    {
        var reached = new HashSet<int> { start };
        var open = new Stack<int>(reached);
        while (open.TryPop(out var node))
        {
            foreach (var next in arrows[node].Where(reached.Add))
            {
                open.Push(next);
            }
        }

        return reached;
    }
}
