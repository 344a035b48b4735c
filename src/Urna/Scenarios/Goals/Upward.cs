using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Goals;

/// <summary>A number of votes that does it, where the law allows no proof that fewer do not.</summary>
/// <remarks>
/// The lists gain in each district in proportion to their votes there, as in a swing, and the least such gain is sought by halving. No vote more is known to be too
/// few; the true least lies between.
/// </remarks>
static class Upward
{
    const int Steps = 48;

    /// <summary>Votes that reach a number of seats.</summary>
    public static Found Of(CountedContest contest, Goal goal, ImmutableArray<string> bloc, int target)
    {
        var held = SureSeats(contest, bloc);
        var unreached = new Found(goal, null, [], null, false) { Target = target, Held = held, Lower = 0 };
        if (held >= target)
        {
            return unreached with { Votes = 0, IsOptimal = true, Lower = null };
        }

        if (goal.From is not null || contest.Votes.Districts.Any(d => !d.Missing.IsEmpty || d.Ballots is not null))
        {
            return unreached;
        }

        var (low, high) = (0L, ExactShare.One * 1_000);
        if (SureSeats(With(contest, bloc, high), bloc) < target)
        {
            return unreached;
        }

        for (var i = 0; i < Steps && high - low > 1; i++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = SureSeats(With(contest, bloc, middle), bloc) >= target ? (low, middle) : (middle, high);
        }

        var raised = With(contest, bloc, high);
        ImmutableArray<VotesNeeded> where =
        [
            .. from pair in contest.Votes.Districts.Zip(raised.Votes.Districts)
               from list in pair.Second.Votes.Zip(pair.First.Votes).GroupBy(l => l.First.Candidacy.ListName)
               let more = list.Sum(l => l.First.Votes - l.Second.Votes)
               where more > 0
               select new VotesNeeded(pair.First.District, list.Key, more),
        ];
        return unreached with { Votes = where.Sum(w => w.Add), Where = where };
    }

    /// <summary>Seats that lists have together however open ties end; where that is too much to look at, those that no tie touches.</summary>
    public static int SureSeats(CountedContest contest, ImmutableArray<string> bloc)
    {
        const int mostWays = 1_000;
        var isOfBloc = FewestVotes.Lists(bloc);
        var votes = contest.Votes with { Findings = [] };
        var filled = SeatAllocation.Allocate(contest.Rule, votes);
        var sure = filled.Districts.SelectMany(d => d.Elected).Count(s => isOfBloc(s.Candidacy));
        if (filled.Outcome is not Outcome.Tie)
        {
            return sure;
        }

        var ways = PossibleOutcomes.Of(contest.Rule, votes, mostWays);
        return ways.IsComplete ? ways.Outcomes.Min(o => o.Allocation.Districts.SelectMany(d => d.Elected).Count(s => isOfBloc(s.Candidacy))) : sure;
    }

    static CountedContest With(CountedContest contest, ImmutableArray<string> bloc, long factor)
    {
        var isOfBloc = FewestVotes.Lists(bloc);
        return contest.WithLines(d => [.. d.Votes.Select(v => isOfBloc(v.Candidacy) ? v with { Votes = (long)Int128.Min(v.Votes + ((Int128)Math.Max(v.Votes, 1) * factor / ExactShare.One), long.MaxValue / 1024) } : v)]);
    }
}
