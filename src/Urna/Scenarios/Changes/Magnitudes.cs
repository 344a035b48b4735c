using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>Other numbers of seats.</summary>
static class Magnitudes
{
    /// <summary>The contest with other seats by district.</summary>
    public static CountedContest Apply(CountedContest contest, MagnitudeChange? change, ScenarioFaults faults)
    {
        if (change is null)
        {
            return contest;
        }

        var seats = change.By is { } by ? Shared(contest.Votes, change, by, faults) : Table(contest.Votes, change, faults);
        return faults.Any ? contest : contest.With([.. contest.Votes.Districts.Select(d => seats.TryGetValue(d.District, out var own) ? d with { Seats = own } : d)]);
    }

    static Dictionary<string, int> Table(ContestVotes votes, MagnitudeChange change, ScenarioFaults faults)
    {
        var districts = votes.Districts.ToDictionary(d => FoldedName.Of(d.District), d => d.District);
        foreach (var unknown in change.Table.Keys.Where(k => !districts.ContainsKey(FoldedName.Of(k))))
        {
            faults.NotThere("magnitudes", 0, unknown, "district", districts.Values);
        }

        foreach (var (district, seats) in change.Table.Where(t => t.Value < 1))
        {
            faults.Add("V623", "magnitudes", 0, $"{seats}", "1 or more",
                LocalizedText.Say("scenario.fault-would-have-seats", ("district", district), ("seats", seats)));
        }

        return change.Table.Where(t => districts.ContainsKey(FoldedName.Of(t.Key))).ToDictionary(t => districts[FoldedName.Of(t.Key)], t => t.Value);
    }

    static Dictionary<string, int> Shared(ContestVotes votes, MagnitudeChange change, MagnitudeBase by, ScenarioFaults faults)
    {
        var districts = votes.Districts;
        var unknown = districts.Where(d => by == MagnitudeBase.Registered && d.Registered is null).Select(d => d.District).ToList();
        if (unknown.Count > 0)
        {
            faults.Add("V625", "magnitudes", 0, string.Join(", ", unknown.Take(8)), "by: votes, or a table",
                LocalizedText.Say("scenario.fault-the-roll-of-districts-is-not-known", ("unknown", unknown.Count), ("unknown2", string.Join(", ", unknown.Take(8)))));
            return [];
        }

        var house = change.Seats ?? districts.Sum(d => d.Seats);
        var most = change.Maximum ?? house;
        if (house < change.Minimum * districts.Length || most < change.Minimum || (long)most * districts.Length < house)
        {
            faults.Add("V623", "magnitudes", 0, $"{house}", $"{change.Minimum * districts.Length} to {(long)most * districts.Length} seats",
                LocalizedText.Say("scenario.fault-seats-cannot-be-shared-among-districts-of-to", ("house", house), ("districts", districts.Length), ("minimum", change.Minimum), ("most", most)));
            return [];
        }

        long[] sizes = [.. districts.Select(d => by == MagnitudeBase.Registered ? d.Registered!.Value : d.Votes.Sum(v => v.Votes))];
        int[] caps = [.. districts.Select(_ => most)];
        int[] held = [.. districts.Select(_ => change.Minimum)];
        var tied = new bool[districts.Length];
        var left = house - (change.Minimum * districts.Length);
        var open = HighestAverages.Extend(sizes, caps, left, change.Divisors, held, tied);
        if (open > 0 || held.Sum() != house)
        {
            faults.Add("V625", "magnitudes", 0, $"{house}", "a table",
                LocalizedText.Say("scenario.fault-districts-of-equal-size-are-tied-for-a"));
        }

        return districts.Select((d, i) => (d.District, held[i])).ToDictionary();
    }
}
