using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Infer.Tables;

/// <summary>What the margins of the units alone allow: bounds that need no model.</summary>
/// <param name="Lower">The least share of each row in each column, shape [rows × columns].</param>
/// <param name="Upper">The greatest, same shape.</param>
/// <remarks>
/// Duncan and Davis, "An alternative to ecological correlation", American Sociological Review 18 (1953): in unit b at least
/// max(0, x_c − Σ of the other rows) and at most min(w_g, x_c) people of row g chose column c. Where a unit's votes and people
/// differ, the bounds hold for the people of the rows: votes beyond the people, or people beyond the votes, may be anyone's.
/// A cell that is impossible is [0, 0], and others count only the rows and columns that remain possible.
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
            AddUnit(problem, b, lower, upper);
            for (var g = 0; g < rows; g++)
            {
                people[g] += problem.RowsOf(b)[g];
            }
        }

        return new TransferBounds(
            [.. lower.Select((v, i) => people[i / columns] > 0 ? v / people[i / columns] : 0)],
            [.. upper.Select((v, i) => people[i / columns] > 0 ? v / people[i / columns] : 1)]);
    }

    static void AddUnit(TransferProblem problem, int unit, double[] lower, double[] upper)
    {
        var own = problem.RowsOf(unit);
        var votes = problem.ColumnsOf(unit);
        var (all, cast) = (Sums.Of(own), Sums.Of(votes));
        var (strangers, nowhere) = (Math.Max(0, cast - all), Math.Max(0, all - cast));
        for (var g = 0; g < own.Length; g++)
        {
            // What the row cannot be in, and who cannot be in the column, leave less room for others.
            var closed = Closed(problem, g, votes);
            for (var c = 0; c < votes.Length; c++)
            {
                if (!problem.IsImpossible(g, c))
                {
                    var byColumn = votes[c] - (all - own[g] - Barred(problem, c, own)) - strangers;
                    var byRow = own[g] - (cast - votes[c] - closed) - nowhere;
                    lower[(g * votes.Length) + c] += Math.Max(0, Math.Max(byColumn, byRow));
                    upper[(g * votes.Length) + c] += Math.Min(own[g], votes[c]);
                }
            }
        }
    }

    /// <summary>Votes of the columns in which a row cannot be.</summary>
    static double Closed(TransferProblem problem, int row, ReadOnlySpan<double> votes)
    {
        var sum = 0.0;
        for (var c = 0; !problem.Impossible.IsEmpty && c < votes.Length; c++)
        {
            sum += problem.IsImpossible(row, c) ? votes[c] : 0;
        }

        return sum;
    }

    /// <summary>People of the rows that cannot be in a column.</summary>
    static double Barred(TransferProblem problem, int column, ReadOnlySpan<double> people)
    {
        var sum = 0.0;
        for (var g = 0; !problem.Impossible.IsEmpty && g < people.Length; g++)
        {
            sum += problem.IsImpossible(g, column) ? people[g] : 0;
        }

        return sum;
    }
}
