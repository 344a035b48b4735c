using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Tiers;

/// <summary>Fixed seats beyond a list's share go to the next list of their districts.</summary>
/// <remarks>
/// Vallag (2005:837) of Sweden, ch. 14 §§ 4 a-4 c: a party with more fixed seats than its share of all gives back those that it won with the smallest
/// quotients; each goes to the party with the next quotient in that district.
/// </remarks>
static class PassedOn
{
    /// <summary>Passes seats on until no list holds more than its share, or nobody can take them.</summary>
    /// <param name="step">The step.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="tier">The tier with its districts.</param>
    /// <param name="lists">The lists that take part.</param>
    /// <param name="total">All seats of these lists.</param>
    /// <returns>The lists with the seats that they hold then, and the contest.</returns>
    public static (ImmutableArray<TierList> Lists, ContestState State) Take(LevellingStep step, ContestState contest, TierFrame tier, ImmutableArray<TierList> lists, int total)
    {
        var valid = contest.Frame.All[tier.Index].AllVotes.Valid;

        // Each seat is passed on once at most for each list, so that this ends.
        for (var left = contest.Of(tier.Districts).Sum(d => d.Filled) * lists.Length; left > 0; left--)
        {
            var share = TierSharing.Sure(step.Method, lists, total, valid);
            var over = Enumerable.Range(0, lists.Length).Where(i => lists[i].Held > share[i]).ToList();
            if (over.Count == 0)
            {
                break;
            }

            (var isPassed, contest) = PassOne(step, contest, tier, lists, over);
            if (!isPassed)
            {
                break;
            }

            lists = [.. lists.Select(l => l with { Held = contest.Of(tier.Below).Sum(d => d.HeldBy(l.Key)) })];
        }

        return (lists, contest);
    }

    /// <summary>Passes on the weakest seat of the lists that hold too many; false where a tie is open, or nobody can take it.</summary>
    static (bool IsPassed, ContestState State) PassOne(LevellingStep step, ContestState contest, TierFrame tier, ImmutableArray<TierList> lists, List<int> over)
    {
        ImmutableArray<Won> weakest = [];
        foreach (var seat in over.SelectMany(i => Seats(contest, tier, lists[i])))
        {
            var order = weakest.IsEmpty ? -1 : seat.Against(weakest[0]);
            weakest = order < 0 ? [seat] : order == 0 ? weakest.Add(seat) : weakest;
        }

        if (weakest.Length > 1)
        {
            var (keep, own) = contest[tier.Index].Break(TieLevel.District, weakest, w => $"{w.List.Name} ({contest.Frame.All[w.District].Name})", weakest.Length - 1, [], step.Article);
            contest = contest.With(tier.Index, own);
            weakest = keep.Length == weakest.Length - 1 ? weakest.RemoveRange(keep) : [];
        }

        if (weakest is not [var from])
        {
            return (false, contest);
        }

        var (to, district) = Next(step, contest[from.District], [.. over.Select(i => lists[i].Key)], [.. lists.Select(l => l.Key)]);
        return (to is not null, contest.With(from.District, to is { } taker ? Move(step, district, from, taker) : district));
    }

    /// <summary>The list of the district whose next quotient is largest; null where a tie is open, or nobody can take a seat.</summary>
    static (int? List, DistrictState State) Next(LevellingStep step, DistrictState district, HashSet<string> over, HashSet<string> takingPart)
    {
        ImmutableArray<int> best = [];
        for (var i = 0; i < district.Lists.Length; i++)
        {
            var key = district.Frame.KeyOf(i);
            if (!takingPart.Contains(key) || over.Contains(key) || district.Lists[i].Votes == 0 || district.Held[i] >= district.Lists[i].Capacity)
            {
                continue;
            }

            var order = best.IsEmpty ? 1 : Divisor.CompareQuotients(district.Lists[i].Votes, At(district, district.Held[i]), district.Lists[best[0]].Votes, At(district, district.Held[best[0]]));
            best = order > 0 ? [i] : order == 0 ? best.Add(i) : best;
        }

        if (best.Length > 1)
        {
            (best, district) = district.BreakByLot(best, 1, step.Article);
        }

        return (best.IsEmpty ? null : best[0], district);
    }

    static DistrictState Move(LevellingStep step, DistrictState district, Won from, int to)
    {
        var taker = district.Lists[to];
        var told = new SeatPassedOn(step.Article, from.List.Name, district.Name, from.Votes, from.Divisor, taker.Name, taker.Votes, At(district, district.Held[to]));
        return (district.WithHeld(from.Index, district.Held[from.Index] - 1).WithHeld(to, district.Held[to] + 1) with { HasOwnMargins = false }).Tell(told);
    }

    /// <summary>The last seat of a list in each district where it holds one.</summary>
    static IEnumerable<Won> Seats(ContestState contest, TierFrame tier, TierList list) =>
        from i in tier.Districts
        let d = contest[i]
        let index = d.Frame.IndexOf(list.Key)
        where index >= 0 && d.Held[index] > 0
        select new Won(list, i, index, d.Lists[index].Votes, At(d, d.Held[index] - 1));

    static Divisor At(DistrictState district, int held) => district.Frame.Sharing[0] is HighestAveragesStep averages ? averages.Divisors.At(held) : new Divisor(held + 1);

    /// <summary>A seat with the quotient that won it.</summary>
    sealed record Won(TierList List, int District, int Index, long Votes, Divisor Divisor)
    {
        public int Against(Won other) => Divisor.CompareQuotients(Votes, Divisor, other.Votes, other.Divisor);
    }
}
