using BenchmarkDotNet.Attributes;
using Urna.Allocate;
using Urna.Count;
using Urna.Model;
using Urna.Store.Elections;
using Urna.Store.Laws;

namespace Urna.Benchmarks;

/// <summary>Counting and seats of the Chilean elections of 2021.</summary>
[MemoryDiagnoser]
public class AllocationBenchmarks
{
    static readonly string root = Repository.Root;

    Election election = null!;
    Contest president = null!;
    ContestVotes chamber = null!;
    ElectoralRule law = null!;
    long[] votes = null!;
    int[] capacities = null!;
    int[] held = null!;
    bool[] tied = null!;

    [GlobalSetup]
    public void Setup()
    {
        election = ElectionFolder.Read(Path.Combine(root, "elections", "cl-2021")).Value!;
        president = election.Contest("president-2")!;
        chamber = ContestVotes.Of(election.Contest("deputies")!, election.Places);
        law = new RuleLibrary(Path.Combine(root, "rules")).Find("congress-2015").Value!;
        votes = [116_452, 98_121, 75_300, 40_220, 33_876, 20_115, 15_005, 9_877, 5_120, 3_301];
        capacities = [.. votes.Select(_ => 9)];
        held = new int[votes.Length];
        tied = new bool[votes.Length];
    }

    /// <summary>D'Hondt, 10 lists and 8 seats: one district at the level of lists.</summary>
    [Benchmark]
    public int HighestAverages_District() => HighestAverages.Share(votes, capacities, 8, DivisorRule.DHondt, held, tied);

    /// <summary>The whole Chamber: 28 districts, lists, parties and 1,256 persons, with every step and margin.</summary>
    [Benchmark]
    public ContestAllocation Chamber_WithStepsAndMargins() => SeatAllocation.Allocate(law, chamber);

    /// <summary>The second round by region, from 347 units.</summary>
    [Benchmark]
    public int Count_ByRegion() => Tabulate.By(president, election.Places, "region").Length;
}
