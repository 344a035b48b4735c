using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Encodings.Web;
using Urna.Audit.Plans;
using Urna.Model;

namespace Urna.Report;

/// <summary>A plan as one page to print and sign, which recomputes its draw in any browser without Urna.</summary>
public static class AuditPage
{
    /// <summary>The page.</summary>
    /// <param name="title">What is audited.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="pulls">What is drawn, place by place.</param>
    /// <param name="words">The reader's language.</param>
    public static string Of(string title, AuditPlan plan, ImmutableArray<(string Place, AuditDraw Draw)> pulls, Wording words)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(words);
        var text = new StringBuilder();
        var name = words.L("Plan of an audit", "Plan de una auditoría");
        PageFrame.Open(text, $"{name}: {title}", name, words);
        text.Append(Html($"<h1>{name}</h1>\n<p class=\"lead\">{title}. {AuditWords.Lead(plan, words)}</p>\n"));
        Groups(text, plan, words);
        Pulls(text, plan, pulls, words);
        Draw(text, plan, words);
        Signatures(text, words);
        PageFrame.Close(text, words);
        return text.ToString();
    }

    static void Groups(StringBuilder text, AuditPlan plan, Wording words)
    {
        text.Append(Html($"<h2>{words.L("What must be confirmed", "Qué hay que confirmar")}</h2>\n<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>{words.L("District", "Distrito")}</th><th>{words.L("Tightest", "Lo más ajustado")}</th><th class=\"n\">{words.L("Ballots", "Papeletas")}</th><th class=\"n\">{words.L("Without errors", "Sin errores")}</th><th class=\"n\">90 %</th><th class=\"n\">{words.L("First round", "Primera ronda")}</th></tr></thead><tbody>\n"));
        foreach (var g in plan.Groups)
        {
            var at = g.WithoutErrors.IndexOf(g.WithoutErrors.Max());
            var size = double.IsFinite(g.WithoutErrors[at]) ? words.Numbers.Number(g.WithoutErrors[at], 1) : "–";
            text.Append(Html($"<tr><th scope=\"row\">{g.Group.Contest} {g.Group.District}</th><td>{AuditWords.Of(g.Group.Statements[at].Assertion, words)}</td><td class=\"n\">{words.Whole(g.Group.Ballots)}</td><td class=\"n\">{size}</td><td class=\"n\">{words.Whole(g.Size.Q90)}</td><td class=\"n\">{words.Whole(g.Size.FirstRound)}</td></tr>\n"));
        }

        text.Append("</tbody></table></div>\n");
    }

    static void Pulls(StringBuilder text, AuditPlan plan, ImmutableArray<(string Place, AuditDraw Draw)> pulls, Wording words)
    {
        text.Append(Html($"<h2>{words.L("What to fetch, place by place", "Qué traer, lugar por lugar")}</h2>\n"));
        if (pulls.IsEmpty)
        {
            text.Append(Html($"<p>{AuditWords.NothingDrawn(plan.Groups.Any(g => !g.Boxes.IsEmpty), words)}</p>\n"));
            return;
        }

        foreach (var place in pulls.GroupBy(p => p.Place))
        {
            text.Append(Html($"<section class=\"pull\"><h3>{(place.Key.Length > 0 ? place.Key : words.L("No place is stated", "Sin lugar indicado"))}</h3><table><thead><tr><th>{words.L("Box", "Caja")}</th><th class=\"n\">{words.L("Ballot", "Papeleta")}</th><th class=\"n\">{words.L("Times drawn", "Veces")}</th><th>{words.L("Fetched", "Traída")}</th></tr></thead><tbody>"));
            foreach (var pull in place.GroupBy(p => p.Draw.Id))
            {
                var draw = pull.First().Draw;
                text.Append(Html($"<tr><th scope=\"row\">{draw.Box}</th><td class=\"n\">{(draw.IsBox ? words.L("all", "todas") : words.Whole(draw.Number))}</td><td class=\"n\">{words.Whole(pull.Count())}</td><td>☐</td></tr>"));
            }

            text.Append("</tbody></table></section>\n");
        }
    }

    static void Draw(StringBuilder text, AuditPlan plan, Wording words)
    {
        if (plan.Settings.Seed.Length == 0 || plan.Draws.IsEmpty)
        {
            return;
        }

        text.Append(Html($"<h2>{words.L("The draw, to be repeated by anybody", "El sorteo, que cualquiera puede repetir")}</h2>\n<p>{words.L("Every ballot, or every lot of a box, has a ticket: SHA-256 of the seed's own SHA-256 (in hexadecimal) followed by its name, written as a decimal number, filled to 64 digits, read backwards after '0.'. The smallest is drawn first; to be drawn again it gets a greater ticket. A box has lots in proportion to how far an error in it could reach.", "Cada papeleta, o cada lote de una caja, tiene un número: SHA-256 del SHA-256 de la semilla (en hexadecimal) seguido de su nombre, escrito como número decimal, completado a 64 dígitos y leído al revés después de '0.'. El menor sale primero; para salir otra vez recibe un número mayor. Una caja tiene lotes en proporción a lo lejos que podría llegar un error en ella.")}</p>\n"));
        text.Append(Html($"<p><label>{words.L("Seed", "Semilla")} <input id=\"seed\" value=\"{plan.Settings.Seed}\" size=\"32\"></label> <button id=\"again\">{words.L("Draw again in this page", "Sortear de nuevo en esta página")}</button> <strong id=\"said\" aria-live=\"polite\"></strong></p>\n<ol id=\"drawn\"></ol>\n"));
        var data = new
        {
            same = words.L("The same draw.", "El mismo sorteo."),
            other = words.L("Another draw than the one listed above.", "Un sorteo distinto del de más arriba."),
            groups = plan.Groups.Where(g => !g.Draws.IsEmpty).Select(g => new
            {
                lots = g.Bounds is not null,
                count = g.Draws.Length,
                boxes = g.Boxes.Select((b, i) => new object[] { b.Id, g.Bounds is { } bounds ? bounds.Lots[i] : b.Ballots }),
                drawn = g.Draws.Select(d => d.Ticket),
            }),
        };

        // Names are untrusted: no sign of them ends the script.
        var json = JsonSerializer.Serialize(data, new JsonSerializerOptions { Encoder = JavaScriptEncoder.Default });
        text.Append("<script type=\"application/json\" id=\"data\">").Append(json).Append("</script>\n<script>\n").Append(AuditScript.Text).Append("</script>\n");
    }

    static void Signatures(StringBuilder text, Wording words)
    {
        text.Append(Html($"<h2>{words.L("Signed", "Firmas")}</h2>\n<p>{words.L("We saw the seed made in public after the manifest was closed, and the draw repeated from it.", "Vimos que la semilla se obtuvo en público después de cerrar el manifiesto, y que el sorteo se repitió a partir de ella.")}</p>\n<table class=\"signed\"><thead><tr><th>{words.L("Name", "Nombre")}</th><th>{words.L("Role", "Cargo")}</th><th>{words.L("Date and hour", "Fecha y hora")}</th><th>{words.L("Signature", "Firma")}</th></tr></thead><tbody>"));
        for (var i = 0; i < 4; i++)
        {
            text.Append("<tr><td>&nbsp;</td><td></td><td></td><td></td></tr>");
        }

        text.Append("</tbody></table>\n");
    }

    static string Html(FormattableString text) => PageFrame.Html(text);
}

/// <summary>The frame of a page that stands alone.</summary>
static class PageFrame
{
    const string Print = """
        .signed td { height: 2.6rem; min-width: 9rem; border: 1px solid var(--rule); }
        .pull { break-inside: avoid; }
        input, button { font: inherit; }
        @media print { #again, #drawn { display: none; } main { max-width: none; } }
        """;

    /// <summary>Text whose arguments cannot be read as HTML.</summary>
    public static string Html(FormattableString text) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(a => (object?)WebUtility.HtmlEncode(VisibleText.Of(a?.ToString() ?? "", lines: true)))]);

    public static void Open(StringBuilder text, string title, string name, Wording words) => text
        .Append(Html($"<!DOCTYPE html>\n<html lang=\"{words.L("en", "es")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n"))
        .Append(Stylesheet.Text).Append(Print)
        .Append(Html($"</style>\n</head>\n<body>\n<header class=\"masthead\"><p class=\"site\">Urna <span>{name}</span></p></header>\n<main id=\"main\">\n"));

    public static void Close(StringBuilder text, Wording words) => text.Append(Html($"</main>\n<footer><p>{words.L("Made by Urna. The same data and seed give the same page.", "Elaborado con Urna. Los mismos datos y la misma semilla dan la misma página.")}</p></footer>\n</body>\n</html>\n"));
}
