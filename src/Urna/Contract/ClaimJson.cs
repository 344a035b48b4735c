using System.Globalization;
using System.Text.Json.Serialization;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Contract;

/// <summary>A denominator.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Value">How many.</param>
public sealed record DenominatorJson(string Name, long Value);

/// <summary>What holds of a claim under one way to take it.</summary>
/// <param name="Name">The way.</param>
/// <param name="Computed">What was computed: a number, a day, or an outcome as a word; null if it could not be.</param>
/// <param name="Verdict">What holds.</param>
/// <param name="Denominator">What it is a part of; null if of nothing.</param>
public sealed record ScopeJson(string Name, object? Computed, string Verdict, DenominatorJson? Denominator);

/// <summary>How much of what is counted the data have.</summary>
/// <param name="Known">The part of the votes that is known at least, in [0, 1]; null where nothing bounds what is lacking.</param>
/// <param name="Missing">What is lacking, in words; empty if nothing is.</param>
public sealed record CompletenessJson(double? Known, IEnumerable<string> Missing);

/// <summary>A sentence of an article that makes a claim.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Text">Its words.</param>
public sealed record SentenceJson(int Line, string Text);

/// <summary>A judged claim, in the shape of <c>urna claims --format json</c>.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Claim">The claim in words.</param>
/// <param name="Unit">The unit of what is stated and computed.</param>
/// <param name="Stated">What is stated: a number, a day, or an outcome; of a majority or quorum the seats it takes; null where nothing is.</param>
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
/// <param name="Sources">Ids of sources, then the rows of tables as <see cref="SourceRows"/> writes them.</param>
public sealed record ClaimJson(
    string Id,
    string Claim,
    string Unit,
    object? Stated,
    object? Computed,
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
    /// <summary>The ballot or whole that a share or rank is of; null elsewhere.</summary>
    public string? Base { get; init; }

    /// <summary>How much of what is counted the data have; null where nothing is counted.</summary>
    public CompletenessJson? Completeness { get; init; }

    /// <summary>What a reader must know of the data.</summary>
    public IEnumerable<string> Notes { get; init; } = [];

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
            Name(figure?.Unit ?? claim.Number?.Stated.Unit ?? ClaimUnit.Text),
            StatedOf(claim, figure),
            ComputedOf(figure),
            figure?.Inferred?.Lower,
            figure?.Inferred?.Upper,
            figure?.Inferred?.BoundLower,
            figure?.Inferred?.BoundUpper,
            DenominatorOf(figure, language),
            judgement.Scopes.Where(s => s.Scope is not null).Select(s => new ScopeJson(s.Scope!.Name.In(language), ComputedOf(s.Figure), Name(s.Verdict), DenominatorOf(s.Figure, language))),
            Name(judgement.Verdict),
            judgement.Explanation.In(language),
            figure?.Query,
            [.. judgement.Scopes.SelectMany(s => s.Figure.Sources).Distinct(), .. SourceRows.Together(judgement.Scopes.SelectMany(s => s.Figure.Rows)).Select(r => $"{r}")])
        {
            Base = figure?.Base?.In(language),
            Completeness = figure is null ? null : new(figure.Completeness.Known, [.. figure.Completeness.Missing.Select(m => m.In(language))]),
            Notes = [.. judgement.Notes.Select(n => n.In(language))],
            Sentences = article is null ? null : claim.Spans.Select(s => s.In(article)).OfType<ArticleSpan>().Select(article.SentenceOf).Distinct().Select(s => new SentenceJson(s.Line, s.Text)),
        };
    }

    static object? StatedOf(Claim claim, Figure? figure) =>
        figure?.Needed is { } needed ? needed
        : (claim as WordClaim)?.Word ?? (claim.Number is { Stated: var stated } ? InData(stated.Value, stated.Unit) : null);

    static object? ComputedOf(Figure? figure) =>
        figure?.Word ?? (figure?.Inferred is { } inferred ? inferred.Observable ? inferred.Share : null : figure?.Value is { } value ? InData(value, figure.Unit) : null);

    static object InData(Fraction value, ClaimUnit unit) =>
        unit == ClaimUnit.Date ? DateOnly.FromDayNumber((int)value.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.Value;

    static DenominatorJson? DenominatorOf(Figure? figure, Language language) =>
        figure is { DenominatorName: { } name, Denominator: { } count } ? new DenominatorJson(name.In(language), count) : null;

    /// <summary>A verdict as programs read it.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Name(Verdict verdict) => Spelling.Kebab(verdict);

    static string Name(ClaimUnit unit) => unit is ClaimUnit.Persons or ClaimUnit.Places ? "text" : Spelling.Kebab(unit);
}
