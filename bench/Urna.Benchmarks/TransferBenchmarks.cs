using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Numerics;
using Urna.Store.Elections;

namespace Urna.Benchmarks;

/// <summary>Flows between the two rounds of 2021, by commune.</summary>
[MemoryDiagnoser]
public class TransferBenchmarks
{
    TransferProblem communes = null!;

    [GlobalSetup]
    public void Setup()
    {
        var election = ElectionFolder.Read(Path.Combine(Repository.Root, "elections", "cl-2021")).Value!;
        communes = ContestTransfer.Between(election.Contest("president-1")!, election.Contest("president-2")!, election)!.Problem;
    }

    /// <summary>346 communes, 9 rows, 4 columns, to 1e-6.</summary>
    [Benchmark]
    public TransferEstimate Communes_To1em6() => TransferMethod.Multinomial.Estimate(communes, new TransferOptions(1e-6));

    /// <summary>The same to 1e-10.</summary>
    [Benchmark]
    public TransferEstimate Communes_To1em10() => TransferMethod.Multinomial.Estimate(communes);

    /// <summary>The same by normal densities.</summary>
    [Benchmark]
    public TransferEstimate Communes_NormalDensity() => TransferMethod.NormalDensity.Estimate(communes, new TransferOptions(1e-6));
}

/// <summary>Votes by age in 2021: a country, a large and a middling region, a small town. Needs the shared inference cases beside the checkout.</summary>
[MemoryDiagnoser]
public class AgeBenchmarks
{
    TransferProblem problem = null!;
    IShareMap map = null!;
    ImmutableArray<double> converged;
    double[] weights = [];
    double[] shares = [];
    double[] next = [];

    /// <summary>Units: of Chile, of a region like Santiago, of one like Valparaíso, of a commune.</summary>
    [Params(46_606, 18_156, 4_919, 318)]
    public int Units { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "cases", "inference", "chile_country_age8");
        var (rows, people) = Table(Path.Combine(folder, "W.csv"));
        var (columns, votes) = Table(Path.Combine(folder, "X.csv"));
        problem = new TransferProblem(
            rows, columns, [.. Enumerable.Range(0, Units).Select(i => $"{i}")], people.AsSpan(0, Units * rows.Length), votes.AsSpan(0, Units * columns.Length));
        map = TransferMethod.Multinomial.Map(problem);
        converged = TransferMethod.Multinomial.Estimate(problem).Shares;
        (shares, next) = ([.. converged], new double[converged.Length]);

        // A sample of the units with replacement, the same every time.
        weights = new double[Units];
        var random = new RandomSource(1);
        for (var i = 0; i < Units; i++)
        {
            weights[(int)(random.Uniform() * Units)]++;
        }
    }

    /// <summary>One step of the multinomial EM.</summary>
    [Benchmark]
    public void Multinomial_Step() => map.Apply(shares, next);

    /// <summary>The multinomial method, all of it, to 1e-10.</summary>
    [Benchmark]
    public TransferEstimate Multinomial() => TransferMethod.Multinomial.Estimate(problem);

    /// <summary>A bootstrap draw from the fixed point, to 1e-6.</summary>
    [Benchmark]
    public double Multinomial_Draw() => FixedPoint.Solve(map, new TransferOptions(1e-6) { Start = converged }, weights).Residual;

    /// <summary>The method by normal densities, all of it, to 1e-6.</summary>
    [Benchmark]
    public TransferEstimate NormalDensity() => TransferMethod.NormalDensity.Estimate(problem, new TransferOptions(1e-6));

    static (ImmutableArray<string> Names, long[] Counts) Table(string file)
    {
        var lines = File.ReadAllLines(file);
        return (
            [.. lines[0].Split(',').Select(n => n.Trim('"'))],
            [.. lines.Skip(1).SelectMany(l => l.Split(',').Select(v => (long)double.Parse(v, CultureInfo.InvariantCulture)))]);
    }
}
