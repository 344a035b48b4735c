using BenchmarkDotNet.Attributes;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Votes;
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
    SeatCount[] counters = null!;
    long[][] lines = null!;
    long[][] perturbed = null!;
    int[][] seats = null!;
    (long[] Votes, int[] Capacities, int Seats, int[] Held, bool[] Tied)[] lists = null!;
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
        law = RuleLibrary.Shipped.Find("congress-2015").Value!;
        counters = [.. chamber.Districts.Select(d => SeatCount.Of(law, d)!)];
        lines = [.. chamber.Districts.Select(d => d.Votes.Select(v => v.Votes).ToArray())];
        perturbed = [.. lines.Select(l => new long[l.Length])];
        seats = [.. lines.Select(l => new int[l.Length])];
        lists =
        [
            .. from d in chamber.Districts
               let groups = d.Votes.GroupBy(v => v.Candidacy.ListName).ToList()
               select (groups.Select(g => g.Sum(v => v.Votes)).ToArray(), groups.Select(g => g.Count()).ToArray(), d.Seats, new int[groups.Count], new bool[groups.Count]),
        ];
        votes = [116_452, 98_121, 75_300, 40_220, 33_876, 20_115, 15_005, 9_877, 5_120, 3_301];
        capacities = [.. votes.Select(_ => 9)];
        held = new int[votes.Length];
        tied = new bool[votes.Length];
    }

    /// <summary>D'Hondt, 10 lists and 8 seats: one district at the level of lists.</summary>
    [Benchmark]
    public int HighestAverages_District() => HighestAverages.Share(votes, capacities, 8, DivisorRule.DHondt, held, tied);

    /// <summary>The lists of the Chamber: 28 districts, 155 seats.</summary>
    [Benchmark]
    public int Chamber_ListsAlone()
    {
        var sure = 0;
        for (var d = 0; d < lists.Length; d++)
        {
            sure += HighestAverages.Share(lists[d].Votes, lists[d].Capacities, lists[d].Seats, DivisorRule.DHondt, lists[d].Held, lists[d].Tied);
        }

        return sure;
    }

    /// <summary>The whole Chamber without steps: 28 districts, lists, parties, 1,256 persons.</summary>
    [Benchmark]
    public int Chamber_WithoutSteps()
    {
        var left = 0;
        for (var d = 0; d < counters.Length; d++)
        {
            left += counters[d].Fill(lines[d], seats[d]);
        }

        return left;
    }

    /// <summary>10,000 Chambers, each with every vote changed a little.</summary>
    [Benchmark]
    public int Chamber_TenThousandPerturbed()
    {
        var left = 0;
        var state = 1UL;
        for (var run = 0; run < 10_000; run++)
        {
            for (var d = 0; d < counters.Length; d++)
            {
                for (var i = 0; i < lines[d].Length; i++)
                {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    perturbed[d][i] = lines[d][i] + (long)(state & 63);
                }

                left += counters[d].Fill(perturbed[d], seats[d]);
            }
        }

        return left;
    }

    /// <summary>The whole Chamber: 28 districts, lists, parties and 1,256 persons, with every step and margin.</summary>
    [Benchmark]
    public ContestAllocation Chamber_WithStepsAndMargins() => SeatAllocation.Allocate(law, chamber);

    /// <summary>The second round by region, from 347 units.</summary>
    [Benchmark]
    public int Count_ByRegion() => Tabulate.By(president, election.Places, "region").Length;
}
