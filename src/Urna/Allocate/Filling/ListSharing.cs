using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Filling;

/// <summary>Shares the seats of a district among its lists, with bonuses and within limits.</summary>
static class ListSharing
{
    /// <summary>The district with the seats of the lists that take part; as it was where another step shares them, or something is missing.</summary>
    public static DistrictState Share(DistrictState district)
    {
        var steps = district.Frame.Sharing;
        if (steps.IsEmpty || district.IsShared || !district.Missing.IsEmpty || steps[0] is SharedAboveStep)
        {
            return district;
        }

        ImmutableArray<int> open = [.. Enumerable.Range(0, district.Lists.Length).Where(i => !district.Barred[i])];
        var shared = ShareWithin(district with { Shared = new(district.Seats, [.. district.Barred.Select(b => !b)], district.BarredWith) }, open);
        return steps[0] is LargestRemainderStep { IsOpenEnded: true } ? shared with { Seats = shared.Filled } : shared;
    }

    /// <summary>Gives bonuses, and shares what they leave.</summary>
    /// <param name="district">The district.</param>
    /// <param name="open">The lists that take part.</param>
    static DistrictState ShareWithin(DistrictState district, ImmutableArray<int> open)
    {
        var left = district.Seats;
        foreach (var (list, seats, step) in district.Bonuses.Where(b => b.Step.Kind == BonusKind.Added))
        {
            left -= seats;
            if (list >= 0)
            {
                district = district.WithHeld(list, district.Held[list] + seats)
                    .Tell(new BonusGiven(step.Article, district.Lists[list].Name, district.Lists[list].Votes, seats, IsGuarantee: false));
            }
        }

        // Where a tie can give the first its last guaranteed seat, it has as many either way.
        foreach (var (list, seats, step) in district.Bonuses.Where(b => b.Step.Kind == BonusKind.Guaranteed && b.List >= 0))
        {
            var sure = SharedSeats.By(district.Frame.Sharing[0], [.. open.Select(i => district.Lists[i])], district.Seats, district.Context).Held[open.IndexOf(list)];
            if (sure < seats)
            {
                var given = Math.Min(seats, district.Lists[list].Capacity);
                district = district.WithHeld(list, given).Tell(new BonusGiven(step.Article, district.Lists[list].Name, district.Lists[list].Votes, given, IsGuarantee: true));
                left -= given;
                open = open.Remove(list);
            }
        }

        return ShareBelowLimits(district, open, Math.Max(0, left));
    }

    /// <summary>Shares seats; a list that would have more than its limit has that, and the others share again.</summary>
    static DistrictState ShareBelowLimits(DistrictState district, ImmutableArray<int> open, int seats)
    {
        var (step, limits) = (district.Frame.Sharing[0], district.Limits);
        for (var isSure = limits is not null; ;)
        {
            // A tie is drawn only once nobody is surely above the limit: it may not come up again without those who are.
            var own = new SharingOf(step, [.. open.Select(i => district.Lists[i])], seats, "", district.Context with { DistrictSeats = seats });
            int[] held;
            (held, district) = isSure ? (SharedSeats.By(step, own.Holders, seats, own.Context).Held, district) : HolderSharing.Share(district, own);
            var before = district.Held;
            ImmutableArray<int> over = [.. Enumerable.Range(0, open.Length).Where(i => limits is not null && held[i] + before[open[i]] > limits.Most[open[i]])];
            if (over.IsEmpty && !isSure)
            {
                var now = before.ToBuilder();
                for (var i = 0; i < open.Length; i++)
                {
                    now[open[i]] += held[i];
                }

                return district with { Held = now.ToImmutable() };
            }

            foreach (var i in over)
            {
                var (list, most) = (open[i], limits!.Most[open[i]]);
                seats -= Math.Max(0, most - before[list]);
                district = district.WithHeld(list, Math.Max(before[list], most)).Tell(new ListCapped(limits.Step.Article, district.Lists[list].Name, Math.Max(before[list], most), held[i] + before[list]));
            }

            open = [.. open.Where((_, i) => !over.Contains(i))];
            isSure = !over.IsEmpty;
        }
    }
}
