using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Goals;

/// <summary>The fewest votes, over all districts together, with which lists surely have a number of seats.</summary>
/// <remarks>
/// Where districts are filled one by one, the least total is a knapsack over their costs. It is exact if each district's costs are: under highest averages for any
/// bloc, under other monotone laws for one list. A national threshold is taken in as far as no other list would fall below it by the votes that are found;
/// otherwise, and under other laws, the answer is a number of votes that does it, with one that does not.
/// </remarks>
static class FewestVotes
{
    /// <summary>The fewest votes.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="goal">The goal, for what the answer says.</param>
    /// <param name="bloc">The lists that are to have the seats together.</param>
    /// <param name="target">The seats, ≥ 0.</param>
    public static Found Of(CountedContest contest, Goal goal, ImmutableArray<string> bloc, int target)
    {
        var votes = contest.Votes;
        var isOfBloc = Lists(bloc);
        if (Barred.Of(contest, isOfBloc) is not { } barred || votes.Districts.Any(d => !d.Missing.IsEmpty || d.Ballots is not null) || votes.HasTiers)
        {
            return Upward.Of(contest, goal, bloc, target);
        }

        var rule = barred.Rule;
        var costs = new List<DistrictCosts>();
        var isExact = true;
        foreach (var district in votes.Districts)
        {
            var own = goal.From is { } from ? Moved(rule, district, bloc, from, ref isExact) : Added(rule, district, bloc, barred, ref isExact);
            if (own is null)
            {
                return Upward.Of(contest, goal, bloc, target);
            }

            costs.Add(own);
        }

        var held = costs.Sum(c => c.Held);
        var found = Knapsack(costs, target - held) is var (least, where)
            ? new Found(goal, least, where, null, isExact) { Target = target, Held = barred.MustPass > 0 ? 0 : held }
            : new Found(goal, null, [], null, isExact) { Target = target, Held = held };
        return barred.Settle(found, votes, costs);
    }

    /// <summary>Whether a candidacy is of one of some lists.</summary>
    internal static Func<Candidacy, bool> Lists(ImmutableArray<string> bloc)
    {
        var keys = bloc.Select(FoldedName.Of).ToHashSet();
        var known = new Dictionary<string, bool>();
        return c =>
        {
            var name = c.ListName;
            if (!known.TryGetValue(name, out var isOne))
            {
                known[name] = isOne = keys.Contains(FoldedName.Of(name));
            }

            return isOne;
        };
    }

    static DistrictCosts? Added(ElectoralRule rule, DistrictVotes district, ImmutableArray<string> bloc, Barred barred, ref bool isExact)
    {
        var isOfBloc = Lists(bloc);
        if (rule.StepsFor(district.District) is [HighestAveragesStep { Minimum: 0, Exhausted: Exhaustion.NextQuotients, Holders: Holder.List, Ties: [TieRule.Lot] or [] } averages, ..] && averages.Divisors.At(0).Numerator > 0 && SeatCount.Of(rule, district) is not null)
        {
            return DistrictCosts.ByQuotients(district, averages, isOfBloc, barred.TakesPart);
        }

        if (SeatCount.Of(rule, district) is null || !barred.IsIdle)
        {
            return null;
        }

        var lists = district.Votes.Where(v => isOfBloc(v.Candidacy)).Select(v => v.Candidacy.ListName).Distinct().ToList();
        isExact &= lists.Count <= 1 && rule.StepsFor(district.District).OfType<SharingStep>().All(s => s.IsMonotone);
        return lists.Select(l => Trial(rule, district, bloc, Lists([l]), null, l)).MinBy(c => c.Costs.IsEmpty ? long.MaxValue : c.Costs[0])
            ?? new DistrictCosts(district.District, 0, [], []);
    }

    static DistrictCosts? Moved(ElectoralRule rule, DistrictVotes district, ImmutableArray<string> bloc, string from, ref bool isExact)
    {
        if (SeatCount.Of(rule, district) is null || rule.Steps.Any(s => s is ThresholdStep))
        {
            return null;
        }

        var isOfBloc = Lists(bloc);
        var lists = district.Votes.Where(v => isOfBloc(v.Candidacy)).Select(v => v.Candidacy.ListName).Distinct().ToList();
        isExact &= lists.Count <= 1 && rule.StepsFor(district.District).OfType<SharingStep>().All(s => s.IsMonotone);
        return lists.Select(l => Trial(rule, district, bloc, Lists([l]), Lists([from]), l)).MinBy(c => c.Costs.IsEmpty ? long.MaxValue : c.Costs[0])
            ?? new DistrictCosts(district.District, 0, [], []);
    }

    static DistrictCosts Trial(ElectoralRule rule, DistrictVotes district, ImmutableArray<string> bloc, Func<Candidacy, bool> isTo, Func<Candidacy, bool>? isFrom, string name)
    {
        int[] to = [.. district.Votes.Index().Where(v => isTo(v.Item.Candidacy)).Select(v => v.Index)];
        int[] from = isFrom is null ? [] : [.. district.Votes.Index().Where(v => isFrom(v.Item.Candidacy)).Select(v => v.Index)];
        var all = district.Votes.Sum(v => v.Votes);
        var enough = isFrom is null ? Math.Min((all + 1) * (district.Seats + 2) * 4, long.MaxValue / 64) : from.Sum(i => district.Votes[i].Votes);
        return DistrictCosts.ByTrial(district, SeatsWith, name, enough);

        int SeatsWith(long more)
        {
            var lines = district.Votes.ToArray();
            Recipients.Set(lines, to, to.Sum(i => lines[i].Votes) + more);
            if (from.Length > 0)
            {
                Recipients.Set(lines, from, from.Sum(i => lines[i].Votes) - more);
            }

            return Upward.SureSeats(new CountedContest(rule, new ContestVotes([district with { Votes = [.. lines], Tier = null }], [], [])), bloc);
        }
    }

    /// <summary>The cheapest way to have so many seats more; null if there is none.</summary>
    static (long Votes, ImmutableArray<VotesNeeded> Where)? Knapsack(List<DistrictCosts> districts, int more)
    {
        if (more <= 0)
        {
            return (0, []);
        }

        var best = new long[more + 1];
        Array.Fill(best, long.MaxValue, 1, more);
        var taken = new List<int[]>();
        foreach (var d in districts)
        {
            var next = (long[])best.Clone();
            var own = new int[more + 1];
            for (var seats = 1; seats <= d.Costs.Length; seats++)
            {
                for (var t = 1; t <= more; t++)
                {
                    var before = best[Math.Max(0, t - seats)];
                    if (before < long.MaxValue && before + d.Costs[seats - 1] < next[t])
                    {
                        (next[t], own[t]) = (before + d.Costs[seats - 1], seats);
                    }
                }
            }

            taken.Add(own);
            best = next;
        }

        if (best[more] == long.MaxValue)
        {
            return null;
        }

        var where = new List<VotesNeeded>();
        for (var (d, t) = (districts.Count - 1, more); d >= 0 && t > 0; d--)
        {
            if (taken[d][t] is > 0 and var seats)
            {
                where.AddRange(districts[d].Where[seats - 1]);
                t = Math.Max(0, t - seats);
            }
        }

        where.Reverse();
        return (best[more], [.. where]);
    }
}
