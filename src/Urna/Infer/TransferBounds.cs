using System.Collections.Immutable;

namespace Urna.Infer;

/// <summary>What the margins of the units alone allow: bounds that need no model.</summary>
/// <param name="Lower">The least share of each row in each column, shape [rows × columns].</param>
/// <param name="Upper">The greatest, same shape.</param>
/// <remarks>
/// Duncan and Davis, "An alternative to ecological correlation", American Sociological Review 18 (1953): in unit b at least
/// max(0, x_c − Σ of the other rows) and at most min(w_g, x_c) people of row g chose column c. Where a unit's votes and people
/// differ, the bounds hold for the people of the rows: votes beyond the people, or people beyond the votes, may be anyone's.
/// </remarks>
public sealed record TransferBounds(ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    /// <summary>The bounds of a problem; a row without people has [0, 1].</summary>
    /// <param name="problem">The problem.</param>
    public static TransferBounds Of(TransferProblem problem)
    {
        var (rows, columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var lower = new double[rows * columns];
        var upper = new double[rows * columns];
        var people = new double[rows];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var own = problem.RowsOf(b);
            var votes = problem.ColumnsOf(b);
            var (all, cast) = (Sum(own), Sum(votes));
            var strangers = Math.Max(0, cast - all);
            for (var g = 0; g < rows; g++)
            {
                people[g] += own[g];
                for (var c = 0; c < columns; c++)
                {
                    lower[(g * columns) + c] += Math.Max(0, votes[c] - (all - own[g]) - strangers);
                    upper[(g * columns) + c] += Math.Min(own[g], votes[c]);
                }
            }
        }

        return new TransferBounds(
            [.. lower.Select((v, i) => people[i / columns] > 0 ? v / people[i / columns] : 0)],
            [.. upper.Select((v, i) => people[i / columns] > 0 ? v / people[i / columns] : 1)]);
    }

    static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
