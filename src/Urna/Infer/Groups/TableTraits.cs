using MathNet.Numerics.LinearAlgebra;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Groups;

/// <summary>What the units tell of a whole table, before it is known how far that is to be believed.</summary>
/// <param name="Identifiability">By row, in [0, 1]: 0 where its people live as mixtures of the others do.</param>
/// <param name="Apart">Its mean over people.</param>
/// <param name="Explained">The part, in [0, 1], of the columns' variance between units that a linear regression on the rows explains.</param>
/// <param name="Strength">How far what places show is from everyone of a place alike, over the standard deviation of a vote; ≥ 0.</param>
sealed record TableTraits(double[] Identifiability, double Apart, double Explained, double Strength)
{
    /// <summary>Looks through the units.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="shown">What places show, and the same if everyone of a place chose alike.</param>
    public static TableTraits Of(TransferProblem problem, DrawnShares shown)
    {
        var identifiability = RowMoments.Identify(problem).ToArray();
        var (people, votes, columns) = (problem.InformedRows, problem.InformedColumns, problem.ColumnNames.Length);
        var all = Sums.Of(people);
        var (far, spread) = (0.0, 0.0);
        for (var i = 0; all > 0 && i < shown.Places.Length; i++)
        {
            var (part, column) = (people[i / columns] / all, votes[i % columns] / all);
            far += part * (shown.Places[i] - shown.Alike[i]) * (shown.Places[i] - shown.Alike[i]);
            spread += part * column * (1 - column);
        }

        return new TableTraits(
            identifiability,
            all == 0 ? 0 : people.Select((p, g) => p * identifiability[g]).Sum() / all,
            ExplainedBy(problem),
            spread > 0 ? Math.Sqrt(far / spread) : 0);
    }

    /// <summary>By row, η² of belonging to a row over units: Σ_b n_b (w_bg/n_b − w_g)² / (N w_g (1 − w_g)).</summary>
    /// <param name="problem">The counts.</param>
    public static double[] Between(TransferProblem problem)
    {
        var all = Sums.Of(problem.InformedRows);
        var parts = Array.ConvertAll(problem.InformedRows, p => all == 0 ? 0 : p / all);
        var sums = new double[parts.Length];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var own = problem.RowsOf(b);
            var size = Sums.Of(own);
            for (var g = 0; problem.IsInformed(b) && g < sums.Length; g++)
            {
                sums[g] += size * ((own[g] / size) - parts[g]) * ((own[g] / size) - parts[g]);
            }
        }

        return [.. sums.Select((sum, g) => parts[g] is > 0 and < 1 ? Math.Clamp(sum / (all * parts[g] * (1 - parts[g])), 0, 1) : 0)];
    }

    /// <summary>The people-weighted R² of the columns' parts of each unit on the rows' parts, all columns together.</summary>
    static double ExplainedBy(TransferProblem problem)
    {
        var rows = Enumerable.Range(0, problem.RowNames.Length).Where(g => problem.InformedRows[g] > 0).ToArray();
        var columns = problem.ColumnNames.Length;
        var (moments, cross, squares) = Moments(problem, rows);
        var fitted = rows.Length == 0 ? cross : (moments + Matrix<double>.Build.DenseDiagonal(rows.Length, rows.Length, i => 1e-9 * moments[i, i])).Solve(cross);
        var all = Sums.Of(problem.InformedRows);
        var (explained, total) = (0.0, 0.0);
        for (var c = 0; c < columns; c++)
        {
            var mean = all == 0 ? 0 : problem.InformedColumns[c] * problem.InformedColumns[c] / all;
            explained += Math.Max(0, cross.Column(c).DotProduct(fitted.Column(c)) - mean);
            total += Math.Max(0, squares[c] - mean);
        }

        return total > 0 ? Math.Clamp(explained / total, 0, 1) : 0;
    }

    static (Matrix<double> Moments, Matrix<double> Cross, double[] Squares) Moments(TransferProblem problem, int[] rows)
    {
        var columns = problem.ColumnNames.Length;
        var (moments, cross, squares) = (new double[rows.Length * rows.Length], new double[rows.Length * columns], new double[columns]);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            if (!problem.IsInformed(b))
            {
                continue;
            }

            var own = problem.RowsOf(b);
            var votes = problem.ColumnsOf(b);
            var (size, cast) = (Sums.Of(own), Sums.Of(votes));
            for (var i = 0; i < rows.Length; i++)
            {
                var people = own[rows[i]];
                for (var j = 0; j < rows.Length; j++)
                {
                    moments[(i * rows.Length) + j] += people * own[rows[j]] / size;
                }

                for (var c = 0; c < columns; c++)
                {
                    cross[(i * columns) + c] += people * votes[c] / cast;
                }
            }

            for (var c = 0; c < columns; c++)
            {
                squares[c] += size * (votes[c] / cast) * (votes[c] / cast);
            }
        }

        return (Matrix<double>.Build.Dense(rows.Length, rows.Length, (i, j) => moments[(i * rows.Length) + j]), Matrix<double>.Build.Dense(rows.Length, columns, (i, c) => cross[(i * columns) + c]), squares);
    }
}
