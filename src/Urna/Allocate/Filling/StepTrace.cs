using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Filling;

/// <summary>Writes down, seat by seat, what a sharing did.</summary>
static class StepTrace
{
    /// <summary>The account of one sharing, before any tie is broken.</summary>
    public static IEnumerable<AllocationStep> Of(
        SharingStep step, ImmutableArray<Claimant> holders, SharedSeats shared, int seats, string within, SharingContext context) => step switch
        {
            HighestAveragesStep averages => Quotients(averages, holders, shared, within),
            LargestRemainderStep quotas => Quotas(quotas, holders, shared, seats, within, context),
            SharedAboveStep => [],
            DoublingStep doubling when !holders.IsEmpty => Doubling(doubling, holders, shared, within),
            MajorityStep or EachStep => [],
            PassedDownStep down => [.. PassedDownTo(down, holders, seats, within, context), .. Winners(step, holders, shared, within)],
            ListSurplusStep surplus => ListSurplusAccount.Of(surplus, holders, seats, within, context),
            _ => Winners(step, holders, shared, within),
        };

    /// <summary>The sure seats in the order of their quotients.</summary>
    static AllocationStep[] Quotients(HighestAveragesStep step, ImmutableArray<Claimant> holders, SharedSeats shared, string within)
    {
        var awards = new List<(int Holder, Divisor Divisor)>();
        var exhausted = false;
        for (var i = 0; i < holders.Length; i++)
        {
            exhausted |= shared.Held[i] == holders[i].Capacity;
            for (var held = 0; held < shared.Held[i]; held++)
            {
                awards.Add((i, step.Divisors.At(held)));
            }
        }

        awards.Sort((a, b) =>
            Divisor.CompareQuotients(holders[b.Holder].Votes, b.Divisor, holders[a.Holder].Votes, a.Divisor) is var order and not 0 ? order
            : a.Holder != b.Holder ? a.Holder.CompareTo(b.Holder)
            : Divisor.CompareQuotients(1, b.Divisor, 1, a.Divisor));
        var told = new AllocationStep[awards.Count];
        for (var seat = 0; seat < told.Length; seat++)
        {
            var award = awards[seat];
            var (name, votes) = (holders[award.Holder].Name, holders[award.Holder].Votes);
            told[seat] = new SeatByQuotient(step.Article, step.Holders, within, seat + 1, name, votes, award.Divisor, exhausted ? Passed(step, holders, shared, award) : []);
        }

        return told;
    }

    /// <summary>Exhausted holders whose next quotient was above the award's.</summary>
    static ImmutableArray<string> Passed(
        HighestAveragesStep step, ImmutableArray<Claimant> holders, SharedSeats shared, (int Holder, Divisor Divisor) award) =>
        [
            .. holders.Where((h, i) => shared.Held[i] == h.Capacity
                && Divisor.CompareQuotients(h.Votes, step.Divisors.At(h.Capacity), holders[award.Holder].Votes, award.Divisor) > 0).Select(h => h.Name),
        ];

    static IEnumerable<AllocationStep> Quotas(
        LargestRemainderStep step, ImmutableArray<Claimant> holders, SharedSeats shared, int seats, string within, SharingContext context)
    {
        var quota = step.QuotaOf(new Sharing([.. holders.Select(h => h.Votes)], [], seats, context));
        return holders.Select((h, i) => new SeatsByQuota(
            step.Article, step.Holders, within, h.Name, h.Votes, quota, (long)((Int128)h.Votes * quota.Denominator / quota.Numerator), shared.Held[i]));
    }

    static IEnumerable<AllocationStep> Doubling(DoublingStep step, ImmutableArray<Claimant> holders, SharedSeats shared, string within)
    {
        var second = holders.Length > 1 ? holders[1] : null;
        yield return new DoublingChecked(
            step.Article, holders[0].Name, holders[0].Votes, second?.Name ?? "", second?.Votes ?? 0, step.Factor, shared.Held[0] == DoublingStep.Seats);
        foreach (var winner in Winners(step, holders, shared, within))
        {
            yield return winner;
        }
    }

    static IEnumerable<AllocationStep> Winners(SharingStep step, ImmutableArray<Claimant> holders, SharedSeats shared, string within) =>
        holders.Where((_, i) => shared.Held[i] > 0).Select(h => new SeatByVotes(step.Article, step.Holders, within, h.Name, h.Votes));

    /// <summary>The persons to whom votes for the list alone came, in the order of the list.</summary>
    static IEnumerable<AllocationStep> PassedDownTo(PassedDownStep step, ImmutableArray<Claimant> holders, int seats, string within, SharingContext context)
    {
        var totals = new long[holders.Length];
        var enough = PassedDown.Totals(
            new Sharing([.. holders.Select(h => h.Votes)], [.. holders.Select(h => h.Capacity)], seats, context) { Positions = [.. holders.Select(h => h.Position)] }, step.Part, totals);
        return holders.Select((h, i) => (Holder: h, Passed: totals[i] - h.Votes)).Where(p => p.Passed > 0).OrderBy(p => p.Holder.Position)
            .Select(p => new VotesPassedDown(step.Article, within, p.Holder.Position, p.Holder.Name, p.Holder.Votes, p.Passed, enough));
    }
}
