using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>Places that vote in a contest though its results do not speak of them yet.</summary>
public static class AwaitedUnits
{
    /// <summary>The contests, each with the places that it awaits.</summary>
    /// <param name="contests">The contests of an election.</param>
    /// <param name="places">Its places.</param>
    /// <remarks>
    /// A place votes in a contest that fills seats if it reports in another of the same day, lies in one of the contest's districts, and is of a level
    /// that reports in the contest. Places that stand in no results of the day may not have existed: finding V206 names them.
    /// </remarks>
    public static ImmutableArray<Contest> In(ImmutableArray<Contest> contests, PlaceTree places) =>
        [.. contests.Select(c => c.Seats.IsEmpty || c.Returns.IsEmpty || c.Kind == ContestKind.Voters ? c : c with { Awaited = Of(c, contests, places) })];

    static ImmutableArray<string> Of(Contest contest, ImmutableArray<Contest> contests, PlaceTree places)
    {
        var own = contest.Returns.Select(u => u.Place).ToHashSet();
        var above = own.SelectMany(id => places.Line(id).Skip(1).Select(p => p.Id)).ToHashSet();
        var levels = own.Select(id => places[id].Level).ToHashSet();
        var (reporting, district) = (places.Nearest(own.Contains), places.Nearest(contest.Seats.ContainsKey));
        return
        [
            .. contests.Where(c => c != contest && c.Date == contest.Date && c.Kind != ContestKind.Voters).SelectMany(c => c.Returns).Select(u => u.Place).Distinct()
                .Where(id => levels.Contains(places[id].Level) && !above.Contains(id) && reporting(id) is null && district(id) is not null),
        ];
    }
}
