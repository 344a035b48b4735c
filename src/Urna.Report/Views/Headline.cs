using Urna.Allocate.Account;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>The finding that stands at the head of a page.</summary>
static class Headline
{
    /// <summary>The election in one sentence: who won the first contest, and who is largest in the first chamber.</summary>
    public static string Of(Edition e)
    {
        var ordered = Importance.Order(e.Contests.Where(c => c.Contest.Kind != ContestKind.Voters)).ToList();
        if (ordered.Count == 0)
        {
            return e.L(e.Election.Title);
        }

        var first = ordered[0];
        var chamber = ordered.Find(c => c.IsChamber && c != first);
        return chamber is null || !first.IsSingle ? Of(first, e)
            : Joined(Of(first, e), Of(chamber, e), e);
    }

    /// <summary>A contest in one sentence, without a full stop.</summary>
    public static string Of(ContestView contest, Edition e)
    {
        var title = e.L(contest.Contest.Title);
        if (contest is { IsSingle: true, Whole: { IsComplete: true, Lines: [var first, var second, ..] }, Allocation.Districts: [{ Elected: [var seat] }] }
            && first.Votes.Known > second.Votes.Known && seat.Candidacy.Name == first.Name)
        {
            var byCongress = contest.Allocation!.Districts[0].Steps.OfType<CongressVoted>().Any(s => s.Reached);
            return e.Say(
                "headline.won-by", ("congress", byCongress), ("person", e.Shown(seat.Person)), ("votes", first.Votes.Known - second.Votes.Known), ("title", title));
        }

        if (contest is { Contest.Kind: ContestKind.Plebiscite, Whole.Leader: { } leader } && contest.Whole.Share(leader.Votes) is { } share)
        {
            return e.Say("headline.most-votes", ("name", e.Shown(leader.Name)), ("share", share), ("title", title));
        }

        if (contest is { IsChamber: true, IsOfPersons: false })
        {
            var groups = SeatGroup.Of(contest, e).Where(g => g.Contender is { Kind: ContenderKind.List or ContenderKind.Choice }).OrderByDescending(g => g.Seats).ToList();
            var seats = contest.Allocation!.Districts.Sum(d => d.Seats);
            // Seats that a tie or a gap leaves open may still change who is largest; then the page does not say it.
            var open = seats - contest.Allocation.Districts.Sum(d => d.Elected.Length);
            if (groups.Count > 0 && (open == 0 || groups[0].Seats - (groups.Count > 1 ? groups[1].Seats : 0) > open))
            {
                return groups.Count > 1 && groups[1].Seats == groups[0].Seats
                    ? e.Say("headline.two-largest", ("first", groups[0].Name), ("second", groups[1].Name), ("held", groups[0].Seats), ("seats", seats), ("title", title))
                    : e.Say("headline.largest", ("list", groups[0].Name), ("held", groups[0].Seats), ("seats", seats), ("title", title), ("majority", 2 * groups[0].Seats > seats));
            }
        }

        if (contest is { IsSingle: true, Allocation: { Outcome: Outcome.Runoff } undecided })
        {
            return e.Say("headline.runoff", ("title", title), ("names", Argument.List(undecided.Between.SelectMany(f => f.Among).Select(e.Shown))));
        }

        if (contest is { IsChamber: false, IsOfPersons: false, Contest.Kind: ContestKind.Election, Allocation.Districts.Length: > 1 }
            && SeatGroup.Of(contest, e).Where(g => g.Contender is { Kind: not ContenderKind.Others }).MaxBy(g => g.Seats) is { } most)
        {
            return e.Say("headline.districts-won", ("title", title), ("list", most.Name), ("held", most.Seats), ("districts", contest.Allocation!.Districts.Length));
        }

        return contest.HasRaces && contest.Allocation is { Outcome: not Outcome.NoVotes } allocation && contest.Contest.Kind == ContestKind.Primary
            ? $"{title}: {e.List(allocation.Districts.SelectMany(d => d.Elected).Select(s => s.Person))}"
            : title;
    }

    /// <summary>A place in one sentence: who led there in the first contest that it has.</summary>
    public static string Of(ContestView contest, PlaceResult result, Edition e) =>
        !contest.HasRaces && result.Leader is { } leader && result.Share(leader.Votes) is { } share
            ? e.Say("headline.led-in", ("place", e.PlaceName(result.Count.Place.Id)), ("name", e.Shown(leader.Name)), ("share", share), ("title", e.L(contest.Contest.Title)))
            : $"{e.PlaceName(result.Count.Place.Id)}: {e.L(contest.Contest.Title)}";

    /// <summary>A flow in one sentence: of the largest choice whose interval is above half, else from what to what.</summary>
    public static string Of(Flow flow, Edition e)
    {
        var rows = flow.Inference.Estimate.Problem.RowNames.Index().Where(r => flow.Inference.Estimate.Problem.Kinds.IsGroup(r.Item)).Select(r => r.Index)
            .Where(r => !flow.IsMarked(r) && flow.Counts[r].Sum() > 0 && flow.Intervals[r][flow.LeadingColumn(r)].Least > 0.5)
            .OrderByDescending(r => flow.Counts[r].Sum()).ToList();
        if (rows.Count == 0)
        {
            return e.Say("flow-page.from-to", ("from", e.L(flow.From.Title)), ("to", e.L(flow.To.Title)));
        }

        var column = flow.LeadingColumn(rows[0]);
        var (low, high) = flow.Intervals[rows[0]][column];
        return e.Say(
            "headline.flow", ("row", e.Shown(e.L(flow.RowNames[rows[0]]))), ("column", e.Shown(e.L(flow.ColumnNames[column]))), ("low", low), ("high", high), ("all", high > 0.99));
    }

    /// <summary>Which fewest lists pass the commonest law; empty where none do or it was not sought.</summary>
    public static string Of(Urna.Power.PowerAccount power, Edition e) =>
        power.Passes.FirstOrDefault() is { Coalitions: [var smallest, ..] } first
            ? e.Say("headline.passes", ("lists", Argument.List(smallest.Select(e.Shown))), ("law", Edition.Heading(e.L(first.Quorum.Title))), ("others", first.Coalitions.Count(c => c.Length == smallest.Length) - 1))
            : "";

    static string Joined(string first, string second, Edition e) => e.Say("headline.and", ("first", first), ("second", second));
}
