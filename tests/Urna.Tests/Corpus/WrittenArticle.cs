using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Urna.Tests.Corpus;

/// <summary>A statement of an article that a person wrote and labelled.</summary>
/// <param name="Words">The words that tell the number, or the verb.</param>
/// <param name="At">The character of the text at which they begin.</param>
/// <param name="Fields">The fields of the claim; each may have several values that mean the same.</param>
sealed record WrittenLabel(string Words, int At, IReadOnlyDictionary<string, string[]> Fields)
{
    /// <summary>A field's first value; empty where it has none.</summary>
    public string One(string key) => Fields.TryGetValue(key, out var values) ? values[0] : "";
}

/// <summary>An article that a person wrote, with its statements marked in the text.</summary>
/// <remarks>
/// A mark is <c>{{words|measure of @contest &gt;than ~wording #place ^base &lt;since =value +key:value}}</c>; spaces in names are underscores, a “~” within a name parts two that mean
/// the same. Without <c>@</c> the article's contest is meant, without <c>=</c> the words are the value. Numbers outside of marks are no claims.
/// </remarks>
sealed partial record WrittenArticle(string Name, string Election, string Language, string Text, IReadOnlyList<WrittenLabel> Labels)
{
    /// <summary>Reads a file.</summary>
    public static WrittenArticle Read(string path)
    {
        var (head, marked) = File.ReadAllText(path).Split("\n---\n", 2) is [var h, var t] ? (h, t) : throw new FormatException(path);
        var fields = head.Split('\n').Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1]);
        var (text, labels, last) = (new StringBuilder(), new List<WrittenLabel>(), 0);
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked.AsSpan(last, mark.Index - last));
            var words = mark.Groups["words"].Value;
            labels.Add(new(words, text.Length, Fields(words, mark.Groups["fields"].Value, fields["contest"])));
            text.Append(words);
            last = mark.Index + mark.Length;
        }

        text.Append(marked.AsSpan(last));
        return new(Path.GetFileNameWithoutExtension(path), fields["election"], fields["language"], text.ToString(), labels);
    }

    static Dictionary<string, string[]> Fields(string words, string mark, string contest)
    {
        var parts = mark.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var fields = new Dictionary<string, string[]> { ["measure"] = [parts[0]], ["contest"] = [contest], ["value"] = [words] };
        foreach (var part in parts.Skip(1))
        {
            var (key, value) = part[0] switch
            {
                '@' => ("contest", part[1..]),
                '>' => ("than", part[1..]),
                '~' => ("wording", part[1..]),
                '#' => ("places", part[1..]),
                '^' => ("base", part[1..]),
                '<' => ("since", part[1..]),
                '=' => ("value", part[1..]),
                '+' => (part[1..part.IndexOf(':', StringComparison.Ordinal)], part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..]),
                _ => ("of", part),
            };
            fields[key] = [.. value.Replace('_', ' ').Split('~')];
        }

        fields["value"] = [.. fields["value"].Select(v => Unit(v, parts[0]))];
        return fields;
    }

    /// <summary>A value as claims write it: “28%” as “28 %”.</summary>
    static string Unit(string value, string measure) => value.Replace("%", " %", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Replace(" percent", " %", StringComparison.Ordinal)
        is var text && measure is "votes" or "margin" && text.EndsWith(" votes", StringComparison.Ordinal) ? text.Replace(",", "", StringComparison.Ordinal)
        : measure is "seats" && text.Split(' ') is [var number, _, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !text.Contains(',', StringComparison.Ordinal) ? $"{number} seats" : text;

    [GeneratedRegex(@"\{\{(?<words>[^|}]+)\|(?<fields>[^}]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
