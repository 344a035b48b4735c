namespace Urna.Model;

/// <summary>The languages by their codes.</summary>
public static class Languages
{
    /// <summary>All languages, with the code that options and pages have for each (ISO 639-1).</summary>
    public static IReadOnlyList<(string Code, Language Language)> All { get; } = [("en", Language.English), ("es", Language.Spanish), ("pt", Language.Portuguese)];

    /// <summary>The language that a code names; null if none does.</summary>
    /// <param name="code">A code, such as <c>pt</c>.</param>
    public static Language? Of(string code) => All.Where(l => l.Code == code).Select(l => (Language?)l.Language).FirstOrDefault();

    /// <summary>The language's code.</summary>
    /// <param name="language">The language.</param>
    public static string Code(this Language language) => All[(int)language].Code;
}
