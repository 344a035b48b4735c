using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Allocate.Tiers;

/// <summary>Hands the seats of a tier to lists, in the tier or in its districts.</summary>
static class TierAward
{
    /// <summary>Gives seats to lists.</summary>
    /// <param name="step">The step.</param>
    /// <param name="tier">The tier.</param>
    /// <param name="lists">The lists that take part.</param>
    /// <param name="added">Seats by list.</param>
    /// <param name="open">Seats that no list has: tied, or vacant.</param>
    public static void Give(TierStep step, TierDraft tier, ImmutableArray<TierList> lists, int[] added, int open)
    {
        ImmutableArray<(int PassedUp, int Held)> before = [.. tier.Districts.Select(d => (PassedUp(d), d.Held.Sum()))];
        Award(step, tier, lists, added, open);
        for (var i = 0; i < before.Length; i++)
        {
            // What whole quotas left in a district is the tier's now, unless the tier placed it there again.
            var district = tier.Districts[i];
            var gone = before[i].PassedUp - (step.Placement?.By == PlaceBy.Remainder ? district.Held.Sum() - before[i].Held : 0);
            if (gone > 0)
            {
                district.Seats -= gone;
                district.Steps.Add(new SeatsPassedUp(step.Article, district.District.District, gone));
            }
        }
    }

    /// <summary>The seats of a district that whole quotas left to the tier.</summary>
    public static int PassedUp(DistrictDraft district) =>
        district.Sharing is [LargestRemainderStep { Remainders: Remainders.None, IsOpenEnded: false }, ..] ? Math.Max(0, district.Seats - district.Held.Sum() - district.Ties.Open.Sum(t => t.Seats) - district.Steps.OfType<SeatWithdrawn>().Count(s => s.District == district.District.District)) : 0;

    static void Award(TierStep step, TierDraft tier, ImmutableArray<TierList> lists, int[] added, int open)
    {
        tier.Draft.IsShared = true;
        tier.Draft.HasOwnMargins = false;
        tier.Draft.Seats = added.Sum() + open;
        if (step.Placement is not { } placement)
        {
            for (var i = 0; i < lists.Length; i++)
            {
                tier.Draft.Held[lists[i].Index] = added[i];
            }

            return;
        }

        var places = new Places(step, placement, tier, lists, added);
        places.Fill();
        tier.Draft.Seats = places.Left + open;
        foreach (var district in tier.Districts)
        {
            district.HasOwnMargins = false;
        }
    }
}

