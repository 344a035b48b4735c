using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>How a law breaks ties between holders.</summary>
static class TieMeasures
{
    /// <summary>The law's rules, in order, each with what it compares; null for lots.</summary>
    /// <param name="step">The step.</param>
    /// <param name="holders">The holders.</param>
    /// <param name="nextPerson">The personal votes of whoever would take a holder's next seat.</param>
    /// <param name="highest">The votes of a holder's most voted person.</param>
    public static IEnumerable<(TieRule Rule, Func<int, long>? Measure)> Of(SharingStep step, ImmutableArray<Claimant> holders, Func<int, long> nextPerson, Func<int, long> highest) =>
        step.Ties.Select(rule => (rule, rule switch
        {
            TieRule.MostVotes => i => holders[i].Votes,
            TieRule.MostPersonalVotes => nextPerson,
            TieRule.HighestPersonalVote => highest,
            TieRule.ListOrder => i => holders[i].Position == 0 ? long.MinValue : -holders[i].Position,
            _ => (Func<int, long>?)null,
        }));

    /// <summary>The level at which holders of a kind are tied.</summary>
    public static TieLevel LevelOf(Holder holders) => holders switch
    {
        Holder.List => TieLevel.List,
        Holder.Subpact => TieLevel.Subpact,
        Holder.Party => TieLevel.Party,
        _ => TieLevel.Candidate,
    };
}
