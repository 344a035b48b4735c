using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Urna.Model;

namespace Urna.Store.Import.Sources;

/// <summary>The rows of the largest table of an HTML page, as bodies publish them under the name of a workbook too.</summary>
/// <remarks>WHATWG, HTML, 4.9: a merged cell has its text once, and stands empty in the other places that it covers.</remarks>
static partial class HtmlTables
{
    /// <summary>The rows of the table with most cells.</summary>
    public static IReadOnlyList<(int Row, string[] Cells)> Rows(string page)
    {
        var open = new Stack<List<List<string>>>();
        var tables = new List<List<List<string>>>();
        var covered = new Dictionary<(List<List<string>> Table, int Row, int Column), string>();
        var clean = Comments().Replace(page, "");
        var tags = Tags().Matches(clean);
        for (var i = 0; i < tags.Count; i++)
        {
            var tag = tags[i];
            var name = tag.Groups["name"].Value.ToUpperInvariant();
            var isEnd = tag.Groups["end"].Length > 0;
            if (name == "TABLE" && !isEnd)
            {
                open.Push([]);
                tables.Add(open.Peek());
            }
            else if (name == "TABLE" && open.Count > 0)
            {
                open.Pop();
            }
            else if (open.Count == 0 || isEnd)
            {
                continue;
            }
            else if (name == "TR")
            {
                open.Peek().Add([]);
            }
            else if (name is "TD" or "TH")
            {
                Cell(open.Peek(), tag.Groups["attributes"].Value, clean[(tag.Index + tag.Length)..(i + 1 < tags.Count ? tags[i + 1].Index : clean.Length)], covered);
            }
        }

        var largest = tables.MaxBy(t => t.Sum(r => r.Count(c => c.Length > 0)));
        return largest is null ? [] : [.. largest.Select((r, i) => (i + 1, r.ToArray()))];
    }

    static void Cell(List<List<string>> table, string attributes, string content, Dictionary<(List<List<string>> Table, int Row, int Column), string> covered)
    {
        if (table.Count == 0)
        {
            table.Add([]);
        }

        var (row, at) = (table[^1], table.Count - 1);
        while (covered.Remove((table, at, row.Count), out var above))
        {
            row.Add(above);
        }

        var (across, down) = (Span(attributes, "colspan"), Span(attributes, "rowspan"));
        var text = CanonicalText.Of(Spaces().Replace(WebUtility.HtmlDecode(Marks().Replace(Breaks().Replace(content, " "), "")).Replace('\u00a0', ' '), " ").Trim());
        for (var c = 0; c < across; c++)
        {
            for (var r = 1; r < down; r++)
            {
                covered.TryAdd((table, at + r, row.Count), "");
            }

            row.Add(c == 0 ? text : "");
        }
    }

    static int Span(string attributes, string name) =>
        Regex.Match(attributes, $@"\b{name}\s*=\s*[""']?(?<n>\d+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } span
        && int.TryParse(span.Groups["n"].Value, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 1000) : 1;

    /// <summary>The tags of tables; the text of a cell is what stands up to the next of them.</summary>
    [GeneratedRegex(@"<(?<end>/)?(?<name>table|tr|td|th)\b(?<attributes>[^>]*)>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tags();

    [GeneratedRegex("<!--.*?-->|<script.*?</script>|<style.*?</style>", RegexOptions.IgnoreCase | RegexOptions.Singleline, 10_000)]
    private static partial Regex Comments();

    [GeneratedRegex("<br[^>]*>|</p>|</div>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
