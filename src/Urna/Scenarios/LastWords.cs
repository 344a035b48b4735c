using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios;

/// <summary>Lots that were drawn and votes of Congress, where the scenario still asks for them.</summary>
/// <remarks>A drawing of lots is of one tie, and a vote of Congress between two persons: where these are others, nobody knows how it would have gone.</remarks>
static class LastWords
{
    /// <summary>The changed contest without what was decided about something else.</summary>
    public static CountedContest Of(CountedContest before, CountedContest after)
    {
        var congress = after;
        if (!after.Votes.Congress.IsEmpty && !Between(before).SequenceEqual(Between(after)))
        {
            var without = after with { Votes = after.Votes with { Congress = [] } };
            congress = !after.Rule.Steps.Any(s => s is CongressStep) ? without : without.Noting(
                "V627",
                LocalizedText.Say("scenario.fault-congress-chose-between-others-so-its-vote-does"));
        }

        if (congress.Votes.Lots.IsEmpty)
        {
            return congress;
        }

        var unused = congress.Allocate().Faults.Where(f => f.Code == "V120").Select(f => (f.Place, f.Found)).ToHashSet();
        return unused.Count == 0 ? congress : congress with { Votes = congress.Votes with { Lots = [.. congress.Votes.Lots.Where(l => !unused.Contains((l.District, l.Winner)))] } };
    }

    /// <summary>Who goes on to the last stage, before anybody chooses.</summary>
    static IEnumerable<string> Between(CountedContest contest) =>
        SeatAllocation.Allocate(contest.Rule, contest.Votes with { Congress = [] }).Between.SelectMany(f => f.Among.Order(StringComparer.Ordinal).Prepend(f.District));
}
