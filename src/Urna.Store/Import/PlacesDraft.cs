using System.Text.RegularExpressions;
using Urna.Model;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>The places of an election while rows are read.</summary>
sealed partial class PlacesDraft(FaultLog faults)
{
    readonly Dictionary<string, (Place Place, int Row)> byId = [];
    readonly Dictionary<string, int> units = [];
    readonly List<string> fused = [];
    readonly HashSet<(string Id, string? Parent)> told = [];
    readonly PlaceNames names = new();

    /// <summary>The places, in the order in which they first appear.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>The ids of the units, by number.</summary>
    public List<string> Units { get; } = [];

    /// <summary>The number of the unit that a row speaks of; −1 with a fault if it names none.</summary>
    public int UnitOf(SourceRow row, BoundPlaces places)
    {
        if (!places.IsAsBefore(row))
        {
            places.Unit = Find(row, places.Levels);
        }

        return places.Unit;
    }

    int Find(SourceRow row, BoundPlace[] levels)
    {
        string? parent = null;
        foreach (var (number, level) in levels.Index())
        {
            var id = level.Id.Of(row);
            if (id.Length == 0 || level.Id.LacksPart(row))
            {
                faults.Add(
                    "V115",
                    LocalizedText.Say("v115.row-the-id-of-the-is", ("row", row.Row), ("level", level.Level)),
                    row.File, row.Row, found: id, expected: "a value");
                return -1;
            }

            Add(row, id, parent, level);
            names.Look(row, byId[id].Place, level, isUnit: number == levels.Length - 1);
            parent = id;
        }

        if (!units.TryGetValue(parent!, out var unit))
        {
            units.Add(parent!, unit = Units.Count);
            Units.Add(parent!);
            NoteFused(row, levels[^1], parent!);
        }

        return unit;
    }

    /// <summary>Tells of the units that are several stations counted together.</summary>
    public void Close(string file)
    {
        names.Tell(faults);
        if (fused.Count > 0)
        {
            faults.Add(
                "V146",
                LocalizedText.Say(
                    "v146.units-are-several-stations-counted-together", ("fused", fused.Count),
                    ("fused2", string.Join(", ", fused.Take(3)))),
                file, found: $"{fused.Count}");
        }
    }

    void Add(SourceRow row, string id, string? parent, BoundPlace level)
    {
        if (!byId.TryGetValue(id, out var known))
        {
            if (level.Id.Columns.Select(c => row.Cells[c]).FirstOrDefault(SpreadsheetDate().IsMatch) is { } changed)
            {
                faults.Add(
                    "V144",
                    LocalizedText.Say("v144.row-looks-like-a-number-of", ("row", row.Row), ("changed", changed)),
                    row.File, row.Row, found: changed, expected: "a code such as 1-4", place: id);
            }

            var name = level.Name.Of(row);
            var place = new Place(id, parent, level.Level, name.Length > 0 ? name : id);
            byId.Add(id, (place, row.Row));
            Places.Add(place);
        }
        else if ((known.Place.Parent != parent || known.Place.Level != level.Level) && told.Add((id, parent)))
        {
            faults.Add(
                "V111",
                LocalizedText.Say(
                    "v111.row-lies-in-but-in-in", ("row", row.Row), ("id", id), ("parent", parent), ("parent2", known.Place.Parent),
                    ("row2", known.Row)),
                row.File, row.Row, level.Level, parent ?? "", known.Place.Parent ?? "", id);
        }
    }

    void NoteFused(SourceRow row, BoundPlace level, string unit)
    {
        if (level.Fused?.Of(row) is { Length: > 0 } stations && Several().IsMatch(stations))
        {
            fused.Add($"{unit} ({stations})");
        }
    }

    [GeneratedRegex(
        @"^(\d{1,2}[-/ .](jan|ene|feb|fev|fév|fev|mar|mär|apr|abr|avr|may|mai|jun|jui|juin|jul|juil|aug|ago|aoû|sep|sept|set|oct|okt|out|ott|nov|dec|dic|déc|dez)[a-zé]{0,7}\.?([-/ .]\d{2,4})?"
        + @"|(jan|ene|feb|fev|fév|mar|mär|apr|abr|avr|may|mai|jun|jui|jul|juil|aug|ago|aoû|sep|set|oct|okt|out|ott|nov|dec|dic|déc|dez)[a-zé]{0,7}\.?[-/ .]\d{1,4}"
        + @"|(19|20)\d\d-\d\d?-\d\d?( 00:00:00)?|\d{1,2}/\d{1,2}/(19|20)?\d\d)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SpreadsheetDate();

    [GeneratedRegex(@"\w+\s*[-+,;/]\s*\w+", RegexOptions.None, 1000)]
    private static partial Regex Several();
}

/// <summary>A level of places fitted to a table.</summary>
/// <param name="Level">The level.</param>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Fused">The stations counted together; null if none are.</param>
sealed record BoundPlace(string Level, BoundTemplate Id, BoundTemplate Name, BoundTemplate? Fused)
{
    /// <summary>Whether the name says more than the id does.</summary>
    public bool HasOwnName { get; } = Name.Columns.Except(Id.Columns).Any();
}

/// <summary>The levels of a contest fitted to a table; it remembers the unit of the row before.</summary>
sealed class BoundPlaces
{
    readonly int[] columns;
    readonly string[] before;
    bool hasRow;

    public BoundPlaces(IEnumerable<PlaceColumn> places, TableHeader header, IReadOnlyDictionary<string, string>? captured)
    {
        Levels = [.. places.Where(p => !p.IsOptional || p.Id.Fits(header)).Select(p => new BoundPlace(p.Level, p.Id.Bind(header, captured), p.Name.Bind(header, captured), p.Fused?.Bind(header, captured)))];
        columns = [.. Levels.SelectMany(l => l.Id.Columns).Distinct()];
        before = new string[columns.Length];
    }

    /// <summary>The levels, from the root to the unit.</summary>
    public BoundPlace[] Levels { get; }

    /// <summary>The unit of the row that was asked for last.</summary>
    public int Unit { get; set; }

    /// <summary>Whether the row names the same places as the one before, as rows of one station mostly do.</summary>
    public bool IsAsBefore(SourceRow row)
    {
        var same = hasRow;
        for (var i = 0; i < columns.Length; i++)
        {
            same = same && before[i] == row.Cells[columns[i]];
            before[i] = row.Cells[columns[i]];
        }

        hasRow = true;
        return same;
    }
}
