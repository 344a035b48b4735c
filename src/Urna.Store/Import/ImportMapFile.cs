using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Model;
using Urna.Store.Elections;
using Urna.Store.Yaml;

namespace Urna.Store.Import;

/// <summary>Reads a mapping from its YAML file.</summary>
/// <remarks><c>docs/import.md</c> describes the file; <c>schemas/import-map.schema.json</c> checks it in an editor.</remarks>
static partial class ImportMapFile
{
    static readonly string[] contestFields = ["kind", "date", "rule", "round", "first-round", "voters-of", "groups", "balance", "missing"];

    static readonly Dictionary<string, Repeated> repeats = new() { ["fault"] = Repeated.Fault, ["same"] = Repeated.Same, ["sum"] = Repeated.Sum };

    const string TurnoutId = "turnout";

    static readonly Dictionary<string, bool> emptyCells = new() { ["missing"] = false, ["zero"] = true };

    public static ImportMap? Read(string path, FaultLog faults)
    {
        if (YamlMap.Load(path, Path.GetFileName(path), faults) is not { } yaml)
        {
            return null;
        }

        var header = Header(yaml);
        var date = DateOf(yaml);
        var tables = yaml.Maps("tables").Select(TableFormatFile.Read).ToImmutableArray();
        RefuseNone(yaml, "tables");
        var places = Places(yaml);
        if (places.IsEmpty)
        {
            yaml.Fault("V103", LocalizedText.Say("v103.a-mapping-needs-its-places-from"), "places", "", "a list of levels");
        }

        var contests = yaml.Maps("contests");
        var turnout = yaml.Maps("turnout").Select(ReadChoice).ToImmutableArray();
        RefuseNone(yaml, "turnout");
        var levels = yaml.Maps("places").Concat(contests.SelectMany(c => c.Maps("places"))).DistinctBy(p => p.Text("level") ?? "")
            .ToDictionary(p => p.Required("level"), p => Localized(p, "title"));
        header.Add(new("levels", levels));
        var map = new ImportMap(
            Path.GetFileNameWithoutExtension(path),
            header.ToImmutable(),
            date,
            tables.IsEmpty ? [new TableFormat { Id = "file" }] : tables,
            places,
            [.. contests.Select(ReadContest)],
            yaml.Texts("ignore"))
        {
            Turnout = turnout.IsEmpty ? null : new MappedContest(new Template(TurnoutId), (new Template(TurnoutId), new Template(TurnoutId)), [], [], turnout, null),
        };
        yaml.Done();
        CheckTables(map, yaml);
        return map with { Tables = [.. map.Tables.Select(t => t with { Names = TableFit.Named(map, t) })] };
    }

    static ImmutableArray<KeyValuePair<string, object>>.Builder Header(YamlMap yaml)
    {
        var header = ImmutableArray.CreateBuilder<KeyValuePair<string, object>>();
        if (yaml.Text("id") is { } id)
        {
            header.Add(new("id", id));
        }

        if (yaml.Has("title"))
        {
            header.Add(new("title", Localized(yaml, "title")));
        }

        header.Add(new("country", yaml.Required("country")));
        header.Add(new("sources", yaml.Maps("sources").Select(SourceFields).ToList()));
        return header;
    }

    static (Template Text, string? Form)? DateOf(YamlMap yaml)
    {
        if (yaml.Has("date") && !yaml.IsText("date"))
        {
            var map = yaml.Map("date");
            if (map is null)
            {
                return null;
            }

            (Template Text, string? Form) stated = (new Template(map.Required("of")), map.Text("form"));
            map.Done();
            return stated;
        }

        if (yaml.Text("date") is { } text)
        {
            if (!text.Contains('{', StringComparison.Ordinal))
            {
                yaml.Date("date");
            }

            return (new Template(text), null);
        }

        return null;
    }

    static Dictionary<string, object> SourceFields(YamlMap source)
    {
        var fields = new Dictionary<string, object> { ["id"] = source.Required("id"), ["title"] = source.Required("title") };
        foreach (var key in new[] { "publisher", "via", "url", "note" })
        {
            if (source.Text(key) is { } text)
            {
                fields.Add(key, text);
            }
        }

        source.Done();
        return fields;
    }

    static ImmutableArray<PlaceColumn> Places(YamlMap yaml) => [.. yaml.Maps("places").Select(place =>
    {
        var level = place.Required("level");
        var id = place.Required("id");
        var name = place.Text("name") ?? id;
        var fused = place.Text("fused") is { } stations ? new Template(stations) : null;
        var isOptional = place.Word("optional", TableFormatFile.YesOrNo) ?? false;
        Localized(place, "title");
        place.Done();
        return new PlaceColumn(level, new Template(id), new Template(name), fused, isOptional);
    })];

