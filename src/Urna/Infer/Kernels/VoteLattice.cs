using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Urna.Infer.Kernels;

/// <summary>Chances of what each column of a unit may have got from some of its people, in mixed radix.</summary>
/// <remarks>The column with the most votes has no digit: it has what is left. A state and its complement to the votes stand mirrored.</remarks>
readonly ref struct VoteLattice
{
    readonly ReadOnlySpan<double> people;
    readonly ReadOnlySpan<double> votes;
    readonly ReadOnlySpan<double> chances;
    readonly int[] strides;
    readonly int largest;
    readonly int states;

    /// <summary>The lattice of a unit.</summary>
    /// <param name="people">People by row, shape [rows]; as many as votes.</param>
    /// <param name="votes">Votes by column, shape [columns].</param>
    /// <param name="chances">P(column | row), shape [rows × columns].</param>
    public VoteLattice(ReadOnlySpan<double> people, ReadOnlySpan<double> votes, ReadOnlySpan<double> chances)
    {
        this.people = people;
        this.votes = votes;
        this.chances = chances;
        largest = Largest(votes);
        strides = new int[votes.Length];
        states = 1;
        for (var c = 0; c < votes.Length; c++)
        {
            strides[c] = states;
            states *= c == largest ? 1 : (int)votes[c] + 1;
        }
    }

    /// <summary>How many states the lattice of these votes has.</summary>
    /// <param name="votes">Votes by column.</param>
    public static double States(ReadOnlySpan<double> votes)
    {
        var product = 1.0;
        foreach (var vote in votes)
        {
            product *= vote + 1;
        }

        return product / (votes[Largest(votes)] + 1);
    }

    /// <summary>P(the votes), and what one person of each row chose given them.</summary>
    /// <param name="q">P(column | row, votes), shape [rows × columns]; rows without people are left; may be empty.</param>
    public double Solve(Span<double> q)
    {
        var rows = people.Length;
        var after = new double[rows + 1][];
        after[rows] = Nobody();
        for (var g = rows - 1; g >= 0; g--)
        {
            after[g] = Add((double[])after[g + 1].Clone(), g, people[g]);
        }

        var likelihood = after[0][^1];
        var before = Nobody();
        for (var g = 0; g < rows && !q.IsEmpty && likelihood > 0; g++)
        {
            if (people[g] > 0)
            {
                before = Add(before, g, people[g] - 1);
                Array.Reverse(after[g + 1]);
                for (var c = 0; c < votes.Length; c++)
                {
                    q[(g * votes.Length) + c] = Chance(g, c) * Together(before, after[g + 1], c) / likelihood;
                }

                before = Add(before, g, 1);
            }
        }

        return likelihood;
    }

    static int Largest(ReadOnlySpan<double> votes)
    {
        var most = 0;
        for (var c = 1; c < votes.Length; c++)
        {
            most = votes[c] > votes[most] ? c : most;
        }

        return most;
    }

    double Chance(int row, int column) => chances[(row * votes.Length) + column];

    double[] Nobody()
    {
        var table = new double[states];
        table[0] = 1;
        return table;
    }

    /// <summary>Adds people of a row, one by one.</summary>
    double[] Add(double[] table, int row, double count)
    {
        var next = new double[states];
        for (var person = 0; person < count; person++)
        {
            AddScaled(next, table, Chance(row, largest), clear: true);
            for (var c = 0; c < votes.Length; c++)
            {
                var chance = Chance(row, c);
                if (c == largest || votes[c] == 0 || chance == 0)
                {
                    continue;
                }

                var (stride, length) = (strides[c], strides[c] * (int)votes[c]);
                for (var start = 0; start < states; start += stride + length)
                {
                    AddScaled(next.AsSpan(start + stride, length), table.AsSpan(start, length), chance, clear: false);
                }
            }

            (table, next) = (next, table);
        }

        return table;
    }

    /// <summary>P(those before and those after, mirrored, make up the votes but one of a column).</summary>
    double Together(double[] before, double[] mirrored, int column)
    {
        if (column != largest && votes[column] == 0)
        {
            return 0;
        }

        var stride = column == largest ? 0 : strides[column];
        var length = column == largest ? states : stride * (int)votes[column];
        var sum = 0.0;
        for (var start = 0; start < states; start += stride + length)
        {
            sum += Dot(before.AsSpan(start, length), mirrored.AsSpan(start + stride, length));
        }

        return sum;
    }

    static void AddScaled(Span<double> to, ReadOnlySpan<double> from, double scale, bool clear)
    {
        unchecked
        {
            var wide = MemoryMarshal.Cast<double, Vector512<double>>(to);
            var source = MemoryMarshal.Cast<double, Vector512<double>>(from);
            for (var i = 0; i < wide.Length; i++)
            {
                wide[i] = Vector512.FusedMultiplyAdd(source[i], Vector512.Create(scale), clear ? Vector512<double>.Zero : wide[i]);
            }

            for (var i = wide.Length * Vector512<double>.Count; i < to.Length; i++)
            {
                to[i] = Math.FusedMultiplyAdd(from[i], scale, clear ? 0 : to[i]);
            }
        }
    }

    static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        unchecked
        {
            var left = MemoryMarshal.Cast<double, Vector512<double>>(a);
            var right = MemoryMarshal.Cast<double, Vector512<double>>(b);
            var wide = Vector512<double>.Zero;
            for (var i = 0; i < left.Length; i++)
            {
                wide = Vector512.FusedMultiplyAdd(left[i], right[i], wide);
            }

            var sum = Vector512.Sum(wide);
            for (var i = left.Length * Vector512<double>.Count; i < a.Length; i++)
            {
                sum += a[i] * b[i];
            }

            return sum;
        }
    }
}
