using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Goals;

/// <summary>The fewest votes more with which a person is surely elected.</summary>
/// <remarks>Votes for the person count for party and list as well, so no other votes help more. Proved under laws in which more votes never cost a seat.</remarks>
static class PersonEnters
{
    /// <summary>The votes; none where the person is elected.</summary>
    public static Found Of(CountedContest contest, Goal.Person goal)
    {
        var person = BallotNames.Of(contest.Votes).Person(goal.Name)[0];
        var at = contest.Votes.Districts.First(d => d.Votes.Any(v => v.Candidacy.Choice == person.Choice));
        var line = at.Votes.ToList().FindIndex(v => v.Candidacy.Choice == person.Choice);
        var unreached = new Found(goal, null, [], null, false);
        if (!at.Missing.IsEmpty || at.Ballots is not null)
        {
            return unreached;
        }

        var isExact = SeatCount.Of(contest.Rule, at) is not null && contest.Rule.StepsFor(at.District).OfType<SharingStep>().All(s => s.IsMonotone)
            && !contest.Rule.Steps.Any(s => s is ParityStep or NationalParityStep or AlternateParityStep);
        var counter = isExact ? SeatCount.Of(contest.Rule, at) : null;
        var enough = Math.Min((at.Votes.Sum(v => v.Votes) + 1) * (at.Seats + 2) * 4, long.MaxValue / 64);
        if (IsElected(0))
        {
            return unreached with { Votes = 0, IsOptimal = true };
        }

        if (!IsElected(enough))
        {
            return unreached with { IsOptimal = isExact };
        }

        var least = LeastVotes.Where(IsElected, enough);
        return new(goal, least, [new VotesNeeded(at.District, person.Candidate, least)], null, isExact) { Lower = isExact ? null : 0 };

        bool IsElected(long more)
        {
            if (counter is not null)
            {
                var seats = new int[at.Votes.Length];
                counter.Fill([.. at.Votes.Select((v, i) => i == line ? v.Votes + more : v.Votes)], seats);
                return seats[line] > 0;
            }

            var changed = contest.WithLines(d => d.District == at.District ? d.Votes.SetItem(line, d.Votes[line] with { Votes = d.Votes[line].Votes + more }) : d.Votes);
            return SeatAllocation.Allocate(changed.Rule, changed.Votes with { Findings = [] }).Districts.SelectMany(d => d.Elected).Any(s => s.Candidacy.Choice == person.Choice);
        }
    }
}
