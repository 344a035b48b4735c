using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Limits;

/// <summary>Gives the first list of a district seats beyond its share.</summary>
static class Bonuses
{
    /// <summary>The contest with the bonus of each district, which is given when its seats are shared.</summary>
    public static ContestState Take(BonusStep step, ContestState contest) => contest.Each(contest.Frame.For(step), d => d.Missing.IsEmpty ? Note(step, d) : d);

    static DistrictState Note(BonusStep step, DistrictState district)
    {
        ImmutableArray<int> open = [.. Enumerable.Range(0, district.Lists.Length).Where(i => !district.Barred[i] && district.Lists[i].Votes > 0)];
        if (open.IsEmpty || SeatsFor(step, district.Lists[open[0]].Votes, district.Frame.AllVotes.Valid) is not (> 0 and var seats))
        {
            return district;
        }

        ImmutableArray<int> first = [.. open.Where(i => district.Lists[i].Votes == district.Lists[open[0]].Votes)];
        if (first.Length > 1)
        {
            (first, district) = district.BreakByLot(first, 1, step.Article);
        }

        return district with
        {
            Bonuses = district.Bonuses.Add(new(first.IsEmpty ? -1 : first[0], Math.Min(seats, district.Seats), step)),
            HasOwnMargins = false,
        };
    }

    /// <summary>The seats of a bonus for so many votes.</summary>
    static int SeatsFor(BonusStep step, long votes, long all)
    {
        if (step.Least is { } least && !least.IsReachedBy(votes, all, inclusive: true))
        {
            return 0;
        }

        if (step.MoreFor is not { } more || all == 0)
        {
            return step.Seats;
        }

        // Whole steps of (votes / all − least) / more.
        var from = step.Least ?? new Proportion(0, 1);
        var above = ((BigInteger)votes * from.Denominator) - ((BigInteger)all * from.Numerator);
        var wholes = above * more.Denominator / ((BigInteger)all * from.Denominator * more.Numerator);
        return (int)BigInteger.Min(step.Most ?? int.MaxValue, step.Seats + wholes);
    }
}
