using Urna.Judge;
using Urna.Report.Json;

namespace Urna.Report;

/// <summary>Verdicts in words.</summary>
public static class ClaimWords
{
    /// <summary>A verdict for people.</summary>
    /// <param name="verdict">The verdict as programs read it.</param>
    /// <param name="words">The language.</param>
    public static string Of(string verdict, Wording words) => verdict switch
    {
        "confirmed" => words.L("confirmed", "confirmada"),
        "confirmed-by-rounding" => words.L("confirmed by rounding", "confirmada por redondeo"),
        "depends-on-scope" => words.L("depends on scope", "depende del alcance"),
        "contradicted" => words.L("contradicted", "contradicha"),
        "estimated" => words.L("estimated", "estimada"),
        "not-observable" => words.L("not observable", "no observable"),
        _ => words.L("needs data", "faltan datos"),
    };

    /// <summary>A sign for a verdict, so that it is not told by colour alone.</summary>
    internal static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "✓",
        Verdict.ConfirmedByRounding => "≈",
        Verdict.DependsOnScope => "±",
        Verdict.Contradicted => "≠",
        Verdict.Estimated => "~",
        Verdict.NotObservable => "–",
        _ => "?",
    };

    /// <summary>A computed number with what it is a part of.</summary>
    internal static string Of(Claim claim, Figure figure, Wording words) => figure switch
    {
        { Missing: { } missing } => words.L(missing),
        { Inferred: { } i } => $"{words.Percent(i.Share)} ({words.Percent(i.Lower)}–{words.Percent(i.Upper)}){Whole(figure, words)}",
        { Value: { } value } => FigureWords.Of(value, figure.Unit, words.Language) + (claim.Measure is Measure.Change or Measure.Record ? "" : Whole(figure, words)),
        _ => "",
    };

    /// <summary>Where a page tells a claim's verdict in full.</summary>
    internal static string Anchor(string id) => $"claim-{Safe(id)}";

    /// <summary>Where a page has the note on a claim.</summary>
    internal static string NoteAnchor(string id) => $"note-{Safe(id)}";

    /// <summary>Where a page has the words that make a claim.</summary>
    internal static string SaidAnchor(string id) => $"said-{Safe(id)}";

    /// <summary>The class of a verdict in the style sheet.</summary>
    internal static string Class(Verdict verdict) => $"v-{ClaimJson.Name(verdict)}";

    static string Safe(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_'));

    static string Whole(Figure figure, Wording words) => figure is not { DenominatorName: { } name, Denominator: { } count } ? ""
        : words.L($"{(figure.Unit == ClaimUnit.Points ? "," : "")} of {words.Whole(count)} {Whole(name, words)}", $"{(figure.Unit == ClaimUnit.Points ? "," : "")} de {words.Whole(count)} {Whole(name, words)}");

    static string Whole(string name, Wording words) => name switch
    {
        "valid votes" => words.L(name, "votos válidos"),
        "votes cast" => words.L(name, "votos emitidos"),
        "registered" => words.L("people on the roll", "personas en el padrón"),
        "seats" => words.L(name, "escaños"),
        "abstention" => words.L("abstainers", "abstencionistas"),
        _ => words.L($"people ({name})", $"personas ({name})"),
    };
}
