using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;
using Urna.Allocate.Validity;

namespace Urna.Allocate.Limits;

/// <summary>Limits the seats that a list can have.</summary>
static class Caps
{
    /// <summary>The contest with the most seats of each list, which hold when the seats are shared.</summary>
    public static ContestState Take(CapStep step, ContestState contest)
    {
        foreach (var i in contest.Frame.For(step).Where(i => contest[i].Missing.IsEmpty))
        {
            var below = contest.Frame.Tiers.FirstOrDefault(t => t.Index == i) is { } tier ? contest.Of(tier.Districts).ToList() : [];
            contest = contest.Let(i, d => Limit(step, d, below));
        }

        return contest;
    }

    static DistrictState Limit(CapStep step, DistrictState district, List<DistrictState> below)
    {
        var house = district.Seats + below.Sum(d => d.Seats);
        var votes = step.AmongTakingPart ? district.Lists.Where((_, i) => !district.Barred[i]).Sum(l => l.Votes) : district.Frame.AllVotes.Valid;
        var most = district.Lists.Select((list, i) =>
        {
            var key = district.Frame.KeyOf(i);
            var own = Math.Max(0, MostOf(step, list.Votes, votes, house) - below.Sum(d => d.HeldBy(key)));
            return district.Limits is { } before ? Math.Min(before.Most[i], own) : own;
        });
        return district with { Limits = new([.. most], step), HasOwnMargins = false };
    }

    /// <summary>The most seats for so many votes of all.</summary>
    static int MostOf(CapStep step, long votes, long all, int house)
    {
        // (votes / all + points) · house, without its fraction.
        var byPoints = step.Points is { } p && all > 0
            ? (((BigInteger)votes * p.Denominator) + ((BigInteger)all * p.Numerator)) * house / ((BigInteger)all * p.Denominator) : int.MaxValue;
        return (int)BigInteger.Min(step.Seats ?? int.MaxValue, byPoints);
    }
}
