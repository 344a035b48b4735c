using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>A language of tables and pages for people.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Spanish.</summary>
    Spanish,

    /// <summary>Portuguese, as Brazil writes it.</summary>
    Portuguese,
}

/// <summary>A text for people in each language: written in data, or a sentence of the catalogue with its arguments.</summary>
/// <remarks>Two texts are equal if they say the same in every language. A catalogue's sentence is written when it is read.</remarks>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    static readonly Language[] languages = Enum.GetValues<Language>();

    // A sentence without arguments is one, however often it is said.
    static readonly ConcurrentDictionary<string, LocalizedText> plain = new();

    readonly Func<Language, string> wording;
    readonly string?[] written = new string?[languages.Length];

    /// <summary>A text as data has it.</summary>
    /// <param name="english">The English wording.</param>
    /// <param name="spanish">The Spanish wording.</param>
    /// <param name="portuguese">The Portuguese wording; the Spanish, which is nearest, where nobody wrote one.</param>
    public LocalizedText(string english, string spanish, string? portuguese = null)
        : this(language => language switch { Language.English => english, Language.Spanish => spanish, _ => portuguese ?? spanish })
    {
    }

    LocalizedText(Func<Language, string> wording) => this.wording = wording;

    /// <summary>The English wording.</summary>
    public string English => In(Language.English);

    /// <summary>The Spanish wording.</summary>
    public string Spanish => In(Language.Spanish);

    /// <summary>The Portuguese wording.</summary>
    public string Portuguese => In(Language.Portuguese);

    /// <summary>The same words in all languages, as for proper names.</summary>
    /// <param name="text">The words.</param>
    public static LocalizedText Same(string text) => new(_ => text);

    /// <summary>A sentence of the catalogue.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="arguments">What it is told of, by name.</param>
    public static LocalizedText Say(string key, params ImmutableArray<(string Name, Argument Value)> arguments) => arguments.IsEmpty
        ? plain.GetOrAdd(key, static key => new(language => Catalogue.Say(key, language)))
        : new(language => Catalogue.Say(key, language, arguments.AsSpan()));

    /// <summary>Texts one after another.</summary>
    /// <param name="separator">What stands between two.</param>
    /// <param name="texts">The texts, in order.</param>
    public static LocalizedText Join(string separator, IEnumerable<LocalizedText> texts)
    {
        LocalizedText[] all = [.. texts];
        return new(language => string.Join(separator, all.Select(t => t.In(language))));
    }

    /// <summary>A text that is put together for each language, as a number is.</summary>
    /// <param name="wording">The wording in a language.</param>
    public static LocalizedText For(Func<Language, string> wording) => new(wording);

    /// <summary>The wording in one language.</summary>
    /// <param name="language">The reader's language.</param>
    public string In(Language language) => written[(int)language] ??= wording(language);

    /// <summary>Whether two texts say the same in every language.</summary>
    public static bool operator ==(LocalizedText? left, LocalizedText? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two texts differ in some language.</summary>
    public static bool operator !=(LocalizedText? left, LocalizedText? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) => ReferenceEquals(this, other) || other is not null && Array.TrueForAll(languages, l => In(l) == other.In(l));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode() => English.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => English;
}
