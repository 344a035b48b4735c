using System.Collections.Immutable;
using MathNet.Numerics.Optimization;
using Urna.Infer.Associations;
using Urna.Infer.Uncertainty;

namespace Urna.Accuracy;

/// <summary>Learns the curve of association and the width of intervals from elections whose truth is published.</summary>
static class Learning
{
    const double Ridge = 3e-4;

    /// <summary>The curve with the least mean error.</summary>
    /// <param name="known">The elections to learn from, and what both directions show there.</param>
    public static AssociationCurve Curve(IReadOnlyList<(KnownElection Election, Association Association)> known)
    {
        var least = NelderMeadSimplex.Minimum(
            ObjectiveFunction.Value(at => MeanError(known, CurveOf(at.AsArray())) + (Ridge * at.DotProduct(at))),
            MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([1, 0.2, 0.2, 0]),
            MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([0.1, 0.1, 0.1, 0.1]),
            1e-6,
            2_000);
        return CurveOf(least.MinimizingPoint.AsArray());
    }

    /// <summary>The mean per cent of people in the wrong cell.</summary>
    /// <param name="known">The elections.</param>
    /// <param name="curve">The curve.</param>
    public static double MeanError(IReadOnlyList<(KnownElection Election, Association Association)> known, AssociationCurve curve) =>
        known.AsParallel().AsOrdered().Select(k => k.Election.Error(k.Association.People(k.Election.Problem, curve))).ToArray().Average();

    /// <summary>The interval widths with which as many cells hold the truth as each level says.</summary>
    /// <param name="runs">A method's runs on the elections to learn from, real ones.</param>
    public static IntervalCalibration Intervals(IReadOnlyList<MethodRun> runs)
    {
        var cells = runs.SelectMany(r => r.Cells()).Select(c => (Traits: c.Scale.Traits().ToArray(), Miss: c.Truth - c.Scale.Share)).ToArray();
        var scale = Scale(cells);
        var misses = cells.Select(c => c.Miss / Math.Exp(c.Traits.Zip(scale, (t, w) => t * w).Sum())).Order().ToArray();
        return new IntervalCalibration(
            [.. scale],
            [.. IntervalCalibration.Levels.Select(level => -Quantile(misses, (1 - level) / 2))],
            [.. IntervalCalibration.Levels.Select(level => Quantile(misses, (1 + level) / 2))]);
    }

    static double Quantile(double[] sorted, double part) => MathNet.Numerics.Statistics.SortedArrayStatistics.Quantile(sorted, part);

    /// <summary>The coefficients under which the misses are likeliest as a Laplace variable: its scale is the mean absolute miss.</summary>
    static double[] Scale((double[] Traits, double Miss)[] cells)
    {
        var weights = new double[IntervalScale.Count];
        weights[0] = -4;
        var start = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(weights);
        var objective = ObjectiveFunction.Gradient(at =>
        {
            var (sum, gradient) = (0.0, MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(weights.Length));
            foreach (var (traits, miss) in cells)
            {
                var log = Math.Clamp(traits.Zip(at, (t, w) => t * w).Sum(), -30, 30);
                var ratio = Math.Abs(miss) * Math.Exp(-log);
                sum += log + ratio;
                for (var k = 0; k < traits.Length; k++)
                {
                    gradient[k] += (1 - ratio) * traits[k];
                }
            }

            return (sum / cells.Length, gradient / cells.Length);
        });
        return new BfgsMinimizer(1e-7, 1e-9, 1e-9, 500).FindMinimum(objective, start).MinimizingPoint.ToArray();
    }

    static AssociationCurve CurveOf(double[] at) => new(at[0], at[1], at[2], at[3]);
}
