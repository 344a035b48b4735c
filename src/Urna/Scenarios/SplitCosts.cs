using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios;

/// <summary>What lists have together and apart, of which one is as it was and the other the scenario.</summary>
static class SplitCosts
{
    /// <summary>One for each join, and for each split list.</summary>
    public static IEnumerable<SplitCost> Of(Scenario scenario, ScenarioOutcome actual, CountedContest changed, ContestAllocation allocation)
    {
        foreach (var join in scenario.Join)
        {
            var names = BallotNames.Of(actual.Contest.Votes);
            ImmutableArray<string> apart = [.. join.Of.Select(o => names.List(o) ?? o).Distinct()];
            yield return Compared(join.As, apart, (changed.Votes, allocation), (actual.Contest.Votes, actual.Allocation));
        }

        var before = BallotNames.Of(actual.Contest.Votes);
        var lists = scenario.Split.Any(s => s.List == ListSplit.Every) ? before.Lists : [.. scenario.Split.Select(s => before.List(s.List) ?? s.List)];
        var choices = changed.Votes.Districts.SelectMany(d => d.Votes).DistinctBy(v => v.Candidacy.Choice).ToDictionary(v => v.Candidacy.Choice, v => v.Candidacy.ListName);
        foreach (var list in lists)
        {
            ImmutableArray<string> parts = [.. actual.Contest.Votes.Districts.SelectMany(d => d.Votes).Where(v => v.Candidacy.ListName == list).Select(v => choices.GetValueOrDefault(v.Candidacy.Choice)).OfType<string>().Distinct()];
            if (parts.Length > 1)
            {
                yield return Compared(list, parts, (actual.Contest.Votes, actual.Allocation), (changed.Votes, allocation));
            }
        }
    }

    static SplitCost Compared(string list, ImmutableArray<string> parts, (ContestVotes Votes, ContestAllocation Seats) together, (ContestVotes Votes, ContestAllocation Seats) apart)
    {
        HashSet<string> names = [.. parts];
        return new(
            list,
            parts,
            apart.Votes.Districts.Sum(d => d.Votes.Where(v => names.Contains(v.Candidacy.ListName)).Sum(v => v.Votes)),
            Seats(together.Seats, [list]),
            Seats(apart.Seats, names),
            Wasted(together, [list]),
            Wasted(apart, names));
    }

    static int Seats(ContestAllocation seats, HashSet<string> lists) => seats.Districts.SelectMany(d => d.Lists).Where(l => lists.Contains(l.List)).Sum(l => l.Seats);

    /// <summary>Votes without a seat; a tier that the law adds has the votes of its districts once more.</summary>
    static long Wasted((ContestVotes Votes, ContestAllocation Seats) contest, HashSet<string> lists) =>
        contest.Seats.Districts.Where(d => contest.Votes.Districts.Any(v => v.District == d.District)).SelectMany(d => d.Lists).Where(l => lists.Contains(l.List) && l.Seats == 0).Sum(l => l.Votes);
}
