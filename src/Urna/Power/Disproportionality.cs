using System.Collections.Immutable;

namespace Urna.Power;

/// <summary>How far the seats are from the votes; each share v of the votes and s of the seats lies in [0, 1].</summary>
/// <param name="Gallagher">√(½ Σ (v − s)²), in [0, 1].</param>
/// <param name="LoosemoreHanby">½ Σ |v − s|: the share of seats that would have to move, in [0, 1].</param>
/// <param name="SainteLague">Σ (s − v)²/v, ≥ 0; null where someone without votes has seats.</param>
/// <param name="Rae">The mean of |v − s| over all who took part.</param>
/// <param name="DHondt">The greatest s/v: how much the most favoured has more than its due; null where someone without votes has seats.</param>
/// <param name="LargestDeviation">The greatest |v − s|, Lijphart's index since 1994.</param>
/// <param name="TwoLargest">The mean of |v − s| over the two with most votes, Lijphart's index of 1984; null for fewer than two.</param>
/// <param name="EffectiveByVotes">1/Σ v²: as many equal parties would be as fragmented in votes.</param>
/// <param name="EffectiveBySeats">1/Σ s²: as many equal parties would be as fragmented in seats.</param>
/// <remarks>
/// Gallagher 1991 (doi:10.1016/0261-3794(91)90004-C), who also gives the form of Sainte-Laguë and d'Hondt; Loosemore and Hanby 1971
/// (doi:10.1017/S000712340000925X); Rae, <em>The Political Consequences of Electoral Laws</em> (1967), here without a least share;
/// Lijphart, <em>Democracies</em> (1984) and <em>Electoral Systems and Party Systems</em> (1994); Laakso and Taagepera 1979
/// (doi:10.1177/001041407901200101). They are descriptions: no seat rests on them.
/// </remarks>
public sealed record Disproportionality(
    double Gallagher,
    double LoosemoreHanby,
    double? SainteLague,
    double Rae,
    double? DHondt,
    double LargestDeviation,
    double? TwoLargest,
    double EffectiveByVotes,
    double EffectiveBySeats)
{
    /// <summary>The indices of some votes and seats; null where there are no votes or no seats.</summary>
    /// <param name="shares">Votes and seats of all who took part.</param>
    public static Disproportionality? Of(ImmutableArray<SeatShare> shares)
    {
        double votes = shares.Sum(s => s.Votes);
        double seats = shares.Sum(s => s.Seats);
        if (votes <= 0 || seats <= 0)
        {
            return null;
        }

        var v = shares.Select(s => s.Votes / votes).ToArray();
        var s = shares.Select(x => x.Seats / seats).ToArray();
        var deviations = v.Zip(s, (a, b) => Math.Abs(a - b)).ToArray();
        var taking = Enumerable.Range(0, v.Length).Where(i => v[i] > 0).ToList();
        var isFinite = Enumerable.Range(0, v.Length).All(i => v[i] > 0 || s[i] == 0);
        return new Disproportionality(
            Math.Sqrt(deviations.Sum(d => d * d) / 2),
            deviations.Sum() / 2,
            isFinite ? taking.Sum(i => (s[i] - v[i]) * (s[i] - v[i]) / v[i]) : null,
            deviations.Average(),
            isFinite ? taking.Max(i => s[i] / v[i]) : null,
            deviations.Max(),
            v.Length < 2 ? null : Enumerable.Range(0, v.Length).OrderByDescending(i => v[i]).Take(2).Average(i => deviations[i]),
            1 / v.Sum(x => x * x),
            1 / s.Sum(x => x * x));
    }
}

/// <summary>The indices of a contest, by list and by party, with what its rule does to independents.</summary>
/// <param name="ByList">By list; null where there are no votes or no seats, and while a tie or missing data leave seats open.</param>
/// <param name="ByParty">By party; null there, and where some votes belong to no party.</param>
/// <param name="Independents">Votes and seats by standing to the parties; empty while seats are open, and where the data name nobody without a party.</param>
public sealed record ContestIndices(Disproportionality? ByList, Disproportionality? ByParty, ImmutableArray<StandingShare> Independents)
{
    /// <summary>The indices of a contest.</summary>
    /// <param name="votes">Its votes.</param>
    /// <param name="allocation">Its seats.</param>
    /// <remarks>Seats that a drawing or a missing return will still fill are no distance between seats and votes; seats that stay vacant are.</remarks>
    public static ContestIndices Of(Allocate.Votes.ContestVotes votes, Allocate.Account.ContestAllocation allocation) =>
        allocation.Outcome is Allocate.Account.Outcome.Tie or Allocate.Account.Outcome.Incomplete or Allocate.Account.Outcome.Refused ? new(null, null, []) : new(
        Disproportionality.Of(SeatShares.ByList(votes, allocation)),
        SeatShares.ByParty(votes, allocation) is { } parties ? Disproportionality.Of(parties) : null,
        Power.Independents.Of(votes, allocation));
}
