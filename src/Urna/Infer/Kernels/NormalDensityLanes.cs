using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Urna.Infer.Expectations;

namespace Urna.Infer.Kernels;

/// <summary>Both steps of the EM by normal densities, eight units at a time; no unit's q is ever stored.</summary>
/// <remarks>The formulas, and why the smallest variance has a floor, stand in <see cref="NormalDensityExpectation"/>.</remarks>
static class NormalDensityLanes
{
    /// <summary>Rows of lanes that the kernel needs to work in.</summary>
    /// <param name="rows">Rows of the problem.</param>
    /// <param name="columns">Columns of the problem.</param>
    public static int Scratch(int rows, int columns) => (rows * columns) + Room.Size(columns);

    /// <summary>Adds weight × people × q of blocks of eight units to the first rows × columns rows of the scratch.</summary>
    /// <param name="units">The counts; the last column is the reference.</param>
    /// <param name="first">The first block.</param>
    /// <param name="blocks">How many blocks.</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="logs">Their logarithms, a very low number for a share of zero.</param>
    /// <param name="weights">A weight for each unit, shape [blocks]; empty where all are 1.</param>
    /// <param name="scratch">Room to work, with the sums at its start.</param>
    public static void Add(
        UnitLanes units, int first, int blocks, ReadOnlySpan<double> shares, ReadOnlySpan<double> logs, ReadOnlySpan<Vector512<double>> weights, Span<Vector512<double>> scratch)
    {
        var (rows, columns) = (units.Rows, units.Columns);
        var room = new Room(scratch[(rows * columns)..], columns);
        var sums = scratch[..(rows * columns)];
        for (var block = 0; block < blocks; block++)
        {
            var people = units.People(first + block)[..rows];
            var votes = units.Votes(first + block)[..columns];
            Moments(people, shares, columns - 1, ref room.Expected[0], ref room.Variance[0]);
            var weight = weights.IsEmpty ? Vector512<double>.One : weights[block];
            for (var g = 0; g < rows; g++)
            {
                if (people[g] != Vector512<double>.Zero)
                {
                    var own = shares.Slice(g * columns, columns);
                    Factor(own, votes, columns - 1, room);
                    Distances(columns - 1, room);
                    Share(people[g], weight, logs.Slice(g * columns, columns), room.Distance, sums.Slice(g * columns, columns));
                }
            }
        }
    }

    /// <summary>μ = Σ_g w_g p_g and Σ = diag(μ) − Σ_g w_g p_g p_gᵀ, its lower half row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Moments(ReadOnlySpan<Vector512<double>> people, ReadOnlySpan<double> shares, int size, ref Vector512<double> expected, ref Vector512<double> variance)
    {
        unchecked
        {
            ref var w = ref MemoryMarshal.GetReference(people);
            ref var p = ref MemoryMarshal.GetReference(shares);
            var (rows, columns) = (people.Length, size + 1);
            ref var entry = ref variance;
            for (var i = 0; i < size; i++)
            {
                var mean = Vector512<double>.Zero;
                for (var g = 0; g < rows; g++)
                {
                    mean = Vector512.FusedMultiplyAdd(Unsafe.Add(ref w, g), Vector512.Create(Unsafe.Add(ref p, (g * columns) + i)), mean);
                }

                Unsafe.Add(ref expected, i) = mean;
                for (var j = 0; j <= i; j++)
                {
                    var sum = i == j ? mean : Vector512<double>.Zero;
                    for (var g = 0; g < rows; g++)
                    {
                        ref var row = ref Unsafe.Add(ref p, g * columns);
                        sum = Vector512.FusedMultiplyAdd(Unsafe.Add(ref w, g), Vector512.Create(-Unsafe.Add(ref row, i) * Unsafe.Add(ref row, j)), sum);
                    }

                    entry = sum;
                    entry = ref Unsafe.Add(ref entry, 1);
                }
            }
        }
    }

    /// <summary>L D Lᵀ = A = Σ − S_g with L's diagonal 1, and y with L y = x − μ + p_g.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Factor(ReadOnlySpan<double> shares, ReadOnlySpan<Vector512<double>> votes, int size, Room room)
    {
        unchecked
        {
            ref var p = ref MemoryMarshal.GetReference(shares);
            ref var x = ref MemoryMarshal.GetReference(votes);
            ref var mu = ref MemoryMarshal.GetReference(room.Expected);
            ref var lower = ref MemoryMarshal.GetReference(room.Lower);
            ref var unscaled = ref MemoryMarshal.GetReference(room.Unscaled);
            ref var inverse = ref MemoryMarshal.GetReference(room.Inverse);
            ref var y = ref MemoryMarshal.GetReference(room.Residual);
            ref var entry = ref MemoryMarshal.GetReference(room.Variance);
            ref var row = ref lower;
            for (var i = 0; i < size; i++)
            {
                var share = Unsafe.Add(ref p, i);
                var rest = Unsafe.Add(ref x, i) - Unsafe.Add(ref mu, i) + Vector512.Create(share);
                var before = Unsafe.Add(ref entry, i) - Vector512.Create(share - (share * share));
                var variance = before;
                ref var other = ref lower;
                for (var j = 0; j < i; j++)
                {
                    var t = Unsafe.Add(ref entry, j) + Vector512.Create(share * Unsafe.Add(ref p, j));
                    for (var q = 0; q < j; q++)
                    {
                        t = Vector512.FusedMultiplyAdd(-Unsafe.Add(ref other, q), Unsafe.Add(ref unscaled, q), t);
                    }

                    var l = t * Unsafe.Add(ref inverse, j);
                    Unsafe.Add(ref unscaled, j) = t;
                    Unsafe.Add(ref row, j) = l;
                    variance = Vector512.FusedMultiplyAdd(-l, t, variance);
                    rest = Vector512.FusedMultiplyAdd(-l, Unsafe.Add(ref y, j), rest);
                    other = ref Unsafe.Add(ref other, j);
                }

                var floor = Vector512.FusedMultiplyAdd(before, Vector512.Create(OthersVariance.RelativeFloor), Vector512.Create(OthersVariance.Floor));
                Unsafe.Add(ref inverse, i) = Vector512<double>.One / Vector512.Max(variance, floor);
                Unsafe.Add(ref y, i) = rest;
                row = ref Unsafe.Add(ref row, i);
                entry = ref Unsafe.Add(ref entry, i + 1);
            }
        }
    }