/// <summary>Places seats of a tier in its districts.</summary>
file sealed class Places(TierStep step, TierPlacement placement, TierDraft tier, ImmutableArray<TierList> lists, int[] added)
{
    readonly int[] left = [.. added];
    readonly int[] given = new int[lists.Length];
    readonly int[] room = [.. tier.Districts.Select(d => placement.By == PlaceBy.Remainder ? Math.Max(0, d.Seats - d.Held.Sum()) : d.AllVotes.Levelling ?? int.MaxValue)];

    // Where a district elects persons, each of the list's claims a seat of its own: the best of those who lost.
    readonly int[][][] holders = [.. lists.Select(l => tier.Districts.Select(d => d.IndexesOf(l.Key)).ToArray())];

    /// <summary>Seats that are not placed in a district.</summary>
    public int Left => left.Sum();

    public void Fill()
    {
        while (left.Any(l => l > 0))
        {
            var asWon = placement.AsWon ? NextAsWon() : -1;
            if (placement.AsWon && asWon < 0)
            {
                return;
            }

            var claims = placement.AsWon ? Claims(asWon) : Enumerable.Range(0, lists.Length).Where(i => left[i] > 0).SelectMany(Claims);
            var best = ImmutableArray<PlaceClaim>.Empty;
            PlaceClaim? next = null;
            foreach (var claim in claims)
            {
                var order = best.IsEmpty ? 1 : claim.Against(best[0]);
                next = order > 0 && !best.IsEmpty ? best[0] : order < 0 && (next is null || claim.Against(next) > 0) ? claim : next;
                best = order > 0 ? [claim] : order == 0 ? best.Add(claim) : best;
            }

            if (best.IsEmpty)
            {
                StayInTier();
                return;
            }

            if (best.Length > 1)
            {
                next = null;
                best = tier.Draft.Ties.Winners(TieLevel.District, best, HolderOf, 1, [(TieRule.Lot, null)], step.Article, tier.Draft.Steps);
                if (best.IsEmpty)
                {
                    return;
                }
            }

            Place(best[0], next);
        }
    }

    void Place(PlaceClaim claim, PlaceClaim? next)
    {
        var district = tier.Districts[claim.District];
        district.Held[claim.Holder]++;
        district.Seats += placement.By == PlaceBy.Remainder ? 0 : 1;
        room[claim.District] -= room[claim.District] == int.MaxValue ? 0 : 1;
        left[claim.List]--;
        given[claim.List]++;
        district.Steps.Add(new SeatPlaced(step.Article, lists[claim.List].Name, NameOf(claim), claim.Votes, claim.Divisor)
        {
            By = placement.By,
            Of = placement.By is PlaceBy.ShareOfVotes or PlaceBy.VotesPerSeat or PlaceBy.VotesPerAllSeats ? claim.Over : null,
            Times = placement.By is PlaceBy.VotesPerSeat or PlaceBy.VotesPerAllSeats ? claim.Factor : null,
            Claim = claim.Value,
            NextList = next is null ? null : lists[next.List].Name,
            NextDistrict = next is null ? null : NameOf(next),
            NextClaim = next?.Value,
        });
    }

    /// <summary>Seats for which no district has room stay in the tier.</summary>
    void StayInTier()
    {
        for (var i = 0; i < lists.Length; i++)
        {
            tier.Draft.Held[lists[i].Index] += left[i];
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

        return first.Length == 1 || room.All(r => r == int.MaxValue) ? first[0]
            : tier.Draft.Ties.Winners(TieLevel.District, first, i => lists[i].Name, 1, [(TieRule.Lot, null)], step.Article, tier.Draft.Steps) is [var drawn] ? drawn : -1;
    }

    Divisor TierDivisor(int list) => (step.Method is HighestAveragesStep averages ? averages.Divisors : placement.Divisors).At(lists[list].Held + given[list]);

    IEnumerable<PlaceClaim> Claims(int list)
    {
        for (var d = 0; d < tier.Districts.Length; d++)
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
        var district = tier.Districts[d];
        if (district.Lists[index].Votes == 0 || district.Held[index] >= district.Lists[index].Capacity)
        {
            return null;
        }

        var remainder = placement.By == PlaceBy.Remainder;
        var divisor = remainder ? new Divisor(1) : placement.Divisors.At(district.Held[index]);
        var votes = remainder ? Pooled.Remainder(district, lists[list].Key) : district.Lists[index].Votes;
        var (factor, over) = placement.By switch
        {
            PlaceBy.ShareOfVotes => (1, district.BaseOf(VoteBase.Valid)!.Value),
            // Valgloven of Norway § 11-6: by the votes behind each seat of the district, levelling seats not counted.
            PlaceBy.VotesPerSeat => (district.SeatsToShare, district.BaseOf(VoteBase.Valid)!.Value),
            PlaceBy.VotesPerAllSeats => (district.SeatsToShare + (district.AllVotes.Levelling ?? 0), district.BaseOf(VoteBase.Valid)!.Value),
            _ => (1, 1L),
        };
        return new PlaceClaim(list, d, index, votes, divisor, factor, over);
    }

    /// <summary>The claim as a tie names it: the list, or the person, with the district.</summary>
    string HolderOf(PlaceClaim claim) => $"{(tier.Districts[claim.District].Sharing[0].Holders == Holder.List ? lists[claim.List].Name : tier.Districts[claim.District].Lists[claim.Holder].Name)} ({NameOf(claim)})";

    string NameOf(PlaceClaim claim) => tier.Districts[claim.District].District.District;

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
