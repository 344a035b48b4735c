using System.Collections.Concurrent;
using System.Text;

namespace Urna.Model;

/// <summary>All sentences for people, by key: one file a language.</summary>
/// <remarks>
/// A file of <c>src/Urna/Words</c> has a line a sentence, <c>key: pattern</c>, ascending by key. It is read when the
/// language is first spoken, and a pattern when it is first said.
/// </remarks>
public static class Catalogue
{
    static readonly Lazy<Dictionary<string, string>>[] texts = [.. Enum.GetValues<Language>().Select(l => new Lazy<Dictionary<string, string>>(() => Read(l)))];

    static readonly ConcurrentDictionary<string, Pattern>[] patterns = [.. Enum.GetValues<Language>().Select(_ => new ConcurrentDictionary<string, Pattern>())];

    /// <summary>The keys of all sentences of a language, ascending.</summary>
    /// <param name="language">The language.</param>
    public static IEnumerable<string> Keys(Language language) => texts[(int)language].Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>A sentence.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="arguments">What it is told of, by name.</param>
    /// <exception cref="ArgumentException">The catalogue has no such key.</exception>
    public static string Say(string key, Language language, params ReadOnlySpan<(string Name, Argument Value)> arguments) =>
        Of(key, language).Say(arguments, language);

    /// <summary>The sentence with its holes, as the language's file has it.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="language">The language.</param>
    internal static string Text(string key, Language language) => texts[(int)language].Value[key];

    /// <summary>The pattern of a sentence.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="language">The language.</param>
    internal static Pattern Of(string key, Language language) => patterns[(int)language].GetOrAdd(
        key,
        static (key, texts) => texts.TryGetValue(key, out var text) ? Pattern.Read(text) : throw new ArgumentException($"No sentence has the key '{key}'.", nameof(key)),
        texts[(int)language].Value);

    static Dictionary<string, string> Read(Language language)
    {
        var name = $"Urna.Words.{language.Code()}.txt";
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The library lacks {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var read = new Dictionary<string, string>(2048, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                read.Add(line[..colon], line[(colon + 1)..].TrimStart(' '));
            }
        }

        return read;
    }
}
