using System.Collections.Immutable;
using Urna.Infer;
using Urna.Infer.Diagnostics;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;

namespace Urna.Judge;

/// <summary>The shares of several rows of an estimate taken together.</summary>
/// <remarks>
/// Where units do not tell one of the rows apart, they may tell all of them together, as one row; else the bounds are all there is. Counts are summed. The ends of the rows' intervals are added, weighted by people, as if the model erred the same way in all of them, which is the widest
/// that they allow; so are the ends of two columns whose shares are set against each other. The bounds are those of the rows as one row.
/// </remarks>
sealed class PooledShares
{
    readonly Inference inference;
    readonly ImmutableArray<int> rows;
    readonly TransferBounds bounds;
    readonly int at;
    readonly PooledRow? asOne;

    public PooledShares(Inference inference, ImmutableArray<int> rows)
    {
        (this.inference, this.rows) = (inference, rows);
        var problem = inference.Estimate.Problem;
        People = rows.Sum(r => problem.InformedRows[r]);
        asOne = rows.Length > 1 && rows.Any(IsMarked) && PooledRow.Of(inference, rows) is { IsMeasured: true } together ? together : null;
        (bounds, at) = rows.Length == 1 ? (inference.Bounds, rows[0]) : (TransferBounds.Of(problem.WithOneRow(rows)), 0);
    }

    /// <summary>The bounds of rows of which nothing else can be told, whatever is estimated; null where an estimate may tell more.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="rows">Indices of rows.</param>
    /// <param name="columns">Indices of columns.</param>
    public static (double People, ImmutableArray<Inferred> In)? BoundsAlone(TransferProblem problem, ImmutableArray<int> rows, ImmutableArray<int> columns)
    {
        var hardly = TransferDiagnostics.Hardly(problem);
        if (!rows.Any(r => hardly.Contains(r)) || (rows.Length > 1 && PooledRow.CanBeTold(problem, rows)))
        {
            return null;
        }

        var (bounds, at) = rows.Length == 1 ? (TransferBounds.Of(problem), rows[0]) : (TransferBounds.Of(problem.WithOneRow(rows)), 0);
        return (rows.Sum(r => problem.InformedRows[r]), [.. columns.Select(c => (at * problem.ColumnNames.Length) + c)
            .Select(i => new Inferred(null, bounds.Lower[i], bounds.Upper[i], new IntervalOptions().Level, bounds.Lower[i], bounds.Upper[i], null, false))]);
    }

    /// <summary>The people of the rows.</summary>
    public double People { get; }

    /// <summary>Their share in a column.</summary>
    public Inferred In(int column)
    {
        var intervals = inference.Intervals!;
        var columns = inference.Estimate.Problem.ColumnNames.Length;
        var bound = (at * columns) + column;
        var (least, most) = (bounds.Lower[bound], bounds.Upper[bound]);
        if (asOne is not null)
        {
            return new Inferred(asOne.Shares[column], asOne.Lower[column], asOne.Upper[column], intervals.Level, least, most, asOne.Coverage, true);
        }

        var observable = !rows.Any(IsMarked);
        return new Inferred(
            observable ? Weighted(inference.Estimate.Shares, column) : null,
            observable ? Math.Clamp(Weighted(intervals.Lower, column), least, most) : least,
            observable ? Math.Clamp(Weighted(intervals.Upper, column), least, most) : most,
            intervals.Level,
            least,
            most,
            observable ? intervals.CoverageOf(rows[0]) : null,
            observable);
    }

    /// <summary>How far one share is ahead of another.</summary>
    public static Inferred Difference(Inferred a, Inferred b) =>
        new(a.Share - b.Share, a.Lower - b.Upper, a.Upper - b.Lower, a.Level, a.BoundLower - b.BoundUpper, a.BoundUpper - b.BoundLower, a.Coverage, a.Observable && b.Observable);

    bool IsMarked(int row) => inference.Intervals!.ByBounds[row] || inference.Diagnostics.Indistinguishable.Contains(inference.Estimate.Problem.RowNames[row]);

    double Weighted(ImmutableArray<double> shares, int column)
    {
        var problem = inference.Estimate.Problem;
        return People > 0
            ? rows.Sum(r => shares[(r * problem.ColumnNames.Length) + column] * problem.InformedRows[r]) / People
            : rows.Average(r => shares[(r * problem.ColumnNames.Length) + column]);
    }
}
