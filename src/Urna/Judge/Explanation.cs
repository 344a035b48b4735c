using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;

namespace Urna.Judge;

/// <summary>Says why a verdict is what it is.</summary>
static class Explanation
{
    /// <summary>The reason, in neutral words.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="verdict">Its verdict.</param>
    /// <param name="scopes">What holds under each way to take it.</param>
    public static LocalizedText Of(Claim claim, Verdict verdict, ImmutableArray<ScopeJudgement> scopes)
    {
        var figures = scopes.Select(s => (s.Scope?.Name, Told: Told(s.Figure))).ToList();
        var english = string.Join("; ", figures.Select(f => f.Name is { } name ? $"{name.English}: {f.Told.English}" : f.Told.English));
        var spanish = string.Join("; ", figures.Select(f => f.Name is { } name ? $"{name.Spanish}: {f.Told.Spanish}" : f.Told.Spanish));
        var stated = claim.Stated?.Text;
        var told = verdict == Verdict.Estimated || stated is null
            ? new LocalizedText(Sentence(english), Sentence(spanish))
            : new LocalizedText($"Stated: {InWords(claim.Wording, false)}{stated}. Counted: {english}.", $"Se afirma: {InWords(claim.Wording, true)}{stated}. Se cuenta: {spanish}.");
        return claim.Note is { } note ? new LocalizedText($"{told.English} {note.English}", $"{told.Spanish} {note.Spanish}") : told;
    }

    static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    static LocalizedText Told(Figure figure)
    {
        if (figure.Missing is { } missing)
        {
            return missing;
        }

        if (figure.Inferred is { } i)
        {
            return new LocalizedText(
                FormattableString.Invariant($"estimated {100 * i.Share:F1} %, with an interval of {100 * i.Lower:F1} to {100 * i.Upper:F1} % that holds the truth in {100 * i.Level:F0} % of cases; the units' totals alone allow {100 * i.BoundLower:F1} to {100 * i.BoundUpper:F1} %"),
                FormattableString.Invariant($"se estima {100 * i.Share:F1} %, con un intervalo de {100 * i.Lower:F1} a {100 * i.Upper:F1} % que contiene la verdad en el {100 * i.Level:F0} % de los casos; los totales de las unidades permiten por sí solos de {100 * i.BoundLower:F1} a {100 * i.BoundUpper:F1} %"));
        }

        var value = figure.Value!.Value.Value;
        var number = figure.Unit switch
        {
            ClaimUnit.Share => Invariant($"{100 * value:0.00} %"),
            ClaimUnit.Points => Invariant($"{100 * value:0.00}"),
            ClaimUnit.Ratio => Invariant($"{value:0.000}"),
            ClaimUnit.Date => DateOnly.FromDayNumber((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Invariant($"{value:#,0}"),
        };
        var (english, spanish) = figure.Unit switch
        {
            ClaimUnit.Points => (" points", " puntos"),
            ClaimUnit.Votes => (" votes", " votos"),
            ClaimUnit.Seats => (" seats", " escaños"),
            ClaimUnit.Ratio => ($" times {figure.DenominatorName}", $" veces {figure.DenominatorName}"),
            _ => ("", ""),
        };
        return new LocalizedText(number + english, number + spanish);
    }

    static string InWords(Wording wording, bool spanish) => wording switch
    {
        Wording.About => spanish ? "cerca de " : "about ",
        Wording.Almost => spanish ? "casi " : "almost ",
        Wording.Over => spanish ? "más de " : "over ",
        Wording.AtLeast => spanish ? "al menos " : "at least ",
        Wording.Under => spanish ? "menos de " : "under ",
        Wording.AtMost => spanish ? "a lo más " : "at most ",
        _ => "",
    };

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
