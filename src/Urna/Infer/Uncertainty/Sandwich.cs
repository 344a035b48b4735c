using MathNet.Numerics.LinearAlgebra;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;

namespace Urna.Infer.Uncertainty;

/// <summary>Sampling errors from one pass over the units, at a fixed point.</summary>
/// <remarks>
/// At a fixed point Σ_b s_b = 0 with s_bgc = w_bg (q_bgc − p_gc) / W_g. With A = I − F′(p), F the map, the shares' covariance is
/// A⁻¹ (Σ_b s_b s_bᵀ) A⁻ᵀ over the cells inside the simplex; A⁻¹ s_b is unit b's influence. Clusters add up their units first.
/// White, "Maximum likelihood estimation of misspecified models", Econometrica 50 (1982).
/// </remarks>
static class Sandwich
{
    const double Step = 1e-6;

    /// <summary>Computes them.</summary>
    /// <param name="problem">The counts; its clusters, if any, are what varies.</param>
    /// <param name="map">The map.</param>
    /// <param name="shares">Its fixed point, shape [rows × columns].</param>
    public static SamplingErrors Of(TransferProblem problem, IShareMap map, double[] shares)
    {
        var columns = problem.ColumnNames.Length;
        var free = new FreeCells(shares, columns);
        var errors = new SamplingErrors(new double[shares.Length], free.AtBoundary, new double[shares.Length], [.. Enumerable.Repeat(-1, shares.Length)]);
        if (free.Cells.Length == 0)
        {
            return errors;
        }

        var bread = Bread(map, shares, free).Inverse();
        var (scores, firsts) = Scores(problem, map, shares, free);
        var moves = new double[free.Cells.Length];
        var all = new double[shares.Length];
        for (var cluster = 0; cluster < scores.Count; cluster++)
        {
            bread.Multiply(Vector<double>.Build.Dense(scores[cluster])).AsArray().CopyTo(moves, 0);
            free.Spread(moves, all);
            for (var i = 0; i < all.Length; i++)
            {
                errors.StandardErrors[i] += all[i] * all[i];
                if (Math.Abs(all[i]) > errors.Influence[i])
                {
                    (errors.Influence[i], errors.MostInfluential[i]) = (Math.Abs(all[i]), firsts[cluster]);
                }
            }
        }

        // As many clusters as there are, the sum of squares of n terms that sum to zero is short by n / (n − 1).
        var correction = scores.Count > 1 ? scores.Count / (scores.Count - 1.0) : 1;
        for (var i = 0; i < shares.Length; i++)
        {
            errors.StandardErrors[i] = Math.Sqrt(errors.StandardErrors[i] * correction);
        }

        return errors;
    }

    /// <summary>I − F′(p) over the free cells, by differences along the simplex.</summary>
    static Matrix<double> Bread(IShareMap map, double[] shares, FreeCells free)
    {
        var count = free.Cells.Length;
        var bread = Matrix<double>.Build.DenseIdentity(count);
        var (moved, ahead, behind) = (shares.ToArray(), new double[shares.Length], new double[shares.Length]);
        for (var k = 0; k < count; k++)
        {
            var (cell, other) = (free.Cells[k], free.YieldingTo(free.Cells[k]));
            var step = Math.Min(Step, shares[cell] / 2);
            (moved[cell], moved[other]) = (shares[cell] + step, shares[other] - step);
            map.Apply(moved, ahead);
            (moved[cell], moved[other]) = (shares[cell] - step, shares[other] + step);
            map.Apply(moved, behind);
            (moved[cell], moved[other]) = (shares[cell], shares[other]);
            for (var j = 0; j < count; j++)
            {
                bread[j, k] -= (ahead[free.Cells[j]] - behind[free.Cells[j]]) / (2 * step);
            }
        }

        return bread;
    }

    /// <summary>The scores of each cluster over the free cells, and the first unit of each.</summary>
    static (List<double[]> Scores, List<int> Firsts) Scores(TransferProblem problem, IShareMap map, double[] shares, FreeCells free)
    {
        var (scores, firsts) = (new List<double[]>(), new List<int>());
        var indices = new Dictionary<string, int>();
        var q = new double[shares.Length];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            if (!problem.IsInformed(b))
            {
                continue;
            }

            map.Conditional(b, shares, q);
            var score = Cluster(problem, b, free, scores, firsts, indices);
            var people = problem.RowsOf(b);
            for (var k = 0; k < score.Length; k++)
            {
                var cell = free.Cells[k];
                var row = cell / free.Columns;
                score[k] += people[row] * (q[cell] - shares[cell]) / problem.InformedRows[row];
            }
        }

        return (scores, firsts);
    }

    static double[] Cluster(TransferProblem problem, int unit, FreeCells free, List<double[]> scores, List<int> firsts, Dictionary<string, int> indices)
    {
        if (problem.Clusters.IsEmpty || indices.TryAdd(problem.Clusters[unit], scores.Count))
        {
            scores.Add(new double[free.Cells.Length]);
            firsts.Add(unit);
            return scores[^1];
        }

        return scores[indices[problem.Clusters[unit]]];
    }
}
