using System.Collections.Immutable;
using Urna.Model;
using Urna.Numerics;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>What happens to a list that won more seats in the districts than its share of all seats.</summary>
public enum Overhang
{
    /// <summary>It keeps them, and the house grows by as many.</summary>
    Keep,

    /// <summary>It keeps them, and the others have so many fewer.</summary>
    Absorb,

    /// <summary>The house grows until every list has at least what it won.</summary>
    Level,

    /// <summary>It gives back those of its districts where it was weakest.</summary>
    Withdraw,

    /// <summary>It gives back those of its districts that it won with the smallest quotients, and each goes to the next list there.</summary>
    PassOn,
}

/// <summary>Seats of a tier that make up for what the districts gave: each list's share of all seats, less what it holds.</summary>
/// <param name="Seats">All seats, those of the districts and the tier's; null for their sum.</param>
/// <param name="Overhang">What happens to lists that hold more than their share.</param>
/// <remarks>
/// Compensatory tiers and mixed-member proportional systems: Gallagher &amp; Mitchell (2005), The Politics of Electoral Systems,
/// ch. 1 and 10; Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 2 and 13. Seats of lists that take no part, and of
/// candidacies outside lists, are taken off the total first.
/// </remarks>
public sealed record LevellingStep(int? Seats, Overhang Overhang) : TierStep
{
    /// <inheritdoc/>
    internal override void Apply(ContestDraft contest, TierDraft tier, ImmutableArray<TierList> lists)
    {
        var held = tier.Below.Sum(d => d.Held.Sum());
        var all = Seats ?? tier.Below.Sum(d => d.Seats) + tier.Draft.Seats;
        var total = all - (held - lists.Sum(l => l.Held));
        if (total < 0)
        {
            contest.Faults.Add(Codes.Finding("V110", $"The districts alone filled {held} seats, but the law has {all} in all.") with
            {
                Place = tier.Draft.District.District,
                Column = "seats",
                Found = $"{held}",
                Expected = $"at least {held}",
            });
            return;
        }

        if (Overhang == Overhang.PassOn)
        {
            lists = PassedOn.Apply(this, tier, lists, total);
        }

        if (Overhang == Overhang.Level)
        {
            if (Levelled(tier, lists, total) is not { } house)
            {
                contest.Faults.Add(Endless(tier));
                return;
            }

            total = house;
        }

        var (share, open) = Shares(tier, lists, total);
        if (Placement is { InTiers: true } placement)
        {
            SharesInTiers.Give(this, placement, contest, tier, lists, share, open);
            return;
        }

        if (Overhang == Overhang.Withdraw)
        {
            lists = Withdrawal.Apply(Article, tier, lists, share);
        }

        var added = new int[lists.Length];
        for (var i = 0; i < lists.Length; i++)
        {
            added[i] = Math.Max(0, share[i] - lists[i].Held);
            tier.Draft.Steps.Add(new SeatsLevelled(Article, lists[i].Name, lists[i].Votes, share[i], lists[i].Held, added[i]));
        }

        TierAward.Give(this, tier, lists, added, open);
    }

    /// <summary>Each list's share of all seats, once overhang is dealt with, and the seats that nobody has.</summary>
    (int[] Held, int Short) Shares(TierDraft tier, ImmutableArray<TierList> lists, int total) => Overhang switch
    {
        Overhang.Absorb or Overhang.PassOn => Absorbed(tier, lists, total),
        _ => TierSharing.Share(tier.Draft, Method, TieLevel.List, isTold: true, Named(lists), total),
    };

    /// <summary>Lists that hold more than their share keep it and leave the sharing, until none does.</summary>
    (int[] Held, int Short) Absorbed(TierDraft tier, ImmutableArray<TierList> lists, int total)
    {
        var valid = tier.Draft.AllVotes.Valid;
        var open = lists;
        var left = total;
        while (true)
        {
            var sure = TierSharing.Sure(Method, open, Math.Max(0, left), valid);
            var over = open.Where((l, i) => l.Held > sure[i]).ToHashSet();
            if (over.Count == 0)
            {
                break;
            }

            left -= over.Sum(l => l.Held);
            open = [.. open.Where(l => !over.Contains(l))];
        }

        var shared = TierSharing.Share(tier.Draft, Method, TieLevel.List, isTold: true, Named(open), Math.Max(0, left));
        return ([.. lists.Select(l => open.IndexOf(l) is var i and >= 0 ? shared.Held[i] : l.Held)], shared.Short);
    }

    /// <summary>A house that levelling does not make larger: no parliament comes near it, and some laws would never end.</summary>
    const int LargestHouse = 100_000;

    /// <summary>The least house in which every list has at least the seats it holds; null where none up to <see cref="LargestHouse"/> will do.</summary>
    int? Levelled(TierDraft tier, ImmutableArray<TierList> lists, int total)
    {
        var valid = tier.Draft.AllVotes.Valid;
        if (Method.IsHouseMonotone)
        {
            // A house that will do stays one when it grows, so that the least is found by halves.
            return Levels(total) ? total : Levels(LargestHouse) ? total + (int)LeastVotes.Where(more => Levels(total + (int)more), LargestHouse - total) : null;
        }

        while (!Levels(total))
        {
            if (++total > LargestHouse)
            {
                return null;
            }
        }

        return total;

        bool Levels(int house) => TierSharing.Sure(Method, lists, house, valid) is var sure && !lists.Where((l, i) => l.Held > sure[i]).Any();
    }

    static Finding Endless(TierDraft tier) => Codes.Finding(
        "V110",
        $"No house of up to {LargestHouse} seats gives every list at least what it holds in the districts.",
        $"Ninguna cámara de hasta {LargestHouse} escaños da a cada lista al menos los que tiene en los distritos.") with
    {
        Place = tier.Draft.District.District,
        Column = "seats",
        Found = $"{tier.Districts.Sum(d => d.Held.Sum())}",
        Expected = "votes in the tier for every list that holds seats in proportion to them",
    };

    static ImmutableArray<TierHolder> Named(ImmutableArray<TierList> lists) => [.. lists.Select(l => new TierHolder(l.Name, l.Votes, l.MostSeats))];
}

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
