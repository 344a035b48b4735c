using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>Fills one district again and again for changed votes, without an account of it.</summary>
/// <remarks>
/// For margins, simulations and other questions of the kind "what if". It takes the law's own steps, so it gives the seats of
/// <see cref="SeatAllocation"/> before lots are drawn. It keeps its working memory: use one for each thread.
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
        var own = all.All(s => s is SharingStep and not (MajorityStep or RunoffStep or CongressStep or BiproportionalStep or MostVotesStep { OfEachSex: > 0 }) or ParityStep);
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
        var left = step.Share(sharing, won, equals);
        if (left > 0 && step.Ties is not ([] or [TieRule.Lot]))
        {
            left = BreakByLaw(level, range, won, equals, left, lines);
        }

        var quotient = usesQuotient ? LastQuotient(step, sharing.Votes, won, context) : default;
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
                var within = context with { IsWithin = true, WithinVotes = sharing.Votes[i], QuotientVotes = quotient.Votes, QuotientDivisor = quotient.Divisor };
                left += Share(level + 1, tree.Within(level, start + i), won[i], within, lines, seats);
            }
        }

        return left;
    }

    /// <summary>Gives the seats of a tie to those whom the law's own rules choose.</summary>
    /// <returns>The seats that are left to lots.</returns>
    int BreakByLaw(int level, Range range, Span<int> won, Span<bool> equals, int left, ReadOnlySpan<long> lines)
    {
        var now = ImmutableArray.CreateBuilder<CandidacyVotes>(ballot.Length);
        for (var i = 0; i < ballot.Length; i++)
        {
            now.Add(ballot[i] with { Votes = lines[i] });
        }

        var next = new NextPerson(tree, steps, now.MoveToImmutable(), (l, r) => [.. Claimants(l, r).OrderByDescending(c => c.Votes)]);
        var holders = Claimants(level, range);
        int[] before = [.. won];
        ImmutableArray<int> among = [.. Enumerable.Range(0, before.Length).Where(EqualsOf(equals).Contains)];
        var winners = new TieBreaker("", []).Winners(
            TieLevel.List,
            among,
            i => holders[i].Name,
            left,
            DistrictDraft.TieRules(steps[level], holders, i => next.Votes(level, holders[i].Holder, before[i]), i => next.Highest(level, holders[i].Holder)),
            "",
            []);
        foreach (var winner in winners)
        {
            won[winner]++;
        }

        return left - winners.Length;
    }

    static HashSet<int> EqualsOf(ReadOnlySpan<bool> equals)
    {
        var marked = new HashSet<int>();
        for (var i = 0; i < equals.Length; i++)
        {
            if (equals[i])
            {
                marked.Add(i);
            }
        }

        return marked;
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
