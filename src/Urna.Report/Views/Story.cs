using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Count;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>Says in a sentence or two how a contest ended.</summary>
static class Story
{
    const int MostPersons = 20;
    const int MostGroups = 6;

    /// <summary>The outcome in neutral words.</summary>
    public static string Of(ContestView contest, Edition e) => contest switch
    {
        { Contest.Kind: ContestKind.Voters } => e.Say("story.people-who-voted-by-group-in", ("votes", e.Votes(Sum(contest)))),
        { Allocation: null } => Leading(contest, e),
        { Contest.Kind: ContestKind.Primary } => Nominees(contest, contest.Allocation!, e),
        { IsSingle: true } => Single(contest, contest.Allocation!, e),
        _ => Seats(contest, contest.Allocation!, e),
    };

    /// <summary>Turnout and roll in a sentence; empty where they are not known.</summary>
    public static string Turnout(ContestView contest, Edition e)
    {
        var count = contest.Whole.Count;
        return count.Turnout is not null ? Voted(count, e)
            : contest.Without?.Count is { Turnout: not null } inside ? $"{Without(contest, e)}: {Voted(inside, e)}"
            : "";
    }

    /// <summary>Names what is left out in a contest's second column; empty if nothing is.</summary>
    public static string Without(ContestView contest, Edition e)
    {
        var levels = contest.LeftOut.Select(p => p.Level).Distinct().ToList();
        return levels.Count == 1 ? e.Say("term.without") + e.Level(levels[0])
            : levels.Count == 0 ? ""
            : e.Say("term.without") + e.List(contest.LeftOut.Select(p => p.Name));
    }

    /// <summary>Seats that stay open, with the reason; empty if none.</summary>
    public static IEnumerable<string> Open(ContestView contest, Edition e)
    {
        foreach (var district in contest.Allocation!.Districts)
        {
            var name = e.PlaceName(district.District);
            foreach (var tie in district.Ties)
            {
                yield return e.Say("story.a-tie-between-is-open-until", ("name", name), ("among", e.List(tie.Among)));
            }

            foreach (var missing in district.Missing)
            {
                yield return e.Say(
                    "story.seats-are-not-filled-here-because", ("name", name), ("seats", district.Seats), ("missing", missing));
            }

            if (VacantSeats.In(district) is { } vacant)
            {
                yield return $"{name}: {OutcomeWords.Of(vacant, e)}.";
            }
        }
    }

    /// <summary>Who holds a list's seats in a district: the list, or the person where the list is one.</summary>
    public static string Holder(DistrictAllocation district, ListStanding list, Edition e) =>
        district.Elected.FirstOrDefault(s => s.Candidacy.ListName == list.List) is { Candidacy.Kind: CandidacyKind.Independent } seat
            ? seat.Basis == Basis.Alternate
                ? e.Say("story.alternate-of", ("person", seat.Person), ("candidacy", seat.Candidacy.Name))
                : e.Shown(seat.Person)
            : $"{e.Shown(list.List)}\u00A0{e.Whole(list.Seats)}";

    static string Leading(ContestView contest, Edition e)
    {
        var lines = contest.Whole.Lines;
        if (contest.Whole.Sum == 0)
        {
            return e.Say("story.no-votes-are-reported");
        }

        if (!contest.Whole.IsComplete)
        {
            return e.Say("story.not-every-unit-states-every-choice", ("named", Named(lines[0], contest, e)));
        }

        if (contest.Whole.Leader is not { } leader)
        {
            return e.Say("story.the-first-two-have-equal-votes");
        }

        var next = lines.Length > 1 ? e.Say("story.before", ("named", Named(lines[1], contest, e))) : "";
        return e.Say("story.most-votes", ("named", Named(leader, contest, e)), ("next", next));
    }

