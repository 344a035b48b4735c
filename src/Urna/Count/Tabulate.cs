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
        new UnitSum(contest, new Ballots(contest, places)).Of(places.Root, Kept(contest, places, without), Awaited(contest, places, without), All(without));

    /// <summary>One place of the contest.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="place">The place's id.</param>
    /// <param name="without">Places whose units are left out.</param>
    public static Tabulation At(Contest contest, PlaceTree places, string place, ImmutableArray<string> without = default) =>
        new UnitSum(contest, new Ballots(contest, places)).Of(
            places[place],
            [.. Kept(contest, places, without).Where(u => places.IsWithin(u.Place, place))],
            [.. Awaited(contest, places, without).Where(id => places.IsWithin(id, place))],
            All(without));

    /// <summary>Several places of the contest together, each unit once, under the name of the whole.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="together">The ids of the places.</param>
    /// <param name="without">Places whose units are left out.</param>
    public static Tabulation Together(Contest contest, PlaceTree places, ImmutableArray<string> together, ImmutableArray<string> without = default)
    {
        bool IsIn(string unit) => together.Any(p => places.IsWithin(unit, p));
        return new UnitSum(contest, new Ballots(contest, places)).Of(
            places.Root, [.. Kept(contest, places, without).Where(u => IsIn(u.Place))], [.. Awaited(contest, places, without).Where(IsIn)], without: null);
    }

    /// <summary>Some units of the contest that have reported, under the name of the whole.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="isMeant">Which units.</param>
    internal static Tabulation Some(Contest contest, PlaceTree places, Func<PollingStationReturn, bool> isMeant) =>
        new UnitSum(contest, new Ballots(contest, places)).Of(places.Root, [.. contest.Returns.Where(isMeant)], [], without: null);

    /// <summary>The contest by the places of a level, in the order of the places.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="level">The level, such as <c>region</c>.</param>
    /// <param name="without">Places whose units are left out.</param>
    public static ImmutableArray<Tabulation> By(Contest contest, PlaceTree places, string level, ImmutableArray<string> without = default) =>
        Grouped(contest, places, id => (places.At(id, level) ?? places[id]).Id, without);

    /// <summary>The count of each district when it is asked for, so that those of many districts are never held together.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <returns>The count of a district; null where it has no unit.</returns>
    /// <remarks>A unit counts for the nearest place with seats; units outside all districts are left out.</remarks>
    internal static Func<Place, Tabulation?> EachDistrict(Contest contest, PlaceTree places)
    {
        var districts = contest.Seats.Keys.Concat(contest.SeatsByLaw).ToHashSet();
        var above = districts.Where(places.Contains).SelectMany(d => places.Line(d).Where(p => p.Id != d)).Select(p => p.Id).ToHashSet();
        return Each(contest, places, places.Nearest(districts.Contains), default, place => !above.Contains(place.Id));
    }

    static ImmutableArray<Tabulation> Grouped(Contest contest, PlaceTree places, Func<string, string?> groupOf, ImmutableArray<string> without) =>
        [.. places.Places.Select(Each(contest, places, groupOf, without, _ => true)).OfType<Tabulation>()];

    static Func<Place, Tabulation?> Each(Contest contest, PlaceTree places, Func<string, string?> groupOf, ImmutableArray<string> without, Func<Place, bool> isWhole)
    {
        var sum = new UnitSum(contest, new Ballots(contest, places));
        var units = Kept(contest, places, without).ToLookup(u => groupOf(u.Place));
        var awaited = Awaited(contest, places, without).ToLookup(groupOf);
        return place => units.Contains(place.Id) || awaited.Contains(place.Id) ? sum.Of(place, [.. units[place.Id]], [.. awaited[place.Id]], isWhole(place) ? All(without) : null) : null;
    }

    /// <summary>The level that a count by group of voters states.</summary>
    public const string VotersLevel = "voters";

    /// <summary>The levels by which an election may be counted: those of its places, and groups of voters where it knows any.</summary>
    /// <param name="places">The places.</param>
    public static ImmutableArray<string> LevelsOf(PlaceTree places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return places.Voters.IsEmpty ? places.Levels : places.Levels.Add(VotersLevel);
    }

    /// <summary>The counts of a contest: the whole, or one a place or group of voters, under the names that people have for them.</summary>
    /// <param name="election">The election.</param>
    /// <param name="contest">Its contest.</param>
    /// <param name="by">One of <see cref="LevelsOf"/>; null for the whole.</param>
    /// <param name="without">Places whose units are left out.</param>
    /// <param name="language">The language of names of groups.</param>
    public static ImmutableArray<Tabulation> Rows(Election election, Contest contest, string? by, ImmutableArray<string> without, Language language)
    {
        ArgumentNullException.ThrowIfNull(election);
        return by switch
        {
            null => [Whole(contest, election.Places, without)],
            VotersLevel => [.. ByVoters(contest, election.Places, without).Select(t => t with { Place = t.Place with { Name = t.Place.Id.Length > 0 ? election.VotersName(t.Place.Id).In(language) : Catalogue.Say("term.everybodys-boxes", language) } })],
            _ => By(contest, election.Places, by, without),
        };
    }

    /// <summary>The contest by group of voters, where their ballots were counted apart; empty where no unit is of one group.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="without">Places whose units are left out.</param>
    /// <returns>A count for each group, then, under an empty id, one of the units that are everybody's, if there are any.</returns>
    public static ImmutableArray<Tabulation> ByVoters(Contest contest, PlaceTree places, ImmutableArray<string> without = default)
    {
        var sum = new UnitSum(contest, new Ballots(contest, places));
        var units = Kept(contest, places, without).ToLookup(u => places.VotersOf(u.Place) ?? "");
        var awaited = Awaited(contest, places, without).ToLookup(id => places.VotersOf(id) ?? "");
        return units.All(g => g.Key.Length == 0)
            ? []
            : [.. places.Voters.Append("").Where(g => units.Contains(g) || awaited.Contains(g))
                .Select(group => sum.Of(new Place(group, places.Root.Id, VotersLevel, group), [.. units[group]], [.. awaited[group]], without: null))];
    }

    static ImmutableArray<string> All(ImmutableArray<string> without) => without.IsDefault ? [] : without;

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

    static List<string> Awaited(Contest contest, PlaceTree places, ImmutableArray<string> without) =>
        without.IsDefaultOrEmpty
            ? [.. contest.Awaited]
            : [.. contest.Awaited.Where(id => !places.Line(id).Any(p => without.Contains(p.Id)))];
}
