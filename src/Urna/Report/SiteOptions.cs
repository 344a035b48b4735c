using System.Collections.Immutable;
using Urna.Judge;
using Urna.Judge.Articles;
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
    /// <summary>What was said of the election, judged; empty if nothing was.</summary>
    public ImmutableArray<Judgement> Judgements { get; init; } = [];

    /// <summary>Where it was said; null if nothing was.</summary>
    public LocalizedText? ClaimsTitle { get; init; }

    /// <summary>The article that said it; null if it is not given.</summary>
    public Article? Article { get; init; }

    /// <summary>Where the article was published; null if not stated.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Who answers for the verdicts; null for Urna.</summary>
    public Reviewer? Reviewer { get; init; }
}
