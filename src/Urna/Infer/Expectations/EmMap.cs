using Urna.Infer.FixedPoints;
using Urna.Infer.Kernels;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Expectations;

/// <summary>One EM step: p_gc = Σ_b u_b w_bg q_bgc / Σ_b u_b w_bg, with q of a method's E step.</summary>
/// <param name="problem">The counts.</param>
/// <param name="expectation">The E step.</param>
/// <param name="threads">Threads at most; 0 for as many as the machine has cores.</param>
/// <param name="cancel">Ends every application with <see cref="OperationCanceledException"/>.</param>
sealed class EmMap(TransferProblem problem, IExpectation expectation, int threads, CancellationToken cancel = default) : IShareMap
{
    readonly double[] current = new double[problem.RowNames.Length * problem.ColumnNames.Length];
    readonly ChunkSum sums = new(
        problem.Units.Length, expectation.UnitsInChunk, problem.RowNames.Length * problem.ColumnNames.Length, Threads(problem, expectation, threads));

    LaneBuffer? weights;

    /// <inheritdoc/>
    public int Evaluations { get; private set; }

    /// <inheritdoc/>
    public int Columns => problem.ColumnNames.Length;

    /// <inheritdoc/>
    public int Size => current.Length;

    /// <inheritdoc/>
    public double[] StandardStart()
    {
        var columns = Columns;
        var start = new double[Size];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var votes = problem.ColumnsOf(b);
            var total = Sums.Of(votes);
            var people = problem.RowsOf(b);
            for (var g = 0; total > 0 && g < people.Length; g++)
            {
                for (var c = 0; people[g] > 0 && c < columns; c++)
                {
                    start[(g * columns) + c] += problem.IsImpossible(g, c) ? 0 : people[g] * votes[c] / total;
                }
            }
        }

        Sums.NormaliseRows(start, columns);
        return start;
    }

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> shares, Span<double> next) => Apply(shares, [], next);

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> shares, ReadOnlySpan<double> unitWeights, Span<double> next)
    {
        cancel.ThrowIfCancellationRequested();
        Evaluations++;
        shares.CopyTo(current);
        var lanes = unitWeights.IsEmpty ? null : weights ??= new LaneBuffer((problem.Units.Length + LaneBuffer.Width - 1) / LaneBuffer.Width);
        if (lanes is not null)
        {
            unitWeights.CopyTo(lanes.Values);
        }

        sums.Of(
            (first, last, part) => expectation.Add(first, last, current, lanes is null ? [] : lanes.Rows[(first / LaneBuffer.Width)..], part),
            next);
        Sums.NormaliseRows(next, Columns);
    }

    /// <inheritdoc/>
    public void Conditional(int unit, ReadOnlySpan<double> shares, Span<double> q)
    {
        shares.CopyTo(q);
        expectation.Conditional(unit, shares, q);
    }

    /// <inheritdoc/>
    public double LogLikelihood(ReadOnlySpan<double> shares)
    {
        var given = shares.ToArray();
        var total = new double[1];
        new ChunkSum(problem.Units.Length, expectation.UnitsInChunk, 1, Threads(problem, expectation, threads)).Of(
            (first, last, part) =>
            {
                for (var b = first; b < last; b++)
                {
                    part[0] += expectation.LogLikelihood(b, given);
                }
            },
            total);
        return total[0];
    }

    /// <inheritdoc/>
    public IShareMap Fork() => new EmMap(problem, expectation, 1, cancel);

    static int Threads(TransferProblem problem, IExpectation expectation, int threads) =>
        problem.Units.Length < expectation.UnitsWorthThreads ? 1 : threads;
}
