using Urna.Judge;
using Urna.Contract;

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

    /// <summary>What changed of a claim, for people.</summary>
    /// <param name="change">The change as programs read it.</param>
    /// <param name="words">The language.</param>
    public static string OfChange(string change, Wording words) => change switch
    {
        "verdict" => words.L("the verdict", "el veredicto"),
        "stated" => words.L("what is stated", "lo que se afirma"),
        "figure" => words.L("a figure", "una cifra"),
        "new" => words.L("new claim", "afirmación nueva"),
        _ => words.L("claim gone", "ya no está"),
    };

    /// <summary>A number, day or outcome of judged claims, for people.</summary>
    /// <param name="value">The value as programs read it; null if there is none.</param>
    /// <param name="unit">Its unit as programs read it.</param>
    /// <param name="words">The language.</param>
    public static string Value(object? value, string unit, Wording words)
    {
        var text = value is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : $"{value}";
        return !double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var read) ? text : unit switch
        {
            "share" => words.Percent(read, 2),
            "points" => words.L($"{words.Numbers.Number(100 * read, 2)} points", $"{words.Numbers.Number(100 * read, 2)} puntos"),
            "ratio" => words.Numbers.Number(read, 3),
            _ => words.Numbers.Number(read, 0),
        };
    }

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
    internal static string Of(Claim claim, Figure figure, Wording words)
    {
        // Points are a difference of parts; a change has two wholes, and names neither.
        var comma = figure.Unit == ClaimUnit.Points ? "," : "";
        var whole = figure is { DenominatorName: { } name, Denominator: { } count } && claim.Measure is not (Measure.Change or Measure.Record)
            ? words.L($"{comma} of {words.Whole(count)} {name.English}", $"{comma} de {words.Whole(count)} {name.Spanish}") : "";
        return figure switch
        {
            { Missing: { } missing } => words.L(missing),
            { Word: { } word } => words.L(FigureWords.Outcome(word)),
            { Inferred: { Observable: false } i } => words.L(
                $"not observable; the totals allow {FigureWords.Estimate(i.BoundLower, figure.Unit).English} to {FigureWords.Estimate(i.BoundUpper, figure.Unit).English}",
                $"no observable; los totales permiten de {FigureWords.Estimate(i.BoundLower, figure.Unit).Spanish} a {FigureWords.Estimate(i.BoundUpper, figure.Unit).Spanish}"),
            { Inferred: { } i } when figure.Unit == ClaimUnit.Points => $"{words.L(FigureWords.Estimate(i.Share, figure.Unit))} ({words.L(FigureWords.Estimate(i.Lower, figure.Unit))} – {words.L(FigureWords.Estimate(i.Upper, figure.Unit))}){whole}",
            { Inferred: { } i } => $"{words.Percent(i.Share)} ({words.Percent(i.Lower)}–{words.Percent(i.Upper)}){whole}",
            { Value: { } value } => words.L(FigureWords.Of(value, figure.Unit)) + whole,
            _ => "",
        };
    }

    /// <summary>Where a page tells a claim's verdict in full.</summary>
    internal static string Anchor(string id) => $"claim-{Safe(id)}";

    /// <summary>Where a page has the note on a claim.</summary>
    internal static string NoteAnchor(string id) => $"note-{Safe(id)}";

    /// <summary>Where a page has the words that make a claim.</summary>
    internal static string SaidAnchor(string id) => $"said-{Safe(id)}";

    /// <summary>The class of a verdict in the style sheet.</summary>
    internal static string Class(Verdict verdict) => $"v-{ClaimJson.Name(verdict)}";

    /// <summary>An id as an anchor: what is no plain letter becomes its number between colons, which no plain id has.</summary>
    static string Safe(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? $"{c}" : $":{(int)c:x}:"));
}
