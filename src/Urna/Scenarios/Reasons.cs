using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios;

/// <summary>Finds what was compared where a seat changed hands.</summary>
static class Reasons
{
    /// <summary>The reason, from the seats and votes of the scenario's district.</summary>
    public static ChangeReason Of(string district, Seat? into, Seat? gone, ContestAllocation before, ContestAllocation after, ContestVotes votes)
    {
        var now = after.Districts.FirstOrDefault(d => d.District == district);
        var ballot = votes.Districts.FirstOrDefault(d => d.District == district);
        var runs = gone is null ? null : ballot?.Votes.FirstOrDefault(v => v.Candidacy.Choice == gone.Candidacy.Choice);
        if (gone is not null && runs is null && gone.Candidate is not null)
        {
            return new ChangeReason.NotRunning(gone.Person);
        }

        if (now is null || ballot is null)
        {
            return new ChangeReason.Magnitude(gone is null ? 0 : 1, 0);
        }

        if (Balanced(now, into, gone) is { } balance)
        {
            return balance;
        }

        var winner = into?.Candidacy ?? LastWinner(after.Rule, now, ballot, gone!.Candidacy);
        var loser = runs?.Candidacy ?? gone?.Candidacy ?? NextLoser(after.Rule, now, ballot, into!.Candidacy);
        if (gone is not null && now.Steps.OfType<ListBarred>().FirstOrDefault(b => b.List == loser!.ListName || b.List == loser.Party) is { } barred)
        {
            return new ChangeReason.Barred(barred.List, barred.Votes, barred.Needed);
        }

        if (winner is null || loser is null)
        {
            var seats = before.Districts.FirstOrDefault(d => d.District == district)?.Seats ?? 0;
            return seats != now.Seats ? new ChangeReason.Magnitude(seats, now.Seats) : OtherSeats((winner ?? loser)!.ListName, district, before, now);
        }

        return Compared(after.Rule, now, ballot, winner, loser) ?? OtherSeats(into is null ? loser.ListName : winner.ListName, district, before, now);
    }

    static ChangeReason.Balance? Balanced(DistrictAllocation now, Seat? into, Seat? gone) =>
        into?.Basis is Basis.Parity or Basis.Alternate || (gone is not null && now.Steps.OfType<SeatYielded>().Any(y => y.Out == gone.Person))
            ? now.Steps.OfType<SeatYielded>().FirstOrDefault(y => y.In == into?.Person || y.Out == gone?.Person) is { } yielded ? new ChangeReason.Balance(yielded.Out, yielded.In) : null
            : null;

    static ChangeReason.OtherSeats OtherSeats(string list, string district, ContestAllocation before, DistrictAllocation now)
    {
        var then = before.Districts.FirstOrDefault(d => d.District == district)?.Lists.FirstOrDefault(l => l.List == list);
        var standing = now.Lists.FirstOrDefault(l => l.List == list);
        return new(list, standing?.Votes ?? 0, then?.Seats ?? 0, standing?.Seats ?? 0);
    }

    /// <summary>The comparison at the level at which the two part: lists, parties of one list, or persons of one party.</summary>
    static ChangeReason? Compared(ElectoralRule rule, DistrictAllocation now, DistrictVotes ballot, Candidacy winner, Candidacy loser)
    {
        var steps = rule.StepsFor(now.District).OfType<SharingStep>().ToList();
        if (winner.ListName != loser.ListName && steps.Find(s => s.Holders == Holder.List) is HighestAveragesStep lists)
        {
            return Quotients(Holder.List, lists, c => c.ListName, winner, loser, ballot.ListVotes, now);
        }

        if (winner.ListName == loser.ListName && winner.Party != loser.Party && steps.Find(s => s.Holders == Holder.Party) is HighestAveragesStep parties)
        {
            return Quotients(Holder.Party, parties, c => c.Party, winner, loser, [.. ballot.ListVotes.Where(v => v.Candidacy.ListName == winner.ListName && v.Candidacy.Kind != CandidacyKind.ListVote)], now);
        }

        var (won, lost) = (VotesOf(ballot, winner), VotesOf(ballot, loser));
        var isByPersons = steps.Find(s => s.Holders == Holder.Candidate) is MostVotesStep or MajorityStep or RunoffStep or null;
        return isByPersons && winner.Candidate.Length > 0 && loser.Candidate.Length > 0 && won > lost && (winner.ListName == loser.ListName || !steps.Exists(s => s.Holders == Holder.List))
            ? new ChangeReason.MoreVotes(winner.Candidate, won, loser.Candidate, lost) : null;
    }

    static long VotesOf(DistrictVotes ballot, Candidacy c) => ballot.Votes.Where(v => v.Candidacy.Choice == c.Choice).MaxBy(v => v.Round)?.Votes ?? 0;

    static ChangeReason.Quotients? Quotients(
        Holder level, HighestAveragesStep step, Func<Candidacy, string> nameOf, Candidacy winner, Candidacy loser, ImmutableArray<CandidacyVotes> lines, DistrictAllocation now)
    {
        long Votes(Candidacy of) => lines.Where(v => nameOf(v.Candidacy) == nameOf(of)).Sum(v => v.Votes);
        int Seats(Candidacy of) => now.Elected.Count(s => nameOf(s.Candidacy) == nameOf(of) && (level == Holder.List || s.Candidacy.ListName == of.ListName));
        var (won, lost) = (Seats(winner), Seats(loser));
        if (won == 0)
        {
            return null;
        }

        var reason = new ChangeReason.Quotients(level, nameOf(winner), Votes(winner), step.Divisors.At(won - 1), nameOf(loser), Votes(loser), step.Divisors.At(lost));
        return Divisor.CompareQuotients(reason.Votes, reason.Divisor, reason.LoserVotes, reason.LoserDivisor) >= 0 ? reason : null;
    }

    /// <summary>Whose seat was the last to be given, where one was lost without another's gain.</summary>
    static Candidacy? LastWinner(ElectoralRule rule, DistrictAllocation now, DistrictVotes ballot, Candidacy loser) =>
        rule.StepsFor(now.District).OfType<SharingStep>().FirstOrDefault() is not HighestAveragesStep step ? null
        : now.Elected.Select(s => s.Candidacy).Where(c => c.ListName != loser.ListName).DistinctBy(c => c.ListName)
            .Select(c => (Candidacy: c, Votes: ballot.ListVotes.Where(v => v.Candidacy.ListName == c.ListName).Sum(v => v.Votes), Seats: now.Elected.Count(s => s.Candidacy.ListName == c.ListName)))
            .OrderBy(c => c.Votes / step.Divisors.At(c.Seats - 1).Value).Select(c => c.Candidacy).FirstOrDefault();

    /// <summary>Who was next in line, where a seat was added.</summary>
    static Candidacy? NextLoser(ElectoralRule rule, DistrictAllocation now, DistrictVotes ballot, Candidacy winner) =>
        rule.StepsFor(now.District).OfType<SharingStep>().FirstOrDefault() is not HighestAveragesStep step ? null
        : ballot.ListVotes.Select(v => v.Candidacy).Where(c => c.ListName != winner.ListName).DistinctBy(c => c.ListName)
            .Select(c => (Candidacy: c, Votes: ballot.ListVotes.Where(v => v.Candidacy.ListName == c.ListName).Sum(v => v.Votes), Seats: now.Elected.Count(s => s.Candidacy.ListName == c.ListName)))
            .OrderByDescending(c => c.Votes / step.Divisors.At(c.Seats).Value).Select(c => c.Candidacy).FirstOrDefault();
}
