using Urna.Model;

namespace Urna.Report;

/// <summary>A file of a site.</summary>
/// <param name="Path">The path from the site's folder, with <c>/</c>.</param>
/// <param name="Content">The whole text.</param>
public sealed record SiteFile(string Path, string Content);

/// <summary>How a site is told.</summary>
/// <param name="Language">The language of its pages.</param>
/// <param name="Version">The version of Urna, for the colophon.</param>
public sealed record SiteOptions(Language Language, string Version);
