using System.Collections.Immutable;
using Urna.Allocate.Filling;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Limits;

/// <summary>Gives the first list of a district seats beyond its share.</summary>
static class Bonuses
{
    /// <summary>Notes the bonus of each district.</summary>
    public static void Apply(BonusStep step, ContestDraft contest)
    {
        foreach (var district in contest.For(step).Where(d => d.Missing.Count == 0))
        {
            ImmutableArray<int> open = [.. Enumerable.Range(0, district.Lists.Length).Where(i => !district.Barred[i] && district.Lists[i].Votes > 0)];
            if (open.IsEmpty || SeatsFor(step, district.Lists[open[0]].Votes, district.AllVotes.Valid) is not (> 0 and var seats))
            {
                continue;
            }

            ImmutableArray<int> first = [.. open.Where(i => district.Lists[i].Votes == district.Lists[open[0]].Votes)];
            first = first.Length == 1 ? first
                : district.Ties.Winners(TieLevel.List, first, TieNames.Of(first, i => district.Lists[i].Name, district.FirstLine), 1, [(TieRule.Lot, null)], step.Article, district.Steps);
            district.GiveBonus(first.IsEmpty ? -1 : first[0], Math.Min(seats, district.Seats), step);
        }
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
        var above = ((System.Numerics.BigInteger)votes * from.Denominator) - ((System.Numerics.BigInteger)all * from.Numerator);
        var wholes = above * more.Denominator / ((System.Numerics.BigInteger)all * from.Denominator * more.Numerator);
        return (int)System.Numerics.BigInteger.Min(step.Most ?? int.MaxValue, step.Seats + wholes);
    }
}
