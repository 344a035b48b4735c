using System.Collections.Immutable;
using Urna.Model;

namespace Urna.History;

/// <summary>People of a place in a year.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Place">The place's id.</param>
/// <param name="Year">The year.</param>
/// <param name="People">All of them; null if the source does not say.</param>
/// <param name="Adults">Those of voting age.</param>
/// <param name="Source">The id of the source.</param>
public sealed record PeopleCount(string Country, string Place, int Year, long? People, long Adults, string Source)
{
    /// <summary>All of them; null if the source does not say.</summary>
    public long? People { get; init => field = Least(value, "people"); } = Least(People, "people");

    /// <summary>Those of voting age.</summary>
    public long Adults { get; init => field = Least(value, "adults")!.Value; } = Least(Adults, "adults")!.Value;

    static long? Least(long? value, string what) => value is < 1 ? throw new ArgumentException($"{value} in '{what}'. Expected: 1 or more people.", what) : value;
}

/// <summary>A row of a table that lies beside the election folders.</summary>
/// <param name="File">The table, from the folder that holds the elections.</param>
/// <param name="Number">The row, the header being row 1.</param>
public sealed record TableRow(string File, int Number);

/// <summary>National figures of a vote, as a source states them: of votes without results here, or with more than those tell.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Date">The day.</param>
/// <param name="Election">The election's id.</param>
/// <param name="Contest">The contest's id.</param>
/// <param name="Title">The contest's title, where no folder has it.</param>
/// <param name="WithAbroad">Whether the vote abroad is in them.</param>
/// <param name="Counts">The figures.</param>
/// <param name="IsPreliminary">Whether the count was not final.</param>
/// <param name="Source">The id of the source.</param>
/// <param name="Note">What the source says of them; empty if nothing.</param>
public sealed record StatedTurnout(
    string Country, DateOnly Date, string Election, string Contest, LocalizedText Title, bool WithAbroad, ReportedCounts Counts, bool IsPreliminary, string Source, string Note)
{
    /// <summary>Where the table has it; null if it was not read from one.</summary>
    public TableRow? Row { get; init; }
}

/// <summary>Lists and parties that a family has in some elections.</summary>
/// <param name="Lists">Names of lists.</param>
/// <param name="Parties">Names of parties, whatever their list.</param>
/// <param name="Persons">Names of persons, where votes are for persons without a list.</param>
/// <param name="Only">The elections in which they are of the family; empty for all of the country.</param>
public sealed record FamilyMembers(ImmutableArray<string> Lists, ImmutableArray<string> Parties, ImmutableArray<string> Persons, ImmutableArray<string> Only);

/// <summary>Lists that are followed as one through elections: a statement of whoever wrote the table, and not of the law.</summary>
/// <param name="Id">The id, unique in the table.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Country">The country's code.</param>
/// <param name="Members">Its lists and parties.</param>
public sealed record ListFamily(string Id, LocalizedText Title, string Country, ImmutableArray<FamilyMembers> Members)
{
    /// <summary>The id, unique in the table.</summary>
    public string Id { get; init => field = Checked.Text(value, "family"); } = Checked.Text(Id, "family");

    /// <summary>Whether a candidacy of an election is of the family.</summary>
    /// <param name="election">The election.</param>
    /// <param name="candidacy">A candidacy of one of its contests.</param>
    public bool Has(Election election, Candidacy candidacy)
    {
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(candidacy);
        return election.Country == Country && Members.Any(m => (m.Only.IsEmpty || m.Only.Contains(election.Id))
            && (Among(m.Lists, candidacy.List) || Among(m.Parties, candidacy.Party) || Among(m.Persons, candidacy.Candidate)));
    }

    static bool Among(ImmutableArray<string> names, string name) => name.Length > 0 && names.Any(n => FoldedName.Of(n) == FoldedName.Of(name));
}

/// <summary>How a place came to be.</summary>
public enum PlaceChangeKind
{
    /// <summary>It was parted from others, which went on.</summary>
    Split,

    /// <summary>It is another place under a new number.</summary>
    Renumbered,

    /// <summary>Its borders were drawn anew: what bears its name before is another place.</summary>
    Redrawn,
}

/// <summary>What became of a place at a day.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Place">The place as it is since.</param>
/// <param name="Date">The first day of the new state.</param>
/// <param name="Kind">How.</param>
/// <param name="From">The places that it was of before.</param>
/// <param name="Note">What a reader must know.</param>
public sealed record PlaceChange(string Country, string Place, DateOnly Date, PlaceChangeKind Kind, ImmutableArray<string> From, LocalizedText Note);

/// <summary>What history needs beside counts.</summary>
public sealed record HistoryBook
{
    /// <summary>That of a folder without any.</summary>
    public static HistoryBook Empty { get; } = new();

    /// <summary>People by place and year, each once.</summary>
    public ImmutableArray<PeopleCount> People
    {
        get;
        init
        {
            field = value;
            people = value.ToDictionary(p => (p.Country, p.Place, p.Year));
        }
    } = [];

    /// <summary>National figures that sources state.</summary>
    public ImmutableArray<StatedTurnout> Turnouts { get; init; } = [];

    /// <summary>Families of lists, each id once.</summary>
    public ImmutableArray<ListFamily> Families { get; init => field = Distinct(value); } = [];

    /// <summary>What became of places.</summary>
    public ImmutableArray<PlaceChange> Changes { get; init; } = [];

    /// <summary>Levels whose places keep their ids through elections; the places of others cannot be followed.</summary>
    public ImmutableArray<string> Lasting { get; init; } = [];

    /// <summary>The sources.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    readonly Dictionary<(string Country, string Place, int Year), PeopleCount> people = [];

    /// <summary>The people of a place in a year; null where no source says.</summary>
    /// <param name="country">The country's code.</param>
    /// <param name="place">The place's id.</param>
    /// <param name="year">The year.</param>
    public PeopleCount? PeopleOf(string country, string place, int year) => people.GetValueOrDefault((country, place, year));

    /// <summary>A source in one line; its id where the book does not have it.</summary>
    /// <param name="id">The id.</param>
    public string SourceLine(string id) => Sources.FirstOrDefault(s => s.Id == id) is { } source ? LineOf(source) : id;

    /// <summary>A source in one line.</summary>
    internal static string LineOf(Source source) =>
        $"{(source.Publisher is { } body ? $"{body}: " : "")}{source.Title.English}{(source.Via.IsEmpty ? "" : $" ({string.Join(", ", source.Via)})")}";

    static ImmutableArray<ListFamily> Distinct(ImmutableArray<ListFamily> families)
    {
        Checked.Once(families, f => f.Id, "family");
        return families;
    }
}
