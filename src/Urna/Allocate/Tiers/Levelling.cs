using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Tiers;

/// <summary>Gives each list of a tier its share of all seats, less what it holds.</summary>
static class Levelling
{
    /// <summary>A house that levelling does not make larger: no parliament comes near it, and some laws would never end.</summary>
    const int LargestHouse = 100_000;

    /// <summary>The contest in which the tier makes up for what the districts gave.</summary>
    public static ContestState Take(LevellingStep step, ContestState contest, TierFrame tier, ImmutableArray<TierList> lists)
    {
        var held = contest.Of(tier.Below).Sum(d => d.Filled);
        var all = step.Seats ?? contest.Of(tier.Below).Sum(d => d.Seats) + contest[tier.Index].Seats;
        var total = all - (held - lists.Sum(l => l.Held));
        if (total < 0)
        {
            return contest.Refuse(TooMany(contest[tier.Index], held, all));
        }

        if (step.Overhang == Overhang.PassOn)
        {
            (lists, contest) = PassedOn.Take(step, contest, tier, lists, total);
        }

        if (step.Overhang == Overhang.Level)
        {
            if (Levelled(step, contest[tier.Index], lists, total) is not { } house)
            {
                return contest.Refuse(Endless(contest[tier.Index], contest.Of(tier.Districts).Sum(d => d.Filled)));
            }

            total = house;
        }

        var (share, open, own) = Shares(step, contest[tier.Index], lists, total);
        var award = new TierAwarded(step, tier, lists, [.. share], open);
        contest = contest.With(tier.Index, own);
        return step.Placement is { InTiers: true } placement ? SharesInTiers.Give(contest, award, step, placement) : GiveTheRest(step, contest, award);
    }

    /// <summary>Gives each list what its share has beyond the seats that it holds.</summary>
    static ContestState GiveTheRest(LevellingStep step, ContestState contest, TierAwarded award)
    {
        var (tier, share) = (award.Tier, award.Seats);
        if (step.Overhang == Overhang.Withdraw)
        {
            (award, contest) = Withdrawal.Take(step.Article, contest, award);
        }

        ImmutableArray<int> added = [.. award.Lists.Select((l, i) => Math.Max(0, share[i] - l.Held))];
        var told = award.Lists.Select((l, i) => new SeatsLevelled(step.Article, l.Name, l.Votes, share[i], l.Held, added[i]));
        return TierAward.Give(contest.Let(tier.Index, t => t.Tell(told)), award with { Seats = [.. added] });
    }

    /// <summary>Each list's share of all seats, once overhang is dealt with, and the seats that nobody has.</summary>
    static (int[] Held, int Short, DistrictState Tier) Shares(LevellingStep step, DistrictState tier, ImmutableArray<TierList> lists, int total) => step.Overhang switch
    {
        Overhang.Absorb or Overhang.PassOn => Absorbed(step, tier, lists, total),
        _ => TierSharing.Share(tier, AmongLists(step, lists, total)),
    };

    /// <summary>Lists that hold more than their share keep it and leave the sharing, until none does.</summary>
    static (int[] Held, int Short, DistrictState Tier) Absorbed(LevellingStep step, DistrictState tier, ImmutableArray<TierList> lists, int total)
    {
        var valid = tier.Frame.AllVotes.Valid;
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

        var (held, isShort, own) = TierSharing.Share(tier, AmongLists(step, open, Math.Max(0, left)));
        return ([.. lists.Select(l => open.IndexOf(l) is var i and >= 0 ? held[i] : l.Held)], isShort, own);
    }

    /// <summary>The least house in which every list has at least the seats it holds; null where none up to <see cref="LargestHouse"/> will do.</summary>
    static int? Levelled(LevellingStep step, DistrictState tier, ImmutableArray<TierList> lists, int total)
    {
        var valid = tier.Frame.AllVotes.Valid;
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

    static TierShare AmongLists(LevellingStep step, ImmutableArray<TierList> lists, int seats) =>
        new(step.Method, TieLevel.List, IsTold: true, [.. lists.Select(l => new TierHolder(l.Name, l.Votes, l.MostSeats))], seats);

    static Finding TooMany(DistrictState tier, int held, int all) => Codes.Finding("V110", LocalizedText.Say(
        "v110.the-districts-alone-filled-seats-but", ("held", held), ("all", all))) with
    {
        Place = tier.Name,
        Column = "seats",
        Found = $"{held}",
        Expected = $"at least {held}",
    };

    static Finding Endless(DistrictState tier, int held) => Codes.Finding("V110", LocalizedText.Say(
        "v110.no-house-of-up-to-seats", ("largestHouse", LargestHouse))) with
    {
        Place = tier.Name,
        Column = "seats",
        Found = $"{held}",
        Expected = "votes in the tier for every list that holds seats in proportion to them",
    };
}