    /// <summary>Half the squared distance of the votes from those expected where the person chose each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Distances(int size, Room room)
    {
        unchecked
        {
            ref var lower = ref MemoryMarshal.GetReference(room.Lower);
            ref var inverse = ref MemoryMarshal.GetReference(room.Inverse);
            ref var y = ref MemoryMarshal.GetReference(room.Residual);
            ref var column = ref MemoryMarshal.GetReference(room.Unscaled);
            ref var distance = ref MemoryMarshal.GetReference(room.Distance);
            var before = Vector512<double>.Zero;
            ref var diagonal = ref lower;
            for (var c = 0; c < size; c++)
            {
                var own = Unsafe.Add(ref y, c);
                var less = own - Vector512<double>.One;
                var sum = Vector512.FusedMultiplyAdd(less * less, Unsafe.Add(ref inverse, c), before);
                before = Vector512.FusedMultiplyAdd(own * own, Unsafe.Add(ref inverse, c), before);

                // Row i of L below row c: column c of L⁻¹ comes out from the top down.
                ref var row = ref Unsafe.Add(ref diagonal, c);
                for (var i = c + 1; i < size; i++)
                {
                    var entry = -Unsafe.Add(ref row, c);
                    for (var q = c + 1; q < i; q++)
                    {
                        entry = Vector512.FusedMultiplyAdd(-Unsafe.Add(ref row, q), Unsafe.Add(ref column, q), entry);
                    }

                    Unsafe.Add(ref column, i) = entry;
                    var rest = Unsafe.Add(ref y, i) - entry;
                    sum = Vector512.FusedMultiplyAdd(rest * rest, Unsafe.Add(ref inverse, i), sum);
                    row = ref Unsafe.Add(ref row, i);
                }

                Unsafe.Add(ref distance, c) = sum * 0.5;
                diagonal = ref Unsafe.Add(ref diagonal, c);
            }

            Unsafe.Add(ref distance, size) = before * 0.5;
        }
    }

    /// <summary>q ∝ p exp(−distance), added with its people.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Share(Vector512<double> people, Vector512<double> weight, ReadOnlySpan<double> logs, Span<Vector512<double>> distance, Span<Vector512<double>> sums)
    {
        unchecked
        {
            var most = Vector512.Create(double.NegativeInfinity);
            for (var c = 0; c < logs.Length; c++)
            {
                distance[c] = Vector512.Create(logs[c]) - distance[c];
                most = Vector512.Max(most, distance[c]);
            }

            // Without people of the row in the unit, its variance is none and the distances may be anything.
            var present = Vector512.GreaterThan(people, Vector512<double>.Zero);
            var sum = Vector512<double>.Zero;
            for (var c = 0; c < logs.Length; c++)
            {
                var exponent = Vector512.Max(distance[c] - most, Vector512.Create(NormalDensityExpectation.LeastExponent));
                distance[c] = logs[c] == NormalDensityExpectation.LogOfZero ? Vector512<double>.Zero
                    : Vector512.ConditionalSelect(present, Vector512.Exp(exponent), Vector512<double>.Zero);
                sum += distance[c];
            }

            var scale = Vector512.ConditionalSelect(Vector512.GreaterThan(sum, Vector512<double>.Zero), people * weight / sum, Vector512<double>.Zero);
            for (var c = 0; c < logs.Length; c++)
            {
                sums[c] = Vector512.FusedMultiplyAdd(scale, distance[c], sums[c]);
            }
        }
    }

    /// <summary>Where the kernel works; a triangle holds its rows one after another, the first of them empty in <see cref="Lower"/>.</summary>
    readonly ref struct Room
    {
        public Room(Span<Vector512<double>> room, int columns)
        {
            var triangle = columns * (columns + 1) / 2;
            Expected = room[..columns];
            Unscaled = room.Slice(columns, columns);
            Inverse = room.Slice(2 * columns, columns);
            Residual = room.Slice(3 * columns, columns);
            Distance = room.Slice(4 * columns, columns);
            Variance = room.Slice(5 * columns, triangle);
            Lower = room.Slice((5 * columns) + triangle, triangle);
        }

        public Span<Vector512<double>> Expected { get; }

        public Span<Vector512<double>> Unscaled { get; }

        public Span<Vector512<double>> Inverse { get; }

        public Span<Vector512<double>> Residual { get; }

        public Span<Vector512<double>> Distance { get; }

        public Span<Vector512<double>> Variance { get; }

        public Span<Vector512<double>> Lower { get; }

        public static int Size(int columns) => (5 * columns) + (columns * (columns + 1));
    }
}
