using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Allocate.Tiers;

/// <summary>Takes back seats of lists that hold more than their share, where they were weakest.</summary>
static class Withdrawal
{
    /// <summary>The lists with what is left to them, and the contest then.</summary>
    /// <param name="article">The article of law.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="award">The tier with its lists; its seats are the most that each may hold.</param>
    public static (TierAwarded Award, ContestState State) Take(string article, ContestState contest, TierAwarded award)
    {
        var left = award.Lists.ToBuilder();
        for (var i = 0; i < left.Count; i++)
        {
            var (list, share) = (award.Lists[i], award.Seats[i]);
            for (var excess = list.Held - share; excess > 0;)
            {
                (var taken, contest) = TakeBack(article, contest, award.Tier, list, excess);
                excess -= taken;
            }

            left[i] = list with { Held = Math.Min(list.Held, share) };
        }

        return (award with { Lists = left.ToImmutable() }, contest);
    }

    /// <summary>Takes back a list's weakest seats; where equals are not all needed, lots say who keeps one.</summary>
    /// <returns>How many were taken back, those that a tie leaves open among them, and the contest then.</returns>
    static (int Taken, ContestState State) TakeBack(string article, ContestState contest, TierFrame tier, TierList list, int excess)
    {
        var weakest = Seats(contest, tier, list.Key).Aggregate((a, b) => IsWeaker(b, a) ? b : a);
        ImmutableArray<WonSeat> equals = [.. Seats(contest, tier, list.Key).Where(s => !IsWeaker(weakest, s))];
        var taken = Math.Min(excess, equals.Length);
        var keep = equals.Length - taken;
        ImmutableArray<WonSeat> keeping = [];
        if (keep > 0)
        {
            (keeping, var own) = contest[tier.Index].Break(TieLevel.District, equals, s => NameOf(contest, list, s), keep, [], article);
            contest = contest.With(tier.Index, own);
        }

        foreach (var seat in equals.RemoveRange(keeping))
        {
            contest = TakeBack(article, contest, tier, list, seat, isOpen: keeping.Length < keep);
        }

        return (taken, contest);
    }

    static ContestState TakeBack(string article, ContestState contest, TierFrame tier, TierList list, WonSeat seat, bool isOpen)
    {
        var told = new SeatWithdrawn(article, list.Name, contest.Frame.All[seat.District].Name, contest[seat.District].Lists[seat.Holder].Name, seat.OwnVotes) { Share = seat.Share };
        contest = contest.Let(seat.District, d => d.WithHeld(seat.Holder, d.Held[seat.Holder] - 1) with { HasOwnMargins = false });
        if (isOpen)
        {
            return contest;
        }

        var left = Seats(contest, tier, list.Key).ToList();
        if (left.Count > 0)
        {
            var next = left.Aggregate((a, b) => IsWeaker(b, a) ? b : a);
            told = told with { NextWeakest = contest.Frame.All[next.District].Name, NextShare = next.Share };
        }

        return contest.Each([tier.Index, seat.District], d => d.Tell(told));
    }

    /// <summary>The seat as a tie names it: by its list, or by its person, with the district.</summary>
    static string NameOf(ContestState contest, TierList list, WonSeat seat) => contest[seat.District] is var district && district.Frame.Sharing[0].Holders == Holder.List
        ? $"{list.Name} ({district.Name})" : $"{district.Lists[seat.Holder].Name} ({district.Name})";

    static IEnumerable<WonSeat> Seats(ContestState contest, TierFrame tier, string key) =>
        from i in tier.Districts
        let district = contest[i]
        from holder in Enumerable.Range(0, district.Lists.Length)
        where district.Held[holder] > 0 && district.Frame.KeyOf(holder) == key
        select WonSeat.Of(i, district, holder);

    static bool IsWeaker(WonSeat a, WonSeat b) => a.Votes * b.Base < b.Votes * a.Base;

    /// <summary>The last seat of a list in a district: its votes for that seat, as a share of all there.</summary>
    sealed record WonSeat(int District, int Holder, long OwnVotes, BigInteger Votes, BigInteger Base)
    {
        public Fraction Share => Base.IsZero ? Fraction.Zero : new(Votes, Base);

        public static WonSeat Of(int index, DistrictState district, int holder)
        {
            var votes = district.Lists[holder].Votes;
            var divisor = district.Frame.Sharing[0] is HighestAveragesStep averages ? averages.Divisors.At(district.Held[holder] - 1) : new Divisor(1);
            return new(index, holder, votes, votes * (BigInteger)divisor.Denominator, (BigInteger)divisor.Numerator * Math.Max(1, district.Lists.Sum(l => l.Votes)));
        }
    }
}
