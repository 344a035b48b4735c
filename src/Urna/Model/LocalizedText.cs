namespace Urna.Model;

/// <summary>A language of tables and pages for people.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Spanish.</summary>
    Spanish,
}

/// <summary>A text for people in both languages.</summary>
/// <param name="English">The English wording.</param>
/// <param name="Spanish">The Spanish wording.</param>
public sealed record LocalizedText(string English, string Spanish)
{
    /// <summary>The wording in one language.</summary>
    /// <param name="language">The reader's language.</param>
    public string In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>The same words in both languages, as for proper names.</summary>
    /// <param name="text">The words.</param>
    public static LocalizedText Same(string text) => new(text, text);
}
