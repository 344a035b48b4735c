using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Numerics;
using Urna.Validate;

namespace Urna.Allocate.Tiers;

/// <summary>Takes back seats of lists that hold more than their share, where they were weakest.</summary>
static class Withdrawal
{
    public static ImmutableArray<TierList> Apply(string article, TierDraft tier, ImmutableArray<TierList> lists, int[] share)
    {
        var left = lists.ToBuilder();
        for (var i = 0; i < lists.Length; i++)
        {
            var excess = lists[i].Held - share[i];
            while (excess > 0)
            {
                excess -= TakeBack(article, tier, lists[i], excess);
            }

            left[i] = lists[i] with { Held = Math.Min(lists[i].Held, share[i]) };
        }

        return left.ToImmutable();
    }

    /// <summary>Takes back a list's weakest seats; where equals are not all needed, lots say who keeps one.</summary>
    /// <returns>How many were taken back, those that a tie leaves open among them.</returns>
    static int TakeBack(string article, TierDraft tier, TierList list, int excess)
    {
        var weakest = Weakest(tier, list.Key);
        ImmutableArray<(DistrictDraft District, int Holder)> equals = [.. Seats(tier, list.Key).Where(s => !IsWeaker(weakest, s))];
        var taken = Math.Min(excess, equals.Length);
        var keep = equals.Length - taken;
        var keeping = keep == 0 ? [] : tier.Draft.Ties.Winners(TieLevel.District, equals, s => NameOf(list, s), keep, [], article, tier.Draft.Steps);
        var isOpen = keeping.Length < keep;
        foreach (var seat in equals.RemoveRange(keeping))
        {
            var (district, holder) = seat;
            var told = new SeatWithdrawn(article, list.Name, district.District.District, district.Lists[holder].Name, district.Lists[holder].Votes) { Share = ShareOf(seat) };
            district.Held[holder]--;
            district.HasOwnMargins = false;
            if (isOpen)
            {
                continue;
            }

            if (Seats(tier, list.Key).Any())
            {
                var next = Weakest(tier, list.Key);
                told = told with { NextWeakest = next.District.District.District, NextShare = ShareOf(next) };
            }

            tier.Draft.Steps.Add(told);
            district.Steps.Add(told);
        }

        return taken;
    }

    /// <summary>The seat as a tie names it: by its list, or by its person, with the district.</summary>
    static string NameOf(TierList list, (DistrictDraft District, int Holder) seat) =>
        $"{(seat.District.Sharing[0].Holders == Holder.List ? list.Name : seat.District.Lists[seat.Holder].Name)} ({seat.District.District.District})";

    static (DistrictDraft District, int Holder) Weakest(TierDraft tier, string key) =>
        Seats(tier, key).Aggregate((a, b) => IsWeaker(b, a) ? b : a);

    static IEnumerable<(DistrictDraft District, int Holder)> Seats(TierDraft tier, string key) =>
        from d in tier.Districts
        from h in Enumerable.Range(0, d.Lists.Length)
        where d.Held[h] > 0 && ListTotals.KeyOf(d.FirstLine(h)) == key
        select (District: d, Holder: h);

    static Fraction ShareOf((DistrictDraft District, int Holder) seat) => LastOf(seat) is { Base.IsZero: false } last ? new Fraction(last.Votes, last.Base) : default;

    static bool IsWeaker((DistrictDraft District, int Holder) a, (DistrictDraft District, int Holder) b) =>
        LastOf(a) is var x && LastOf(b) is var y && x.Votes * y.Base < y.Votes * x.Base;

    static (System.Numerics.BigInteger Votes, System.Numerics.BigInteger Base) LastOf((DistrictDraft District, int Holder) seat)
    {
        var votes = seat.District.Lists[seat.Holder].Votes;
        var divisor = seat.District.Sharing[0] is HighestAveragesStep averages ? averages.Divisors.At(seat.District.Held[seat.Holder] - 1) : new Divisor(1);
        return (votes * (System.Numerics.BigInteger)divisor.Denominator, (System.Numerics.BigInteger)divisor.Numerator * Math.Max(1, seat.District.Lists.Sum(l => l.Votes)));
    }
}
