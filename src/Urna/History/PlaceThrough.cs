using System.Collections.Immutable;
using Urna.Model;

namespace Urna.History;

/// <summary>A place that is followed through elections: the same country, level and id.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Level">Its level.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, as the latest election has it.</param>
public sealed record PlaceThrough(string Country, string Level, string Id, string Name)
{
    /// <summary>The name by which it is told from the places of other countries.</summary>
    public string FullId => $"{Country}/{Id}";

    /// <summary>The places that a name may mean, by id, by name, or by country and id as <c>cl/13101</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="elections">The elections.</param>
    /// <param name="lasting">Levels whose places keep their ids; the roots always do.</param>
    public static ImmutableArray<PlaceThrough> Named(string name, IEnumerable<Election> elections, ImmutableArray<string> lasting)
    {
        var all = All(elections, lasting);
        var byId = all.Where(p => p.Id == name || p.FullId == name).ToImmutableArray();
        var folded = FoldedName.Of(name);
        return byId.IsEmpty ? [.. all.Where(p => FoldedName.Of(p.Name) == folded)] : byId;
    }

    /// <summary>Every place that can be followed, each once.</summary>
    /// <param name="elections">The elections.</param>
    /// <param name="lasting">Levels whose places keep their ids; the roots always do.</param>
    public static ImmutableArray<PlaceThrough> All(IEnumerable<Election> elections, ImmutableArray<string> lasting) =>
    [
        .. elections.OrderByDescending(e => e.Date).ThenBy(e => e.Id, StringComparer.Ordinal)
            .SelectMany(e => e.Places.Places.Where(p => p.Id == e.Places.Root.Id || lasting.Contains(p.Level)).Select(p => new PlaceThrough(e.Country, p.Level, p.Id, p.Name)))
            .DistinctBy(p => (p.Country, p.Level, p.Id)),
    ];

    /// <summary>The place in an election; null if it has none of its level and id.</summary>
    /// <param name="election">The election.</param>
    public Place? In(Election election)
    {
        ArgumentNullException.ThrowIfNull(election);
        return election.Country == Country && election.Places.Contains(Id) && election.Places[Id] is var place && place.Level == Level ? place : null;
    }
}
