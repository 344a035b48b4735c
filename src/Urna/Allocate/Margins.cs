using System.Collections.Immutable;
using System.Numerics;

namespace Urna.Allocate;

/// <summary>How many votes would have changed a holder's seats.</summary>
/// <remarks>
/// Votes to gain: the least x such that with v + x, others fixed, the holder surely has one seat more. Votes to lose: the least x
/// such that with v − x its last seat is no longer sure. A tie is not sure. For highest averages they follow from the others' quotients
/// at the boundary; for other steps they are found by bisection, where more votes never cost a holder a seat.
/// </remarks>
static class Margins
{
    /// <summary>Votes to gain and votes to lose by holder; null where no number of votes does it.</summary>
    /// <param name="step">The step that shares the seats.</param>
    /// <param name="holders">The holders.</param>
    /// <param name="seats">Seats to fill.</param>
    public static (long? ToGain, long? ToLose)[] Of(SharingStep step, ImmutableArray<Claimant> holders, int seats)
    {
        if (!step.IsMonotone)
        {
            return new (long?, long?)[holders.Length];
        }

        var shared = SharedSeats.By(step, holders, seats);
        return step is HighestAveragesStep { Minimum: 0 } averages && averages.Divisors.At(0).Numerator > 0 && shared.Left == 0 && shared.Held.Sum() == seats
            ? [.. holders.Select((_, i) => AtTheBoundary(averages.Divisors, holders, shared.Held, i))]
            : Bisection.Of(step, holders, seats, shared.Held);
    }

    /// <summary>A holder gains when its next quotient is above the others' last, and loses when its last is not above the others' next.</summary>
    static (long? ToGain, long? ToLose) AtTheBoundary(DivisorRule divisors, ImmutableArray<Claimant> holders, int[] held, int holder)
    {
        int last = -1, next = -1;
        for (var j = 0; j < holders.Length; j++)
        {
            if (j == holder || holders[j].Votes == 0)
            {
                continue;
            }

            if (held[j] > 0 && (last < 0 || Compare(holders[j].Votes, held[j] - 1, holders[last].Votes, held[last] - 1) < 0))
            {
                last = j;
            }

            if (held[j] < holders[j].Capacity && (next < 0 || Compare(holders[j].Votes, held[j], holders[next].Votes, held[next]) > 0))
            {
                next = j;
            }
        }

        var votes = holders[holder].Votes;
        long? gain = last < 0 || held[holder] >= holders[holder].Capacity
            ? null
            : (long)BigInteger.Max(1, divisors.At(held[holder]).LeastAbove(holders[last].Votes, divisors.At(held[last] - 1)) - votes);
        long? lose = held[holder] == 0 ? null
            : next < 0 ? votes
            : votes - (long)divisors.At(held[holder] - 1).MostNotAbove(holders[next].Votes, divisors.At(held[next]));
        return (gain, lose);

        int Compare(long a, int heldA, long b, int heldB) => Divisor.CompareQuotients(a, divisors.At(heldA), b, divisors.At(heldB));
    }
}

/// <summary>Margins by bisection on a step's own arithmetic.</summary>
file static class Bisection
{
    public static (long? ToGain, long? ToLose)[] Of(SharingStep step, ImmutableArray<Claimant> holders, int seats, int[] held)
    {
        long[] votes = [.. holders.Select(h => h.Votes)];
        int[] capacities = [.. holders.Select(h => h.Capacity)];
        int[] positions = [.. holders.Select(h => h.Position)];
        var all = votes.Sum();
        return [.. holders.Select((_, i) => (ToGain(i), ToLose(i)))];

        long? ToGain(int i)
        {
            var enough = (long)Int128.Min(((Int128)all + 1) * Math.Max(2, seats + 1) * 2, long.MaxValue / 2);
            return Sure(i, enough) <= held[i] ? null : Least(x => Sure(i, votes[i] + x) > held[i], enough - votes[i]);
        }

        long? ToLose(int i) =>
            held[i] == 0 || Sure(i, 0) >= held[i] ? null : Least(x => Sure(i, votes[i] - x) < held[i], votes[i]);

        int Sure(int i, long changed)
        {
            long[] others = [.. votes];
            others[i] = changed;
            var sure = new int[others.Length];
            step.Share(new Sharing(others, capacities, seats) { Positions = positions, WithinVotes = others.Sum() }, sure, new bool[others.Length]);
            return sure[i];
        }
    }

    /// <summary>The least x in 1..most for which a monotone condition holds, given that it holds for most.</summary>
    static long Least(Func<long, bool> holds, long most)
    {
        var least = 1L;
        while (least < most)
        {
            var middle = least + ((most - least) / 2);
            (least, most) = holds(middle) ? (least, middle) : (middle + 1, most);
        }

        return least;
    }
}
