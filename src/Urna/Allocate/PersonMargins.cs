using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Margins;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>How near a person was to a seat, or to losing it.</summary>
/// <param name="Candidacy">The person's candidacy.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Elected">Whether the votes alone seat them, without a tie.</param>
/// <param name="VotesToGain">The least votes more with which, others unchanged, they surely are elected; null if no number does it, or they are.</param>
/// <param name="VotesToLose">The least votes fewer with which they no longer surely are; null if no number does it, or they are not.</param>
public sealed record PersonStanding(Candidacy Candidacy, long Votes, bool Elected, long? VotesToGain, long? VotesToLose);

/// <summary>How many votes would have changed a person's seat.</summary>
/// <remarks>
/// A person's votes count for party and list as well, so that votes more can bring a list its seat, or the person the list's. They are
/// found by bisection on the whole count of the district: in these laws votes more never cost a person a seat.
/// </remarks>
public static class PersonMargins
{
    /// <summary>The standing of every person on a district's ballot.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="district">The district's votes.</param>
    /// <returns>The persons in the order of the ballot; empty where the law has steps that need more than the district's votes, correct who is elected, or let votes more cost a person the seat.</returns>
    public static ImmutableArray<PersonStanding> Of(ElectoralRule rule, DistrictVotes district)
    {
        var steps = rule.StepsFor(district.District);
        var sharing = steps.OfType<SharingStep>().ToList();
        if (steps.Any(s => s is ParityStep) || rule.Steps.Any(s => s is NationalParityStep or AlternateParityStep) || sharing is not [.., { Holders: Holder.Candidate }] || !sharing[0].IsMonotone || sharing.Skip(1).Any(s => !s.IsMonotone || !s.IsHouseMonotone) || MovesItsQuota(sharing) || (sharing.Any(s => s.NeedsPositions) && !HasPositions(sharing, district)) || SeatCount.Of(rule, district) is not { } count)
        {
            return [];
        }

        return new Search(count, rule, district, sharing[0]).All();
    }

    /// <summary>Whether votes that bring the district a seat lower the quota that lifts others above the order of a list.</summary>
    static bool MovesItsQuota(List<SharingStep> sharing) =>
        sharing[0] is LargestRemainderStep { IsOpenEnded: true } && sharing.Any(s => s is ListOrderStep { Preference: not null, Of: PreferenceBase.DistrictQuota });

    /// <summary>Whether every person has a place of their own in the list or party within which the law looks at places.</summary>
    static bool HasPositions(List<SharingStep> sharing, DistrictVotes district) => district.Votes.Where(v => v.Candidacy.Kind != CandidacyKind.ListVote)
        .GroupBy(v => string.Join('\0', sharing.SkipLast(1).Select(s => HolderTree.NameOf(v.Candidacy, s.Holders))))
        .All(g => g.Count() == 1 || (g.All(v => v.Candidacy.ListPosition is > 0) && g.Select(v => v.Candidacy.ListPosition).Distinct().Count() == g.Count()));

    sealed class Search(SeatCount count, ElectoralRule rule, DistrictVotes district, SharingStep first)
    {
        readonly long[] votes = [.. district.Votes.Select(v => v.Votes)];
        readonly int[] seats = new int[district.Votes.Length];
        readonly bool hangsOnTies = rule.StepsFor(district.District).Any(s => s is HighestAveragesStep { Exhausted: Exhaustion.NewElection } or ListSurplusStep);
        readonly long enough = ListMargins.Enough(first, district.Votes.Sum(v => v.Votes), district.Seats);

        public ImmutableArray<PersonStanding> All()
        {
            bool[] elected = [.. votes.Select((v, i) => HasSeat(i, v))];
            return
            [
                .. Enumerable.Range(0, votes.Length).Where(i => district.Votes[i].Candidacy is { Candidate.Length: > 0, Kind: not CandidacyKind.ListVote }).Select(i => new PersonStanding(
                    district.Votes[i].Candidacy, votes[i], elected[i], elected[i] ? null : ToGain(i), elected[i] ? ToLose(i) : null)),
            ];
        }

        long? ToGain(int person) => HasSeat(person, votes[person] + enough) ? LeastVotes.Where(x => HasSeat(person, votes[person] + x), enough) : null;

        long? ToLose(int person) => HasSeat(person, 0) ? null : LeastVotes.Where(x => !HasSeat(person, votes[person] - x), votes[person]);

        bool HasSeat(int person, long changed)
        {
            var before = votes[person];
            votes[person] = changed;
            var left = count.Fill(votes, seats);
            var has = left > 0 && hangsOnTies ? IsSure(person) : seats[person] > 0;
            votes[person] = before;
            return has;
        }

        // A seat whose winner cannot fill it comes back in the next round, so that a tie can end the same whoever wins it; and the quotient of
        // the last seat, by which a list's surplus is reckoned, is known once it is drawn.
        bool IsSure(int person)
        {
            var contest = new ContestVotes([district with { Votes = [.. district.Votes.Select((v, i) => v with { Votes = votes[i] })] }], [], []);
            return SureSeats.Of(rule, contest, SeatAllocation.Fill(rule, contest)).Districts[0].Elected.Any(s => s.Candidacy.Choice == district.Votes[person].Candidacy.Choice);
        }
    }
}
