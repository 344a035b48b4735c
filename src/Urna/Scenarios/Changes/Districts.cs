using System.Collections.Immutable;
using Urna.Allocate.Validity;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>The votes of a contest's units added up by other districts.</summary>
/// <remarks>
/// The units are laid below the new districts and counted by the ordinary door, so that what is missing stays missing. Where the new districts are whole
/// old ones, they have the seats of those. A person whose old district falls apart runs where most of their votes are: elsewhere the votes are their
/// list's, and of a person outside any list nobody's.
/// </remarks>
static class Districts
{
    /// <summary>The contest with other districts.</summary>
    public static CountedContest Apply(CountedContest contest, DistrictChange? change, bool hasMagnitudes, ScenarioFaults faults)
    {
        if (change is null)
        {
            return contest;
        }

        if (Refused(contest, faults) || contest is not { Source: { } source, Places: { } places })
        {
            return contest;
        }

        ImmutableArray<string> units = [.. source.Returns.Select(r => r.Place).Concat(source.Awaited).Distinct()];
        var homeOf = Homes(change, units, source, places, faults);
        if (faults.Any)
        {
            return contest;
        }

        var near = places.Nearest(source.Seats.ContainsKey);
        var oldOf = units.ToDictionary(u => u, u => near(u));
        var parts = units.Where(u => oldOf[u] is not null).GroupBy(u => oldOf[u]!).ToDictionary(g => g.Key, g => g.Select(u => homeOf[u]).Distinct().ToList());
        var homes = units.Where(u => oldOf[u] is not null).Select(u => homeOf[u]).Distinct().ToList();
        var seats = homes.ToDictionary(h => h, h => parts.Where(p => p.Value.Contains(h)).Sum(p => source.Seats[p.Key]));
        if (parts.FirstOrDefault(p => p.Value.Count > 1) is { Key: { } torn } && !hasMagnitudes)
        {
            faults.Add("V622", "districts", 0, torn, "magnitudes, as a table or by: registered",
                LocalizedText.Say("scenario.fault-falls-into-districts-so-their-seats-must-be", ("torn", torn), ("torn2", parts[torn].Count)));
            return contest;
        }

        return Counted(contest, source, [.. units.Where(u => oldOf[u] is not null)], homeOf, seats, oldOf, places);
    }

    static bool Refused(CountedContest contest, ScenarioFaults faults)
    {
        if (contest.Votes.HasTiers || contest.Votes.Districts.Any(d => d.Ballots is not null || d.Levelling is not null))
        {
            faults.Add("V625", "districts", 0, "districts", "a contest without tiers and ranked ballots",
                LocalizedText.Say("scenario.fault-districts-of-a-contest-with-tiers-or-ranked"));
            return true;
        }

        if (contest.Source is null || contest.Source.Returns.IsEmpty)
        {
            faults.Add("V622", "districts", 0, "districts", "an election with its units",
                LocalizedText.Say("scenario.fault-the-votes-of-its-units-are-not-known"));
            return true;
        }

        return false;
    }

    /// <summary>The new district of each unit that lies in an old one.</summary>
    static Dictionary<string, string> Homes(DistrictChange change, ImmutableArray<string> units, Contest source, PlaceTree places, ScenarioFaults faults)
    {
        var near = places.Nearest(source.Seats.ContainsKey);
        var voting = units.Where(u => near(u) is not null).ToList();
        if (change.Level is null && change.Table.IsEmpty)
        {
            return voting.ToDictionary(u => u, _ => places.Root.Id);
        }

        if (change.Level is { } level && !places.Levels.Contains(level))
        {
            faults.NotThere("districts", 0, level, "level", places.Levels.Append(DistrictChange.Nation));
            return [];
        }

        foreach (var unknown in change.Table.Keys.Where(p => !places.Contains(p)))
        {
            faults.NotThere("districts", 0, unknown, "place", places.Places.Select(p => p.Id));
        }

        if (faults.Any)
        {
            return [];
        }

        var mapped = places.Nearest(change.Table.ContainsKey);
        var homes = voting.Select(u => (Unit: u, Home: change.Level is { } wanted ? places.At(u, wanted)?.Id : mapped(u) is { } place ? change.Table[place] : null)).ToList();
        var open = homes.Where(h => h.Home is null).Select(h => near(h.Unit)!).Distinct().ToList();
        if (open.Count > 0)
        {
            faults.Add("V622", "districts", 0, string.Join(", ", open.Take(8)), "a new district for each place that votes",
                LocalizedText.Say("scenario.fault-the-new-districts-do-not-cover-of-the", ("open", open.Count), ("open2", string.Join(", ", open.Take(8)))));
        }

        return homes.Where(h => h.Home is not null).ToDictionary(h => h.Unit, h => h.Home!);
    }

