using System.Collections.Immutable;

namespace Urna.Report.Articles;

/// <summary>A part of an article's page: its HTML, then the claims whose sentence ends there.</summary>
/// <param name="Html">Safe HTML; an element may go on in the next passage.</param>
/// <param name="Claims">Indices of claims.</param>
sealed record ArticlePassage(string Html, ImmutableArray<int> Claims);
