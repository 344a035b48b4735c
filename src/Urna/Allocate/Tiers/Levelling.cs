using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Numerics;
using Urna.Validate;

namespace Urna.Allocate.Tiers;

/// <summary>Gives each list of a tier its share of all seats, less what it holds.</summary>
static class Levelling
{
    /// <summary>Makes up for what the districts gave.</summary>
    public static void Apply(LevellingStep step, ContestDraft contest, TierDraft tier, ImmutableArray<TierList> lists)
    {
        var held = tier.Below.Sum(d => d.Held.Sum());
        var all = step.Seats ?? tier.Below.Sum(d => d.Seats) + tier.Draft.Seats;
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

        if (step.Overhang == Overhang.PassOn)
        {
            lists = PassedOn.Apply(step, tier, lists, total);
        }

        if (step.Overhang == Overhang.Level)
        {
            if (Levelled(step, tier, lists, total) is not { } house)
            {
                contest.Faults.Add(Endless(tier));
                return;
            }

            total = house;
        }

        var (share, open) = Shares(step, tier, lists, total);
        if (step.Placement is { InTiers: true } placement)
        {
            SharesInTiers.Give(step, placement, contest, tier, lists, share, open);
            return;
        }

        if (step.Overhang == Overhang.Withdraw)
        {
            lists = Withdrawal.Apply(step.Article, tier, lists, share);
        }

        var added = new int[lists.Length];
        for (var i = 0; i < lists.Length; i++)
        {
            added[i] = Math.Max(0, share[i] - lists[i].Held);
            tier.Draft.Steps.Add(new SeatsLevelled(step.Article, lists[i].Name, lists[i].Votes, share[i], lists[i].Held, added[i]));
        }

        TierAward.Give(step, tier, lists, added, open);
    }

    /// <summary>Each list's share of all seats, once overhang is dealt with, and the seats that nobody has.</summary>
    static (int[] Held, int Short) Shares(LevellingStep step, TierDraft tier, ImmutableArray<TierList> lists, int total) => step.Overhang switch
    {
        Overhang.Absorb or Overhang.PassOn => Absorbed(step, tier, lists, total),
        _ => TierSharing.Share(tier.Draft, step.Method, TieLevel.List, isTold: true, Named(lists), total),
    };

    /// <summary>Lists that hold more than their share keep it and leave the sharing, until none does.</summary>
    static (int[] Held, int Short) Absorbed(LevellingStep step, TierDraft tier, ImmutableArray<TierList> lists, int total)
    {
        var valid = tier.Draft.AllVotes.Valid;
        var open = lists;
        var left = total;
        while (true)
        {
            var sure = TierSharing.Sure(step.Method, open, Math.Max(0, left), valid);
            var over = open.Where((l, i) => l.Held > sure[i]).ToHashSet();
            if (over.Count == 0)
            {
                break;
            }

            left -= over.Sum(l => l.Held);
            open = [.. open.Where(l => !over.Contains(l))];
        }

        var shared = TierSharing.Share(tier.Draft, step.Method, TieLevel.List, isTold: true, Named(open), Math.Max(0, left));
        return ([.. lists.Select(l => open.IndexOf(l) is var i and >= 0 ? shared.Held[i] : l.Held)], shared.Short);
    }

    /// <summary>A house that levelling does not make larger: no parliament comes near it, and some laws would never end.</summary>
    const int LargestHouse = 100_000;

    /// <summary>The least house in which every list has at least the seats it holds; null where none up to <see cref="LargestHouse"/> will do.</summary>
    static int? Levelled(LevellingStep step, TierDraft tier, ImmutableArray<TierList> lists, int total)
    {
        var valid = tier.Draft.AllVotes.Valid;
        if (step.Method.IsHouseMonotone)
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

        bool Levels(int house) => TierSharing.Sure(step.Method, lists, house, valid) is var sure && !lists.Where((l, i) => l.Held > sure[i]).Any();
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
