using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Urna.Infer.Kernels;

/// <summary>Doubles in rows of eight lanes; each row fills one cache line.</summary>
/// <remarks>Where the machine has no lanes so wide, the runtime splits each operation; results are the same to the bit.</remarks>
sealed class LaneBuffer
{
    /// <summary>Lanes in a row.</summary>
    public const int Width = 8;

    readonly double[] values;
    readonly int offset;

    /// <summary>Rows of zeros.</summary>
    /// <param name="rows">How many, ≥ 0.</param>
    public LaneBuffer(int rows)
    {
        // A pinned array stays where its first row meets a cache line.
        values = GC.AllocateArray<double>((rows + 1) * Width, pinned: true);
        var misplaced = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(values, 0) % (Width * sizeof(double))) / sizeof(double);
        offset = (Width - misplaced) % Width;
        Count = rows;
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>Every value, row by row.</summary>
    public Span<double> Values => values.AsSpan(offset, Count * Width);

    /// <summary>Every row as one vector.</summary>
    public Span<Vector512<double>> Rows => MemoryMarshal.Cast<double, Vector512<double>>(Values);
}
