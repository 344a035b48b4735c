using System.Collections.Immutable;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Goals;

/// <summary>The least uniform swing to some lists with which a goal is reached.</summary>
/// <remarks>In thousandths of a point, shared among several lists in proportion to their votes; the others give way in proportion to theirs.</remarks>
static class LeastSwing
{
    const long Step = ExactShare.One / 100_000;

    /// <summary>The swing as a share; null where none reaches the goal.</summary>
    public static double? Of(CountedContest contest, ImmutableArray<string> bloc, Func<CountedContest, bool> isReached)
    {
        if (isReached(contest))
        {
            return 0;
        }

        var votes = contest.Votes.Districts.SelectMany(d => d.Votes).GroupBy(v => v.Candidacy.ListName).ToDictionary(g => g.Key, g => g.Sum(v => v.Votes));
        var isOfBloc = FewestVotes.Lists(bloc);
        ImmutableArray<string> lists = [.. contest.Votes.Districts.SelectMany(d => d.Votes).Where(v => isOfBloc(v.Candidacy)).Select(v => v.Candidacy.ListName).Distinct()];
        var own = lists.Sum(l => votes[l]);
        var (all, high) = (votes.Values.Sum(), 0L);
        if (all == 0 || own == 0)
        {
            return null;
        }

        // Steps up to what the lists lack of everything.
        high = (long)((Int128)(all - own) * ExactShare.One / all / Step);
        if (!Reached(high))
        {
            return null;
        }

        var low = 0L;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Reached(middle) ? (low, middle) : (middle, high);
        }

        return (double)(high * Step) / ExactShare.One;

        bool Reached(long steps)
        {
            var parts = Parts.Of(steps * Step, [.. lists.Select(l => votes[l])]);
            var faults = new ScenarioFaults();
            var swung = Swing.Apply(contest, new VoteSwing(SwingKind.Uniform, [.. lists.Select((l, i) => new VoteShare(l, new(parts[i])))]), faults);
            return !faults.Any && isReached(swung);
        }
    }
}
