using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Store.Csv;

namespace Urna.Store.Import;

/// <summary>A text with columns in braces, such as <c>region-{cut_region}</c>.</summary>
sealed partial class Template(string text)
{
    readonly string[] parts = Column().Split(text);

    /// <summary>The columns it names.</summary>
    public ImmutableArray<string> Columns => [.. parts.Where((_, i) => i % 2 == 1)];

    /// <summary>The text of a row.</summary>
    public string Of(CsvRow row)
    {
        if (parts.Length == 1)
        {
            return text;
        }

        var filled = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            filled[i] = i % 2 == 1 ? row.Text(parts[i]) : parts[i];
        }

        return string.Concat(filled);
    }

    [GeneratedRegex(@"\{(?<column>[^{}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();
}
