using Urna.Allocate.Account;
using Urna.Model;
using Urna.Numerics;
using Urna.Power;

namespace Urna.Judge;

/// <summary>Seats: of a contest by its law, or of the members of a chamber.</summary>
sealed partial class Measuring
{
    static readonly LocalizedText seatsByLaw = LocalizedText.Say("measuring-seats.seats-that-its-law-fills");

    /// <summary>Seats of those who are counted.</summary>
    public Figure Seats(Ground ground) => Seats(ground, Measure.Seats, true);

    /// <summary>Their part of all seats.</summary>
    public Figure SeatShare(Ground ground) => Seats(ground, Measure.SeatShare, true);

    /// <summary>Whether they have more than half, or have not if that is claimed.</summary>
    public Figure Majority(Ground ground, bool isClaimed) => Seats(ground, Measure.Majority, isClaimed);

    Figure Seats(Ground ground, Measure measure, bool isClaimed) => (terms.Ground ?? ground) switch
    {
        ChamberGround g => Members(store.Election(g.Election)!, g.Chamber, measure, isClaimed),
        _ => At(measure, ((ContestGround)(terms.Ground ?? ground)).Contest, null, (election, contest) => Seats(election, contest, measure, isClaimed)),
    };

    Figure Seats(Election election, Contest contest, Measure measure, bool isClaimed)
    {
        var query = SeatsQuery(election, contest);
        if (store.Seats(election, contest) is not { } allocation || IsOpen(allocation))
        {
            return Absent(contest, election, measure == Measure.SeatShare ? ClaimUnit.Share : ClaimUnit.Seats, seatsByLaw) with { Query = query };
        }

        var isCounted = Counted(contest);
        var elected = allocation.Districts.SelectMany(d => d.Elected).ToList();
        if (IsHidden(contest, elected, isCounted))
        {
            return Absent(contest, election, measure == Measure.SeatShare ? ClaimUnit.Share : ClaimUnit.Seats, seatsByLaw) with { Query = query };
        }

        var all = terms.Members ?? elected.Count;
        return Seated(elected.Count(s => isCounted(s.Candidacy)), all, measure, isClaimed, contest.Title, query);
    }

    static bool IsOpen(ContestAllocation allocation) =>
        allocation.Faults.Length > 0 || allocation.Districts.All(d => d.Elected.IsEmpty) || allocation.Districts.Any(d => !d.Ties.IsEmpty || !d.Missing.IsEmpty);

    /// <summary>Whether seats of a list may or may not be among those counted, since the law does not say whose of the list they are.</summary>
    static bool IsHidden(Contest contest, IEnumerable<Seat> elected, Func<Candidacy, bool> isCounted) =>
        elected.Where(s => s.Candidate is null).Select(s => s.Candidacy).DistinctBy(c => c.Choice)
            .Any(seat => contest.Candidacies.Any(c => FoldedName.Of(c.ListName) == FoldedName.Of(seat.ListName) && isCounted(c) != isCounted(seat)));

    Figure Members(Election election, string chamber, Measure measure, bool isClaimed)
    {
        var members = election.Members.Where(m => m.Chamber == chamber && (terms.Elected is null || m.Elected == terms.Elected)).ToList();
        var held = members.Where(IsMeant).Sum(m => m.Seats);
        var all = terms.Members ?? members.Sum(m => m.Seats);
        if (members.Count == 0)
        {
            return new Figure(null, ClaimUnit.Seats, null, null, terms.Elected is { } year
                ? LocalizedText.Say(
                    "measuring-seats.has-no-members-of-elected-in", ("election", election.Id), ("chamber", chamber), ("year", year))
                : LocalizedText.Say("measuring-seats.has-no-members-of", ("election", election.Id), ("chamber", chamber)), PowerQuery(election, chamber));
        }

        var name = terms.Elected is { } day ? LocalizedText.Say("measuring-seats.elected-in", ("chamberName", election.ChamberName(chamber)), ("day", day)) : election.ChamberName(chamber);
        return Seated(held, all, measure, isClaimed, name, PowerQuery(election, chamber)) with { Sources = [.. election.Sources.Where(s => IsOfMembers(s, election)).Select(s => s.Id)], Rows = MemberRows(election, [chamber]) };
    }

    bool IsMeant(MemberGroup member) => Named(member.List) || Named(member.Party);

