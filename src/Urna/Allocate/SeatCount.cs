using System.Collections.Immutable;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>Fills one district again and again for changed votes, without an account of it.</summary>
/// <remarks>
/// For margins, simulations and other questions of the kind "what if". It takes the law's own steps, so it gives the seats of
/// <see cref="SeatAllocation"/> as far as they stand when a tie stops the steps. A seat that names nobody stands on a line of its list.
/// It keeps its working memory: use one for each thread.
/// </remarks>
public sealed class SeatCount
{
    readonly ImmutableArray<CandidacyVotes> ballot;
    readonly HolderTree tree;
    readonly ImmutableArray<SharingStep> steps;
    readonly int districtSeats;
    readonly bool usesQuotient;
    readonly long[][] votes;
    readonly int[][] held;
    readonly bool[][] tied;

    SeatCount(DistrictVotes district, ImmutableArray<SharingStep> steps)
    {
        this.steps = steps;
        ballot = district.Votes;
        tree = district.Tree([.. steps.Select(s => s.Holders)]);
        districtSeats = district.Seats;
        usesQuotient = steps.Any(s => s.UsesQuotient);
        Lines = district.Votes.Length;
        votes = [.. tree.Levels.Select(l => new long[l.Names.Length])];
        held = [.. tree.Levels.Select(l => new int[l.Names.Length])];
        tied = [.. tree.Levels.Select(l => new bool[l.Names.Length])];
    }

    /// <summary>Lines of the ballot.</summary>
    public int Lines { get; }

    /// <summary>A counter for a district; null if its law has steps that need more than its own votes.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="district">The district: its ballot and seats; its votes are not looked at.</param>
    public static SeatCount? Of(ElectoralRule rule, DistrictVotes district)
    {
        var all = rule.StepsFor(district.District);
        var own = all.All(s => s is SharingStep and not (MajorityStep or RunoffStep or CongressStep or BiproportionalStep or ByRankStep or MostVotesStep { OfEachSex: > 0 } or LargestRemainderStep { HasMinima: true }) or ParityStep);
        return own && !rule.Steps.Any(s => s is ContestStep) && all.OfType<SharingStep>().Any() ? new SeatCount(district, [.. all.OfType<SharingStep>()]) : null;
    }

    /// <summary>Seats that are sure without a drawing of lots, before any correction for parity.</summary>
    /// <param name="lines">Votes by line of the ballot, each ≥ 0.</param>
    /// <param name="seats">On return, seats by line of the ballot.</param>
    /// <returns>Seats left in ties.</returns>
    /// <exception cref="ArgumentException">A span has not one entry a line.</exception>
    public int Fill(ReadOnlySpan<long> lines, Span<int> seats)
    {
        if (lines.Length != Lines || seats.Length != Lines)
        {
            throw new ArgumentException($"There are {lines.Length} votes and {seats.Length} seats; the ballot has {Lines} lines.", nameof(lines));
        }

        tree.Sum(lines, votes);
        seats.Clear();
        long all = 0;
        foreach (var v in votes[0])
        {
            all += v;
        }

        return Share(0, 0..votes[0].Length, districtSeats, new SharingContext(all, all, districtSeats), lines, seats);
    }

    int Share(int level, Range range, int toShare, in SharingContext context, ReadOnlySpan<long> lines, Span<int> seats)
    {
        var step = steps[level];
        var holders = tree.Levels[level];
        var (start, count) = range.GetOffsetAndLength(holders.Names.Length);
        var won = held[level].AsSpan(start, count);
        var equals = tied[level].AsSpan(start, count);
        won.Clear();
        equals.Clear();
        var sharing = new Sharing(votes[level].AsSpan(start, count), holders.Capacities.AsSpan(start, count), toShare, context)
        {
            Positions = holders.Positions.AsSpan(start, count),
        };
        int left;
        if (step is HighestAveragesStep { Exhausted: Exhaustion.NewElection } renewed && FallsShort(sharing))
        {
            left = ByRounds(renewed, level, range, toShare, context, lines, won);
        }
        else
        {
            left = step.Share(sharing, won, equals);
            left -= left > 0 && step.Ties is not ([] or [TieRule.Lot]) ? BreakByLaw(step, level, Claimants(level, range), won, Tied(equals), left, lines) : 0;
        }

        var quotient = usesQuotient ? LastQuotient(step, sharing.Votes, won, context) : default;
        var inDistrict = level == 0 && step is LargestRemainderStep { IsOpenEnded: true } ? Sum(won) : context.DistrictSeats;
        for (var i = 0; i < count; i++)
        {
            if (won[i] == 0)
            {
                continue;
            }

            if (tree.IsLast(level, start + i))
            {
                seats[MostVoted(holders.Lines[start + i], lines)] += won[i];
            }
            else
            {
                var within = context with { DistrictSeats = inDistrict, IsWithin = true, WithinVotes = sharing.Votes[i], QuotientVotes = quotient.Votes, QuotientDivisor = quotient.Divisor };
                left += Share(level + 1, tree.Within(level, start + i), won[i], within, lines, seats);
            }
        }

        return left;
    }

