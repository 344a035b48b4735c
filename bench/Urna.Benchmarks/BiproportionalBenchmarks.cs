using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Methods;

namespace Urna.Benchmarks;

/// <summary>Tables of seats: the size of Zürich, and 100 districts by 30 lists with heavy tails.</summary>
[MemoryDiagnoser]
public class BiproportionalBenchmarks
{
    BiproportionalProblem zuerich = null!;
    BiproportionalProblem ties = null!;
    BiproportionalProblem[] pareto = null!;
    BiproportionalProblem[] zipf = null!;

    [GlobalSetup]
    public void Setup()
    {
        zuerich = Table(1, 18, 9, 180, u => 200_000 * Math.Pow(u, 2));
        ties = Table(1, 100, 30, 1000, u => Math.Ceiling(3 * u));
        pareto = [.. Enumerable.Range(1, 10).Select(seed => Table(seed, 100, 30, 1000, u => Math.Min(1e12, Math.Pow(1 - u, -2))))];
        zipf = [.. Enumerable.Range(1, 10).Select(seed => Table(seed, 100, 30, 1000, u => 1e7 / Math.Ceiling(3000 * u)))];
    }

    /// <summary>18 districts, 9 lists, 180 seats.</summary>
    [Benchmark]
    public BiproportionalResult Zuerich_18x9_180() => Biproportion.Solve(zuerich);

    /// <summary>100 districts, 30 lists, 1,000 seats, votes with a Pareto tail of exponent 1/2; ten tables.</summary>
    [Benchmark(OperationsPerInvoke = 10)]
    public int Pareto_100x30_1000() => Solve(pareto);

    /// <summary>The same with Zipf's law.</summary>
    [Benchmark(OperationsPerInvoke = 10)]
    public int Zipf_100x30_1000() => Solve(zipf);

    /// <summary>The same with votes of 1, 2 or 3: nearly every cell is tied, and all is proven in fractions.</summary>
    [Benchmark]
    public BiproportionalResult Ties_100x30_1000() => Biproportion.Solve(ties);

    static int Solve(BiproportionalProblem[] tables)
    {
        var filled = 0;
        foreach (var table in tables)
        {
            filled += Biproportion.Solve(table) is BiproportionalSeats ? 1 : 0;
        }

        return filled;
    }

    /// <summary>Votes from a generator of fixed seed; seats by Sainte-Laguë on the sums of rows and columns.</summary>
    static BiproportionalProblem Table(int seed, int rows, int columns, int seats, Func<double, double> votes)
    {
        var state = unchecked((ulong)seed * 0x9E3779B97F4A7C15);
        var weights = new long[rows * columns];
        for (var c = 0; c < weights.Length; c++)
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                weights[c] = 1 + (long)votes(((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53));
            }
        }

        var byRow = Share([.. Enumerable.Range(0, rows).Select(i => weights.Skip(i * columns).Take(columns).Sum())], seats);
        var byColumn = Share([.. Enumerable.Range(0, columns).Select(j => weights.Where((_, c) => c % columns == j).Sum())], seats);
        return new BiproportionalProblem([.. weights], byRow, byColumn, DivisorRule.SainteLague);
    }

    static ImmutableArray<int> Share(long[] sums, int seats)
    {
        var held = new int[sums.Length];
        var tied = new bool[sums.Length];
        var left = HighestAverages.Share(sums, [.. sums.Select(_ => seats)], seats, DivisorRule.SainteLague, held, tied);
        for (var i = 0; left > 0; i++)
        {
            (held[i], left) = tied[i] ? (held[i] + 1, left - 1) : (held[i], left);
        }

        return [.. held];
    }
}
