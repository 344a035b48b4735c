using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Allocate.Tiers;

/// <summary>Places seats of a tier in its districts.</summary>
static class Placing
{
    /// <summary>The contest in which the seats stand in districts; those for which no district has room stay in the tier.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="award">The seats of the tier.</param>
    /// <param name="placement">Where they go.</param>
    public static ContestState Place(ContestState contest, TierAwarded award, TierPlacement placement)
    {
        var placed = new Places(contest, award, placement).Fill();
        var own = contest.With(award.Tier.Index, placed.Tier with { Seats = placed.Left + award.Open });
        return award.Tier.Districts.Zip(placed.Districts).Aggregate(own, (c, d) => c.With(d.First, d.Second with { HasOwnMargins = false }));
    }
}

/// <summary>What came of placing seats.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Districts">Its districts.</param>
/// <param name="Left">Seats that are not placed in a district.</param>
sealed record PlacedSeats(DistrictState Tier, ImmutableArray<DistrictState> Districts, int Left);

/// <summary>The reckoning by which seats of a tier are placed, one after the other.</summary>
file sealed class Places(ContestState contest, TierAwarded award, TierPlacement placement)
{
    readonly ImmutableArray<TierList> lists = award.Lists;
    readonly DistrictState[] districts = [.. contest.Of(award.Tier.Districts)];
    readonly int[] left = [.. award.Seats];
    readonly int[] given = new int[award.Lists.Length];
    readonly int[] room =
        [.. contest.Of(award.Tier.Districts).Select(d => placement.By == PlaceBy.Remainder ? Math.Max(0, d.Seats - d.Filled) : d.Frame.AllVotes.Levelling ?? int.MaxValue)];

    // Where a district elects persons, each of the list's claims a seat of its own: the best of those who lost.
    readonly int[][][] holders = [.. award.Lists.Select(l => award.Tier.Districts.Select(d => contest.Frame.All[d].IndexesOf(l.Key)).ToArray())];
    DistrictState tier = contest[award.Tier.Index];

    public PlacedSeats Fill()
    {
        while (left.Any(l => l > 0))
        {
            var asWon = placement.AsWon ? NextAsWon() : -1;
            if (placement.AsWon && asWon < 0)
            {
                break;
            }

            var (best, next) = Largest(placement.AsWon ? Claims(asWon) : Enumerable.Range(0, lists.Length).Where(i => left[i] > 0).SelectMany(Claims));
            if (best.IsEmpty)
            {
                StayInTier();
                break;
            }

            if (best.Length > 1)
            {
                next = null;
                (best, tier) = tier.Break(TieLevel.District, best, HolderOf, 1, [(TieRule.Lot, null)], award.Step.Article);
                if (best.IsEmpty)
                {
                    break;
                }
            }

            Place(best[0], next);
        }

        return new(tier, [.. districts], left.Sum());
    }

    /// <summary>The largest claim, several where they are equal; and the one after it where it is alone.</summary>
    static (ImmutableArray<PlaceClaim> Best, PlaceClaim? Next) Largest(IEnumerable<PlaceClaim> claims)
    {
        var best = ImmutableArray<PlaceClaim>.Empty;
        PlaceClaim? next = null;
        foreach (var claim in claims)
        {
            var order = best.IsEmpty ? 1 : claim.Against(best[0]);
            next = order > 0 && !best.IsEmpty ? best[0] : order < 0 && (next is null || claim.Against(next) > 0) ? claim : next;
            best = order > 0 ? [claim] : order == 0 ? best.Add(claim) : best;
        }

        return (best, next);
    }

    void Place(PlaceClaim claim, PlaceClaim? next)
    {
        var district = districts[claim.District];
        room[claim.District] -= room[claim.District] == int.MaxValue ? 0 : 1;
        left[claim.List]--;
        given[claim.List]++;
        var told = new SeatPlaced(award.Step.Article, lists[claim.List].Name, NameOf(claim), claim.Votes, claim.Divisor)
        {
            By = placement.By,
            Of = placement.By is PlaceBy.ShareOfVotes or PlaceBy.VotesPerSeat or PlaceBy.VotesPerAllSeats ? claim.Over : null,
            Times = placement.By is PlaceBy.VotesPerSeat or PlaceBy.VotesPerAllSeats ? claim.Factor : null,
            Claim = claim.Value,
            NextList = next is null ? null : lists[next.List].Name,
            NextDistrict = next is null ? null : NameOf(next),
            NextClaim = next?.Value,
        };
        districts[claim.District] = (district.WithHeld(claim.Holder, district.Held[claim.Holder] + 1) with { Seats = district.Seats + (placement.By == PlaceBy.Remainder ? 0 : 1) }).Tell(told);
    }

    /// <summary>Seats for which no district has room stay in the tier.</summary>
    void StayInTier()
    {
        for (var i = 0; i < lists.Length; i++)
        {
            tier = tier.WithHeld(lists[i].Index, tier.Held[lists[i].Index] + left[i]);
        }
    }

    /// <summary>The list whose seat the tier gave next: the largest next quotient over all seats it holds; −1 with a tie open over that.</summary>
    /// <remarks>Between equals the order says who has the last room in a district; where districts have room for any number, it says nothing.</remarks>
    int NextAsWon()
    {
        ImmutableArray<int> first = [];
        foreach (var i in Enumerable.Range(0, lists.Length).Where(i => left[i] > 0))
        {
            var order = first.IsEmpty ? 1 : Divisor.CompareQuotients(lists[i].Votes, TierDivisor(i), lists[first[0]].Votes, TierDivisor(first[0]));
            first = order > 0 ? [i] : order == 0 ? first.Add(i) : first;
        }

        if (first.Length > 1 && !room.All(r => r == int.MaxValue))
        {
            (first, tier) = tier.Break(TieLevel.District, first, i => lists[i].Name, 1, [(TieRule.Lot, null)], award.Step.Article);
        }

        return first.IsEmpty ? -1 : first[0];
    }

    Divisor TierDivisor(int list) => (award.Step.Method is HighestAveragesStep averages ? averages.Divisors : placement.Divisors).At(lists[list].Held + given[list]);

    IEnumerable<PlaceClaim> Claims(int list)
    {
        for (var d = 0; d < districts.Length; d++)
        {
            foreach (var index in room[d] == 0 ? [] : holders[list][d])
            {
                if (Claim(list, d, index) is { } claim)
                {
                    yield return claim;
                }
            }
        }
    }

    PlaceClaim? Claim(int list, int d, int index)
    {
        var district = districts[d];
        if (district.Lists[index].Votes == 0 || district.Held[index] >= district.Lists[index].Capacity)
        {
            return null;
        }

        var remainder = placement.By == PlaceBy.Remainder;
        var divisor = remainder ? new Divisor(1) : placement.Divisors.At(district.Held[index]);
        var votes = remainder ? Pooled.Remainder(district, lists[list].Key) : district.Lists[index].Votes;
        var (factor, over) = placement.By switch
        {
            PlaceBy.ShareOfVotes => (1, Valid(district)),
            // Valgloven of Norway § 11-6: by the votes behind each seat of the district, levelling seats not counted.
            PlaceBy.VotesPerSeat => (district.SeatsToShare, Valid(district)),
            PlaceBy.VotesPerAllSeats => (district.SeatsToShare + (district.Frame.AllVotes.Levelling ?? 0), Valid(district)),
            _ => (1, 1L),
        };
        return new PlaceClaim(list, d, index, votes, divisor, factor, over);
    }

    static long Valid(DistrictState district) => district.Frame.BaseOf(VoteBase.Valid)!.Value;

    /// <summary>The claim as a tie names it: the list, or the person, with the district.</summary>
    string HolderOf(PlaceClaim claim) =>
        $"{(districts[claim.District].Frame.Sharing[0].Holders == Holder.List ? lists[claim.List].Name : districts[claim.District].Lists[claim.Holder].Name)} ({NameOf(claim)})";

    string NameOf(PlaceClaim claim) => districts[claim.District].Name;

    /// <summary>A list's claim to the next seat in a district: votes / divisor · factor / over.</summary>
    sealed record PlaceClaim(int List, int District, int Holder, long Votes, Divisor Divisor, int Factor, long Over)
    {
        /// <summary>The claim as a number.</summary>
        public Fraction Value => new((BigInteger)Votes * Factor * Divisor.Denominator, (BigInteger)Divisor.Numerator * Over);

        public int Against(PlaceClaim other) =>
            ((BigInteger)Votes * Factor * Divisor.Denominator * other.Divisor.Numerator * other.Over)
                .CompareTo((BigInteger)other.Votes * other.Factor * other.Divisor.Denominator * Divisor.Numerator * Over);
    }
}
