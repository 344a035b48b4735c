using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>The places of an election, from the country down to the units that report.</summary>
public sealed class PlaceTree
{
    readonly FrozenDictionary<string, Place> byId;
    readonly FrozenDictionary<string, ImmutableArray<Place>> children;
    readonly ImmutableArray<string> levels;

    /// <summary>Builds the tree.</summary>
    /// <param name="places">All places: one root, every other below a place of the same list, in any order.</param>
    /// <exception cref="ArgumentException">A place stands twice, has an unknown parent, is its own ancestor, or there is not one root.</exception>
    public PlaceTree(ImmutableArray<Place> places)
    {
        if (FaultIn(Checked.List(places, "places")) is { } fault)
        {
            throw new ArgumentException(fault.Message.English, nameof(places));
        }

        Places = places;
        byId = places.ToFrozenDictionary(p => p.Id);
        children = places.Where(p => p.Parent is not null).GroupBy(p => p.Parent!)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        Root = places.Single(p => p.Parent is null);
        var depths = DepthsOf(places, places.Select((p, i) => (p.Id, i)).ToDictionary());
        levels = [.. places.Select((p, i) => (p.Level, Depth: depths[i])).OrderBy(p => p.Depth).Select(p => p.Level).Distinct()];
    }

    /// <summary>All places, in the order of the source.</summary>
    public ImmutableArray<Place> Places { get; }

    /// <summary>The place that contains all others.</summary>
    public Place Root { get; }

    /// <summary>The levels from the root down, each once, in the order in which a walk meets them.</summary>
    public ImmutableArray<string> Levels => levels;

    /// <summary>The groups of voters that have places of their own, in the order of the source.</summary>
    public ImmutableArray<string> Voters => [.. Places.Select(p => p.Voters).OfType<string>().Distinct()];

    /// <summary>The group of voters whose ballots alone are counted in a place; null for everybody's.</summary>
    /// <param name="id">An id of this tree.</param>
    public string? VotersOf(string id)
    {
        var place = this[id];
        while (place is { Voters: null, Parent: { } parent })
        {
            place = byId[parent];
        }

        return place.Voters;
    }

    /// <summary>The place with an id.</summary>
    /// <param name="id">An id of this tree.</param>
    /// <exception cref="ArgumentException">No place has the id.</exception>
    public Place this[string id] => byId.GetValueOrDefault(id)
        ?? throw new ArgumentException($"'{id}' is not a place. Expected: one of {Places.Length} places from '{Root.Id}' down.", nameof(id));

    /// <summary>Whether a place has this id.</summary>
    /// <param name="id">Any text.</param>
    public bool Contains(string id) => byId.ContainsKey(id);

    /// <summary>The places directly below one.</summary>
    /// <param name="id">An id of this tree.</param>
    public ImmutableArray<Place> Children(string id) => children.GetValueOrDefault(id, []);

    /// <summary>A place and those above it, up to the root.</summary>
    /// <param name="id">An id of this tree.</param>
    public IEnumerable<Place> Line(string id)
    {
        for (var place = this[id]; ; place = byId[place.Parent])
        {
            yield return place;
            if (place.Parent is null)
            {
                yield break;
            }
        }
    }

    /// <summary>The place of a level that contains one, or null where its line has none.</summary>
    /// <param name="id">An id of this tree.</param>
    /// <param name="level">A level's name.</param>
    public Place? At(string id, string level)
    {
        var place = this[id];
        while (place.Level != level && place.Parent is { } parent)
        {
            place = byId[parent];
        }

        return place.Level == level ? place : null;
    }

    /// <summary>Finds for any place the nearest on its line that is wanted, or null; each parent is looked at once.</summary>
    /// <param name="wanted">Whether a place is wanted.</param>
    public Func<string, string?> Nearest(Func<string, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var found = new Dictionary<string, string?>();
        return Find;

        string? Find(string id)
        {
            var passed = new List<string>();
            string? nearest = null;
            for (var at = id; at is not null && !found.TryGetValue(at, out nearest); at = byId[at].Parent)
            {
                passed.Add(at);
                if (wanted(at))
                {
                    nearest = at;
                    break;
                }
            }

            foreach (var place in passed)
            {
                found[place] = nearest;
            }

            return nearest;
        }
    }

    /// <summary>Whether <paramref name="id"/> is <paramref name="ancestor"/> or lies below it.</summary>
    /// <param name="id">An id of this tree.</param>
    /// <param name="ancestor">Another, or the same.</param>
    public bool IsWithin(string id, string ancestor)
    {
        var place = this[id];
        while (place.Id != ancestor && place.Parent is { } parent)
        {
            place = byId[parent];
        }

        return place.Id == ancestor;
    }

    /// <summary>What keeps a list of places from being a tree, or null if nothing does.</summary>
    /// <param name="places">Places in any order.</param>
    /// <returns>The first fault: the index of its place, the value got, and a sentence.</returns>
    public static (int Index, string Found, LocalizedText Message)? FaultIn(ImmutableArray<Place> places)
    {
        var index = new Dictionary<string, int>();
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Id.Length == 0)
            {
                return (i, "", LocalizedText.Say("v111.no-id"));
            }

            if (!index.TryAdd(places[i].Id, i))
            {
                return (i, places[i].Id, LocalizedText.Say("v111.stands-twice", ("place", places[i].Id)));
            }
        }

        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Parent is { } parent && !index.ContainsKey(parent))
            {
                return (i, parent, LocalizedText.Say("v111.lies-in-no-place", ("place", places[i].Id), ("parent", parent)));
            }
        }

        return LoopIn(places, index) ?? RootFaultIn(places);
    }

    static (int, string, LocalizedText)? LoopIn(ImmutableArray<Place> places, Dictionary<string, int> index) =>
        DepthsOf(places, index) is var depths && Array.IndexOf(depths, 0) is >= 0 and var i ? (i, places[i].Id, LocalizedText.Say("v111.lies-in-itself", ("place", places[i].Id))) : null;

    /// <summary>How deep each place lies, the root at 1; 0 where a place lies in itself. Each place is walked over once.</summary>
    static int[] DepthsOf(ImmutableArray<Place> places, Dictionary<string, int> index)
    {
        const int open = -1;
        var depths = new int[places.Length];
        var line = new List<int>();
        for (var i = 0; i < places.Length; i++)
        {
            line.Clear();
            var at = i;
            while (at >= 0 && depths[at] == 0)
            {
                depths[at] = open;
                line.Add(at);
                at = places[at].Parent is { } parent ? index[parent] : -1;
            }

            // The walk ended above the root, at a place whose depth is known, or in a place of its own line.
            var above = at < 0 ? 0 : depths[at];
            for (var n = line.Count - 1; n >= 0; n--)
            {
                depths[line[n]] = above == open ? open : ++above;
            }
        }

        return Array.ConvertAll(depths, d => Math.Max(d, 0));
    }

    static (int, string, LocalizedText)? RootFaultIn(ImmutableArray<Place> places)
    {
        var roots = places.Select((p, i) => (p, i)).Where(x => x.p.Parent is null).ToList();
        return roots.Count switch
        {
            1 => null,
            0 => (0, "", LocalizedText.Say("v111.no-root")),
            _ => (roots[1].i, roots[1].p.Id, LocalizedText.Say("v111.two-roots", ("place", roots[0].p.Id), ("other", roots[1].p.Id))),
        };
    }
}
