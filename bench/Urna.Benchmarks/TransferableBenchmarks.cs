using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Store.Laws;

namespace Urna.Benchmarks;

/// <summary>Counting ranked ballots; each with every step told.</summary>
/// <remarks>
/// Two are the shared cases of real elections, which must lie beside the checkout. The other ballots are made here from a fixed sequence, in the size of
/// a Glasgow ward of 2007 and of a city-wide contest, so that no file is needed.
/// </remarks>
[MemoryDiagnoser]
public class TransferableBenchmarks
{
    ElectoralRule scottish = null!;
    ElectoralRule fractions = null!;
    ElectoralRule senate = null!;
    ContestVotes ward = null!;
    ContestVotes city = null!;
    ElectoralRule minneapolis = null!;
    ContestVotes real = null!;

    [GlobalSetup(Target = nameof(Govan2007))]
    public void SetupGovan()
    {
        scottish = Law("scottish-councils");
        real = Case("gb_glasgow_govan_2007.json", 4, b => (b.GetProperty("ranking").EnumerateArray().Select(n => n.GetString()!), b.GetProperty("count").GetInt64()));
    }

    [GlobalSetup(Target = nameof(MinneapolisParkBoard2013))]
    public void SetupMinneapolis()
    {
        minneapolis = Law("minneapolis");
        real = Case("us_minneapolis_park_2013.json", 3, b => (b.EnumerateArray().SkipLast(1).Select(n => n.GetString()!), b.EnumerateArray().Last().GetInt64()));
    }

    [GlobalSetup]
    public void Setup()
    {
        scottish = Law("scottish-councils");
        var step = (TransferableVoteStep)scottish.Steps[0];
        fractions = scottish with { Steps = [step with { Decimals = null }] };
        senate = scottish with { Steps = [step with { Surplus = SurplusRule.InclusiveGregory, Decimals = 0, Rounding = RoundingRule.Gain, Parcels = ExclusionParcels.ByValue }] };
        ward = Votes(candidates: 11, seats: 4, rankings: 2306, ballots: 9560);
        city = Votes(candidates: 40, seats: 9, rankings: 60_000, ballots: 500_000);
    }

    /// <summary>Glasgow, Govan ward, 3 May 2007: 11 candidates, 4 seats, 9,560 ballots.</summary>
    [Benchmark]
    public ContestAllocation Govan2007() => SeatAllocation.Allocate(scottish, real);

    /// <summary>Minneapolis, Park Board at large, 5 November 2013: 3 seats, 80,101 ballots.</summary>
    [Benchmark]
    public ContestAllocation MinneapolisParkBoard2013() => SeatAllocation.Allocate(minneapolis, real);

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

    static ElectoralRule Law(string name) => RuleLibrary.Shipped.Find(name).Value!;

    /// <summary>The ballots of a shared case, whose rankings name candidates, undervotes and overvotes.</summary>
    static ContestVotes Case(string file, int seats, Func<JsonElement, (IEnumerable<string> Ranks, long Count)> read)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "..", "shared", "cases", file)));
        var rows = json.RootElement.GetProperty("ballots").EnumerateArray().Select(read).Select(r => (Ranks: r.Ranks.ToList(), r.Count)).ToList();
        var names = rows.SelectMany(r => r.Ranks).Where(n => n is not ("undervote" or "overvote")).Distinct().Order(StringComparer.Ordinal).ToList();
        var builder = new RankedBallots.Builder(names.Count);
        foreach (var (ranks, count) in rows)
        {
            builder.Add(count, [.. ranks.Select(n => n switch { "undervote" => RankedBallots.Skipped, "overvote" => RankedBallots.Overvoted, _ => names.IndexOf(n) })]);
        }

        ImmutableArray<CandidacyVotes> votes = [.. names.Select((n, i) => new CandidacyVotes(new Candidacy { Choice = $"{i}", Candidate = n }, 0))];
        return new ContestVotes([new DistrictVotes("d", seats, votes) { Ballots = builder.ToBallots(), VotesAreStated = false }], [], []);
    }

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
