using Urna.Model;
using System.Collections.Immutable;
using Urna.Judge.Articles;
using Urna.Store.Yaml;

namespace Urna.Store.Claims;

/// <summary>What a claims file says of the article that it judges.</summary>
static class ArticleFields
{
    /// <summary>Where the article was published; null if the file does not say.</summary>
    public static Citation? Citation(YamlMap yaml)
    {
        if (yaml.Map("article") is not { } map)
        {
            return null;
        }

        var citation = new Citation(map.Text("title"), map.Text("author"), map.Text("publisher"), map.Date("date"), Address(map), map.Text("language"));
        map.Done();
        return citation;
    }

    /// <summary>Who answers for the verdicts; null if the file does not say.</summary>
    public static Reviewer? Reviewer(YamlMap yaml)
    {
        if (yaml.Map("reviewer") is not { } map)
        {
            return null;
        }

        var reviewer = new Reviewer(map.Required("name"), map.Date("date"), Address(map));
        map.Done();
        return reviewer;
    }

    /// <summary>The words of the article in which a claim is made, each with a fault if it does not have them once.</summary>
    /// <param name="yaml">The claim.</param>
    /// <param name="article">The article; null to take the words as they are.</param>
    public static ImmutableArray<ClaimSpan> Spans(YamlMap yaml, Article? article) => [.. yaml.TextsOrMaps("span", "words").Select(map => Span(map, article))];

    static ClaimSpan Span(YamlMap map, Article? article)
    {
        var span = new ClaimSpan(map.Required("words"), map.Whole("occurrence", 1));
        map.Done();
        var places = article is null || span.Words.Length == 0 ? [] : article.Find(span.Words);
        if (article is null || span.Words.Length == 0 || span.In(article) is not null)
        {
            return span;
        }

        if (places.IsEmpty)
        {
            map.Fault(
                "V160",
                LocalizedText.Say("v160.the-article-does-not-have", ("words", span.Words)),
                "words", span.Words, string.Join("; ", article.Nearest(span.Words).Select(s => $"'{s.Text}' (line {s.Line})").DefaultIfEmpty("(none)")));
        }
        else
        {
            var lines = string.Join(", ", places.Select(p => p.Line));
            map.Fault(
                "V161",
                LocalizedText.Say(
                    "v161.stands-times-in-the-article-on", ("words", span.Words), ("places", places.Length), ("lines", lines)),
                "words", span.Words, $"occurrence: 1 … {places.Length}");
        }

        return span;
    }

    /// <summary>An address of the web; others are refused, since pages link to it.</summary>
    static string? Address(YamlMap map)
    {
        var url = map.Text("url");
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            map.Fault("V110", LocalizedText.Say("v110.is-not-an-address-of-the", ("url", url)), "url", url, "https://…");
        }

        return url;
    }
}
