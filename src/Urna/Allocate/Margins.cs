using System.Collections.Immutable;

namespace Urna.Allocate;

/// <summary>How many votes would have changed a list's seats.</summary>
/// <remarks>
/// Votes to gain: the least x such that with v + x, others fixed, the list surely has one seat more. Votes to lose: the least x
/// such that with v − x its last seat is no longer sure. A tie is not sure. Found by bisection, since more votes never
/// cost a holder a seat under these steps.
/// </remarks>
static class Margins
{
    /// <summary>Votes to gain of a holder; null if no number does it.</summary>
    public static long? ToGain(SharingStep step, ImmutableArray<Claimant> holders, int seats, int holder)
    {
        var now = Sure(step, holders, seats, holder, holders[holder].Votes);
        var enough = (holders.Sum(h => h.Votes) + 1) * Math.Max(2, seats + 1) * 2;
        return Sure(step, holders, seats, holder, enough) <= now
            ? null
            : Least(x => Sure(step, holders, seats, holder, holders[holder].Votes + x) > now, enough - holders[holder].Votes);
    }

    /// <summary>Votes to lose of a holder; null if it has no sure seat, or none that depends on votes.</summary>
    public static long? ToLose(SharingStep step, ImmutableArray<Claimant> holders, int seats, int holder)
    {
        var votes = holders[holder].Votes;
        var now = Sure(step, holders, seats, holder, votes);
        return now == 0 || Sure(step, holders, seats, holder, 0) >= now
            ? null
            : Least(x => Sure(step, holders, seats, holder, votes - x) < now, votes);
    }

    static int Sure(SharingStep step, ImmutableArray<Claimant> holders, int seats, int holder, long votes)
    {
        var all = holders.Select((h, i) => i == holder ? votes : h.Votes).ToArray();
        return SharedSeats.By(step, all, [.. holders.Select(h => h.Capacity)], seats).Held[holder];
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
