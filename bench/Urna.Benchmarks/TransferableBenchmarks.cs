using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Urna.Allocate;
using Urna.Allocate.Transferable;
using Urna.Model;
using Urna.Store.Laws;

namespace Urna.Benchmarks;

/// <summary>Counting ranked ballots; each with every step told.</summary>
/// <remarks>The ballots are made here from a fixed sequence, in the size of a Glasgow ward of 2007 and of a city-wide contest, so that no file is needed.</remarks>
[MemoryDiagnoser]
public class TransferableBenchmarks
{
    ElectoralRule scottish = null!;
    ElectoralRule fractions = null!;
    ElectoralRule senate = null!;
    ContestVotes ward = null!;
    ContestVotes city = null!;

    [GlobalSetup]
    public void Setup()
    {
        scottish = new RuleLibrary(Path.Combine(Repository.Root, "rules")).Find("scottish-councils").Value!;
        var step = (TransferableVoteStep)scottish.Steps[0];
        fractions = scottish with { Steps = [step with { Decimals = null }] };
        senate = scottish with { Steps = [step with { Surplus = SurplusRule.InclusiveGregory, Decimals = 0, Rounding = RoundingRule.Gain, Parcels = ExclusionParcels.ByValue }] };
        ward = Votes(candidates: 11, seats: 4, rankings: 2306, ballots: 9560);
        city = Votes(candidates: 40, seats: 9, rankings: 60_000, ballots: 500_000);
    }

    /// <summary>A Glasgow ward: 11 candidates, 4 seats, 2,306 distinct rankings, 9,560 ballots.</summary>
    [Benchmark]
    public ContestAllocation Ward_Scottish() => SeatAllocation.Allocate(scottish, ward);

    /// <summary>The same ward in fractions.</summary>
    [Benchmark]
    public ContestAllocation Ward_Fractions() => SeatAllocation.Allocate(fractions, ward);

    /// <summary>The same ward by unweighted values, exclusions parted by value.</summary>
    [Benchmark]
    public ContestAllocation Ward_InclusiveGregory() => SeatAllocation.Allocate(senate, ward);

    /// <summary>40 candidates, 9 seats, 60,000 distinct rankings, 500,000 ballots.</summary>
    [Benchmark]
    public ContestAllocation City_Scottish() => SeatAllocation.Allocate(scottish, city);

    static ContestVotes Votes(int candidates, int seats, int rankings, long ballots)
    {
        var builder = new RankedBallots.Builder(candidates);
        var state = 88172645463325252UL;
        for (var ranking = 0; ranking < rankings; ranking++)
        {
            // Squaring makes some candidates much more popular than others, as they are.
            var order = Enumerable.Range(0, candidates).OrderBy(c => Next(ref state) % 1000 * ((ulong)c + 3) * ((ulong)c + 3)).Take(1 + (int)(Next(ref state) % (ulong)candidates));
            builder.Add((ballots / rankings) + (ranking < ballots % rankings ? 1 : 0), [.. order]);
        }

        ImmutableArray<CandidacyVotes> votes = [.. Enumerable.Range(0, candidates).Select(c => new CandidacyVotes(new Candidacy { Choice = $"{c}", Candidate = $"Candidate {c}" }, 0))];
        return new ContestVotes([new DistrictVotes("d", seats, votes) { Ballots = builder.ToBallots(), VotesAreStated = false }], [], []);
    }

    static ulong Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state >> 11;
    }
}
