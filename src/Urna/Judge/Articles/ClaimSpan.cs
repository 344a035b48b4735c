namespace Urna.Judge.Articles;

/// <summary>Words of an article in which a claim is made.</summary>
/// <param name="Words">The words as the article has them.</param>
/// <param name="Occurrence">Which of their places is meant, from 1; null where they stand once.</param>
public sealed record ClaimSpan(string Words, int? Occurrence)
{
    /// <summary>The one place that is meant; null if there is none, or more than one.</summary>
    /// <param name="article">The article.</param>
    public ArticleSpan? In(Article article)
    {
        var places = article.Find(Words);
        return Occurrence is { } n ? places.ElementAtOrDefault(n - 1) : places.Length == 1 ? places[0] : null;
    }
}