    static int Sum(ReadOnlySpan<int> seats)
    {
        var sum = 0;
        foreach (var s in seats)
        {
            sum += s;
        }

        return sum;
    }

    static bool FallsShort(in Sharing sharing)
    {
        foreach (var capacity in sharing.Capacities)
        {
            if (capacity < sharing.Seats)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Shares seats as in a new election wherever a holder falls short, each round's ties broken by the law before the next begins.</summary>
    /// <returns>The seats that are left to lots in the round that they stop.</returns>
    int ByRounds(HighestAveragesStep step, int level, Range range, int toShare, SharingContext context, ReadOnlySpan<long> lines, Span<int> won)
    {
        long[] now = [.. lines];
        var round = step with { Exhausted = Exhaustion.NextQuotients };
        ImmutableArray<Claimant> holders = [.. Claimants(level, range).OrderByDescending(c => c.Votes)];
        var (seated, left) = RenewedElection.Fill(
            step,
            holders,
            toShare,
            "",
            0,
            (before, some, seats) =>
            {
                var shared = SharedSeats.By(round, some, seats, context);
                return (shared.Held, shared.Left == 0 ? 0 : shared.Left - BreakByLaw(step, level, some, shared.Held, shared.Tied, shared.Left, now));
            },
            (open, _) => open);
        for (var i = 0; i < seated.Length; i++)
        {
            won[holders[i].Holder - range.Start.Value] = seated[i];
        }

        return left;
    }

    /// <summary>Gives the seats of a tie to those whom the law's own rules choose.</summary>
    /// <returns>The seats that were given; the others are left to lots.</returns>
    int BreakByLaw(SharingStep step, int level, ImmutableArray<Claimant> holders, Span<int> won, ImmutableArray<int> among, int left, ReadOnlySpan<long> lines)
    {
        var now = ImmutableArray.CreateBuilder<CandidacyVotes>(ballot.Length);
        for (var i = 0; i < ballot.Length; i++)
        {
            now.Add(ballot[i] with { Votes = lines[i] });
        }

        var next = new NextPerson(tree, steps, now.MoveToImmutable(), (l, r) => [.. Claimants(l, r).OrderByDescending(c => c.Votes)]);
        int[] before = [.. won];
        var winners = TieState.None.Break(
            TieLevel.List,
            among,
            i => holders[i].Name,
            left,
            TieMeasures.Of(step, holders, i => next.Votes(level, holders[i].Holder, before[i]), i => next.Highest(level, holders[i].Holder)),
            "").Winners;
        foreach (var winner in winners)
        {
            won[winner]++;
        }

        return winners.Length;
    }

    static ImmutableArray<int> Tied(ReadOnlySpan<bool> equals)
    {
        var among = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < equals.Length; i++)
        {
            if (equals[i])
            {
                among.Add(i);
            }
        }

        return among.ToImmutable();
    }

    ImmutableArray<Claimant> Claimants(int level, Range range)
    {
        var holders = tree.Levels[level];
        var (start, count) = range.GetOffsetAndLength(holders.Names.Length);
        return [.. Enumerable.Range(start, count).Select(h => new Claimant(holders.Names[h], votes[level][h], holders.Capacities[h], h, holders.Positions[h]))];
    }

    /// <summary>The smallest quotient that won a seat in a step of highest averages; that of the step before if it is none.</summary>
    static (long Votes, Divisor Divisor) LastQuotient(SharingStep step, ReadOnlySpan<long> votes, ReadOnlySpan<int> won, in SharingContext before) =>
        step is HighestAveragesStep averages && averages.LastQuotient(votes, won) is { Votes: > 0 } last ? last : (before.QuotientVotes, before.QuotientDivisor);

    static int MostVoted(int[] candidacies, ReadOnlySpan<long> lines)
    {
        var best = candidacies[0];
        foreach (var line in candidacies)
        {
            best = lines[line] > lines[best] ? line : best;
        }

        return best;
    }
}
