using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Margins;

/// <summary>How many votes would have changed a holder's seats.</summary>
/// <remarks>
/// Votes to gain: the least x such that with v + x, others fixed, the holder surely has one seat more. Votes to lose: the least x
/// such that with v − x its last seat is no longer sure. A tie is not sure. For highest averages they follow from the others' quotients
/// at the boundary; for other steps they are found by bisection, where more votes never cost a holder a seat. Where the law gives a tie to whoever
/// has more votes in all, that counts; where it looks at persons or lots, a tie is not sure.
/// </remarks>
static class ListMargins
{
    /// <summary>Votes to gain and votes to lose by holder; null where no number of votes does it.</summary>
    /// <param name="step">The step that shares the seats.</param>
    /// <param name="holders">The holders.</param>
    /// <param name="seats">Seats to fill.</param>
    /// <param name="held">The seats that each holds, with those of ties that law or lots broke.</param>
    /// <param name="barred">Whom thresholds bar when a holder's votes are changed to a number; null where there are none.</param>
    public static (long? ToGain, long? ToLose)[] Of(SharingStep step, ImmutableArray<Claimant> holders, int seats, ReadOnlySpan<int> held, BarredWith? barred = null)
    {
        if (!step.HasMargins)
        {
            return new (long?, long?)[holders.Length];
        }

        var votes = holders.Sum(h => h.Votes);
        var shared = SharedSeats.By(step, holders, seats, new SharingContext(votes, votes, seats));
        return barred is null && step is HighestAveragesStep { Minimum: 0 } averages && averages.Divisors.At(0).Numerator > 0 && shared.Left == 0 && shared.Held.Sum() == seats && step.Ties is [] or [TieRule.Lot]
            && (averages.Exhausted == Exhaustion.NextQuotients || holders.All(h => h.Capacity >= seats))
            ? AtTheBoundary(averages.Divisors, holders, shared.Held)
            : Bisection.Of(step, holders, seats, [.. held], barred ?? ((_, _) => []));
    }

    /// <summary>Votes that surely bring a holder a seat more, if any number does.</summary>
    /// <param name="step">The step that shares the seats.</param>
    /// <param name="all">Votes of all holders.</param>
    /// <param name="seats">Seats to fill.</param>
    public static long Enough(SharingStep step, long all, int seats) => step is LargestRemainderStep { Stated: { } stated }
        ? (all + stated + 1) * 1_000
        : (long)Int128.Min(((Int128)all + 1) * (seats + 2) << 20, long.MaxValue / 8);

    /// <summary>A holder gains when its next quotient is above the others' last, and loses when its last is not above the others' next.</summary>
    static (long? ToGain, long? ToLose)[] AtTheBoundary(DivisorRule divisors, ImmutableArray<Claimant> holders, int[] held)
    {
        // The two least that won and the two largest that did not: of each pair, one is another's.
        var (last, beforeLast) = FirstTwo(i => held[i] > 0, (a, b) => Compare(b, held[b] - 1, a, held[a] - 1));
        var (next, afterNext) = FirstTwo(i => held[i] < holders[i].Capacity && holders[i].Votes > 0, (a, b) => Compare(a, held[a], b, held[b]));
        var margins = new (long?, long?)[holders.Length];
        for (var i = 0; i < holders.Length; i++)
        {
            var won = i == last ? beforeLast : last;
            var lost = i == next ? afterNext : next;
            var votes = holders[i].Votes;
            long? gain = won < 0 || held[i] >= holders[i].Capacity
                ? null
                : (long)BigInteger.Max(1, divisors.At(held[i]).LeastAbove(holders[won].Votes, divisors.At(held[won] - 1)) - votes);
            long? lose = held[i] == 0 ? null
                : lost < 0 ? votes
                : votes - (long)divisors.At(held[i] - 1).MostNotAbove(holders[lost].Votes, divisors.At(held[lost]));
            margins[i] = (gain, lose);
        }

        return margins;

        int Compare(int a, int heldA, int b, int heldB) => Divisor.CompareQuotients(holders[a].Votes, divisors.At(heldA), holders[b].Votes, divisors.At(heldB));

        (int First, int Second) FirstTwo(Func<int, bool> takesPart, Comparison<int> compare)
        {
            var (first, second) = (-1, -1);
            for (var i = 0; i < holders.Length; i++)
            {
                if (takesPart(i))
                {
                    (first, second) = first < 0 || compare(i, first) > 0 ? (i, first) : second < 0 || compare(i, second) > 0 ? (first, i) : (first, second);
                }
            }

            return (first, second);
        }
    }
}

