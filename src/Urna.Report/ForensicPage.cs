using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Urna.Audit.Forensics;
using Urna.Model;

namespace Urna.Report;

/// <summary>Tests of a count as one page: innocent causes first, then what was seen, with controls.</summary>
public static class ForensicPage
{
    /// <summary>The page.</summary>
    /// <param name="title">The election.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="count">Its units.</param>
    /// <param name="results">What the tests saw.</param>
    /// <param name="words">The reader's language.</param>
    public static string Of(string title, Contest contest, ForensicCount count, ImmutableArray<ForensicResult> results, Wording words)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(words);
        var (text, name) = (new StringBuilder(), words.L("Does the count look as counts look?", "¿Se ve el recuento como se ven los recuentos?"));
        PageFrame.Open(text, $"{name} {title}", name, words);
        text.Append(Html($"<h1>{name}</h1>\n<p class=\"lead\">{title}, {contest.Title.In(words.Language)}: {words.Whole(count.Units.Length)} {words.L("units", "unidades")}.</p>\n<p class=\"note\">{words.L("An anomaly is not an explanation. Each test looks at one trace and supposes things that may not hold; beside it stand two controls of the same units: one that votes by chance alone, one into which an anomaly was put. Where a test would hardly see one, nothing can be concluded.", "Una anomalía no es una explicación. Cada prueba mira un rastro y supone cosas que pueden no cumplirse; a su lado hay dos controles de las mismas unidades: uno que vota solo por azar y otro en el que se puso una anomalía. Donde una prueba apenas la vería, no se puede concluir nada.")}</p>\n"));
        foreach (var result in results)
        {
            Section(text, result, words);
        }

        Shape(text, count, words);
        PageFrame.Close(text, words);
        return text.ToString();
    }

    static void Section(StringBuilder text, ForensicResult result, Wording words)
    {
        var look = result.Look;
        string Number(double? value, int decimals) => value is { } v ? words.Numbers.Number(v, decimals) : "–";
        text.Append(Html($"<section><h2>{ForensicWords.Of(result.Kind, words)}</h2>\n<p><strong>{ForensicWords.Of(result, words)}</strong> {ForensicWords.Causes(result.Kind, words)}</p>\n<p class=\"small\">{ForensicWords.Supposes(result.Kind, words)}</p>\n"));
        text.Append(Html($"<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th><th class=\"n\">{words.L("Units", "Unidades")}</th><th class=\"n\">{words.L("Seen", "Visto")}</th><th class=\"n\">{words.L("By chance", "Por azar")}</th><th class=\"n\">{words.L("Deviation", "Desviación")}</th><th class=\"n\">z</th><th class=\"n\">{words.L("p, for all tests", "p, por todas")}</th></tr></thead><tbody>"));
        text.Append(Html($"<tr><th scope=\"row\">{words.L("The count", "El recuento")}</th><td class=\"n\">{words.Whole(look.Units)}</td><td class=\"n\">{Number(look.Observed, 1)}</td><td class=\"n\">{Number(look.Expected, 1)}</td><td class=\"n\">{Number(look.Deviation, 1)}</td><td class=\"n\">{Number(look.Z, 1)}</td><td class=\"n\">{Number(result.Adjusted, 3)}</td></tr>"));
        text.Append(Html($"<tr><th scope=\"row\">{words.L("Control by chance alone", "Control solo por azar")}</th><td></td><td></td><td></td><td></td><td class=\"n\">{Number(result.NegativeZ, 1)}</td><td></td></tr>"));
        text.Append(Html($"<tr><th scope=\"row\">{words.L("Control with an anomaly in one unit of twenty", "Control con una anomalía en una unidad de cada veinte")}</th><td></td><td></td><td></td><td></td><td class=\"n\">{Number(result.PositiveZ, 1)}</td><td></td></tr></tbody></table></div>\n"));
        if (!result.Power.IsEmpty)
        {
            var power = string.Join("; ", result.Power.Select(p => words.L($"{words.Percent(p.Probability, 0)} where {words.Percent(p.Altered, 0)} of the units had {words.Percent(p.Size, 0)} of the other votes moved", $"{words.Percent(p.Probability, 0)} si en {words.Percent(p.Altered, 0)} de las unidades se moviera {words.Percent(p.Size, 0)} de los otros votos")));
            text.Append(Html($"<p class=\"small\">{words.L("How likely it would have been seen", "Qué tan probable era verla")}: {power}.</p>\n"));
        }

        if (result.Conclusion == ForensicConclusion.Anomaly && !look.Where.IsEmpty)
        {
            text.Append(Html($"<p>{words.L("Look first at", "Mirar primero")}: {words.List(look.Where)}.</p>\n"));
        }

        text.Append("</section>\n");
    }

    /// <summary>Turnout against the leader's share as a grid, the darker the more units.</summary>
    static void Shape(StringBuilder text, ForensicCount count, Wording words)
    {
        const int Cells = 50;
        const int Size = 8;
        if (Fingerprint.Of(count) is not { } shape)
        {
            return;
        }

        var cells = new int[Cells, Cells];
        foreach (var unit in count.Units.Where(u => u.Registered > 0 && !u.IsImpossible))
        {
            cells[Math.Min(Cells - 1, (int)(Cells * unit.Cast / unit.Registered)), Math.Min(Cells - 1, (int)(Cells * unit.Votes[count.Leader] / unit.Valid))]++;
        }

        var most = cells.Cast<int>().Max();
        text.Append(Html($"<h2>{words.L("Fingerprint", "Huella")}</h2>\n<figure><svg viewBox=\"0 0 {Cells * Size} {Cells * Size}\" width=\"{Cells * Size}\" role=\"img\" aria-label=\"{words.L("Turnout from left to right, the leader's share from bottom to top", "Participación de izquierda a derecha, porcentaje de la primera mayoría de abajo arriba")}\"><rect width=\"100%\" height=\"100%\" fill=\"none\" stroke=\"currentColor\"/>"));
        for (var t = 0; t < Cells; t++)
        {
            for (var s = 0; s < Cells; s++)
            {
                if (cells[t, s] > 0)
                {
                    text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{t * Size}\" y=\"{(Cells - 1 - s) * Size}\" width=\"{Size}\" height=\"{Size}\" fill=\"#0b4f8a\" fill-opacity=\"{0.1 + (0.9 * Math.Log(1 + cells[t, s]) / Math.Log(1 + most)):0.##}\"/>");
                }
            }
        }

        text.Append(Html($"</svg><figcaption>{words.L("Turnout from left to right, the leader's share from bottom to top; the darker, the more units.", "Participación de izquierda a derecha, porcentaje de la primera mayoría de abajo arriba; más oscuro, más unidades.")} {words.L("Skewness", "Asimetría")} {words.Numbers.Number(shape.Skewness, 2)}, {words.L("kurtosis", "curtosis")} {words.Numbers.Number(shape.Kurtosis, 2)}, {words.L("correlation", "correlación")} {words.Numbers.Number(shape.Correlation, 2)}. {words.L("A model of one kind of places fits", "Un modelo de un solo tipo de lugares ajusta")} {words.Percent(shape.Incremental)} {words.L("of the units to its incremental shape and", "de las unidades a su forma incremental y")} {words.Percent(shape.Extreme)} {words.L("to its extreme one; places of two kinds fit so as well.", "a su forma extrema; lugares de dos tipos también se ajustan así.")}</figcaption></figure>\n"));
    }

    static string Html(FormattableString text) => PageFrame.Html(text);
}
