namespace Urna.Contract;

/// <summary>Quorums in words, in the shape of <c>urna rule show --format json</c>.</summary>
/// <param name="Rule">The file's name.</param>
/// <param name="Country">The country's code.</param>
/// <param name="Title">The title.</param>
/// <param name="Sources">The texts it was read from.</param>
/// <param name="Quorums">The quorums, in order.</param>
public sealed record QuorumsJson(string Rule, string Country, string Title, IEnumerable<string> Sources, IEnumerable<QuorumsJson.Entry> Quorums)
{
    /// <summary>A quorum.</summary>
    /// <param name="Quorum">The kind of law.</param>
    /// <param name="Words">What it asks for, and when.</param>
    /// <param name="From">The first day on which it holds; null if not known.</param>
    /// <param name="Until">The last day on which it holds; null if it still does.</param>
    /// <param name="Article">The article behind it.</param>
    /// <param name="Unverified">What was not verified; null if all was.</param>
    /// <param name="Chambers">The chambers it is for; empty for all others.</param>
    public sealed record Entry(string Quorum, string Words, DateOnly? From, DateOnly? Until, string Article, string? Unverified, IEnumerable<string> Chambers);
}
