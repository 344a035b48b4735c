using System.Globalization;
using Urna.Model;
using Urna.Store.Csv;

namespace Urna.Store.Import;

/// <summary>An election while the rows of an official file are read.</summary>
sealed class ImportDraft
{
    readonly ImportMap map;
    readonly Dictionary<string, (Place Place, int Row)> byId = [];
    readonly List<string> units = [];
    readonly List<long?>[][] figures;

    public ImportDraft(ImportMap map)
    {
        this.map = map;
        figures = [.. map.Contests.Select(c => c.Columns.Select(_ => new List<long?>()).ToArray())];
    }

    /// <summary>Rows read.</summary>
    public int Rows => units.Count;

    /// <summary>Figures read.</summary>
    public long Figures { get; private set; }

    /// <summary>Cells without a figure.</summary>
    public long EmptyCells { get; private set; }

    /// <summary>The places, in the order in which they first appear.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>Adds a row.</summary>
    public void Add(CsvRow row)
    {
        string? parent = null;
        for (var level = 0; level < map.Places.Length; level++)
        {
            var column = map.Places[level];
            foreach (var part in column.Id.Columns)
            {
                row.Required(part);
            }

            var place = new Place(column.Id.Of(row), parent, column.Level, column.Name.Of(row));
            AddPlace(row, place, isUnit: level == map.Places.Length - 1);
            parent = place.Id;
        }

        units.Add(parent!);
        for (var c = 0; c < map.Contests.Length; c++)
        {
            for (var x = 0; x < map.Contests[c].Columns.Length; x++)
            {
                var votes = row.CountOrNone(map.Contests[c].Columns[x].Column);
                figures[c][x].Add(votes);
                Figures += votes is null ? 0 : 1;
                EmptyCells += votes is null ? 1 : 0;
            }
        }
    }

    /// <summary>The rows of a contest's results: every figure, unit by unit.</summary>
    public IEnumerable<string[]> Results(int contest) =>
        from unit in Enumerable.Range(0, units.Count)
        from x in Enumerable.Range(0, figures[contest].Length)
        let votes = figures[contest][x][unit]
        where votes is not null
        select new[] { map.Contests[contest].Id, units[unit], map.Contests[contest].Columns[x].Choice, votes.Value.ToString(CultureInfo.InvariantCulture) };

    void AddPlace(CsvRow row, Place place, bool isUnit)
    {
        if (byId.TryAdd(place.Id, (place, row.Row)))
        {
            Places.Add(place);
            return;
        }

        var (known, first) = byId[place.Id];
        if (isUnit)
        {
            row.Fault("V106", $"the unit '{place.Id}' stands already in row {first}.", place.Level, place.Id, "each unit once", place.Id);
        }
        else if (known.Parent != place.Parent || known.Level != place.Level)
        {
            row.Fault("V111", $"'{place.Id}' lies in '{place.Parent}', but in '{known.Parent}' in row {first}.", place.Level, place.Parent ?? "", known.Parent ?? "", place.Id);
        }
    }
}
