using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Count;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>A contest with all counts that its pages show, each made once.</summary>
public sealed class ContestView
{
    readonly Lineup lineup;
    readonly PlaceTree places;
    readonly FrozenDictionary<string, PlaceResult> byPlace;
    readonly ConcurrentDictionary<(int, string), ImmutableArray<double>> shares = [];
    readonly ConcurrentDictionary<string, ImmutableArray<PersonStanding>> persons = new(StringComparer.Ordinal);
    ILookup<string, PollingStationReturn>? returnsByTop;
    string? hash;

    internal ContestView(ContestAccount account, Election election, Palette palette, string name)
    {
        Account = account;
        Name = name;
        places = election.Places;
        lineup = new Lineup(account.Total, palette);
        Whole = lineup.Of(account.Total);
        var tops = TopPlaces();
        FirstLevel = tops.CountBy(p => p.Level).OrderByDescending(p => p.Value).Select(p => p.Key).FirstOrDefault() ?? "";
        LeftOut = [.. tops.Where(p => p.Level != FirstLevel)];
        FirstPlaces = FirstLevel.Length == 0 ? [] : [.. tops.Select(p => p.Level).Distinct().SelectMany(By)
            .Where(r => tops.Contains(r.Count.Place)).OrderBy(r => places.Places.IndexOf(r.Count.Place))];
        Without = LeftOut.IsEmpty ? null : lineup.Of(Tabulate.Whole(Contest, places, [.. LeftOut.Select(p => p.Id)]));
        ByVoters = [.. Tabulate.ByVoters(Contest, places).Select(lineup.Of)];
        MapPlaces = election.Map is { } map ? [.. By(map.Level)] : [];
        byPlace = FirstPlaces.Concat(MapPlaces).DistinctBy(r => r.Count.Place.Id).ToFrozenDictionary(r => r.Count.Place.Id);
        Votes = account.Votes is { } votes ? votes.Districts.ToFrozenDictionary(d => d.District) : FrozenDictionary<string, DistrictVotes>.Empty;
    }

    /// <summary>What the chain says of it.</summary>
    public ContestAccount Account { get; }

    /// <summary>The contest.</summary>
    public Contest Contest => Account.Contest;

    /// <summary>Its name in names of files.</summary>
    public string Name { get; }

    /// <summary>The page of its results.</summary>
    public string ResultsFile => $"results-{Name}.html";

    /// <summary>The page that other sites embed.</summary>
    public string EmbedFile => $"embed-{Name}.html";

    /// <summary>The picture of its seats; only of a chamber.</summary>
    public string SeatsPicture => $"seats-{Name}.svg";

    /// <summary>The page of its seats.</summary>
    public string SeatsFile => $"seats-{Name}.html";

    /// <summary>Whether lists are compared, not choices.</summary>
    public bool ByList => lineup.ByList;

    /// <summary>Who contends.</summary>
    public ImmutableArray<Contender> Contenders => lineup.Contenders;

    /// <summary>The count over all places.</summary>
    public PlaceResult Whole { get; }

    /// <summary>The level of most places directly below the root; empty if none lies below it.</summary>
    public string FirstLevel { get; }

    /// <summary>Places directly below the root that are of another level, such as the vote abroad.</summary>
    public ImmutableArray<Place> LeftOut { get; }

    /// <summary>The count without <see cref="LeftOut"/>; null where nothing is left out.</summary>
    public PlaceResult? Without { get; }

    /// <summary>The counts of the places directly below the root.</summary>
    public ImmutableArray<PlaceResult> FirstPlaces { get; }

    /// <summary>The counts by group of voters, where their ballots were counted apart; empty where they were not.</summary>
    public ImmutableArray<PlaceResult> ByVoters { get; }

    /// <summary>The counts at the level of the map; empty where the contest has none there.</summary>
    public ImmutableArray<PlaceResult> MapPlaces { get; }

    /// <summary>The seats, where a law fills any.</summary>
    public ContestAllocation? Allocation => Account.Allocation;

    /// <summary>Whether districts have several seats, so that lists share them.</summary>
    public bool IsChamber => Contest.Kind == ContestKind.Election && Allocation is { } allocation && allocation.Districts.Any(d => d.Seats > 1);

