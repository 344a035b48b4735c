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
        var (text, name) = (new StringBuilder(), words.Say("audit.does-the-count-look-as-counts-look"));
        PageFrame.Open(text, $"{name} {title}", name, words);
        text.Append(Html($"<h1>{name}</h1>\n<p class=\"lead\">{title}, {contest.Title.In(words.Language)}: {words.Whole(count.Units.Length)} {words.Say("audit.units")}.</p>\n<p class=\"note\">{words.Say("audit.an-anomaly-is-not-an-explanation-each")}</p>\n"));
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
        text.Append(Html($"<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th><th class=\"n\">{words.Say("audit.units-2")}</th><th class=\"n\">{words.Say("audit.seen")}</th><th class=\"n\">{words.Say("audit.by-chance")}</th><th class=\"n\">{words.Say("audit.deviation")}</th><th class=\"n\">z</th><th class=\"n\">{words.Say("audit.p-for-all-tests")}</th></tr></thead><tbody>"));
        text.Append(Html($"<tr><th scope=\"row\">{words.Say("audit.the-count")}</th><td class=\"n\">{words.Whole(look.Units)}</td><td class=\"n\">{Number(look.Observed, 1)}</td><td class=\"n\">{Number(look.Expected, 1)}</td><td class=\"n\">{Number(look.Deviation, 1)}</td><td class=\"n\">{Number(look.Z, 1)}</td><td class=\"n\">{Number(result.Adjusted, 3)}</td></tr>"));
        text.Append(Html($"<tr><th scope=\"row\">{words.Say("audit.control-by-chance-alone")}</th><td></td><td></td><td></td><td></td><td class=\"n\">{Number(result.NegativeZ, 1)}</td><td></td></tr>"));
        text.Append(Html($"<tr><th scope=\"row\">{words.Say("audit.control-with-an-anomaly-in-one-unit")}</th><td></td><td></td><td></td><td></td><td class=\"n\">{Number(result.PositiveZ, 1)}</td><td></td></tr></tbody></table></div>\n"));
        if (!result.Power.IsEmpty)
        {
            var power = string.Join("; ", result.Power.Select(p => words.Say("audit.where-of-the-units-had-of-the", ("probability", words.Percent(p.Probability, 0)), ("altered", words.Percent(p.Altered, 0)), ("size", words.Percent(p.Size, 0)))));
            text.Append(Html($"<p class=\"small\">{words.Say("audit.how-likely-it-would-have-been-seen")}: {power}.</p>\n"));
        }

        if (result.Conclusion == ForensicConclusion.Anomaly && !look.Where.IsEmpty)
        {
            text.Append(Html($"<p>{words.Say("audit.look-first-at")}: {words.List(look.Where)}.</p>\n"));
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
        text.Append(Html($"<h2>{words.Say("audit.fingerprint")}</h2>\n<figure><svg viewBox=\"0 0 {Cells * Size} {Cells * Size}\" width=\"{Cells * Size}\" role=\"img\" aria-label=\"{words.Say("audit.turnout-from-left-to-right-the-leaders")}\"><rect width=\"100%\" height=\"100%\" fill=\"none\" stroke=\"currentColor\"/>"));
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

        text.Append(Html($"</svg><figcaption>{words.Say("audit.turnout-from-left-to-right-the-leaders-2")} {words.Say("audit.skewness")} {words.Numbers.Number(shape.Skewness, 2)}, {words.Say("audit.kurtosis")} {words.Numbers.Number(shape.Kurtosis, 2)}, {words.Say("audit.correlation")} {words.Numbers.Number(shape.Correlation, 2)}. {words.Say("audit.a-model-of-one-kind-of-places")} {words.Percent(shape.Incremental)} {words.Say("audit.of-the-units-to-its-incremental-shape")} {words.Percent(shape.Extreme)} {words.Say("audit.to-its-extreme-one-places-of-two")}</figcaption></figure>\n"));
    }

    static string Html(FormattableString text) => PageFrame.Html(text);
}
