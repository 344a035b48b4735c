using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Urna.Audit.Plans;
using Urna.Model;

namespace Urna.Report;

/// <summary>A plan as one page to print and sign, which recomputes its draw in any browser without Urna.</summary>
public static class AuditPage
{
    static readonly JsonSerializerOptions escaped = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>The page.</summary>
    /// <param name="title">What is audited.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="pulls">What is drawn, place by place.</param>
    /// <param name="words">The reader's language.</param>
    public static string Of(string title, AuditPlan plan, ImmutableArray<(string Place, string Name, AuditDraw Draw)> pulls, Wording words)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(words);
        var text = new StringBuilder();
        var name = words.Say("audit.plan-of-an-audit");
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
        text.Append(Html($"<h2>{words.Say("audit.what-must-be-confirmed")}</h2>\n<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>{words.Say("audit.district")}</th><th>{words.Say("audit.tightest")}</th><th class=\"n\">{words.Say("audit.ballots-2")}</th><th class=\"n\">{words.Say("audit.without-errors")}</th><th class=\"n\">90 %</th><th class=\"n\">{words.Say("audit.first-round")}</th></tr></thead><tbody>\n"));
        foreach (var g in plan.Groups)
        {
            var at = g.WithoutErrors.IndexOf(g.WithoutErrors.Max());
            var size = double.IsFinite(g.WithoutErrors[at]) ? words.Numbers.Number(g.WithoutErrors[at], 1) : "–";
            text.Append(Html($"<tr><th scope=\"row\">{g.Group.Contest} {g.Group.District}</th><td>{AuditWords.Of(g.Group.Statements[at].Assertion, words)}</td><td class=\"n\">{words.Whole(g.Group.Ballots)}</td><td class=\"n\">{size}</td><td class=\"n\">{words.Whole(g.Size.Q90)}</td><td class=\"n\">{words.Whole(g.Size.FirstRound)}</td></tr>\n"));
        }

        text.Append("</tbody></table></div>\n");
    }

    static void Pulls(StringBuilder text, AuditPlan plan, ImmutableArray<(string Place, string Name, AuditDraw Draw)> pulls, Wording words)
    {
        text.Append(Html($"<h2>{words.Say("audit.what-to-fetch-place-by-place")}</h2>\n"));
        if (pulls.IsEmpty)
        {
            text.Append(Html($"<p>{AuditWords.NothingDrawn(plan.Groups.Any(g => !g.Boxes.IsEmpty), words)}</p>\n"));
            return;
        }

        foreach (var place in pulls.GroupBy(p => p.Place))
        {
            text.Append(Html($"<section class=\"pull\"><h3>{(place.Key.Length > 0 ? place.Key : words.Say("audit.no-place-is-stated"))}</h3><table><thead><tr><th>{words.Say("audit.box")}</th><th class=\"n\">{words.Say("audit.ballot")}</th><th class=\"n\">{words.Say("audit.times-drawn")}</th><th>{words.Say("audit.fetched")}</th></tr></thead><tbody>"));
            foreach (var pull in place.GroupBy(p => p.Draw.Id))
            {
                var draw = pull.First().Draw;
                text.Append(Html($"<tr><th scope=\"row\">{draw.Box}{(pull.First().Name == draw.Box ? "" : $" ({pull.First().Name})")}</th><td class=\"n\">{(draw.IsBox ? words.Say("audit.all") : words.Whole(draw.Number))}</td><td class=\"n\">{words.Whole(pull.Count())}</td><td>☐</td></tr>"));
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

        text.Append(Html($"<h2>{words.Say("audit.the-draw-to-be-repeated-by-anybody")}</h2>\n<p>{words.Say("audit.every-ballot-or-every-lot-of-a")}</p>\n"));
        text.Append(Html($"<p><label>{words.Say("audit.seed")} <input id=\"seed\" value=\"{plan.Settings.Seed}\" size=\"32\"></label> <button id=\"again\">{words.Say("audit.draw-again-in-this-page")}</button> <strong id=\"said\" aria-live=\"polite\"></strong></p>\n<ol id=\"drawn\"></ol>\n"));
        var data = new
        {
            same = words.Say("audit.the-same-draw"),
            other = words.Say("audit.another-draw-than-the-one-listed-above"),
            groups = plan.Groups.Where(g => !g.Draws.IsEmpty).Select(g => new
            {
                lots = g.Bounds is not null,
                count = g.Draws.Length,
                boxes = g.Boxes.Select((b, i) => new object[] { b.Id, g.Bounds is { } bounds ? bounds.Lots[i] : b.Ballots }),
                drawn = g.Draws.Select(d => d.Ticket),
            }),
        };

        // Names are untrusted: no sign of them ends the script.
        var json = JsonSerializer.Serialize(data, escaped);
        text.Append("<script type=\"application/json\" id=\"data\">").Append(json).Append("</script>\n<script>\n").Append(AuditScript.Text).Append("</script>\n");
    }

    static void Signatures(StringBuilder text, Wording words)
    {
        text.Append(Html($"<h2>{words.Say("audit.signed")}</h2>\n<p>{words.Say("audit.we-saw-the-seed-made-in-public")}</p>\n<table class=\"signed\"><thead><tr><th>{words.Say("audit.name")}</th><th>{words.Say("audit.role")}</th><th>{words.Say("audit.date-and-hour")}</th><th>{words.Say("audit.signature")}</th></tr></thead><tbody>"));
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

    static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text whose arguments cannot be read as HTML.</summary>
    public static string Html(FormattableString text) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(a => (object?)encoder.Encode(VisibleText.Of(a?.ToString() ?? "", lines: true)))]);

    public static void Open(StringBuilder text, string title, string name, Wording words) => text
        .Append(Html($"<!DOCTYPE html>\n<html lang=\"{words.Language.Code()}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n"))
        .Append(Stylesheet.Text).Append(Print)
        .Append(Html($"</style>\n</head>\n<body>\n<header class=\"masthead\"><p class=\"site\">Urna <span>{name}</span></p></header>\n<main id=\"main\">\n"));

    public static void Close(StringBuilder text, Wording words) => text.Append(Html($"</main>\n<footer><p>{words.Say("audit.made-by-urna-the-same-data-and")}</p></footer>\n</body>\n</html>\n"));
}
