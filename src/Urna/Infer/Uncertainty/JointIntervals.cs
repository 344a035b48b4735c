using System.Collections.Immutable;

namespace Urna.Infer.Uncertainty;

/// <summary>A difference between two rows in a column whose interval stands apart from zero.</summary>
/// <param name="Row">The row that is ahead.</param>
/// <param name="Over">The row that it is ahead of.</param>
/// <param name="Column">The column.</param>
/// <param name="Difference">By how much of their people, in [0, 1].</param>
/// <param name="Lower">The lower end of its interval, above 0.</param>
/// <param name="Upper">The upper end.</param>
public sealed record RowDifference(string Row, string Over, string Column, double Difference, double Lower, double Upper);

/// <summary>What can be said of several shares together.</summary>
/// <param name="Lower">Lower ends that hold all shares of the table at once, shape [rows × columns].</param>
/// <param name="Upper">Upper ends.</param>
/// <param name="Coverage">How often they did.</param>
/// <param name="Differences">Differences between two rows that stand apart from zero.</param>
/// <param name="CoverageOfDifferences">How often intervals of differences held the truth.</param>
public sealed record JointIntervals(
    ImmutableArray<double> Lower, ImmutableArray<double> Upper, IntervalCoverage Coverage, ImmutableArray<RowDifference> Differences, IntervalCoverage CoverageOfDifferences)
{
    /// <summary>Joint statements of an estimate; null where nothing was learnt of its groups.</summary>
    internal static JointIntervals? Of(IntervalOfCell cells, GroupIntervals? learnt, double level)
    {
        if (learnt?.Known is not { } known)
        {
            return null;
        }

        var (lower, upper) = cells.About(i => learnt.HalfOfAll(i, level), level);
        return new JointIntervals(
            [.. lower],
            [.. upper],
            new MeasuredCoverage(known.HeldTables, 0, known.On).At(level),
            [.. Apart(cells, learnt, level)],
            new MeasuredCoverage(known.HeldDifferences, 0, known.On).At(level));
    }

    static IEnumerable<RowDifference> Apart(IntervalOfCell cells, GroupIntervals learnt, double level)
    {
        var problem = cells.Estimate.Problem;
        var columns = problem.ColumnNames.Length;
        int[] groups = [.. Enumerable.Range(0, problem.RowNames.Length).Where(g => problem.InformedRows[g] > 0 && !cells.ByBounds[g] && !learnt.HasNoSign(g) && problem.Kinds.IsGroup(problem.RowNames[g]))];
        return from a in groups
               from b in groups
               where a != b
               from c in Enumerable.Range(0, columns)
               let difference = cells.Estimate.Shares[(a * columns) + c] - cells.Estimate.Shares[(b * columns) + c]
               where difference > 0
               let half = Math.Max(learnt.HalfOfDifference(a, b, c, level), cells.Least((a * columns) + c, level) + cells.Least((b * columns) + c, level))
               where difference > half
               select new RowDifference(problem.RowNames[a], problem.RowNames[b], problem.ColumnNames[c], difference, difference - half, Math.Min(1, difference + half));
    }
}
