using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>Where figures come from.</summary>
/// <param name="Id">The id that contests refer to.</param>
/// <param name="Title">What the publication is.</param>
/// <param name="Publisher">The official body behind it.</param>
/// <param name="Via">Where the copy was taken from, when not from the body itself.</param>
/// <param name="Url">Where it can be found; null if nowhere public.</param>
/// <param name="Note">What a reader must know of it; null if nothing.</param>
public sealed record Source(string Id, LocalizedText Title, string? Publisher, ImmutableArray<string> Via, string? Url, LocalizedText? Note);

/// <summary>Members of a chamber who share party and list.</summary>
/// <param name="Chamber">The chamber, such as <c>senate</c>.</param>
/// <param name="Party">Their party.</param>
/// <param name="List">The list they were elected on.</param>
/// <param name="Seats">How many they are, ≥ 0.</param>
/// <param name="Elected">The year of their election; null if the source does not say.</param>
/// <param name="Kind">How they stand to party and list.</param>
/// <param name="Position">Their place from left to right; null if the source does not say.</param>
public sealed record MemberGroup(
    string Chamber, string Party, string List, int Seats, int? Elected, MemberKind Kind = MemberKind.OfParty, int? Position = null)
{
    /// <summary>The chamber, such as <c>senate</c>.</summary>
    public string Chamber { get; init => field = Checked.Text(value, "chamber"); } = Checked.Text(Chamber, "chamber");

    /// <summary>How many they are, ≥ 0.</summary>
    public int Seats { get; init => field = Checked.AtLeast(0, value, $"seats in {Chamber}"); } = Checked.AtLeast(0, Seats, $"seats in {Chamber}");

    /// <summary>The row of the file of members; 0 if unknown.</summary>
    public int Row { get; init; }
}

/// <summary>How members of a chamber stand to party and list.</summary>
public enum MemberKind
{
    /// <summary>They are of a party.</summary>
    OfParty,

    /// <summary>They are of a list and of no party: among parties each acts alone.</summary>
    WithoutParty,

    /// <summary>They are of no list: each acts alone.</summary>
    Independent,
}

/// <summary>A point on the earth.</summary>
/// <param name="Longitude">Degrees east, −180 to 180.</param>
/// <param name="Latitude">Degrees north, −90 to 90.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude);

/// <summary>The outline of a place: closed rings, holes included.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="Rings">Rings of points, even-odd filled.</param>
public sealed record PlaceShape(string Place, ImmutableArray<ImmutableArray<GeoPoint>> Rings);

/// <summary>Outlines for a map of one level of places.</summary>
/// <param name="Level">The level whose places are drawn.</param>
/// <param name="Credit">Whom to credit, with the licence.</param>
/// <param name="Shapes">One outline a place; places without one are not drawn.</param>
public sealed record ElectionMap(string Level, LocalizedText Credit, ImmutableArray<PlaceShape> Shapes);

/// <summary>An election: its places, its contests, and where its figures come from.</summary>
/// <remarks>Places and contests are checked against each other whichever of them changes, with <c>with</c> too.</remarks>
public sealed record Election
{
    /// <summary>The id, such as <c>cl-2021</c>.</summary>
    public required string Id { get; init => field = Checked.Text(value, "election"); }

    /// <summary>The title for people.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The country's code, in small letters (ISO 3166-1).</summary>
    public required string Country { get; init; }

    /// <summary>The day of its main vote.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The places.</summary>
    public required PlaceTree Places { get; init => field = Fitting(value, Contests, value); }

    /// <summary>The names of the levels for people, by level.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> LevelNames { get; init; } = ImmutableSortedDictionary<string, LocalizedText>.Empty;

    /// <summary>The names for people of the groups of voters that have places of their own.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> VotersNames { get; init; } = ImmutableSortedDictionary<string, LocalizedText>.Empty;

