using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Urna.Report.Views;

namespace Urna.Report;

/// <summary>The figures of a page as files of their own, whole without a style sheet.</summary>
static partial class Figures
{
    /// <summary>A picture with its colours, text and size inside; null if the page has none.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">The id of the figure that holds it.</param>
    /// <param name="palette">The site's colours.</param>
    /// <param name="title">What the picture is of.</param>
    public static string? Svg(string html, string id, Palette palette, string title)
    {
        var at = html.IndexOf($"<figure id=\"{id}\"", StringComparison.Ordinal);
        var start = at < 0 ? -1 : html.IndexOf("<svg ", at, StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf("</svg>", start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var picture = html[(start + 5)..(end + 6)];
        var rules = new StringBuilder("text{font:13px system-ui,sans-serif;fill:#1d1f21;dominant-baseline:central}.mid{text-anchor:middle}.end{text-anchor:end}.count text{font:bold 30px Georgia,serif;text-anchor:middle;dominant-baseline:auto}.open{fill:none;stroke:#55595d}.other{fill:#55595d;opacity:.45}.grid{stroke:#d9d6cf}");
        foreach (var colour in Classes().Matches(picture).Select(m => m.Groups["n"].Value).Distinct().Order(StringComparer.Ordinal))
        {
            if (int.TryParse(colour, out var index) && index < palette.All.Count)
            {
                rules.Append($".k{index}{{fill:{palette.All[index]}}}");
            }
        }

        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" {picture.Insert(picture.IndexOf('>', StringComparison.Ordinal) + 1, $"<title>{HtmlEncoder.Default.Encode(title)}</title><style>{rules}</style>")}\n";
    }

    [GeneratedRegex("class=\"k(?<n>[0-9]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Classes();
}
