using System.Collections.Immutable;

namespace Urna.Infer.Tables;

/// <summary>Rows whose people live in so nearly the same proportions everywhere that no method can tell them apart.</summary>
static class IndistinctRows
{
    // People who were dealt out to units by chance alone vary by 1; less than this is a copy of the other row.
    const double LeastVariation = 0.05;

    /// <summary>Groups of such rows, each of two or more indices.</summary>
    /// <param name="problem">The counts.</param>
    public static ImmutableArray<ImmutableArray<int>> Of(TransferProblem problem)
    {
        var groups = new List<List<int>>();
        for (var g = 0; g < problem.RowNames.Length; g++)
        {
            if (problem.InformedRows[g] == 0)
            {
                continue;
            }

            if (groups.Find(group => AreAlike(problem, group[0], g)) is { } same)
            {
                same.Add(g);
            }
            else
            {
                groups.Add([g]);
            }
        }

        return [.. groups.Where(group => group.Count > 1).Select(group => group.ToImmutableArray())];
    }

    /// <summary>Gives the rows of each group the shares of all of them together.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="shares">P(column | row), shape [rows × columns]; changed in place.</param>
    public static void Pool(TransferProblem problem, Span<double> shares)
    {
        var columns = problem.ColumnNames.Length;
        foreach (var group in problem.IndistinctRows)
        {
            var people = group.Sum(g => problem.InformedRows[g]);
            for (var c = 0; c < columns; c++)
            {
                var pooled = 0.0;
                foreach (var g in group)
                {
                    pooled += problem.InformedRows[g] * shares[(g * columns) + c] / people;
                }

                foreach (var g in group)
                {
                    shares[(g * columns) + c] = pooled;
                }
            }
        }
    }

    /// <summary>Whether the split between two rows varies over units far less than if people had been dealt out by chance.</summary>
    static bool AreAlike(TransferProblem problem, int first, int second)
    {
        var part = problem.InformedRows[first] / (problem.InformedRows[first] + problem.InformedRows[second]);
        var (sum, units, most) = (0.0, 0, LeastVariation * problem.Units.Length * part * (1 - part));
        for (var b = 0; b < problem.Units.Length && sum <= most; b++)
        {
            var (one, other) = (problem.RowsOf(b)[first], problem.RowsOf(b)[second]);
            var both = one + other;
            if (both > 0 && problem.IsInformed(b))
            {
                units++;
                sum += (one - (part * both)) * (one - (part * both)) / both;
            }
        }

        return units > 1 && sum < LeastVariation * (units - 1) * part * (1 - part);
    }
}
