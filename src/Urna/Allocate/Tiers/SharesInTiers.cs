using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Tiers;

/// <summary>All seats of each list, shared among the tiers between and made up for in each of them.</summary>
/// <remarks>
/// Bundeswahlgesetz of Germany §§ 4-6 (2023): the seats of a party go to its lists in the Länder by its votes there; in each, whoever won a constituency
/// takes a seat of the list, and where the list has fewer the winners with the smallest shares of first votes go without.
/// </remarks>
static class SharesInTiers
{
    /// <summary>The contest in which the lists have their seats in the tiers between.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="award">All seats by list, in the tier above all.</param>
    /// <param name="step">The step.</param>
    /// <param name="placement">How a list's seats are shared among the tiers.</param>
    public static ContestState Give(ContestState contest, TierAwarded award, LevellingStep step, TierPlacement placement)
    {
        var between = contest.Frame.Tiers.Where(t => award.Tier.Between.Contains(t.Index)).ToImmutableArray();
        var method = new HighestAveragesStep(placement.Divisors) { Article = step.Article, Holders = Holder.List, Ties = step.Method.Ties };
        contest = contest.Let(award.Tier.Index, t => t with { IsShared = true, HasOwnMargins = false, Seats = award.Open })
            .Each(between.Select(t => t.Index), t => t with { IsShared = true, HasOwnMargins = false });
        contest = Enumerable.Range(0, award.Lists.Length).Aggregate(contest, (c, i) => GiveOne(c, award, step, method, between, i));
        return between.Aggregate(contest, PersonsBelow.Limit);
    }

    /// <summary>The contest in which one list has its seats in the tiers between.</summary>
    static ContestState GiveOne(ContestState contest, TierAwarded award, LevellingStep step, HighestAveragesStep method, ImmutableArray<TierFrame> between, int list)
    {
        var (key, name) = (award.Lists[list].Key, award.Lists[list].Name);
        ImmutableArray<(TierFrame Region, DistrictState State, int Index)> own =
            [.. between.Select(r => (Region: r, State: contest[r.Index], Index: contest.Frame.All[r.Index].IndexOf(key))).Where(r => r.Index >= 0 && r.State.Lists[r.Index].Votes > 0)];
        ImmutableArray<TierHolder> holders = [.. own.Select(r => new TierHolder($"{name} ({r.State.Name})", r.State.Lists[r.Index].Votes))];
        var (seats, left, tier) = TierSharing.Share(contest[award.Tier.Index], new(method, TieLevel.District, IsTold: false, holders, award.Seats[list]));
        contest = contest.With(award.Tier.Index, tier with { Seats = tier.Seats + left });
        return own.Index().Aggregate(contest, (c, r) => MakeUp(c, step, r.Item.Region, r.Item.Index, award.Lists[list], seats[r.Index]));
    }

    /// <summary>Gives a list in one tier what its districts did not give it, or takes back what they gave beyond.</summary>
    static ContestState MakeUp(ContestState contest, LevellingStep step, TierFrame region, int index, TierList list, int share)
    {
        var held = contest.Of(region.Districts).Sum(d => d.HeldBy(list.Key));
        if (step.Overhang == Overhang.Withdraw && held > share)
        {
            (_, contest) = Withdrawal.Take(step.Article, contest, new(step, region, [list with { Held = held }], [share], 0));
        }

        var added = Math.Max(0, share - held);
        return contest.Let(region.Index, r => (r.WithHeld(index, added) with { Seats = r.Seats + added })
            .Tell(new SeatsLevelled(step.Article, list.Name, r.Lists[index].Votes, share, held, added)));
    }
}
