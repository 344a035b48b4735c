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
        "confirmed" => words.Say("term.confirmed"),
        "confirmed-by-rounding" => words.Say("term.confirmed-by-rounding"),
        "depends-on-scope" => words.Say("term.depends-on-scope"),
        "contradicted" => words.Say("term.contradicted"),
        "estimated" => words.Say("term.estimated"),
        "not-observable" => words.Say("term.not-observable"),
        _ => words.Say("term.needs-data"),
    };

    /// <summary>What changed of a claim, for people.</summary>
    /// <param name="change">The change as programs read it.</param>
    /// <param name="words">The language.</param>
    public static string OfChange(string change, Wording words) => change switch
    {
        "verdict" => words.Say("term.the-verdict"),
        "stated" => words.Say("term.what-is-stated"),
        "figure" => words.Say("term.a-figure"),
        "new" => words.Say("term.new-claim"),
        _ => words.Say("term.claim-gone"),
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
            "points" => words.Say("claim.points", ("value", 100 * read)),
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
            ? words.Say("claim.of", ("comma", comma), ("count", count), ("name", name)) : "";
        return figure switch
        {
            { Missing: { } missing } => words.L(missing),
            { Word: { } word } => words.L(FigureWords.Outcome(word)),
            { Inferred: { Observable: false } i } => words.Say(
                "claim.not-observable-the-totals-allow-to", ("estimate", FigureWords.Estimate(i.BoundLower, figure.Unit)),
                ("estimate2", FigureWords.Estimate(i.BoundUpper, figure.Unit))),
            { Inferred: { Share: { } share } i } when figure.Unit == ClaimUnit.Points => $"{words.L(FigureWords.Estimate(share, figure.Unit))} ({words.L(FigureWords.Estimate(i.Lower, figure.Unit))} – {words.L(FigureWords.Estimate(i.Upper, figure.Unit))}){whole}",
            { Inferred: { Share: { } share } i } => $"{words.Percent(share)} ({words.Percent(i.Lower)}–{words.Percent(i.Upper)}){whole}",
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
