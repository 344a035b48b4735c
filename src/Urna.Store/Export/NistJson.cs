using System.Globalization;
using System.Text.Json;
using Urna.Model;

namespace Urna.Store.Export;

/// <summary>The objects of NIST SP 1500-100 in JSON: each states its type, and texts their language.</summary>
static class NistJson
{
    /// <summary>Begins an object of a type.</summary>
    public static void Begin(this Utf8JsonWriter json, string type, string? id = null)
    {
        json.WriteStartObject();
        if (id is not null)
        {
            json.WriteString("@id", id);
        }

        json.WriteString("@type", $"ElectionResults.{type}");
    }

    /// <summary>Writes a property that is an array of objects, or nothing where there are none.</summary>
    public static void Each<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any)
            {
                json.WriteStartArray(name);
                any = true;
            }

            write(item);
        }

        if (any)
        {
            json.WriteEndArray();
        }
    }

    /// <summary>Writes a property that is an array of ids, or nothing where there are none.</summary>
    public static void Ids(this Utf8JsonWriter json, string name, IEnumerable<string> ids) => json.Each(name, ids, json.WriteStringValue);

    /// <summary>Writes a text in its languages.</summary>
    public static void Text(this Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WritePropertyName(name);
        json.Begin("InternationalizedText");
        json.Each("Text", text.English == text.Spanish ? [("en", text.English)] : new[] { ("en", text.English), ("es", text.Spanish) }, part =>
        {
            json.Begin("LanguageString");
            json.WriteString("Content", part.Item2);
            json.WriteString("Language", part.Item1);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    /// <summary>Writes the code that the source has for a thing.</summary>
    public static void Code(this Utf8JsonWriter json, string value) => json.Each("ExternalIdentifier", [value], code =>
    {
        json.Begin("ExternalIdentifier");
        json.WriteString("Type", "local-level");
        json.WriteString("Value", code);
        json.WriteEndObject();
    });

    /// <summary>Writes a day.</summary>
    public static void Day(this Utf8JsonWriter json, string name, DateOnly day) => json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Writes a number, or nothing where it is not known.</summary>
    public static void Number(this Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
