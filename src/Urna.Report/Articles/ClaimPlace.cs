using Urna.Judge.Articles;

namespace Urna.Report.Articles;

/// <summary>Where an article makes a claim.</summary>
/// <param name="Claim">The index of the claim.</param>
/// <param name="Span">Its words.</param>
/// <param name="IsFirst">Whether the article makes it here for the first time.</param>
sealed record ClaimPlace(int Claim, ArticleSpan Span, bool IsFirst);
