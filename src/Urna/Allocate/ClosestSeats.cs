using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>A seat that few votes would have changed.</summary>
/// <param name="District">The district.</param>
/// <param name="Level">Whether a list or a person gains or loses it.</param>
/// <param name="Name">The list or person.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Gains">Whether it would have gained a seat; otherwise it would no longer surely have its last.</param>
/// <param name="Margin">The votes more or fewer that it takes.</param>
/// <param name="Others">Who would have lost the seat, or would have taken or shared it in a tie.</param>
public sealed record CloseSeat(string District, Holder Level, string Name, long Votes, bool Gains, long Margin, ImmutableArray<string> Others);

/// <summary>How many votes would have changed the seats of a list or person.</summary>
/// <param name="District">The district.</param>
/// <param name="Level">Whether it is a list or a person.</param>
/// <param name="List">The list.</param>
/// <param name="Candidate">The person; empty for a list.</param>
/// <param name="Votes">The votes.</param>
/// <param name="Seats">The seats.</param>
/// <param name="ToGain">The least votes more for one seat more; null if no number does it, or it is not known.</param>
/// <param name="ToLose">The least votes fewer with which the last seat is no longer sure; null if no number does it, or it is not known.</param>
public sealed record SeatMargin(string District, Holder Level, string List, string Candidate, long Votes, int Seats, long? ToGain, long? ToLose);

/// <summary>The seats of a contest that fewest votes would have changed.</summary>
public static class ClosestSeats
{
    /// <summary>The margins of every list, then of every person, district by district.</summary>
    /// <param name="allocation">The seats.</param>
    /// <param name="votes">The votes that they were filled from.</param>
    public static IEnumerable<SeatMargin> All(ContestAllocation allocation, ContestVotes votes)
    {
        var byName = votes.Districts.ToDictionary(d => d.District);
        var isTier = ContestLayout.Tiers(votes.Districts);
        return allocation.Districts.SelectMany(d => d.Lists.Select(l => new SeatMargin(d.District, Holder.List, l.List, "", l.Votes, l.Seats, l.VotesToGain, l.VotesToLose))
            .Concat(byName.TryGetValue(d.District, out var own) && !(byName.Count > 1 && isTier(own))
                ? PersonMargins.Of(allocation.Rule, own).Select(p => new SeatMargin(
                    d.District, Holder.Candidate, p.Candidacy.ListName, p.Candidacy.Name, p.Votes, p.Elected ? 1 : 0, p.VotesToGain, p.VotesToLose))
                : []));
    }

    /// <summary>The closest seats, fewest votes first.</summary>
    /// <param name="allocation">The seats.</param>
    /// <param name="votes">The votes that they were filled from.</param>
    /// <param name="most">How many are wanted.</param>
    public static ImmutableArray<CloseSeat> Of(ContestAllocation allocation, ContestVotes votes, int most)
    {
        var byName = votes.Districts.ToDictionary(d => d.District);
        var seats = from m in All(allocation, votes)
                    from change in Changes(m.ToGain, m.ToLose)
                    select (Margin: m, Seat: new CloseSeat(m.District, m.Level, m.Level == Holder.List ? m.List : m.Candidate, m.Votes, change.Gains, change.Votes, []));
        var districts = allocation.Districts.ToLookup(d => d.District);
        return
        [
            .. seats.OrderBy(s => s.Seat.Margin).ThenBy(s => s.Seat.Level).Take(most).Select(s => s.Seat with
            {
                Others = s.Seat.Level == Holder.List
                    ? districts[s.Seat.District].First().Rivals?.Invoke(s.Seat.Name, s.Seat.Gains, s.Seat.Margin) ?? []
                    : OtherPersons(allocation.Rule, byName[s.Seat.District], s.Margin.List, s.Seat),
            }),
        ];
    }

    static IEnumerable<(bool Gains, long Votes)> Changes(long? toGain, long? toLose)
    {
        if (toGain is { } gain)
        {
            yield return (true, gain);
        }

        if (toLose is { } lose)
        {
            yield return (false, lose);
        }
    }

    /// <summary>Who would have lost the seat that a person gains, or would have had the one that it loses.</summary>
    internal static ImmutableArray<string> OtherPersons(ElectoralRule rule, DistrictVotes district, string list, CloseSeat seat)
    {
        var count = SeatCount.Of(rule, district)!;
        long[] votes = [.. district.Votes.Select(v => v.Votes)];
        var (before, after) = (new int[votes.Length], new int[votes.Length]);
        var own = Enumerable.Range(0, votes.Length).First(i => IsOf(district.Votes[i].Candidacy) && votes[i] == seat.Votes);
        count.Fill(votes, before);
        // With just so many fewer the person is tied; with one less still, the others have the seat.
        votes[own] = Math.Max(0, votes[own] + (seat.Gains ? seat.Margin : -seat.Margin - 1));
        count.Fill(votes, after);
        return
        [
            .. Enumerable.Range(0, votes.Length).Where(i => i != own && (seat.Gains ? after[i] < before[i] : after[i] > before[i])).Select(i => district.Votes[i].Candidacy.Name),
        ];

        bool IsOf(Candidacy candidacy) => candidacy.Name == seat.Name && candidacy.ListName == list;
    }
}