    /// <summary>The names of the chambers for people, by the name that the members have.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> ChamberNames { get; init; } = ImmutableSortedDictionary<string, LocalizedText>.Empty;

    /// <summary>The contests, in the order of the election file; the places and contests that they name are of this election.</summary>
    public required ImmutableArray<Contest> Contests { get; init => field = Fitting(Places, Related(value), value); }

    /// <summary>The sources.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>The members of the chambers after the election.</summary>
    public ImmutableArray<MemberGroup> Members { get; init; } = [];

    /// <summary>The file of members, as findings name it.</summary>
    public string MembersFile { get; init; } = "";

    /// <summary>How lists are shown through all contests; empty if the folder does not say.</summary>
    public ImmutableArray<ListLook> Lists { get; init; } = [];

    /// <summary>Where the places of lists from left to right come from; null if nothing says.</summary>
    public LocalizedText? ListsNote { get; init; }

    /// <summary>The name of the quorums of its chambers; null if it names none.</summary>
    public string? Quorums { get; init; }

    /// <summary>Outlines of places; null if there are none.</summary>
    public ElectionMap? Map { get; init; }

    /// <summary>The name of a level for people.</summary>
    /// <param name="level">A level of the place tree.</param>
    public LocalizedText LevelName(string level) => LevelNames.GetValueOrDefault(level) ?? LocalizedText.Same(level);

    /// <summary>The name of a group of voters for people.</summary>
    /// <param name="voters">A group of the place tree.</param>
    public LocalizedText VotersName(string voters) => VotersNames.GetValueOrDefault(voters) ?? LocalizedText.Same(voters);

    /// <summary>The name of a chamber for people.</summary>
    /// <param name="chamber">A chamber of the members.</param>
    public LocalizedText ChamberName(string chamber) => ChamberNames.GetValueOrDefault(chamber) ?? LocalizedText.Same(chamber);

    /// <summary>The contest with an id, or null.</summary>
    /// <param name="id">A contest's id.</param>
    public Contest? Contest(string id) => Contests.FirstOrDefault(c => c.Id == id);

    static ImmutableArray<Contest> Related(ImmutableArray<Contest> contests)
    {
        Checked.Once(Checked.List(contests, "contests"), c => c.Id, "contest");
        foreach (var contest in contests)
        {
            if (contest.FirstRound is { } first && (first == contest.Id || !contests.Any(c => c.Id == first)))
            {
                throw Dangling(contest.Id, "first-round", first, contests.Select(c => c.Id).Where(id => id != contest.Id));
            }

            if (contest.VotersOf is { } voted && !contests.Any(c => c.Id == voted && c.Kind != ContestKind.Voters))
            {
                throw Dangling(contest.Id, "voters-of", voted, contests.Where(c => c.Kind != ContestKind.Voters).Select(c => c.Id));
            }
        }

        return contests;
    }

    /// <summary>A part of the election, if every place that a contest names is one of its places.</summary>
    static T Fitting<T>(PlaceTree? places, ImmutableArray<Contest> contests, T part)
    {
        if (places is null || contests.IsDefault)
        {
            return part;
        }

        foreach (var contest in contests)
        {
            var named = contest.Returns.Select(u => ("returns", u.Place))
                .Concat(contest.Candidacies.Where(c => c.District is not null).Select(c => ("district", c.District!)))
                .Concat(contest.Seats.Keys.Select(d => ("seats", d)))
                .Concat(contest.Ballots.Select(b => ("ballots", b.Place)));
            foreach (var (field, place) in named)
            {
                if (!places.Contains(place))
                {
                    throw Dangling(contest.Id, field, place, [$"one of {places.Places.Length} places from '{places.Root.Id}' down"]);
                }
            }
        }

        return part;
    }

    static ArgumentException Dangling(string contest, string field, string found, IEnumerable<string> expected) =>
        new($"{contest}: '{found}' in '{field}' is not there. Expected: {string.Join(", ", expected.DefaultIfEmpty("(none)"))}.", field);
}