    /// <summary>Seats, their share, or whether they are more than half.</summary>
    static Figure Seated(int seats, int all, Measure measure, bool isClaimed, LocalizedText chamber, string query)
    {
        var name = LocalizedText.Say("measuring-seats.members", ("chamber", chamber));
        if (measure == Measure.SeatShare)
        {
            return Part(seats, all, ClaimUnit.Share, name, query) with { Detail = LocalizedText.Say(
                "measuring-seats.of-seats", ("seats", seats), ("all", all)) };
        }

        var figure = Whole(seats, ClaimUnit.Seats, query) with { DenominatorName = name, Denominator = all };
        if (measure != Measure.Majority)
        {
            return figure;
        }

        // More than half of whole seats: half of them is not enough, and no share is rounded.
        var needed = (all / 2) + 1;
        return figure with
        {
            Needed = needed,
            Holds = seats >= needed == isClaimed,
            Detail = LocalizedText.Say(
                "measuring-seats.of-a-majority-takes", ("all", all), ("needed", needed), ("seats", seats < needed),
                ("needed2", needed - seats), ("seats2", seats * 2 == all)),
        };
    }

    /// <summary>How many of the persons hold a seat.</summary>
    public Figure Elected(ContestName name) => At(Measure.Elected, name, null, Elected);

    Figure Elected(Election election, Contest contest)
    {
        var query = SeatsQuery(election, contest);
        if (store.Seats(election, contest) is not { } allocation)
        {
            return Absent(contest, election, ClaimUnit.Persons, seatsByLaw) with { Query = query };
        }

        var seats = allocation.Districts.SelectMany(d => d.Elected.Select(s => (d.District, Seat: s))).ToList();
        if (IsHidden(contest, seats.Select(s => s.Seat), c => Of.Any(n => IsPerson(c, n))))
        {
            return Absent(contest, election, ClaimUnit.Persons, seatsByLaw) with { Query = query };
        }

        var missed = Of.Where(n => !seats.Exists(s => IsPerson(s.Seat.Candidacy, n))).ToList();
        return Whole(seats.Count(s => Of.Any(n => IsPerson(s.Seat.Candidacy, n))), ClaimUnit.Persons, query) with
        {
            Detail = missed.Count == 0 ? null : LocalizedText.Say("measuring-seats.not-elected", ("missed", FigureWords.List(missed))),
            Instead = missed.Select(n => contest.Candidacies.FirstOrDefault(c => IsPerson(c, n))).OfType<Candidacy>().FirstOrDefault() is { } lost
                ? LocalizedText.Say("measuring-seats.ran-where-these-were-elected", ("names", FigureWords.List([.. seats.Where(s => lost.District is null || s.District == lost.District).Select(s => s.Seat.Person).Take(MostNamed)])), ("lost", lost.Name))
                : null,
        };
    }

    static bool IsPerson(Candidacy candidacy, string name) => Same(name, candidacy.Candidate) || Same(name, candidacy.Choice);

    /// <summary>Share of the seats less share of the votes.</summary>
    public Figure Bias(ContestName name) => At(Measure.Bias, name, null, Bias);

    /// <summary>Share of the seats less share of the votes: what the law adds to a group, or takes from it.</summary>
    /// <remarks>The votes are those that fill the seats, as for the indices of disproportionality.</remarks>
    Figure Bias(Election election, Contest contest)
    {
        var query = SeatsQuery(election, contest);
        if (store.Seats(election, contest) is not { } allocation || IsOpen(allocation))
        {
            return Absent(contest, election, ClaimUnit.Points, seatsByLaw) with { Query = query };
        }

        var isCounted = Counted(contest);
        var lines = SeatShares.Lines(store.VotesOf(election, contest)).ToList();
        var elected = allocation.Districts.SelectMany(d => d.Elected).ToList();
        if (IsHidden(contest, elected, isCounted))
        {
            return Absent(contest, election, ClaimUnit.Points, seatsByLaw) with { Query = query };
        }

        var (votes, allVotes) = (lines.Where(l => isCounted(l.Line.Candidacy)).Sum(l => l.Line.Votes), lines.Sum(l => l.Line.Votes));
        var seats = elected.Count(s => isCounted(s.Candidacy));
        var (ofSeats, ofVotes) = (new Fraction(seats, elected.Count), new Fraction(votes, Math.Max(1, allVotes)));
        var (s, v) = (FigureWords.Of(ofSeats, ClaimUnit.Share), FigureWords.Of(ofVotes, ClaimUnit.Share));
        var (some, all) = (FigureWords.Whole(votes), FigureWords.Whole(allVotes));
        return new Figure(ofSeats - ofVotes, ClaimUnit.Points, LocalizedText.Say("term.votes-for-candidacies"), allVotes, null, query) with
        {
            Detail = LocalizedText.Say(
                "measuring-seats.of-seats-with-of-votes", ("seats", seats), ("elected", elected.Count), ("english", s), ("some", some),
                ("all", all), ("english2", v)),
        };
    }
}