/// <summary>Whom thresholds bar when one holder's votes are changed: true by holder, or empty if nobody.</summary>
/// <param name="holder">The holder whose votes are changed.</param>
/// <param name="votes">Its votes then, ≥ 0.</param>
delegate ReadOnlySpan<bool> BarredWith(int holder, long votes);

/// <summary>Margins by bisection on a step's own arithmetic.</summary>
file static class Bisection
{
    const long MostSteps = 50_000;

    public static (long? ToGain, long? ToLose)[] Of(SharingStep step, ImmutableArray<Claimant> holders, int seats, int[] held, BarredWith barred)
    {
        long[] votes = [.. holders.Select(h => h.Votes)];
        int[] capacities = [.. holders.Select(h => h.Capacity)];
        int[] positions = [.. holders.Select(h => h.Position)];
        var all = votes.Sum();
        var others = new long[votes.Length];
        var sure = new int[votes.Length];
        var tied = new bool[votes.Length];
        for (var i = 0; i < held.Length && step is HighestAveragesStep { Exhausted: Exhaustion.NewElection }; i++)
        {
            // A seat whose winner cannot fill it comes back in the next round, so that it can be sure though a tie is open.
            held[i] = Math.Max(held[i], Sure(i, votes[i]));
        }

        return [.. holders.Select((_, i) => (ToGain(i), ToLose(i)))];

        long? ToGain(int i)
        {
            var enough = ListMargins.Enough(step, all, seats);
            return Sure(i, enough) <= held[i] ? null : Least(i, x => Sure(i, votes[i] + x) > held[i], enough - votes[i]);
        }

        long? ToLose(int i) =>
            held[i] == 0 || Sure(i, 0) >= held[i] ? null : Least(i, x => Sure(i, votes[i] - x) < held[i], votes[i]);

        // A rounded quota makes steps of whole votes, at which a seat can come, go and come again: the first time is looked for vote by vote.
        long Least(int i, Func<long, bool> holds, long most)
        {
            var found = LeastVotes.Where(holds, most);
            if (step.IsMonotone)
            {
                return found;
            }

            for (var x = Math.Max(1, found - MostSteps); x < found; x++)
            {
                if (holds(x))
                {
                    return x;
                }
            }

            return found;
        }

        // Whoever has more votes in all wins the tie, where the law says so first; other rules look at persons, who are not known here.
        bool WinsTie(int i, int left)
        {
            if (step.Ties is not [TieRule.MostVotes, ..])
            {
                return false;
            }

            var before = 0;
            for (var j = 0; j < others.Length; j++)
            {
                before += j != i && tied[j] && others[j] >= others[i] ? 1 : 0;
            }

            return before < left;
        }

        int Sure(int i, long changed)
        {
            votes.CopyTo(others, 0);
            others[i] = changed;
            var total = all - votes[i] + changed;
            var excluded = barred(i, changed);
            for (var j = 0; j < excluded.Length; j++)
            {
                others[j] = excluded[j] ? 0 : others[j];
            }

            if (step is HighestAveragesStep { Exhausted: Exhaustion.NewElection } renewed)
            {
                return NewElection.Sure(new Sharing(others, capacities, seats, new(total, total, seats)), renewed.Divisors, step.Ties is [TieRule.MostVotes, ..])[i];
            }

            Array.Clear(sure);
            Array.Clear(tied);
            var left = step.Share(new Sharing(others, capacities, seats, new(total, total, seats)) { Positions = positions }, sure, tied);
            return sure[i] + (left > 0 && tied[i] && WinsTie(i, left) ? 1 : 0);
        }
    }
}
