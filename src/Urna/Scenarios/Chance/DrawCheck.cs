using System.Collections.Immutable;
using Urna.Model;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Chance;

/// <summary>Asks whether draws can be made of a contest.</summary>
static class DrawCheck
{
    /// <summary>Why they cannot; empty if they can.</summary>
    /// <param name="contest">The contest, as the scenario has it.</param>
    /// <param name="hasSwing">Whether the scenario moves shares itself.</param>
    /// <param name="options">The draws.</param>
    public static ImmutableArray<ScenarioFault> Of(CountedContest contest, bool hasSwing, DrawOptions options)
    {
        var faults = new ScenarioFaults();
        var names = BallotNames.Of(contest.Votes);
        foreach (var name in options.Expected.Select(e => e.List).Concat(options.OfList.Keys).Where(n => names.List(n) is null))
        {
            faults.NotThere("draws", 0, name, "list", names.Lists);
        }

        if (options.Expected.GroupBy(e => FoldedName.Of(e.List)).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
        {
            faults.Contradicts("draws", 0, twice, LocalizedText.Say("scenario.fault-has-two-shares", ("twice", twice)));
        }

        if (options.Expected.Sum(e => e.Share) is > 1.0000001 and var sum)
        {
            faults.Add("V623", "draws", 0, $"{sum * 100:0.##} %", "shares of 100 % at most in all",
                LocalizedText.Say("scenario.fault-the-shares-of-the-poll-sum-to-more"));
        }

        if (options.Expected.Length > 0 && hasSwing)
        {
            faults.Contradicts("draws", 0, "shares", LocalizedText.Say("scenario.fault-the-shares-of-the-poll-take-the-place"));
        }

        if (options is { List: 0, District: 0, Poll: null, OfList.Count: 0 })
        {
            faults.Add("V625", "draws", 0, "0", "deviation: {list, district} in points, or a poll with its n",
                LocalizedText.Say("scenario.fault-nothing-is-drawn"));
        }

        foreach (var lack in contest.Votes.Districts.Where(d => !d.Missing.IsEmpty))
        {
            faults.Add("V625", "draws", 0, lack.District, "a contest whose votes are known",
                LocalizedText.Say("scenario.fault-votes-of-are-not-known", ("district", lack.District)));
        }

        return faults.All;
    }
}
