using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Urna.Report.Json;

/// <summary>How the contracts spell names and values.</summary>
public static class Words
{
    /// <summary>Names in camel case, values in kebab case, text as it is.</summary>
    public static JsonSerializerOptions Options { get; } = Make(indented: true);

    /// <summary>The same, one line a value.</summary>
    public static JsonSerializerOptions OneLine { get; } = Make(indented: false);

    /// <summary>A name in small letters and hyphens: <c>MostVotes</c> as <c>most-votes</c>.</summary>
    /// <param name="value">An enumeration's value, or the name of a type.</param>
    public static string Kebab(object value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!);

    static JsonSerializerOptions Make(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
