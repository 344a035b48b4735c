using BenchmarkDotNet.Attributes;
using Urna.Infer;
using Urna.Model;
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
        communes = ContestTransfer.Between(election.Contest("president-1")!, election.Contest("president-2")!, election.Places)!.Problem;
    }

    /// <summary>346 communes, 9 rows, 4 columns, to 1e-6.</summary>
    [Benchmark]
    public TransferEstimate Communes_To1em6() => TransferMethod.Multinomial.Estimate(communes, new TransferOptions(1e-6));

    /// <summary>The same to 1e-10.</summary>
    [Benchmark]
    public TransferEstimate Communes_To1em10() => TransferMethod.Multinomial.Estimate(communes);
}