    static MappedContest ReadContest(YamlMap contest)
    {
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, object>>();
        var id = contest.Required("id");
        var title = contest.Localized("title");
        if (title is null)
        {
            contest.Required("title");
        }

        CheckFields(contest);
        foreach (var field in contestFields)
        {
            if (contest.Text(field) is { } text)
            {
                fields.Add(new(field, text));
            }
        }

        if (contest.Map("seats") is { } seats)
        {
            fields.Add(new("seats", seats.Keys.ToDictionary(k => k, k => (object)(seats.Whole(k, 1) ?? 1))));
        }

        if (contest.Map("note") is not null)
        {
            fields.Add(new("note", Localized(contest, "note")));
        }

        fields.Add(new("sources", contest.Texts("sources").ToList()));
        var readings = contest.Maps("choices").Select(ReadChoice).ToImmutableArray();
        var ballots = contest.Map("ballots") is { } ranked ? ReadBallots(ranked) : null;
        var places = Places(contest);
        RefuseNone(contest, "places");
        contest.Done();
        return new MappedContest(
            new Template(id), (new Template(title?.English ?? id), new Template(title?.Spanish ?? id)), fields.ToImmutable(), places, readings, ballots);
    }

    /// <summary>Fields that the folder's own reader would refuse once the import is done.</summary>
    static void CheckFields(YamlMap contest)
    {
        contest.Word("kind", ElectionFolder.Kinds);
        contest.Word("groups", ElectionFolder.Groups);
        contest.Word("missing", ElectionFolder.AbsentRows);
        contest.Whole("round", 1);
        if (contest.Text("date") is { } date && !date.Contains('{', StringComparison.Ordinal))
        {
            contest.Date("date");
        }

        if (contest.Text("balance") is { } balance && Balance.Parse(InBraces().Replace(balance, "1")) is null)
        {
            contest.Fault(
                "V110",
                LocalizedText.Say("v110.is-not-allowed-in-balance-2", ("balance", balance)),
                "balance", balance, Balance.Allowed);
        }
    }

    /// <summary>A list that is there names something.</summary>
    static void RefuseNone(YamlMap yaml, string key)
    {
        if (yaml.Has(key) && !yaml.IsFaulty(key) && yaml.Maps(key).IsEmpty)
        {
            yaml.Fault("V103", LocalizedText.Say("v103.lists-nothing", ("key", key)), key, "", "a list of one or more, or no such field");
        }
    }

    static Reading ReadChoice(YamlMap choice)
    {
        var reading = new Reading
        {
            Table = choice.Text("table") ?? "",
            Column = choice.Text("column"),
            Columns = TableFormatFile.Pattern(choice, "columns"),
            After = choice.Text("after"),
            Before = choice.Text("before"),
            Sum = choice.Texts("sum"),
            EmptyIsZero = choice.Word("empty", emptyCells) ?? false,
            CountsRows = choice.Word("count-rows", TableFormatFile.YesOrNo) ?? false,
            Choice = new Template(choice.Required("choice")),
            District = Optional(choice.Text("district")),
            List = Optional(choice.Text("list")),
            Party = Optional(choice.Text("party")),
            Candidate = Optional(choice.Text("candidate")),
            Where = TableFormatFile.Conditions(choice.Map("where")),
            Repeated = choice.Word("repeated", repeats) ?? Repeated.Fault,
            Total = TableFormatFile.Conditions(choice.Map("total")),
            Stated = Optional(choice.Text("stated")),
            IsOptional = choice.Word("optional", TableFormatFile.YesOrNo) ?? false,
            KnowsWords = choice.Word("counts", TableFormatFile.YesOrNo) ?? true,
            Declares = choice.Word("on-ballot", TableFormatFile.YesOrNo) ?? false,
        };
        choice.Done();
        return reading;
    }

    static BallotReading ReadBallots(YamlMap ballots)
    {
        var reading = new BallotReading(
            ballots.Text("table") ?? "",
            ballots.Text("count"),
            ballots.Text("ranking"),
            TableFormatFile.Pattern(ballots, "ranks"),
            ballots.Texts("skipped"),
            TableFormatFile.Conditions(ballots.Map("where")));
        if (reading.Ranking is null == reading.Ranks is null)
        {
            ballots.Fault("V103", LocalizedText.Say("v103.ranked-ballots-stand-either-in-ranking"), "ranking", "", "one of ranking, ranks");
        }

        ballots.Done();
        return reading;
    }

    static void CheckTables(ImportMap map, YamlMap yaml)
    {
        var known = map.Tables.Select(t => t.Id).ToList();
        var named = map.Read.SelectMany(c => c.Readings.Select(r => map.TableOf(r.Table)).Concat(c.Ballots is { } b ? [map.TableOf(b.Table)] : []))
            .Concat(map.Tables.SelectMany(t => t.With.Select(w => w.Table)));
        foreach (var unknown in named.Distinct().Where(t => !known.Contains(t)))
        {
            yaml.NotAllowed("table", unknown, known, "V116");
        }

        if (known.Distinct().Count() < known.Count)
        {
            yaml.Fault("V106", LocalizedText.Say("v106.two-tables-have-the-same-id"), "tables", "", "ids that differ");
        }
    }

    static Template? Optional(string? text) => text is null ? null : new Template(text);

    static object Localized(YamlMap yaml, string key)
    {
        if (yaml.Localized(key) is { } text)
        {
            return new Dictionary<string, object> { ["en"] = text.English, ["es"] = text.Spanish };
        }

        return yaml.Required(key);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBraces();
}
