using System.Collections.Immutable;
using Urna.Forecast;
using Urna.Model;
using Urna.Store.Csv;

namespace Urna.Store.Nights;

/// <summary>Reads a table of places that changed between two elections: <c>place,earlier</c>.</summary>
public static class PlaceChangesFile
{
    static readonly CsvFile.Columns columns = new(["place", "earlier"], ["name", "earlier_name", "how"]);

    /// <summary>The changes; a place may come from several rows.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<PlaceChanges> Read(string path)
    {
        var faults = new FaultLog();
        var read = ImmutableArray.CreateBuilder<PlaceChange>();
        CsvFile.Read(path, Path.GetFileName(path), columns, faults, row =>
        {
            if (row.Required("place") is { } place && row.Required("earlier") is { } earlier)
            {
                read.Add(new(place, earlier));
            }
        });
        return faults.Result(() => new PlaceChanges(read.ToImmutable()));
    }
}

/// <summary>Places that changed.</summary>
/// <param name="All">Every row of the table.</param>
public sealed record PlaceChanges(ImmutableArray<PlaceChange> All);

/// <summary>Reads the order of a replayed night: <c>place,time</c>.</summary>
public static class ReplayOrderFile
{
    static readonly CsvFile.Columns columns = new(["place", "time"], []);

    /// <summary>When each place came: a number, or a time of ISO 8601.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<ReplayTimes> Read(string path)
    {
        var faults = new FaultLog();
        var read = ImmutableDictionary.CreateBuilder<string, double>();
        CsvFile.Read(path, Path.GetFileName(path), columns, faults, row =>
        {
            if (row.Required("place") is not { } place || row.Required("time") is not { } time)
            {
                return;
            }

            if (double.TryParse(time, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                read[place] = number;
            }
            else if (NightTime.Parse(time) is { } at)
            {
                read[place] = at.UtcTicks;
            }
            else
            {
                row.Fault("V118", LocalizedText.Say("v118.in-is-not-a-time", ("text", time), ("key", "time")), "time", time, "a number, or ISO 8601", place);
            }
        });
        return faults.Result(() => new ReplayTimes(read.ToImmutable()));
    }
}

/// <summary>When places came.</summary>
/// <param name="ByPlace">The time by place, ascending as they came.</param>
public sealed record ReplayTimes(ImmutableDictionary<string, double> ByPlace);
