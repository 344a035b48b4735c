using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Lots;
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
    /// <param name="tier">The tier with its districts.</param>
    /// <param name="lists">The lists that take part.</param>
    /// <param name="total">All seats of these lists.</param>
    /// <returns>The lists with the seats that they hold then.</returns>
    public static ImmutableArray<TierList> Apply(LevellingStep step, TierDraft tier, ImmutableArray<TierList> lists, int total)
    {
        var valid = tier.Draft.AllVotes.Valid;

        // Each seat is passed on once at most for each list, so that this ends.
        for (var left = tier.Districts.Sum(d => d.Held.Sum()) * lists.Length; left > 0; left--)
        {
            var share = TierSharing.Sure(step.Method, lists, total, valid);
            var over = Enumerable.Range(0, lists.Length).Where(i => lists[i].Held > share[i]).ToList();
            if (over.Count == 0 || !PassOne(step, tier, lists, over))
            {
                return lists;
            }

            lists = [.. lists.Select(l => l with { Held = tier.Below.Sum(d => d.HeldBy(l.Key)) })];
        }

        return lists;
    }

    /// <summary>Passes on the weakest seat of the lists that hold too many; false where a tie is open, or nobody can take it.</summary>
    static bool PassOne(LevellingStep step, TierDraft tier, ImmutableArray<TierList> lists, List<int> over)
    {
        ImmutableArray<Won> weakest = [];
        foreach (var seat in over.SelectMany(i => Seats(tier, lists[i])))
        {
            var order = weakest.IsEmpty ? -1 : seat.Against(weakest[0]);
            weakest = order < 0 ? [seat] : order == 0 ? weakest.Add(seat) : weakest;
        }

        if (weakest.Length > 1)
        {
            var keep = tier.Draft.Ties.Winners(TieLevel.District, weakest, w => $"{w.List.Name} ({w.District.District.District})", weakest.Length - 1, [], step.Article, tier.Draft.Steps);
            weakest = keep.Length == weakest.Length - 1 ? weakest.RemoveRange(keep) : [];
        }

        return weakest is [var from] && Next(step, from, [.. over.Select(i => lists[i].Key)], [.. lists.Select(l => l.Key)]) is { } to && Move(step, from, to);
    }

    /// <summary>The list of the district whose next quotient is largest; null where a tie is open, or nobody can take a seat.</summary>
    static int? Next(LevellingStep step, Won from, HashSet<string> over, HashSet<string> takingPart)
    {
        var district = from.District;
        ImmutableArray<int> best = [];
        for (var i = 0; i < district.Lists.Length; i++)
        {
            var key = ListTotals.KeyOf(district.FirstLine(i));
            if (!takingPart.Contains(key) || over.Contains(key) || district.Lists[i].Votes == 0 || district.Held[i] >= district.Lists[i].Capacity)
            {
                continue;
            }

            var order = best.IsEmpty ? 1 : Divisor.CompareQuotients(district.Lists[i].Votes, At(district, district.Held[i]), district.Lists[best[0]].Votes, At(district, district.Held[best[0]]));
            best = order > 0 ? [i] : order == 0 ? best.Add(i) : best;
        }

        return best.Length <= 1 ? best.Cast<int?>().FirstOrDefault()
            : district.Ties.Winners(TieLevel.List, best, TieNames.Of(best, i => district.Lists[i].Name, district.FirstLine), 1, [(TieRule.Lot, null)], step.Article, district.Steps).Cast<int?>().FirstOrDefault();
    }

    static bool Move(LevellingStep step, Won from, int to)
    {
        var district = from.District;
        var divisor = At(district, district.Held[to]);
        district.Held[from.Index]--;
        district.Held[to]++;
        district.HasOwnMargins = false;
        district.Steps.Add(new SeatPassedOn(step.Article, from.List.Name, district.District.District, from.Votes, from.Divisor, district.Lists[to].Name, district.Lists[to].Votes, divisor));
        return true;
    }

    /// <summary>The last seat of a list in each district where it holds one.</summary>
    static IEnumerable<Won> Seats(TierDraft tier, TierList list) =>
        from d in tier.Districts
        let index = d.IndexOf(list.Key)
        where index >= 0 && d.Held[index] > 0
        select new Won(list, d, index, d.Lists[index].Votes, At(d, d.Held[index] - 1));

    static Divisor At(DistrictDraft district, int held) => district.Sharing[0] is HighestAveragesStep averages ? averages.Divisors.At(held) : new Divisor(held + 1);

    /// <summary>A seat with the quotient that won it.</summary>
    sealed record Won(TierList List, DistrictDraft District, int Index, long Votes, Divisor Divisor)
    {
        public int Against(Won other) => Divisor.CompareQuotients(Votes, Divisor, other.Votes, other.Divisor);
    }
}
