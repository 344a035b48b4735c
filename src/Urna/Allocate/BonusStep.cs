using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>How a bonus is given.</summary>
public enum BonusKind
{
    /// <summary>Before the others: the seats that are left are shared among all lists, the first among them.</summary>
    Added,

    /// <summary>As a guarantee: if the first list has fewer seats than that, it has so many, and the others share what is left.</summary>
    Guaranteed,
}

/// <summary>Seats for the list with most votes, beyond its share.</summary>
/// <param name="Seats">The seats, ≥ 1.</param>
/// <param name="Kind">How they are given.</param>
/// <remarks>Greece (law 4804/2021 art. 2: from 20 seats at 25 % up to 50 at 40 %); Sri Lanka (one bonus seat a district); Italian municipalities, San Marino and Armenia (guarantees).</remarks>
public sealed record BonusStep(int Seats, BonusKind Kind) : ContestStep
{
    /// <summary>The share of the votes for candidacies that the first must reach; null where the law does not ask.</summary>
    public Proportion? Least { get; init; }

    /// <summary>One seat more for each such share above <see cref="Least"/>; null where the bonus is fixed.</summary>
    public Proportion? MoreFor { get; init; }

    /// <summary>The largest bonus, where it grows; null where nothing limits it.</summary>
    public int? Most { get; init; }

    /// <inheritdoc/>
    internal override bool JoinsDistricts => false;

    /// <inheritdoc/>
    internal override void Apply(ContestDraft contest)
    {
        foreach (var district in contest.For(this).Where(d => d.Missing.Count == 0))
        {
            ImmutableArray<int> open = [.. Enumerable.Range(0, district.Lists.Length).Where(i => !district.Barred[i] && district.Lists[i].Votes > 0)];
            if (open.IsEmpty || SeatsFor(district.Lists[open[0]].Votes, district.AllVotes.Valid) is not (> 0 and var seats))
            {
                continue;
            }

            ImmutableArray<int> first = [.. open.Where(i => district.Lists[i].Votes == district.Lists[open[0]].Votes)];
            first = first.Length == 1 ? first
                : district.Ties.Winners(TieLevel.List, first, TieNames.Of(first, i => district.Lists[i].Name, district.FirstLine), 1, [(TieRule.Lot, null)], Article, district.Steps);
            district.GiveBonus(first.IsEmpty ? -1 : first[0], Math.Min(seats, district.Seats), this);
        }
    }

    /// <summary>The seats of a bonus for so many votes.</summary>
    int SeatsFor(long votes, long all)
    {
        if (Least is { } least && !least.IsReachedBy(votes, all, inclusive: true))
        {
            return 0;
        }

        if (MoreFor is not { } more || all == 0)
        {
            return Seats;
        }

        // Whole steps of (votes / all − least) / more.
        var from = Least ?? new Proportion(0, 1);
        var above = ((System.Numerics.BigInteger)votes * from.Denominator) - ((System.Numerics.BigInteger)all * from.Numerator);
        var wholes = above * more.Denominator / ((System.Numerics.BigInteger)all * from.Denominator * more.Numerator);
        return (int)System.Numerics.BigInteger.Min(Most ?? int.MaxValue, Seats + wholes);
    }
}
