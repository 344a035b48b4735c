using System.Runtime.Intrinsics;
using Urna.Infer.Tables;

namespace Urna.Infer.Expectations;

/// <summary>The M step's sums from one unit after another, for methods without a kernel and as the reference of those with one.</summary>
static class UnitByUnit
{
    /// <summary>Adds weight × people × q of a chunk of units.</summary>
    /// <param name="expectation">The E step.</param>
    /// <param name="problem">The counts.</param>
    /// <param name="first">The first unit, a multiple of eight.</param>
    /// <param name="last">One beyond the last unit.</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="weights">The weights of these units, eight by eight; empty where all are 1.</param>
    /// <param name="sums">Where it is added, same shape as the shares.</param>
    public static void Add(
        IExpectation expectation, TransferProblem problem, int first, int last, ReadOnlySpan<double> shares, ReadOnlySpan<Vector512<double>> weights, Span<double> sums)
    {
        var columns = problem.ColumnNames.Length;
        var q = new double[shares.Length];
        for (var b = first; b < last; b++)
        {
            var weight = weights.IsEmpty ? 1 : weights[(b - first) / Vector512<double>.Count][(b - first) % Vector512<double>.Count];
            shares.CopyTo(q);
            if (weight > 0 && expectation.Conditional(b, shares, q))
            {
                var people = problem.RowsOf(b);
                for (var i = 0; i < q.Length; i++)
                {
                    sums[i] += weight * people[i / columns] * q[i];
                }
            }
        }
    }
}
