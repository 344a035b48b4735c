using System.Collections.Immutable;
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
        var told = verdict == Verdict.Estimated || claim.Stated is not { } stated
            ? new LocalizedText(Sentence(english), Sentence(spanish))
            : new LocalizedText($"Stated: {InWords(claim.Wording, false)}{FigureWords.Of(stated, Language.English)}. Counted: {english}.", $"Se afirma: {InWords(claim.Wording, true)}{FigureWords.Of(stated, Language.Spanish)}. Se cuenta: {spanish}.");
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
                $"estimated {P(i.Share)}, with an interval of {P(i.Lower)} to {P(i.Upper)} that holds the truth in {P(i.Level, 0)} of cases; the units' totals alone allow {P(i.BoundLower)} to {P(i.BoundUpper)}",
                $"se estima {S(i.Share)}, con un intervalo de {S(i.Lower)} a {S(i.Upper)} que contiene la verdad en el {S(i.Level, 0)} de los casos; los totales de las unidades permiten por sí solos de {S(i.BoundLower)} a {S(i.BoundUpper)}");
        }

        var value = figure.Value!.Value;
        var than = figure.Unit == ClaimUnit.Ratio ? $" {figure.DenominatorName}" : "";
        return new LocalizedText(FigureWords.Of(value, figure.Unit, Language.English) + than, FigureWords.Of(value, figure.Unit, Language.Spanish) + than);

        static string P(double share, int decimals = 1) => NumberStyle.English.Percent(share, decimals);
        static string S(double share, int decimals = 1) => NumberStyle.Spanish.Percent(share, decimals);
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
}
