using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Urna.Numerics;

namespace Urna.Infer.Tables;

/// <summary>How the rows' people lie over units, and what can be told of a row, or of several together, at all.</summary>
/// <remarks>M = Σ_b w_b w_bᵀ / n_b over rows that have people, w_b the people of unit b by row, n_b their sum.</remarks>
sealed class RowMoments
{
    readonly TransferProblem problem;
    readonly int[] rows;
    readonly Matrix<double> moments;
    readonly Matrix<double> inverse;

    /// <summary>Looks through the units.</summary>
    /// <param name="problem">The counts.</param>
    public RowMoments(TransferProblem problem)
    {
        this.problem = problem;
        rows = [.. Enumerable.Range(0, problem.RowNames.Length).Where(g => problem.InformedRows[g] > 0)];
        moments = Matrix<double>.Build.Dense(rows.Length, rows.Length);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var own = problem.RowsOf(b);
            for (var i = 0; problem.IsInformed(b) && i < rows.Length; i++)
            {
                for (var j = 0; j < rows.Length; j++)
                {
                    moments[i, j] += own[rows[i]] * own[rows[j]] / Sums.Of(own);
                }
            }
        }

        // A touch on the diagonal keeps copies invertible, at a score of zero.
        inverse = (moments + Matrix<double>.Build.DenseDiagonal(rows.Length, rows.Length, i => 1e-9 * moments[i, i])).Inverse();
    }

    /// <summary>Rows that have people.</summary>
    public int Rows => rows.Length;

    /// <summary>By row, 1 / (M_gg M⁻¹_gg): what is left of a row when the others have explained it.</summary>
    /// <param name="problem">The counts.</param>
    public static ImmutableArray<double> Identify(TransferProblem problem)
    {
        var all = new RowMoments(problem);
        return [.. Enumerable.Range(0, problem.RowNames.Length).Select(g => all.Identifiability([g]))];
    }

    /// <summary>1 / (M_SS aᵀM⁻¹a), a the parts of the rows in all of them together: of one row what is left of it when the others have explained it.</summary>
    /// <param name="together">Indices of rows; at least one.</param>
    /// <returns>In [0, 1]: 0 where the share of all of them cannot be told; 0 if one has no people.</returns>
    public double Identifiability(IReadOnlyCollection<int> together)
    {
        int[] at = [.. together.Select(g => Array.IndexOf(rows, g))];
        if (at.Contains(-1))
        {
            return 0;
        }

        var people = together.Sum(g => problem.InformedRows[g]);
        double[] parts = [.. together.Select(g => problem.InformedRows[g] / people)];
        var (all, error) = (0.0, 0.0);
        for (var i = 0; i < at.Length; i++)
        {
            for (var j = 0; j < at.Length; j++)
            {
                all += moments[at[i], at[j]];
                error += parts[i] * inverse[at[i], at[j]] * parts[j];
            }
        }

        return Math.Clamp(1 / (all * error), 0, 1);
    }
}
