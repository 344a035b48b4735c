using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>Brings the seats of a district's lists down to parties and persons.</summary>
static class Seating
{
    /// <summary>Shares each list's seats down to persons, and gives the account of the district.</summary>
    /// <remarks>Where something is missing nobody is seated: who would be may hang on it.</remarks>
    public static (DistrictAllocation Allocation, DistrictState State) Fill(DistrictState district)
    {
        if (!district.Missing.IsEmpty)
        {
            return (new DistrictAllocation(district.Name, district.Seats, [], [], [], district.Steps, district.Missing), district);
        }

        var seated = Seat(district);
        var (lists, rivals) = Standings.Of(seated);
        return (new DistrictAllocation(
            seated.Name, seated.Seats, lists, seated.Missing.IsEmpty ? WithExhaustion(seated) : [], seated.Ties.Open, seated.Steps, seated.Missing) { Rivals = rivals }, seated);
    }

    /// <summary>The district with the persons that its lists' seats elect.</summary>
    public static DistrictState Seat(DistrictState district)
    {
        var quotient = LastQuotient(district.Frame.Sharing.IsEmpty ? null : district.Frame.Sharing[0], district.Lists, [.. district.Held]);
        for (var i = 0; i < district.Lists.Length; i++)
        {
            district = Descend(district, 0, district.Lists[i], district.Held[i], quotient);
        }

        return district;
    }

    /// <summary>Shares a holder's seats among those within it, or seats it.</summary>
    static DistrictState Descend(DistrictState district, int level, Claimant holder, int seats, (long Votes, Divisor Divisor) quotient)
    {
        var tree = district.Frame.Tree;
        if (seats == 0)
        {
            return district;
        }

        if (tree.IsLast(level, holder.Holder))
        {
            return Seat(district, level, holder, seats);
        }

        var step = district.Frame.Sharing[level + 1];
        var holders = district.Frame.Claimants(level + 1, tree.Within(level, holder.Holder));
        var own = new SharingOf(step, holders, seats, holder.Name, district.Context with
        {
            WithinVotes = holder.Votes,
            IsWithin = true,
            QuotientVotes = quotient.Votes,
            QuotientDivisor = quotient.Divisor,
        });
        var (held, shared) = district.ElectedBelow.Count > 0 && step.Holders == Holder.Candidate ? PersonsBelow.Share(district, own) : HolderSharing.Share(district, own);
        var last = LastQuotient(step, holders, held);
        for (var i = 0; i < holders.Length; i++)
        {
            shared = Descend(shared, level + 1, holders[i], held[i], last.Votes > 0 ? last : quotient);
        }

        return shared;
    }

    static (long Votes, Divisor Divisor) LastQuotient(SharingStep? step, ImmutableArray<Claimant> holders, int[] held) =>
        step is HighestAveragesStep averages ? averages.LastQuotient([.. holders.Select(h => h.Votes)], held) : (0, new(1));

    /// <summary>Seats a holder that is not shared further; one that is no person stands for each seat it wins.</summary>
    static DistrictState Seat(DistrictState district, int level, Claimant holder, int seats)
    {
        var (sharing, ties) = (district.Frame.Sharing, district.Ties);
        var seated = district.Frame.Tree.Seated(level, holder.Holder, district.Frame.District.Votes);
        var basis = sharing[level] is ListSurplusStep ? ListSurplusAccount.BasisOf(district.Steps, seated)
            : sharing.Any(s => s.Basis == Basis.Quotient) && sharing[level].Basis == Basis.MostVotes ? Basis.Quotient : sharing[level].Basis;
        var drawn = ties.Used.Count > 0 && district.Steps.OfType<TieBroken>().Any(t => t is { By: TieRule.Lot, Level: TieLevel.Candidate } && t.Winners.Contains(holder.Name));
        return district with { Elected = district.Elected.AddRange(Enumerable.Repeat(new Seat(seated, holder.Votes, drawn ? Basis.Lot : basis), seats)) };
    }

    /// <summary>Marks the persons who hold a seat only because others had no candidacy left.</summary>
    static ImmutableArray<Seat> WithExhaustion(DistrictState district)
    {
        // Where other districts have a say, what the lists would have had without limits is not this district's alone.
        if (!district.HasOwnMargins || !district.Steps.Any(s => s is NewElectionHeld or SeatByQuotient { Passed.IsEmpty: false }))
        {
            return district.Elected;
        }

        var unlimited = new DistrictState(district.Frame.Inexhaustible(), new TieState(district.Name, [])) { Seats = district.Seats, Barred = district.Barred };
        var anyway = Seat(ListSharing.Share(unlimited)).Elected.CountBy(s => s.Candidacy.Choice).ToDictionary();
        return [.. district.Elected.Select(s => s.Basis == Basis.Quotient && !Take(s.Candidacy.Choice) ? s with { Basis = Basis.Exhaustion } : s)];

        bool Take(string choice)
        {
            var left = anyway.GetValueOrDefault(choice);
            anyway[choice] = left - 1;
            return left > 0;
        }
    }
}
