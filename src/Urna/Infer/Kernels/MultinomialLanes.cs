using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Urna.Infer.Kernels;

/// <summary>Both steps of the multinomial EM, eight units at a time; no unit's q is ever stored.</summary>
static class MultinomialLanes
{
    /// <summary>Rows of lanes that the kernel needs to work in.</summary>
    /// <param name="rows">Rows of the problem.</param>
    /// <param name="columns">Columns of the problem.</param>
    public static int Scratch(int rows, int columns) => (rows * columns) + (2 * columns);

    /// <summary>Adds weight × people × q of blocks of eight units to the first rows × columns rows of the scratch.</summary>
    /// <param name="units">The counts.</param>
    /// <param name="first">The first block.</param>
    /// <param name="blocks">How many blocks.</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="weights">A weight for each unit, shape [blocks]; empty where all are 1.</param>
    /// <param name="scratch">Room to work, with the sums at its start.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        UnitLanes units, int first, int blocks, ReadOnlySpan<double> shares, ReadOnlySpan<Vector512<double>> weights, Span<Vector512<double>> scratch)
    {
        unchecked
        {
            var (rows, columns) = (units.Rows, units.Columns);
            ref var people = ref MemoryMarshal.GetReference(units.People(first));
            ref var votes = ref MemoryMarshal.GetReference(units.Votes(first));
            ref var p = ref MemoryMarshal.GetReference(shares);
            ref var sums = ref MemoryMarshal.GetReference(scratch);
            ref var expected = ref Unsafe.Add(ref sums, rows * columns);
            ref var chances = ref Unsafe.Add(ref expected, columns);
            for (var block = 0; block < blocks; block++)
            {
                Expect(ref people, ref p, rows, columns, ref expected);
                var weight = weights.IsEmpty ? Vector512<double>.One : weights[block];
                for (var g = 0; g < rows; g++)
                {
                    var own = Unsafe.Add(ref people, g);
                    if (own != Vector512<double>.Zero)
                    {
                        AddRow(own * weight, ref votes, ref Unsafe.Add(ref p, g * columns), columns, ref expected, ref chances, ref Unsafe.Add(ref sums, g * columns));
                    }
                }

                people = ref Unsafe.Add(ref people, rows);
                votes = ref Unsafe.Add(ref votes, columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Expect(ref readonly Vector512<double> people, ref readonly double p, int rows, int columns, ref Vector512<double> expected)
    {
        for (var c = 0; c < columns; c++)
        {
            var sum = Vector512<double>.Zero;
            for (var g = 0; g < rows; g++)
            {
                sum = Vector512.FusedMultiplyAdd(Unsafe.Add(ref Unsafe.AsRef(in people), g), Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in p), (g * columns) + c)), sum);
            }

            Unsafe.Add(ref expected, c) = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void AddRow(
        Vector512<double> own,
        ref readonly Vector512<double> votes,
        ref readonly double p,
        int columns,
        ref readonly Vector512<double> expected,
        ref Vector512<double> chances,
        ref Vector512<double> sums)
    {
        var sum = Vector512<double>.Zero;
        for (var c = 0; c < columns; c++)
        {
            var share = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in p), c));
            var ways = share * Unsafe.Add(ref Unsafe.AsRef(in votes), c);
            var chance = ways / (Unsafe.Add(ref Unsafe.AsRef(in expected), c) - share);

            // Nobody's vote is nobody's, also where nothing is divided by nothing.
            chance = Vector512.ConditionalSelect(Vector512.GreaterThan(ways, Vector512<double>.Zero), chance, Vector512<double>.Zero);
            Unsafe.Add(ref chances, c) = chance;
            sum += chance;
        }

        if (!Vector512.LessThanAll(Vector512.Abs(sum), Vector512.Create(double.PositiveInfinity)))
        {
            sum = TakeLimit(MemoryMarshal.CreateSpan(ref chances, columns));
        }

        var scale = Vector512.ConditionalSelect(Vector512.GreaterThan(sum, Vector512<double>.Zero), own / sum, Vector512<double>.Zero);
        for (var c = 0; c < columns; c++)
        {
            Unsafe.Add(ref sums, c) = Vector512.FusedMultiplyAdd(scale, Unsafe.Add(ref chances, c), Unsafe.Add(ref sums, c));
        }
    }

    /// <summary>Where one person alone makes up a column's votes, that column is certain: infinite chances become 1, others 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector512<double> TakeLimit(Span<Vector512<double>> chances)
    {
        var infinite = Vector512.Create(double.PositiveInfinity);
        var certain = Vector512<double>.Zero;
        foreach (var chance in chances)
        {
            certain |= Vector512.Equals(Vector512.Abs(chance), infinite);
        }

        var sum = Vector512<double>.Zero;
        foreach (ref var chance in chances)
        {
            var limit = Vector512.ConditionalSelect(Vector512.Equals(chance, infinite), Vector512<double>.One, Vector512<double>.Zero);
            chance = Vector512.ConditionalSelect(certain, limit, chance);
            sum += chance;
        }

        return sum;
    }
}
