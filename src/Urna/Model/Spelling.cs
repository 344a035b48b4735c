using System.Text.Json;

namespace Urna.Model;

/// <summary>How files, commands and answers spell the names of this program.</summary>
public static class Spelling
{
    /// <summary>A name in small letters and hyphens: <c>MostVotes</c> as <c>most-votes</c>.</summary>
    /// <param name="value">An enumeration's value, or the name of a type.</param>
    public static string Kebab(object value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!);
}
