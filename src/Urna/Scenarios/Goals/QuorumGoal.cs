using System.Collections.Immutable;
using Urna.Model;
using Urna.Power;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Goals;

/// <summary>Makes a quorum a number of seats of a contest.</summary>
public static class QuorumGoal
{
    /// <summary>The goal, or null with the names of the quorums of the contest's chamber.</summary>
    /// <param name="name">The kind of law.</param>
    /// <param name="bloc">The lists that are to reach it.</param>
    /// <param name="contest">The contest; its chamber is the one of its id.</param>
    /// <param name="election">The election with its members.</param>
    /// <param name="law">The quorums.</param>
    /// <remarks>
    /// Members whom the contest does not elect, such as the half of a senate that stays, count with their lists. What the lists have in other chambers is
    /// said beside it: the contest cannot change that.
    /// </remarks>
    public static (Goal.Quorum? Goal, ImmutableArray<string> Known) Of(string name, ImmutableArray<string> bloc, CountedContest contest, Election election, QuorumLaw law)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(law);
        var chamber = contest.Source?.Id ?? "";
        var quorums = law.For(chamber, election.Date);
        if (quorums.FirstOrDefault(q => FoldedName.Of(q.Id) == FoldedName.Of(name)) is not { } quorum)
        {
            return (null, [.. quorums.Select(q => q.Id).Distinct()]);
        }

        var keys = bloc.Select(FoldedName.Of).ToHashSet();
        bool IsOfBloc(string list) => keys.Contains(FoldedName.Of(list));
        var chambers = election.Members.GroupBy(m => FoldedName.Of(m.Chamber)).ToDictionary(g => g.Key, g => g.ToList());
        var house = contest.Votes.Districts.Sum(d => d.Seats);
        var own = chambers.GetValueOrDefault(FoldedName.Of(chamber), []);
        var seats = own.Count == 0 ? house : Math.Max(house, own.Sum(m => m.Seats));
        var elected = contest.Allocate().Districts.SelectMany(d => d.Elected).Count(s => IsOfBloc(s.Candidacy.ListName));
        var stay = seats > house ? Math.Max(0, own.Where(m => IsOfBloc(m.List)).Sum(m => m.Seats) - elected) : 0;
        return (new Goal.Quorum(quorum.Id, Math.Max(0, quorum.Needed(seats) - stay))
        {
            Bloc = bloc,
            Elsewhere =
            [
                .. from other in chambers
                   where other.Key != FoldedName.Of(chamber)
                   let there = law.For(other.Value[0].Chamber, election.Date).FirstOrDefault(q => q.Id == quorum.Id)
                   where there is not null
                   select new ChamberNeed(other.Value[0].Chamber, other.Value.Where(m => IsOfBloc(m.List)).Sum(m => m.Seats), there.Needed(other.Value.Sum(m => m.Seats))),
            ],
        }, []);
    }
}
