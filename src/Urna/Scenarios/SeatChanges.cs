using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios;

/// <summary>Compares who is elected in two contests, district by district.</summary>
static class SeatChanges
{
    /// <summary>The changes, in the order of the districts of the scenario.</summary>
    public static ImmutableArray<SeatChange> Of(ContestAllocation before, ContestAllocation after, ContestVotes votes)
    {
        var districtOf = votes.Districts.SelectMany(d => d.Votes.Select(v => (v.Candidacy.Choice, d.District))).DistinctBy(v => v.Choice).ToDictionary(v => v.Choice, v => v.District);
        var gone = Seats(before).Where(s => !Has(after, s.Seat)).Select(s => (District: districtOf.GetValueOrDefault(s.Seat.Candidacy.Choice, s.District), s.Seat));
        var come = Seats(after).Where(s => !Has(before, s.Seat)).Select(s => (s.District, s.Seat));
        var (outs, ins) = (Unnamed(gone, after, before).ToLookup(s => s.District, s => s.Seat), Unnamed(come, before, after).ToLookup(s => s.District, s => s.Seat));
        var order = after.Districts.Select(d => d.District).Concat(outs.Select(o => o.Key)).Distinct();
        return [.. order.SelectMany(d => InDistrict(d, [.. ins[d]], [.. outs[d]], before, after, votes))];
    }

    static IEnumerable<(string District, Seat Seat)> Seats(ContestAllocation allocation) => allocation.Districts.SelectMany(d => d.Elected.Select(s => (d.District, s)));

    static string KeyOf(Seat seat) => $"{seat.Candidacy.Choice}\0{seat.Basis == Basis.Alternate}";

    static bool Has(ContestAllocation allocation, Seat seat) => seat.Candidate is not null && allocation.Districts.Any(d => d.Elected.Any(s => KeyOf(s) == KeyOf(seat)));

    /// <summary>Seats that name nobody: of each list in a district only as many as it has more than in the other contest.</summary>
    static IEnumerable<(string District, Seat Seat)> Unnamed(IEnumerable<(string District, Seat Seat)> seats, ContestAllocation other, ContestAllocation own)
    {
        foreach (var same in seats.GroupBy(s => (s.District, Name: s.Seat.Candidate is null ? FoldedName.Of($"{s.Seat.Candidacy.ListName}\0{s.Seat.Party}") : KeyOf(s.Seat))))
        {
            var known = same.First().Seat.Candidate is null
                ? other.Districts.Where(d => d.District == same.Key.District).SelectMany(d => d.Elected).Count(s => s.Candidate is null && FoldedName.Of($"{s.Candidacy.ListName}\0{s.Party}") == same.Key.Name) : 0;
            foreach (var seat in same.Skip(known))
            {
                yield return seat;
            }
        }
    }

    static IEnumerable<SeatChange> InDistrict(string district, List<Seat> ins, List<Seat> outs, ContestAllocation before, ContestAllocation after, ContestVotes votes)
    {
        // Within one party first, then within one list, then between lists.
        foreach (var isPair in new Func<Seat, Seat, bool>[] { SameParty, SameList, (_, _) => true })
        {
            for (var i = 0; i < ins.Count; i++)
            {
                if (outs.FindIndex(o => isPair(ins[i], o)) is >= 0 and var o)
                {
                    yield return new SeatChange(district, ins[i], outs[o], Reasons.Of(district, ins[i], outs[o], before, after, votes));
                    ins.RemoveAt(i--);
                    outs.RemoveAt(o);
                }
            }
        }

        foreach (var seat in ins)
        {
            yield return new SeatChange(district, seat, null, Reasons.Of(district, seat, null, before, after, votes));
        }

        foreach (var seat in outs)
        {
            yield return new SeatChange(district, null, seat, Reasons.Of(district, null, seat, before, after, votes));
        }
    }

    static bool SameList(Seat a, Seat b) => a.Candidacy.ListName == b.Candidacy.ListName;

    static bool SameParty(Seat a, Seat b) => SameList(a, b) && a.Candidacy.Party == b.Candidacy.Party;
}
