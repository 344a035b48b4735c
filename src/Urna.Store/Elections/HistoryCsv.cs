using System.Collections.Immutable;
using System.Globalization;
using Urna.History;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>Reads the tables of <c>history.yaml</c>: people, stated turnout, places over time.</summary>
static class HistoryCsv
{
    static readonly CsvFile.Columns peopleColumns = new(["country", "place", "year", "adults", "source"], ["people"]);

    static readonly CsvFile.Columns turnoutColumns = new(["country", "date", "election", "contest", "source"], ["title", "titulo", "scope", "registered", "cast", "valid", "blank", "null", "preliminary", "note"]);

    static readonly CsvFile.Columns placeColumns = new(["country", "place", "date", "kind"], ["from", "note", "nota"]);

    static readonly Dictionary<string, PlaceChangeKind> kinds = Enum.GetValues<PlaceChangeKind>().ToDictionary(k => Spelling.Kebab(k));

    static readonly Dictionary<string, bool> scopes = new() { [""] = false, ["home"] = false, ["with-abroad"] = true };

    static readonly Dictionary<string, bool> marks = new() { [""] = false, ["no"] = false, ["yes"] = true };

    /// <summary>People by place and year, each once.</summary>
    public static ImmutableArray<PeopleCount> People(FolderFiles files, string file, ImmutableArray<string> sources, FaultLog faults)
    {
        var people = new Dictionary<(string, string, int), PeopleCount>();
        CsvFile.Read(files, file, peopleColumns, faults, row =>
        {
            if (row.Required("country") is not { } country || row.Required("place") is not { } place || row.SmallOrNone("year") is not { } year || row.CountOrNone("adults") is not { } adults)
            {
                return;
            }

            var all = row.CountOrNone("people");
            if (adults == 0 || all < adults)
            {
                row.Fault("V104", LocalizedText.Say("v104.adults-of-people-cannot-be", ("adults", adults), ("people", all)), "adults", $"{adults}", "1 or more, and no more than all people", place);
            }
            else if (!people.TryAdd((country, place, year), new(country, place, year, all, adults, Source(row, sources))))
            {
                row.Fault("V106", LocalizedText.Say("v106.of-year-stands-twice", ("place", place), ("year", year)), "place", place, "each place and year once", place);
            }
        });
        return [.. people.Values];
    }

    /// <summary>National figures that sources state.</summary>
    public static ImmutableArray<StatedTurnout> Turnout(FolderFiles files, string file, ImmutableArray<string> sources, FaultLog faults)
    {
        var lines = ImmutableArray.CreateBuilder<StatedTurnout>();
        CsvFile.Read(files, file, turnoutColumns, faults, row =>
        {
            if (row.Required("country") is not { } country || Date(row) is not { } date || row.Required("election") is not { } election || row.Required("contest") is not { } contest
                || Word(row, "scope", scopes) is not { } withAbroad || Word(row, "preliminary", marks) is not { } preliminary)
            {
                return;
            }

            var counts = new ReportedCounts
            {
                Registered = row.CountOrNone("registered"), Cast = row.CountOrNone("cast"), Valid = row.CountOrNone("valid"), Blank = row.CountOrNone("blank"), Null = row.CountOrNone("null"),
            };
            if (counts.Cast > counts.Registered)
            {
                row.Fault("V104", LocalizedText.Say("v104.cast-of-roll-cannot-be", ("cast", counts.Cast), ("roll", counts.Registered)), "cast", $"{counts.Cast}", "no more than the roll");
                return;
            }

            var title = row.Text("title") is { Length: > 0 } en ? new LocalizedText(en, row.Text("titulo") is { Length: > 0 } es ? es : en) : LocalizedText.Same(contest);
            lines.Add(new(country, date, election, contest, title, withAbroad, counts, preliminary, Source(row, sources), row.Text("note")) { Row = new(file, row.Row) });
        });
        return lines.ToImmutable();
    }

    /// <summary>What became of places.</summary>
    public static ImmutableArray<PlaceChange> Places(FolderFiles files, string file, FaultLog faults)
    {
        var changes = ImmutableArray.CreateBuilder<PlaceChange>();
        CsvFile.Read(files, file, placeColumns, faults, row =>
        {
            if (row.Required("country") is { } country && row.Required("place") is { } place && Date(row) is { } date && Word(row, "kind", kinds) is { } kind)
            {
                var note = row.Text("note");
                changes.Add(new(country, place, date, kind, [.. row.Text("from").Split(' ', StringSplitOptions.RemoveEmptyEntries)], new(note, row.Text("nota") is { Length: > 0 } nota ? nota : note)));
            }
        });
        return changes.ToImmutable();
    }

    static DateOnly? Date(CsvRow row)
    {
        if (DateOnly.TryParseExact(row.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        row.Fault("V118", LocalizedText.Say("v118.in-is-not-a-date", ("text", row.Text("date")), ("key", "date")), "date", row.Text("date"), "a date as 2021-11-21");
        return null;
    }

    static T? Word<T>(CsvRow row, string column, Dictionary<string, T> words)
        where T : struct
    {
        if (words.TryGetValue(row.Text(column), out var value))
        {
            return value;
        }

        row.Fault("V110", LocalizedText.Say("v110.is-not-allowed-in", ("text", row.Text(column)), ("key", column)), column, row.Text(column), string.Join(", ", words.Keys.Where(k => k.Length > 0)));
        return null;
    }

    static string Source(CsvRow row, ImmutableArray<string> sources)
    {
        var source = row.Required("source") ?? "";
        if (source.Length > 0 && !sources.Contains(source))
        {
            row.Fault("V116", LocalizedText.Say("v116.is-not-a-source-of-this-file", ("source", source)), "source", source, Nearest.Among(source, sources));
        }

        return source;
    }
}
