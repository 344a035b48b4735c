using System.Collections.Concurrent;
using System.Collections.Immutable;
using Urna.Model;
using Urna.Report.Pictures;

namespace Urna.Report.Views;

/// <summary>The maps of an election, each drawn once for all its contests.</summary>
sealed class MapShelf(Election election)
{
    readonly ConcurrentDictionary<string, ImmutableArray<MapPanel>> drawn = new(StringComparer.Ordinal);

    /// <summary>The map of a place; no panel where there are no outlines in it.</summary>
    /// <param name="place">The root for the whole country.</param>
    public ImmutableArray<MapPanel> Of(string place) => drawn.GetOrAdd(place, Draw);

    ImmutableArray<MapPanel> Draw(string place)
    {
        var shapes = election.Map?.Shapes.Where(s => election.Places.IsWithin(s.Place, place)).ToImmutableArray() ?? [];
        return place == election.Places.Root.Id ? MapLayout.Draw(shapes, 960, 620) : MapLayout.Draw(shapes, 720, 600);
    }
}
