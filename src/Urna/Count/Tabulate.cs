using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Count;

/// <summary>Adds up the returns of a contest at any level of its places.</summary>
/// <remarks>Every unit is counted once and in one place: a unit whose line has no place of the level stands for itself.</remarks>
public static class Tabulate
{
    /// <summary>The whole contest.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="without">Places whose units are left out.</param>
    public static Tabulation Whole(Contest contest, PlaceTree places, ImmutableArray<string> without = default) =>
        Sum(contest, places.Root, Kept(contest, places, without), new Ballots(contest, places));

    /// <summary>One place of the contest.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="place">The place's id.</param>
    /// <param name="without">Places whose units are left out.</param>
    public static Tabulation At(Contest contest, PlaceTree places, string place, ImmutableArray<string> without = default) =>
        Sum(contest, places[place], [.. Kept(contest, places, without).Where(u => places.IsWithin(u.Place, place))], new Ballots(contest, places));

    /// <summary>The contest by the places of a level, in the order of the places.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="level">The level, such as <c>region</c>.</param>
    /// <param name="without">Places whose units are left out.</param>
    public static ImmutableArray<Tabulation> By(Contest contest, PlaceTree places, string level, ImmutableArray<string> without = default)
    {
        var ballots = new Ballots(contest, places);
        var groups = Kept(contest, places, without).GroupBy(u => (places.At(u.Place, level) ?? places[u.Place]).Id)
            .ToDictionary(g => g.Key, g => g.ToList());
        return [.. places.Places.Where(p => groups.ContainsKey(p.Id)).Select(p => Sum(contest, p, groups[p.Id], ballots))];
    }

    /// <summary>The level that a count by group of voters states.</summary>
    public const string VotersLevel = "voters";

    /// <summary>The contest by group of voters, where their ballots were counted apart; empty where no unit is of one group.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="without">Places whose units are left out.</param>
    /// <returns>A count for each group, then, under an empty id, one of the units that are everybody's, if there are any.</returns>
    public static ImmutableArray<Tabulation> ByVoters(Contest contest, PlaceTree places, ImmutableArray<string> without = default)
    {
        var ballots = new Ballots(contest, places);
        var units = Kept(contest, places, without).ToLookup(u => places.VotersOf(u.Place) ?? "");
        return units.All(g => g.Key.Length == 0)
            ? []
            : [.. places.Voters.Append("").Where(units.Contains)
                .Select(group => Sum(contest, new Place(group, places.Root.Id, VotersLevel, group), [.. units[group]], ballots))];
    }

    static List<PollingStationReturn> Kept(Contest contest, PlaceTree places, ImmutableArray<string> without)
    {
        if (without.IsDefaultOrEmpty)
        {
            return [.. contest.Returns];
        }

        // A place that is not there would leave nothing out, and the total would be another than was asked for.
        var left = without.Select(id => places[id].Id).ToHashSet();
        return [.. contest.Returns.Where(u => !places.Line(u.Place).Any(p => left.Contains(p.Id)))];
    }

    static Tabulation Sum(Contest contest, Place place, List<PollingStationReturn> units, Ballots ballots)
    {
        Total registered = default, cast = default, valid = default, blank = default, none = default;
        var known = new long[contest.Candidacies.Length];
        var stated = new int[contest.Candidacies.Length];
        var expected = new int[contest.Candidacies.Length];
        foreach (var unit in units)
        {
            foreach (var choice in ballots.At(unit.Place))
            {
                expected[choice]++;
            }

            foreach (var entry in unit.Votes)
            {
                known[entry.Choice] += entry.Votes;
                stated[entry.Choice]++;
            }

            var counts = UnitCounts.Of(unit, contest.Balance, ballots.AreCompleteIn(unit));
            registered = registered.Plus(counts.Registered);
            cast = cast.Plus(counts.Cast);
            valid = valid.Plus(counts.Valid);
            blank = blank.Plus(counts.Blank);
            none = none.Plus(counts.Null);
        }

        var choices = Enumerable.Range(0, known.Length).Where(c => expected[c] > 0 || stated[c] > 0 || units.Count == 0)
            .Select(c => new ChoiceTotal(c, new Total(known[c], contest.AbsentIsZero ? 0 : Math.Max(0, expected[c] - stated[c]))));
        return new Tabulation(contest, place, units.Count, registered, cast, valid, blank, none, [.. choices]);
    }
}
