using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Report;

/// <summary>A file of a site.</summary>
/// <param name="Path">The path from the site's folder, with <c>/</c>.</param>
/// <param name="Content">The whole text.</param>
public sealed record SiteFile(string Path, string Content);

/// <summary>How a site is told.</summary>
/// <param name="Language">The language of its pages.</param>
/// <param name="Version">The version of Urna, for the colophon.</param>
public sealed record SiteOptions(Language Language, string Version)
{
    /// <summary>Where the site stands on the network, with a slash at its end; null if nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>The folders of the same site in other languages, from this one's and with a slash at the end.</summary>
    public ImmutableSortedDictionary<Language, string> Others { get; init; } = ImmutableSortedDictionary<Language, string>.Empty;
}
