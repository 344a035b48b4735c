using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Urna.Contract;
using Urna.Judge;
using Urna.Model;

namespace Urna.Report.Articles;

/// <summary>Verdicts as schema.org's ClaimReview, for search engines and fact-checkers.</summary>
/// <remarks>
/// A verdict is a word and no number: the seven do not lie on one scale. What no count can show, or data are lacking for, has
/// a review without a rating, since nothing was rated.
/// </remarks>
public static class ClaimReviewJson
{
    /// <summary>The file of a site that holds all of them.</summary>
    public const string FileName = "claims.jsonld";

    // The default encoder writes <, > and & as escapes, so that no text can end the script that holds it.
    static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true, NewLine = "\n" };

    /// <summary>One review a claim, safe inside a script of a page.</summary>
    /// <param name="claims">The claims, judged.</param>
    /// <param name="language">The language of the reviews.</param>
    public static IEnumerable<string> Of(JudgedClaims claims, Language language) =>
        claims.Judgements.Select(j => Review(j, claims.Set, language).ToJsonString(options));

    /// <summary>All reviews as one graph.</summary>
    /// <param name="claims">The claims, judged.</param>
    /// <param name="language">The language of the reviews.</param>
    public static string File(JudgedClaims claims, Language language) =>
        new JsonArray([.. claims.Judgements.Select(j => Review(j, claims.Set, language))]).ToJsonString(options) + "\n";

    static JsonObject Review(Judgement judgement, ClaimSet said, Language language)
    {
        var words = new Wording(language);
        var isRated = judgement.Verdict is not (Verdict.NotObservable or Verdict.NeedsData);
        return Object(
            ("@context", "https://schema.org"),
            ("@type", "ClaimReview"),
            ("url", WebAddress.Of(said.Reviewer?.Url) is { } url ? $"{url}#{ClaimWords.Anchor(judgement.Claim.Id)}" : null),
            ("datePublished", Day(said.Reviewer?.Date)),
            ("inLanguage", words.Language.Code()),
            ("author", said.Reviewer is { } reviewer ? Object(("@type", "Organization"), ("name", reviewer.Name)) : Object(("@type", "Organization"), ("name", "Urna"))),
            ("claimReviewed", words.L(judgement.Claim.Says)),
            ("itemReviewed", Claim(judgement, said)),
            ("reviewRating", isRated ? Object(("@type", "Rating"), ("alternateName", ClaimWords.Of(ClaimJson.Name(judgement.Verdict), words))) : null),
            ("reviewBody", isRated ? words.L(judgement.Explanation) : $"{Views.Edition.Heading(ClaimWords.Of(ClaimJson.Name(judgement.Verdict), words))}: {words.L(judgement.Explanation)}"));
    }

    static JsonObject Claim(Judgement judgement, ClaimSet said)
    {
        // A claim without words of the article that is given was said elsewhere.
        var cited = said.Article is null || !judgement.Claim.Spans.IsEmpty ? said.Citation : null;
        var appearance = cited is null ? null : Object(
            ("@type", "Article"),
            ("headline", cited.Title),
            ("url", WebAddress.Of(cited.Url)),
            ("datePublished", Day(cited.Date)),
            ("author", cited.Author is { } writer ? Object(("@type", "Person"), ("name", writer)) : null),
            ("publisher", cited.Publisher is { } publisher ? Object(("@type", "Organization"), ("name", publisher)) : null));
        return Object(
            ("@type", "Claim"),
            ("text", judgement.Claim.Spans is [var span, ..] ? span.Words : null),
            ("datePublished", Day(cited?.Date)),
            ("author", cited?.Author is { } author ? Object(("@type", "Person"), ("name", author)) : cited?.Publisher is { } house ? Object(("@type", "Organization"), ("name", house)) : null),
            ("appearance", appearance));
    }

    static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An object without the fields that are not known.</summary>
    static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var made = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                made.Add(name, value);
            }
        }

        return made;
    }
}
