using System.Text.Json.Serialization;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Model;

namespace Urna.Report.Json;

/// <summary>A denominator.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Value">How many.</param>
public sealed record DenominatorJson(string Name, long Value);

/// <summary>What holds of a claim under one way to take it.</summary>
/// <param name="Name">The way.</param>
/// <param name="Computed">What was computed; null if it could not be.</param>
/// <param name="Verdict">What holds.</param>
public sealed record ScopeJson(string Name, double? Computed, string Verdict);

/// <summary>A sentence of an article that makes a claim.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Text">Its words.</param>
public sealed record SentenceJson(int Line, string Text);

/// <summary>A judged claim, in the shape of <c>urna claims --format json</c>.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Claim">The claim in words.</param>
/// <param name="Unit">The unit of what is stated and computed.</param>
/// <param name="Stated">What is stated; null where no number is.</param>
/// <param name="Computed">What was computed under the plainest way to take it; null if it could not be.</param>
/// <param name="Lower">The lower end of an estimate's interval; null for counts.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="BoundLower">The least that the units' totals allow; null for counts.</param>
/// <param name="BoundUpper">The greatest.</param>
/// <param name="Denominator">What it is a part of; null if of nothing.</param>
/// <param name="Scopes">Every way to take it.</param>
/// <param name="Verdict">What holds.</param>
/// <param name="Explanation">Why.</param>
/// <param name="Query">The command that shows the counts.</param>
/// <param name="Sources">Ids of sources.</param>
public sealed record ClaimJson(
    string Id,
    string Claim,
    string Unit,
    double? Stated,
    double? Computed,
    double? Lower,
    double? Upper,
    double? BoundLower,
    double? BoundUpper,
    DenominatorJson? Denominator,
    IEnumerable<ScopeJson> Scopes,
    string Verdict,
    string Explanation,
    string? Query,
    IEnumerable<string> Sources)
{
    /// <summary>The sentences of the article that make it; null where no article is given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<SentenceJson>? Sentences { get; init; }

    /// <summary>The answer of a judgement.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="language">The language of its words.</param>
    /// <param name="article">The article that has the claim's spans; null if none is given.</param>
    public static ClaimJson Of(Judgement judgement, Language language, Article? article = null)
    {
        var claim = judgement.Claim;
        var figure = judgement.Scopes.IsEmpty ? null : judgement.Scopes[0].Figure;
        return new ClaimJson(
            claim.Id,
            claim.Says.In(language),
            Name(figure?.Unit ?? claim.Stated?.Unit ?? ClaimUnit.Text),
            claim.Stated?.Value.Value,
            figure?.Inferred?.Share ?? figure?.Value?.Value,
            figure?.Inferred?.Lower,
            figure?.Inferred?.Upper,
            figure?.Inferred?.BoundLower,
            figure?.Inferred?.BoundUpper,
            figure is { DenominatorName: { } name, Denominator: { } count } ? new DenominatorJson(name, count) : null,
            judgement.Scopes.Where(s => s.Scope is not null).Select(s => new ScopeJson(s.Scope!.Name.In(language), s.Figure.Value?.Value, Name(s.Verdict))),
            Name(judgement.Verdict),
            judgement.Explanation.In(language),
            figure?.Query,
            figure?.Sources ?? [])
        {
            Sentences = article is null ? null : claim.Spans.Select(s => s.In(article)).OfType<ArticleSpan>().Select(article.SentenceOf).Distinct().Select(s => new SentenceJson(s.Line, s.Text)),
        };
    }

    /// <summary>A verdict as programs read it.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Name(Verdict verdict) => verdict switch
    {
        Judge.Verdict.ConfirmedByRounding => "confirmed-by-rounding",
        Judge.Verdict.DependsOnScope => "depends-on-scope",
        Judge.Verdict.NotObservable => "not-observable",
        Judge.Verdict.NeedsData => "needs-data",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    static string Name(ClaimUnit unit) => unit.ToString().ToLowerInvariant();
}
