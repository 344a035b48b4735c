namespace Urna.Model;

/// <summary>Which form of a word goes with a number.</summary>
/// <remarks>Unicode CLDR, plural rules of cardinals; whole and decimal numbers up to a million have no other forms in these languages.</remarks>
static class Plurals
{
    /// <summary>The form for one.</summary>
    public const string One = "one";

    /// <summary>The form for all other numbers.</summary>
    public const string Other = "other";

    /// <summary>The form for a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(double value, Language language) => language switch
    {
        Language.Portuguese => Math.Abs(value) < 2 ? One : Other,
        _ => Math.Abs(value) == 1 ? One : Other,
    };
}
