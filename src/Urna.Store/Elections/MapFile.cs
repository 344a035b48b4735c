using System.Collections.Immutable;
using System.Text.Json;
using Urna.Model;
using Urna.Store.Files;
using Urna.Store.Folders;
using Urna.Store.Yaml;

namespace Urna.Store.Elections;

/// <summary>Reads the outlines of places from GeoJSON.</summary>
static class MapFile
{
    public static ElectionMap? Read(YamlMap yaml, FolderFiles folder, PlaceTree places, FaultLog faults)
    {
        var file = yaml.Required("file");
        var key = yaml.Required("key");
        var level = yaml.Required("level");
        var credit = yaml.Localized("credit");
        if (credit is null)
        {
            yaml.Required("credit");
        }

        yaml.Done();
        if (level.Length > 0 && places.Places.All(p => p.Level != level))
        {
            yaml.NotAllowed("level", level, places.Levels);
        }

        if (file.Length == 0 || key.Length == 0 || folder.Refuses(file, beside: true, faults))
        {
            return null;
        }

        try
        {
            using var stream = new LimitedStream(folder.Open(file), Bounds.Document);
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = Bounds.JsonDepth });
            return new ElectionMap(level, credit ?? LocalizedText.Same(""), Shapes(document, key, places));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            faults.Add(
                "V102",
                LocalizedText.Say("v102.is-not-geojson-whose-features-have-2", ("file", file), ("key", key)),
                file, expected: "a GeoJSON FeatureCollection of polygons");
            return null;
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file, faults);
            return null;
        }
    }

    static ImmutableArray<PlaceShape> Shapes(JsonDocument document, string key, PlaceTree places) =>
    [
        .. from feature in document.RootElement.GetProperty("features").EnumerateArray()
           let place = feature.GetProperty("properties").GetProperty(key).ToString()
           where places.Contains(place)
           select new PlaceShape(place, Rings(feature.GetProperty("geometry"))),
    ];

    static ImmutableArray<ImmutableArray<GeoPoint>> Rings(JsonElement geometry) => geometry.GetProperty("type").GetString() switch
    {
        "Polygon" => RingsOfPolygon(geometry.GetProperty("coordinates")),
        "MultiPolygon" => [.. geometry.GetProperty("coordinates").EnumerateArray().SelectMany(p => RingsOfPolygon(p))],
        var other => throw new InvalidOperationException($"a geometry is a {other}, not a Polygon or MultiPolygon"),
    };

    static ImmutableArray<ImmutableArray<GeoPoint>> RingsOfPolygon(JsonElement polygon) =>
        [.. polygon.EnumerateArray().Select(ring => ring.EnumerateArray().Select(p => new GeoPoint(p[0].GetDouble(), p[1].GetDouble())).ToImmutableArray())];
}
