using System.Runtime.Intrinsics;
using Urna.Infer.Tables;

namespace Urna.Infer.Kernels;

/// <summary>The counts of a problem with eight units side by side, one a lane.</summary>
/// <remarks>Lanes beyond the last unit, and units without votes, have no people: they add nothing to any sum.</remarks>
sealed class UnitLanes
{
    readonly LaneBuffer people;
    readonly LaneBuffer votes;

    /// <summary>Lays out the counts once.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="order">The problem's columns in the order they are to have here.</param>
    public UnitLanes(TransferProblem problem, ReadOnlySpan<int> order)
    {
        (Rows, Columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var blocks = (problem.Units.Length + LaneBuffer.Width - 1) / LaneBuffer.Width;
        people = new LaneBuffer(blocks * Rows);
        votes = new LaneBuffer(blocks * Columns);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            if (Scatter(problem.ColumnsOf(b), votes.Values, b, order) > 0)
            {
                Scatter(problem.RowsOf(b), people.Values, b, []);
            }
        }
    }

    /// <summary>Rows of the problem.</summary>
    public int Rows { get; }

    /// <summary>Columns of the problem.</summary>
    public int Columns { get; }

    /// <summary>People of blocks of eight units, shape [blocks × rows].</summary>
    /// <param name="first">The first block.</param>
    public ReadOnlySpan<Vector512<double>> People(int first) => people.Rows[(first * Rows)..];

    /// <summary>Votes of blocks of eight units, shape [blocks × columns].</summary>
    /// <param name="first">The first block.</param>
    public ReadOnlySpan<Vector512<double>> Votes(int first) => votes.Rows[(first * Columns)..];

    static double Scatter(ReadOnlySpan<double> counts, Span<double> lanes, int unit, ReadOnlySpan<int> order)
    {
        var (block, lane) = Math.DivRem(unit, LaneBuffer.Width);
        var own = lanes.Slice(block * counts.Length * LaneBuffer.Width, counts.Length * LaneBuffer.Width);
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            var count = counts[order.IsEmpty ? i : order[i]];
            own[(i * LaneBuffer.Width) + lane] = count;
            sum += count;
        }

        return sum;
    }
}