    /// <summary>Whether only persons stand, and no lists; then shares of lists say nothing.</summary>
    public bool IsOfPersons => Contest.Candidacies.All(c => c.Kind == CandidacyKind.Independent);

    /// <summary>Whether it is several races, whose votes are not to be added: a primary by pact, persons district by district.</summary>
    public bool HasRaces => Contest.Kind == ContestKind.Primary
        ? Contest.Candidacies.Select(c => c.ListName).Distinct().Skip(1).Any()
        : Contest.Kind == ContestKind.Election && IsOfPersons && Contest.Candidacies.Select(c => c.District).Distinct().Skip(1).Any();

    /// <summary>The race of a candidacy: its list in a primary, else its district's id.</summary>
    internal string RaceOf(Candidacy candidacy) => Contest.Kind == ContestKind.Primary ? candidacy.ListName : candidacy.District ?? places.Root.Id;

    /// <summary>Whether one seat is filled by one vote of all.</summary>
    public bool IsSingle => Allocation is { Districts: [{ Seats: 1 }] };

    internal FrozenDictionary<string, DistrictVotes> Votes { get; }

    internal IEnumerable<long> VotesOf(string district) => Votes.TryGetValue(district, out var votes) ? votes.Votes.Select(v => v.Votes) : [];

    /// <summary>The count of a place of the first level or the map's; null where there is none.</summary>
    /// <param name="place">A place's id.</param>
    public PlaceResult? At(string place) => byPlace.GetValueOrDefault(place);

    /// <summary>A contender's shares in all places of a level, each reckoned once.</summary>
    internal ImmutableArray<double> Shares(int contender, string level, Func<PlaceResult, double?> share) => shares.GetOrAdd(
        (contender, level), _ => [.. byPlace.Values.Where(r => r.Count.Place.Level == level).Select(share).OfType<double>()]);

    /// <summary>How far every person of a district was from a seat, reckoned once.</summary>
    internal ImmutableArray<PersonStanding> PersonsOf(DistrictVotes votes) => persons.GetOrAdd(votes.District, _ => PersonMargins.Of(Allocation!.Rule, votes));

    /// <summary>The hash of its votes, reckoned once.</summary>
    internal string Hash(Func<string> reckon) => hash ??= reckon();

    /// <summary>The contender of a list, by the name that results give it.</summary>
    /// <param name="listName">A list of the allocation.</param>
    public Contender Of(string listName) => Contenders[lineup.Of(listName)];

    /// <summary>The counts below a place of the first level: at the map's level, else directly below it.</summary>
    /// <param name="place">The place.</param>
    internal ImmutableArray<PlaceResult> Below(Place place)
    {
        var onMap = MapPlaces.Where(r => r.Count.Place.Id != place.Id && places.IsWithin(r.Count.Place.Id, place.Id)).ToImmutableArray();
        if (!onMap.IsEmpty)
        {
            return onMap;
        }

        returnsByTop ??= Contest.Returns.ToLookup(u => TopOf(u.Place));
        var inside = Contest with { Returns = [.. returnsByTop[place.Id].Where(u => u.Place != place.Id)] };
        var children = places.Children(place.Id);
        return inside.Returns.IsEmpty || children.IsEmpty ? []
            : [.. Tabulate.By(inside, places, children[0].Level).Where(t => t.Place.Parent == place.Id).Select(lineup.Of)];
    }

    IEnumerable<PlaceResult> By(string level) =>
        Tabulate.By(Contest, places, level).Where(t => t.Place.Level == level).Select(lineup.Of);

    /// <summary>The places directly below the root that hold returns.</summary>
    List<Place> TopPlaces()
    {
        var tops = Contest.Returns.Select(u => TopOf(u.Place)).ToHashSet();
        return [.. places.Children(places.Root.Id).Where(p => tops.Contains(p.Id))];
    }

    /// <summary>The place directly below the root that a unit lies in; the root for itself.</summary>
    string TopOf(string unit)
    {
        var place = places[unit];
        while (place.Parent is { } parent && parent != places.Root.Id)
        {
            place = places[parent];
        }

        return place.Id;
    }
}
