using MathNet.Numerics.LinearAlgebra;
using Urna.Infer.Estimates;
using Urna.Numerics;

namespace Urna.Infer.Uncertainty;

/// <summary>Intervals for the people of one unit's table.</summary>
/// <remarks>
/// Given the unit's votes x, people of a cell vary by V = n p (1 − p) − k ᵀ Σ⁻¹ k, with n the row's people, p the unit's shares, Σ the covariance of x
/// and k that of the cell with x, times the dispersion; to that comes the interval of the share itself. The tables of single units are published
/// for no election, so that these intervals are checked on simulations alone.
/// </remarks>
public sealed class UnitIntervals
{
    readonly TransferEstimate estimate;
    readonly TransferIntervals intervals;
    readonly double z;

    /// <summary>Prepares the intervals of an estimate's units.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="intervals">The intervals of its shares, which set the level.</param>
    public UnitIntervals(TransferEstimate estimate, TransferIntervals intervals)
    {
        (this.estimate, this.intervals) = (estimate, intervals);
        z = StandardNormal.Quantile((1 + intervals.Level) / 2);
    }

    /// <summary>The interval of each cell, in people, within what the unit's margins allow.</summary>
    /// <param name="unit">The unit's index.</param>
    /// <param name="table">The unit's estimated table, shape [rows × columns].</param>
    /// <param name="lower">Where the lower ends go, same shape.</param>
    /// <param name="upper">Where the upper ends go, same shape.</param>
    public void Of(int unit, ReadOnlySpan<double> table, Span<double> lower, Span<double> upper)
    {
        var problem = estimate.Problem;
        var people = problem.RowsOf(unit);
        var votes = problem.ColumnsOf(unit);
        var columns = votes.Length;
        var (all, cast) = (Sums.Of(people), Sums.Of(votes));
        var deviations = Deviations(people, table, columns);
        for (var i = 0; i < table.Length; i++)
        {
            var (g, c) = (i / columns, i % columns);
            var own = z * deviations[i];
            var below = double.Hypot(own, people[g] * (estimate.Shares[i] - intervals.Lower[i]));
            var above = double.Hypot(own, people[g] * (intervals.Upper[i] - estimate.Shares[i]));
            var most = Math.Min(people[g], votes[c]);
            var least = Math.Max(0, votes[c] - (all - people[g]) - Math.Max(0, cast - all));
            lower[i] = Math.Clamp(table[i] - below, Math.Min(least, table[i]), table[i]);
            upper[i] = Math.Clamp(table[i] + above, table[i], Math.Max(most, table[i]));
        }
    }

    /// <summary>Standard deviations of the cells given the unit's votes.</summary>
    double[] Deviations(ReadOnlySpan<double> people, ReadOnlySpan<double> table, int columns)
    {
        var deviations = new double[table.Length];
        var free = columns - 1;
        var shares = new double[table.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = people[i / columns] > 0 ? Math.Clamp(table[i] / people[i / columns], 0, 1) : 0;
        }

        if (free == 0)
        {
            return deviations;
        }

        var factor = Covariance(people, shares, columns).Cholesky();
        var dispersion = Math.Max(1, intervals.Dispersion ?? 1);
        for (var i = 0; i < deviations.Length; i++)
        {
            var (g, c) = (i / columns, i % columns);
            var mass = people[g] * shares[i];
            var with = Vector<double>.Build.Dense(free, j => mass * ((j == c ? 1 : 0) - shares[(g * columns) + j]));
            var variance = (people[g] * shares[i] * (1 - shares[i])) - with.DotProduct(factor.Solve(with));
            deviations[i] = Math.Sqrt(dispersion * Math.Max(0, variance));
        }

        return deviations;
    }

    /// <summary>Σ_g n_g (diag(p_g) − p_g p_gᵀ) without the last column, a touch more on the diagonal.</summary>
    static Matrix<double> Covariance(ReadOnlySpan<double> people, double[] shares, int columns)
    {
        var size = columns - 1;
        var sum = Matrix<double>.Build.Dense(size, size);
        for (var g = 0; g < people.Length; g++)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                {
                    var (p, q) = (shares[(g * columns) + i], shares[(g * columns) + j]);
                    sum[i, j] += people[g] * ((i == j ? p : 0) - (p * q));
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            sum[i, i] += 1e-9 + (1e-9 * sum[i, i]);
        }

        return sum;
    }
}
