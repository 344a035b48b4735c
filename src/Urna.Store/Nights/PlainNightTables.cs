using System.Collections.Immutable;
using Urna.Forecast;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Validate;

namespace Urna.Store.Nights;

/// <summary>The plain tables of a night: <c>snapshots.csv</c> and <c>status.csv</c>.</summary>
public static class PlainNightTables
{
    static readonly CsvFile.Columns votes = new(["time", "place", "type", "choice", "votes"], []);
    static readonly CsvFile.Columns statuses = new(["time", "place", "type", "status", "counted", "of", "registered"], []);

    /// <summary>Types of vote as tables spell them.</summary>
    public static ImmutableSortedDictionary<string, VoteType> Types { get; } = new Dictionary<string, VoteType>
    {
        ["all"] = VoteType.All, ["advance"] = VoteType.Advance, ["polling-day"] = VoteType.PollingDay, ["late"] = VoteType.Late, ["abroad"] = VoteType.Abroad,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>States of the count as tables spell them.</summary>
    public static ImmutableSortedDictionary<string, CountStatus> States { get; } = new Dictionary<string, CountStatus>
    {
        ["not-counted"] = CountStatus.NotCounted, ["partial"] = CountStatus.Partial, ["counted"] = CountStatus.Counted, ["corrected"] = CountStatus.Corrected, ["gone"] = CountStatus.Gone,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Reads the tables for an election; every fault with its row.</summary>
    /// <param name="snapshots">The table of votes.</param>
    /// <param name="status">The table of states; null for none.</param>
    /// <param name="places">The places that may be named.</param>
    /// <param name="choices">The choices that may be named beside the reserved ones; null for any.</param>
    public static ReadResult<NightLog> Read(string snapshots, string? status, PlaceTree places, IReadOnlySet<string>? choices)
    {
        var faults = new FaultLog();
        var (read, told) = (new List<SnapshotRow>(), new List<StatusRow>());
        CsvFile.Read(snapshots, Path.GetFileName(snapshots), votes, faults, row => TakeVotes(row, places, choices, read));
        if (status is not null)
        {
            CsvFile.Read(status, Path.GetFileName(status), statuses, faults, row => TakeStatus(row, places, told));
        }

        return faults.Result(() => NightLog.Of(read, told));
    }

    static void TakeVotes(CsvRow row, PlaceTree places, IReadOnlySet<string>? choices, List<SnapshotRow> read)
    {
        var (time, place, type) = Key(row, places);
        var choice = row.Required("choice");
        var number = row.Count("votes");
        if (choice is not null && choices?.Contains(choice) == false && !ReportedCounts.IsReserved(choice))
        {
            row.Fault("V108", LocalizedText.Say("v108.is-not-a-choice", ("choice", choice)), "choice", choice, Nearest.Among(choice, choices), place ?? "");
            return;
        }

        if (time is { } at && place is not null && type is { } kind && choice is not null && number is { } count)
        {
            read.Add(new(at, place, kind, choice, count));
        }
    }

    static void TakeStatus(CsvRow row, PlaceTree places, List<StatusRow> told)
    {
        var (time, place, type) = Key(row, places);
        var text = row.Required("status");
        var (counted, of, registered) = (row.CountOrNone("counted"), row.CountOrNone("of"), row.CountOrNone("registered"));
        if (text is not null && !States.ContainsKey(text))
        {
            row.Fault("V110", LocalizedText.Say("v110.is-not-allowed-in", ("text", text), ("key", "status")), "status", text, string.Join(", ", States.Keys), place ?? "");
            return;
        }

        if (time is { } at && place is not null && type is { } kind && text is not null)
        {
            told.Add(new(at, place, kind, States[text], counted, of, registered));
        }
    }

    static (DateTimeOffset? Time, string? Place, VoteType? Type) Key(CsvRow row, PlaceTree places)
    {
        var (time, place, type) = (row.Required("time"), row.Required("place"), row.Text("type"));
        var at = time is null ? null : NightTime.Parse(time);
        if (time is not null && at is null)
        {
            row.Fault("V118", LocalizedText.Say("v118.in-is-not-a-time", ("text", time), ("key", "time")), "time", time, "ISO 8601, as 2021-11-21T19:30:00");
        }

        if (place is not null && !places.Contains(place))
        {
            row.Fault("V107", LocalizedText.Say("v107.is-not-a-place-2", ("place", place)), "place", place, Nearest.Among(place, places.Places.Select(p => p.Id)), place);
            place = null;
        }

        VoteType? kind = type.Length == 0 ? VoteType.All : Types.TryGetValue(type, out var known) ? known : null;
        if (kind is null)
        {
            row.Fault("V110", LocalizedText.Say("v110.is-not-allowed-in", ("text", type), ("key", "type")), "type", type, string.Join(", ", Types.Keys), place ?? "");
        }

        return (at, place, kind);
    }

    /// <summary>A row of votes as the plain table writes it.</summary>
    public static string Line(SnapshotRow row) => CsvText.Line(["time", "place", "type", "choice", "votes"], [Text(row.Time), row.Place, Name(row.Type), row.Choice, row.Votes]);

    /// <summary>A row of a state as the plain table writes it.</summary>
    public static string Line(StatusRow row) =>
        CsvText.Line(["time", "place", "type", "status", "counted", "of", "registered"], [Text(row.Time), row.Place, Name(row.Type), Name(row.Status), row.Counted, row.Of, row.Registered]);

    /// <summary>A time as answers write it.</summary>
    public static string Text(DateTimeOffset time) => time.Offset == TimeSpan.Zero
        ? time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture)
        : time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", System.Globalization.CultureInfo.InvariantCulture);

    static string Name(VoteType type) => Types.First(t => t.Value == type).Key;

    static string Name(CountStatus status) => States.First(s => s.Value == status).Key;
}
