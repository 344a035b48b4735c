using System.Collections.Immutable;
using Urna.Infer.Diagnostics;
using Urna.Infer.Estimates;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Infer;

/// <summary>Rows that units tell from the others together, though none of them alone.</summary>
/// <param name="Rows">Indices of the rows in the problem, two or more, in its order.</param>
/// <param name="Identifiability">How far they are told apart together, in [0, 1].</param>
/// <param name="Shares">The part of all of them that is estimated to have chosen each column, shape [columns].</param>
/// <param name="Counts">The same in people.</param>
/// <param name="Lower">The lower ends of the shares' intervals; empty where none were asked for.</param>
/// <param name="Upper">The upper ends.</param>
/// <param name="Bounds">What the units' margins alone allow for them as one row, shape [columns].</param>
/// <param name="Coverage">How often such intervals held the truth; null where the ends are the bounds, or none were asked for.</param>
/// <remarks>
/// How the votes of all of them go is seen; which of them cast which vote is not. The shares are those of the rows, weighted by people. An interval is as wide
/// as that of a table in which they are one row, and reaches as far as that one, about its own estimate, does.
/// </remarks>
public sealed record PooledRow(
    ImmutableArray<int> Rows,
    double Identifiability,
    ImmutableArray<double> Shares,
    ImmutableArray<double> Counts,
    ImmutableArray<double> Lower,
    ImmutableArray<double> Upper,
    TransferBounds Bounds,
    IntervalCoverage? Coverage)
{
    /// <summary>From this part of the bounds on, an interval says hardly more than they do.</summary>
    const double Narrow = 0.9;

    /// <summary>Whether the interval of the rows together rests on what was measured of such rows.</summary>
    public bool IsMeasured => Coverage is not null;

    /// <summary>Whether the interval of some column says more than the bounds do; it does not where shares that change with the place could move that far.</summary>
    bool IsNarrower => Lower.Select((lower, c) => Upper[c] - lower < Narrow * (Bounds.Upper[c] - Bounds.Lower[c])).Any(narrower => narrower);

    /// <summary>Rows of an inference that only together can be told from the others.</summary>
    /// <param name="inference">The inference.</param>
    internal static ImmutableArray<PooledRow> Of(Inference inference)
    {
        var problem = inference.Estimate.Problem;
        var hardly = Enumerable.Range(0, problem.RowNames.Length).Where(g => inference.Diagnostics.Indistinguishable.Contains(problem.RowNames[g]));
        int[] mixed = [.. hardly];
        ImmutableArray<PooledRow> found = [.. Sets(new RowMoments(problem), mixed).Select(rows => Of(inference, rows)).OfType<PooledRow>().OrderBy(p => p.Rows[0])];
        ImmutableArray<int> groups = [.. Enumerable.Range(0, problem.RowNames.Length).Where(g => problem.Kinds.IsGroup(problem.RowNames[g]) && problem.InformedRows[g] > 0)];
        return found.IsEmpty && mixed.Length > 1 && groups.Length > 1 && groups.Length < problem.InformedRows.Count(p => p > 0) && Of(inference, groups) is { } all ? [all] : found;
    }

    /// <summary>Some rows of an inference as one; null if they cannot be told from the others, or are no rows of one kind.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="rows">Indices of rows, two or more.</param>
    internal static PooledRow? Of(Inference inference, ImmutableArray<int> rows)
    {
        var problem = inference.Estimate.Problem;
        var (kinds, score) = Told(problem, rows);
        if (kinds is null || TransferMethod.Named(inference.Estimate.Method) is not { } method)
        {
            return null;
        }

        var asked = inference.Intervals is { } intervals ? new IntervalOptions(intervals.Level) : null;
        return About(inference, rows, score, Inference.With(method.Estimate(problem.WithOneRow(rows).Of(kinds)), asked));
    }

    /// <summary>Whether some rows can be told from the others at all when they are taken as one.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="rows">Indices of rows, two or more.</param>
    internal static bool CanBeTold(TransferProblem problem, ImmutableArray<int> rows) => Told(problem, rows).Kinds is not null;

    static (TransferKinds? Kinds, double Score) Told(TransferProblem problem, ImmutableArray<int> rows)
    {
        var score = new RowMoments(problem).Identifiability(rows);
        return (score < TransferDiagnostics.HardlyTold ? null : problem.Kinds.Together([.. rows.Select(r => problem.RowNames[r])], problem.RowNames), score);
    }

    static PooledRow? About(Inference inference, ImmutableArray<int> rows, double score, Inference asOne)
    {
        var problem = inference.Estimate.Problem;
        var columns = problem.ColumnNames.Length;
        ImmutableArray<double> counts = [.. Enumerable.Range(0, columns).Select(c => rows.Sum(r => inference.Estimate.Counts[(r * columns) + c]))];
        var people = counts.Sum();
        ImmutableArray<double> shares = [.. counts.Select(n => n / people)];
        var bounds = new TransferBounds([.. asOne.Bounds.Lower.Take(columns)], [.. asOne.Bounds.Upper.Take(columns)]);
        var row = new PooledRow(rows, score, shares, counts, [], [], bounds, null);
        if (asOne.Intervals is not { } intervals)
        {
            return row;
        }

        if (asOne.Diagnostics.Indistinguishable.Contains(asOne.Estimate.Problem.RowNames[0]) || intervals.CoverageOf(0) is not { } coverage)
        {
            return row with { Lower = bounds.Lower, Upper = bounds.Upper };
        }

        var told = row with { Lower = [.. Ends(intervals.Lower, Math.Min)], Upper = [.. Ends(intervals.Upper, Math.Max)], Coverage = coverage };
        return told.IsNarrower ? told : null;

        IEnumerable<double> Ends(ImmutableArray<double> ends, Func<double, double, double> farther) =>
            shares.Select((share, c) => Math.Clamp(farther(ends[c], share + ends[c] - asOne.Estimate.Shares[c]), bounds.Lower[c], bounds.Upper[c]));
    }

    /// <summary>Sets of rows, of which those come together that are told apart best, until they are told at all.</summary>
    static IEnumerable<ImmutableArray<int>> Sets(RowMoments moments, IEnumerable<int> hardly)
    {
        List<ImmutableArray<int>> open = [.. hardly.Select(g => ImmutableArray.Create(g))];
        while (open.Count > 1)
        {
            var (a, b, score) = Pairs(open).Select(p => (p.A, p.B, Score: moments.Identifiability([.. p.A, .. p.B]))).MaxBy(p => p.Score);
            ImmutableArray<int> both = [.. a.Concat(b).Order()];
            open.RemoveAll(rows => rows == a || rows == b);
            if (both.Length == moments.Rows)
            {
                yield break;
            }

            if (score >= TransferDiagnostics.HardlyTold)
            {
                yield return both;
            }
            else
            {
                open.Add(both);
            }
        }
    }

    static IEnumerable<(ImmutableArray<int> A, ImmutableArray<int> B)> Pairs(List<ImmutableArray<int>> sets) =>
        from i in Enumerable.Range(0, sets.Count) from j in Enumerable.Range(i + 1, sets.Count - i - 1) select (sets[i], sets[j]);
}