    static CountedContest Counted(
        CountedContest contest, Contest source, ImmutableArray<string> units, Dictionary<string, string> homeOf, Dictionary<string, int> seats, Dictionary<string, string?> oldOf, PlaceTree places)
    {
        var root = seats.Count == 1 ? seats.Keys.Single() : "whole";
        while (seats.Count > 1 && (seats.ContainsKey(root) || units.Contains(root)))
        {
            root += "*";
        }

        // A unit may bear the name of its new district: it then lies in it under another.
        string UnitId(string unit) => seats.ContainsKey(unit) || unit == root ? $"{unit} (unit)" : unit;
        var tree = new PlaceTree(
        [
            new Place(root, null, "whole", places.Root.Name),
            .. seats.Keys.Where(h => h != root).Select(h => new Place(h, root, "district", places.Contains(h) ? places[h].Name : h)),
            .. units.Select(u => new Place(UnitId(u), homeOf[u], "unit", places[u].Name) { Voters = places.VotersOf(u) }),
        ]);
        var (candidacies, returns, torn) = Placed(source, units, homeOf, oldOf, contest.Votes, UnitId);
        var laid = new Contest
        {
            Id = source.Id,
            Title = source.Title,
            Date = source.Date,
            Round = source.Round,
            Balance = source.Balance,

            // Whoever was not on the ballot of a unit's old district has no vote there; what was missing there is added below.
            AbsentIsZero = true,
            Seats = seats.ToImmutableSortedDictionary(),
            Candidacies = candidacies,
            Returns = returns,
            Awaited = [.. source.Awaited.Where(units.Contains).Select(UnitId)],
        };
        var lacking = units.Where(u => oldOf[u] is not null).GroupBy(u => homeOf[u]).ToDictionary(g => g.Key, g => g.Select(u => oldOf[u]!).ToHashSet());
        var counted = ContestVotes.Of(laid, tree);
        var made = contest with
        {
            Votes = counted with
            {
                Congress = contest.Votes.Congress,

                // Lots of ties that do not come up are left out at the end.
                Lots = [.. contest.Votes.Lots.Where(l => counted.Districts.Any(d => d.District == l.District))],
                Districts = [.. counted.Districts.Select(d => d with { Missing = [.. d.Missing.Concat(contest.Votes.Districts.Where(o => lacking[d.District].Contains(o.District)).SelectMany(o => o.Missing)).Distinct()] })],
            },
        };
        return torn == 0 ? made : made.Noting(
            "V626",
            LocalizedText.Say("scenario.fault-persons-had-votes-in-several-of-the-new", ("torn", torn)));
    }

    /// <summary>The ballot and the returns of the new districts.</summary>
    static (ImmutableArray<Candidacy> Candidacies, ImmutableArray<PollingStationReturn> Returns, int Torn) Placed(
        Contest source, ImmutableArray<string> units, Dictionary<string, string> homeOf, Dictionary<string, string?> oldOf, ContestVotes votes, Func<string, string> unitId)
    {
        var counted = votes.Districts.SelectMany(d => d.Votes).DistinctBy(v => v.Candidacy.Choice).ToDictionary(v => v.Candidacy.Choice, v => v.Candidacy);
        var byHome = new Dictionary<(int Choice, string Home), long>();
        foreach (var entry in source.Returns.Where(r => homeOf.ContainsKey(r.Place)).SelectMany(r => r.Votes.Select(v => (v.Choice, Home: homeOf[r.Place], v.Votes))))
        {
            byHome[(entry.Choice, entry.Home)] = byHome.GetValueOrDefault((entry.Choice, entry.Home)) + entry.Votes;
        }

        var homes = byHome.GroupBy(h => h.Key.Choice).ToDictionary(g => g.Key, g => g.OrderByDescending(h => h.Value).Select(h => h.Key.Home).ToList());
        var candidacies = ImmutableArray.CreateBuilder<Candidacy>();
        candidacies.AddRange(source.Candidacies.Select((c, i) => counted.GetValueOrDefault(c.Choice, c) with { District = homes.GetValueOrDefault(i) is [var only] ? only : c.Candidate.Length > 0 && homes.GetValueOrDefault(i) is [var first, ..] ? first : null }));
        var isOneSeat = source.Seats.Values.Sum() == 1;
        var torn = homes.Where(h => h.Value.Count > 1 && source.Candidacies[h.Key].Candidate.Length > 0 && !isOneSeat).Select(h => h.Key).ToHashSet();
        var elsewhere = new Dictionary<int, int>();
        foreach (var i in torn)
        {
            var c = candidacies[i];
            elsewhere[i] = c.Kind == CandidacyKind.Independent || c.List.Length == 0 ? -1 : candidacies.Count;
            if (elsewhere[i] >= 0)
            {
                candidacies.Add(new Candidacy { Choice = $"{c.Choice} (list)", List = c.List, Party = c.Party, Subpact = c.Subpact, Kind = CandidacyKind.ListVote });
            }
        }

        foreach (var i in homes.Keys.Where(_ => isOneSeat))
        {
            candidacies[i] = candidacies[i] with { District = null };
        }

        int Seated(int choice, string home) => torn.Contains(choice) && candidacies[choice].District != home ? elsewhere[choice] : choice;
        ImmutableArray<PollingStationReturn> returns =
        [
            .. source.Returns.Where(r => homeOf.ContainsKey(r.Place)).Select(r => new PollingStationReturn(
                unitId(r.Place),
                r.Counts,
                [.. r.Votes.Select(v => (Choice: Seated(v.Choice, homeOf[r.Place]), v.Votes)).Where(v => v.Choice >= 0).GroupBy(v => v.Choice).OrderBy(g => g.Key).Select(g => new ChoiceVotes(g.Key, g.Sum(v => v.Votes), 0))],
                r.Row)),
        ];
        return (candidacies.ToImmutable(), returns, torn.Count);
    }
}
