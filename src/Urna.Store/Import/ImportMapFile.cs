using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Import;

/// <summary>Reads a mapping from its YAML file.</summary>
/// <remarks><c>docs/import.md</c> describes the file; <c>schemas/map.schema.json</c> checks it in an editor.</remarks>
static class ImportMapFile
{
    static readonly string[] contestFields = ["kind", "date", "rule", "round", "first-round", "voters-of", "balance", "missing"];

    public static ImportMap? Read(string path, FaultLog faults)
    {
        if (YamlMap.Load(path, Path.GetFileName(path), faults) is not { } yaml)
        {
            return null;
        }

        var header = ImmutableArray.CreateBuilder<KeyValuePair<string, object>>();
        header.Add(new("id", yaml.Required("id")));
        header.Add(new("title", Localized(yaml, "title")));
        header.Add(new("country", yaml.Required("country")));
        header.Add(new("date", yaml.Required("date")));
        yaml.Date("date");
        header.Add(new("sources", yaml.Maps("sources").Select(SourceFields).ToList()));
        var places = yaml.Maps("places").Select(ReadPlace).ToImmutableArray();
        if (places.IsEmpty)
        {
            yaml.Fault("V103", "a mapping needs its places, from the root to the unit.", "places", "", "a list of levels");
        }

        header.Add(new("levels", places.Zip(yaml.Maps("places")).ToDictionary(p => p.First.Level, p => Localized(p.Second, "title"))));
        var map = new ImportMap(header.ToImmutable(), places, [.. yaml.Maps("contests").Select(ReadContest)], yaml.Texts("ignore"));
        yaml.Done();
        return map;
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

    static PlaceColumn ReadPlace(YamlMap place)
    {
        var level = place.Required("level");
        var id = place.Required("id");
        var name = place.Text("name") ?? id;
        place.Localized("title");
        place.Done();
        return new PlaceColumn(level, new Template(id), new Template(name));
    }

    static MappedContest ReadContest(YamlMap contest)
    {
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, object>>();
        var id = contest.Required("id");
        fields.Add(new("id", id));
        fields.Add(new("title", Localized(contest, "title")));
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
        var columns = contest.Maps("choices").Select(ReadChoice).ToImmutableArray();
        contest.Done();
        return new MappedContest(id, fields.ToImmutable(), columns);
    }

    static ChoiceColumn ReadChoice(YamlMap choice)
    {
        var column = choice.Required("column");
        var id = choice.Required("choice");
        var candidacy = ReportedCounts.IsReserved(id) ? null : new Candidacy
        {
            Choice = id,
            District = choice.Text("district"),
            List = choice.Text("list") ?? "",
            Party = choice.Text("party") ?? "",
            Candidate = choice.Text("candidate") ?? "",
        };
        choice.Done();
        return new ChoiceColumn(column, id, candidacy);
    }

    static object Localized(YamlMap yaml, string key)
    {
        if (yaml.Localized(key) is { } text)
        {
            return new Dictionary<string, object> { ["en"] = text.English, ["es"] = text.Spanish };
        }

        return yaml.Required(key);
    }
}
