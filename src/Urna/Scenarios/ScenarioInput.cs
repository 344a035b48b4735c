using Urna.Model;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios;

/// <summary>Makes a contest of an election what scenarios change.</summary>
public static class ScenarioInput
{
    /// <summary>The contest as it was; null where no law fills any seat.</summary>
    /// <param name="reckoning">The election with its laws.</param>
    /// <param name="contest">A contest of it.</param>
    public static CountedContest? Of(Reckoning reckoning, Contest contest)
    {
        ArgumentNullException.ThrowIfNull(reckoning);
        return reckoning.LawOf(contest) is not { } rule ? null
            : new CountedContest(rule, reckoning.Votes(contest)) { Source = contest, Places = reckoning.Election.Places };
    }
}
