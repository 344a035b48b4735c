using System.Collections.Immutable;
using Urna.Infer.Estimates;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Uncertainty;

/// <summary>Intervals of cells within what the units' margins allow.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Bounds">What the margins allow.</param>
/// <param name="ByBounds">By row, whether that is all there is.</param>
/// <param name="Bias">By cell, how far totals show that a share may be off.</param>
sealed record IntervalOfCell(TransferEstimate Estimate, TransferBounds Bounds, ImmutableArray<bool> ByBounds, ImmutableArray<double> Bias)
{
    /// <summary>How far an interval reaches at least, since totals show that the share may be off.</summary>
    /// <param name="cell">The cell's index.</param>
    /// <param name="level">How often the interval shall hold the truth, in (0, 1).</param>
    public double Least(int cell, double level) => Bias[cell] == 0 ? 0 : Bias[cell] * StandardNormal.Quantile((1 + level) / 2);

    /// <summary>As far about each share as a function says.</summary>
    /// <param name="half">How far, by cell; asked of cells that have more than bounds.</param>
    /// <param name="level">How often the interval shall hold the truth, in (0, 1).</param>
    public (double[] Lower, double[] Upper) About(Func<int, double> half, double level) => Ends(i => (Estimate.Shares[i] - half(i), Estimate.Shares[i] + half(i)), level);

    /// <summary>As was learnt of parties by candidate.</summary>
    /// <param name="errors">Standard errors by cell.</param>
    /// <param name="dispersion">How much more units scatter than a multinomial.</param>
    /// <param name="level">How often the interval shall hold the truth, in (0, 1).</param>
    public (double[] Lower, double[] Upper) About(double[] errors, double dispersion, double level)
    {
        var problem = Estimate.Problem;
        var (rows, columns) = (problem.InformedRows, problem.InformedColumns);
        var people = Sums.Of(rows);
        var units = Enumerable.Range(0, problem.Units.Length).Count(problem.IsInformed);
        var calibration = IntervalCalibration.Of(Estimate.Method);
        return Ends(i => calibration.About(
            new IntervalScale(Estimate.Shares[i], rows[i / columns.Length] / people, columns[i % columns.Length] / people, units, people / units, dispersion, errors[i]), level), level);
    }

    (double[] Lower, double[] Upper) Ends(Func<int, (double Lower, double Upper)> about, double level)
    {
        var problem = Estimate.Problem;
        var columns = problem.ColumnNames.Length;
        var (lower, upper) = (new double[Estimate.Shares.Length], new double[Estimate.Shares.Length]);
        for (var i = 0; i < lower.Length; i++)
        {
            (lower[i], upper[i]) = (Bounds.Lower[i], Bounds.Upper[i]);
            if (!ByBounds[i / columns] && problem.InformedRows[i / columns] > 0 && !problem.IsImpossible(i / columns, i % columns))
            {
                var (least, most) = about(i);
                (least, most) = (Math.Min(least, Estimate.Shares[i] - Least(i, level)), Math.Max(most, Estimate.Shares[i] + Least(i, level)));
                (lower[i], upper[i]) = (Math.Clamp(least, lower[i], upper[i]), Math.Clamp(most, lower[i], upper[i]));
            }
        }

        return (lower, upper);
    }
}