    static string Single(ContestView contest, ContestAllocation allocation, Edition e)
    {
        var district = allocation.Districts[0];
        var between = e.List(allocation.Between.SelectMany(f => f.Among).Select(name => WithShare(name, contest, e)));
        if (allocation.Outcome is Outcome.Tie or Outcome.Incomplete)
        {
            return string.Join(' ', Open(contest, e));
        }

        if (allocation.Outcome is Outcome.Runoff)
        {
            return e.Say("story.no-majority-a-second-vote-between", ("between", between));
        }

        if (allocation.Outcome is Outcome.Congress)
        {
            return e.Say("story.no-majority-congress-chooses-between", ("between", between));
        }

        if (district.Elected.IsEmpty)
        {
            return OutcomeWords.Of(allocation, e);
        }

        var seat = district.Elected[0];
        var byCongress = district.Steps.OfType<CongressVoted>().Any(s => s.Reached);
        return e.Say(
            "story.elected-with", ("byCongress", byCongress), ("person", seat.Person),
            ("votesAndShare", VotesAndShare(seat.Votes, contest, e)));
    }

    static string Nominees(ContestView contest, ContestAllocation allocation, Edition e)
    {
        var chosen = allocation.Districts.SelectMany(d => d.Elected)
            .Select(s => $"{e.Shown(s.Person)} ({e.Shown(s.Candidacy.ListName)}, {e.Say("story.votes", ("votes", s.Votes))})");
        return string.Join(' ', [e.Say("story.nominated", ("chosen", e.List(chosen))), .. Open(contest, e)]);
    }

    static string Seats(ContestView contest, ContestAllocation allocation, Edition e)
    {
        var seats = allocation.Districts.Sum(d => d.Seats);
        var filled = allocation.Districts.Sum(d => d.Elected.Length);
        if (!contest.ByList && filled <= MostPersons)
        {
            var persons = e.List(allocation.Districts.SelectMany(d => d.Elected).Select(s => s.Person));
            return e.Say("story.seats-held-by", ("seats", seats), ("persons", persons));
        }

        var groups = SeatGroup.Of(contest, e).Where(g => g.Contender is { Kind: not ContenderKind.Others }).OrderByDescending(g => g.Seats).Take(MostGroups).ToList();
        var told = groups.Select(g => $"{g.Name} {e.Whole(g.Seats)}");
        var rest = filled - groups.Sum(g => g.Seats);
        var all = string.Join(", ", rest == 0 ? told : told.Append(e.Say("story.others", ("rest", rest))));
        if (allocation.Outcome is Outcome.NoVotes)
        {
            return OutcomeWords.Of(allocation, e);
        }

        var open = seats == filled ? "" : e.Say("story.not-filled", ("seats", seats - filled));
        var districts = e.Whole(allocation.Districts.Length);
        return contest.IsChamber
            ? e.Say("story.seats-in-districts", ("seats", seats), ("districts", districts), ("all", all), ("open", open))
            : e.Say("story.districts-of-one-seat-won-by", ("districts", districts), ("all", all), ("open", open));
    }

    static string Named(PlaceLine line, ContestView contest, Edition e) => $"{e.Shown(line.Name)} ({e.Percent(contest.Whole.Share(line.Votes))})";

    static string WithShare(string name, ContestView contest, Edition e)
    {
        var line = contest.Whole.Lines.FirstOrDefault(l => l.Name == name);
        return line.Name is null || contest.Whole.Share(line.Votes) is not { } share ? name : $"{e.Shown(name)} ({e.Percent(share)})";
    }

    static string VotesAndShare(long votes, ContestView contest, Edition e) => contest.Whole.IsComplete && contest.Whole.Sum > 0
        ? e.Say("story.votes-of-the-votes-for-candidacies", ("votes", votes), ("votes2", (double)votes / contest.Whole.Sum))
        : e.Say("story.votes", ("votes", votes));

    static string Voted(Tabulation count, Edition e) => e.Say(
        "story.of-people-on-the-roll-voted", ("cast", count.Cast.Value), ("registered", count.Registered.Value),
        ("turnout", count.Turnout));

    static Total Sum(ContestView contest) => new(contest.Whole.Sum, contest.Whole.IsComplete ? 0 : 1);
}
