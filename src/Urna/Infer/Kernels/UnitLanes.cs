using System.Runtime.Intrinsics;

namespace Urna.Infer.Kernels;

/// <summary>The counts of a problem with eight units side by side, one a lane.</summary>
/// <remarks>Lanes beyond the last unit hold zeros: nobody, who adds nothing to any sum.</remarks>
sealed class UnitLanes
{
    readonly LaneBuffer people;
    readonly LaneBuffer votes;

    /// <summary>Lays out the counts once.</summary>
    /// <param name="problem">The counts.</param>
    public UnitLanes(TransferProblem problem)
    {
        (Rows, Columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var blocks = (problem.Units.Length + LaneBuffer.Width - 1) / LaneBuffer.Width;
        people = new LaneBuffer(blocks * Rows);
        votes = new LaneBuffer(blocks * Columns);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            Scatter(problem.RowsOf(b), people.Values, b);
            Scatter(problem.ColumnsOf(b), votes.Values, b);
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

    static void Scatter(ReadOnlySpan<double> counts, Span<double> lanes, int unit)
    {
        var (block, lane) = Math.DivRem(unit, LaneBuffer.Width);
        for (var i = 0; i < counts.Length; i++)
        {
            lanes[(((block * counts.Length) + i) * LaneBuffer.Width) + lane] = counts[i];
        }
    }
}
