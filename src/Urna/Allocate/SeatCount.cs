using System.Collections.Immutable;

namespace Urna.Allocate;

/// <summary>Fills one district again and again for changed votes, without an account of it.</summary>
/// <remarks>
/// For margins, simulations and other questions of the kind "what if". It takes the law's own steps, so it gives the seats of
/// <see cref="SeatAllocation"/> before ties are broken. It keeps its working memory: use one for each thread.
/// </remarks>
public sealed class SeatCount
{
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

    /// <summary>Seats that are sure without breaking a tie, before any correction for parity.</summary>
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
