using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Urna.Model;
using Urna.Power;
using Urna.Store.Elections;

namespace Urna.Benchmarks;

/// <summary>Voting power, exactly: the Chamber of 2021 and a larger house.</summary>
[MemoryDiagnoser]
public class PowerBenchmarks
{
    static readonly Quorum organic = new("organic", LocalizedText.Same("organic"), 4, 7) { Article = "" };

    WeightedGame chamber = null!;
    WeightedGame house = null!;
    ImmutableArray<ChamberNeed> needs;

    [GlobalSetup]
    public void Setup()
    {
        var members = ElectionFolder.Read(Path.Combine(Repository.Root, "elections", "cl-2021")).Value!.Members;
        chamber = new WeightedGame(Chamber.Of(members, BlocKind.Party)[0].Blocs, 78);
        int[] seats = [120, 95, 80, 60, 45, 40, 32, 28, 22, 20, .. Enumerable.Repeat(8, 12), .. Enumerable.Repeat(2, 24), .. Enumerable.Repeat(1, 14)];
        house = new WeightedGame([.. seats.Select((s, i) => new Bloc($"{i}", s))], (seats.Sum() / 2) + 1);
        needs = [.. Chamber.Of(members, BlocKind.List).Select(c => new ChamberNeed(c, organic.Needed(c.Seats)))];
    }

    /// <summary>Both indices of 22 parties with 155 seats.</summary>
    [Benchmark]
    public int Indices_Chamber() => PowerIndex.Of(chamber).Length;

    /// <summary>Both indices of 60 members with 700 seats.</summary>
    [Benchmark]
    public int Indices_SixtyMembers() => PowerIndex.Of(house).Length;

    /// <summary>The count of the Chamber's 73,302 minimal coalitions, and its first thousand.</summary>
    [Benchmark]
    public int Coalitions_Chamber() => MinimalCoalitions.Of(chamber, 1_000).Listed.Length;

    /// <summary>The same of 60 members, whose coalitions nobody could list.</summary>
    [Benchmark]
    public int Coalitions_SixtyMembers() => MinimalCoalitions.Of(house, 1_000).Listed.Length;

    /// <summary>The lists that pass an organic law in both chambers.</summary>
    [Benchmark]
    public int Passage_TwoChambers() => Passage.Of(organic, needs, 1_000).Coalitions.Length;
}
