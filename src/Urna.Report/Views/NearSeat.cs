using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>How near a seat was to somebody else.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="District">The district's id.</param>
/// <param name="Votes">The votes more with which the other surely would have had a seat, ≥ 1.</param>
/// <param name="Sentence">What happened, in the site's language.</param>
sealed record NearSeat(ContestView Contest, string District, long Votes, string Sentence)
{
    /// <summary>The nearest seats of a contest, nearest first: of lists, of persons within a list, and of persons alone.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="e">The edition.</param>
    public static IEnumerable<NearSeat> Of(ContestView contest, Edition e) =>
        contest.Allocation is { } allocation ? allocation.Districts.SelectMany(d => In(contest, d, e)).OrderBy(c => c.Votes).ThenBy(c => c.District, StringComparer.Ordinal) : [];

    /// <summary>The near seats of a district.</summary>
    public static IEnumerable<NearSeat> In(ContestView contest, DistrictAllocation district, Edition e)
    {
        if (district is { Seats: 1 })
        {
            return OfOneSeat(contest, district, e);
        }

        return [.. OfLists(contest, district, e), .. OfPersons(contest, district, e)];
    }

    static IEnumerable<NearSeat> OfOneSeat(ContestView contest, DistrictAllocation district, Edition e)
    {
        var votes = contest.Votes.TryGetValue(district.District, out var all) ? all.Votes.OrderByDescending(v => v.Votes).ToList() : [];
        if (district.Elected is [{ Basis: Basis.MostVotes or Basis.Majority } seat] && votes.Count > 1
            && votes[0].Candidacy.Choice == seat.Candidacy.Choice && votes[0].Votes > votes[1].Votes)
        {
            var lead = votes[0].Votes - votes[1].Votes;
            yield return new(contest, district.District, lead, e.Say(
                "close.won-before", ("place", e.PlaceName(district.District)), ("winner", e.Shown(seat.Person)), ("loser", e.Shown(votes[1].Candidacy.Name)), ("votes", lead)));
        }
    }

    static IEnumerable<NearSeat> OfLists(ContestView contest, DistrictAllocation district, Edition e)
    {
        if (NearestList(district) is not { VotesToGain: { } gain } near)
        {
            yield break;
        }

        var losers = district.Rivals?.Invoke(near.List, true, gain) ?? [];
        yield return new(contest, district.District, gain, losers is [var rival]
            ? e.Say("close.list-before", ("place", e.PlaceName(district.District)), ("list", e.Shown(near.List)), ("rival", e.Shown(rival)), ("votes", gain))
            : e.Say("close.list", ("place", e.PlaceName(district.District)), ("list", e.Shown(near.List)), ("votes", gain)));
    }

    static ListStanding? NearestList(DistrictAllocation district) =>
        district.Ties.IsEmpty ? district.Lists.Where(l => l.VotesToGain is not null).MinBy(l => l.VotesToGain) : null;

    /// <summary>The person who lacked fewest votes, where that is fewer than any list lacked or the seat was within a list.</summary>
    static IEnumerable<NearSeat> OfPersons(ContestView contest, DistrictAllocation district, Edition e)
    {
        if (!district.Ties.IsEmpty || !contest.Votes.TryGetValue(district.District, out var votes)
            || contest.PersonsOf(votes).Where(p => p.VotesToGain is not null).MinBy(p => p.VotesToGain) is not { VotesToGain: { } gain } near
            || (NearestList(district) is { } list && list.List == near.Candidacy.ListName && list.VotesToGain <= gain))
        {
            yield break;
        }

        var rule = contest.Allocation!.Rule;
        var seat = new Allocate.CloseSeat(district.District, Holder.Candidate, near.Candidacy.Name, near.Votes, true, gain, []);
        var losers = Allocate.ClosestSeats.OtherPersons(rule, votes, near.Candidacy.ListName, seat);
        var winner = losers is [var name] && votes.Votes.Where(v => v.Candidacy.Name == name).Select(v => v.Candidacy).ToList() is [var known] ? known : null;
        var common = winner is null || winner.ListName != near.Candidacy.ListName ? "none" : winner.Party.Length > 0 && winner.Party == near.Candidacy.Party ? "party" : "list";
        yield return new(contest, district.District, gain, winner is null
            ? e.Say("close.person-alone", ("place", e.PlaceName(district.District)), ("person", e.Shown(near.Candidacy.Name)), ("list", Band(near.Candidacy, e)), ("votes", gain))
            : e.Say(
                "close.person", ("place", e.PlaceName(district.District)), ("winner", e.Shown(winner.Name)), ("of", Band(winner, e)), ("loser", e.Shown(near.Candidacy.Name)),
                ("band", Band(near.Candidacy, e)), ("votes", gain), ("common", common)));
    }

    /// <summary>The party of a person, or else the list.</summary>
    static string Band(Candidacy candidacy, Edition e) =>
        candidacy.Kind == CandidacyKind.Independent ? e.Say("term.independent") : e.Shown(candidacy.Party.Length > 0 ? candidacy.Party : candidacy.ListName);
}
