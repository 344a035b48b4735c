using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Urna.Report.Views;

namespace Urna.Report.Pictures;

/// <summary>A point of a line.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Share">Its share, in [0, 1].</param>
/// <param name="Told">What is told of it where a reader points at it.</param>
/// <param name="IsPreliminary">Whether it is of a count that was not final: it is drawn hollow.</param>
public sealed record ChartPoint(DateOnly Date, double Share, string Told, bool IsPreliminary);

/// <summary>A line of a chart.</summary>
/// <param name="Name">Its name, which stands at its end.</param>
/// <param name="Colour">The index of its colour in the palette.</param>
/// <param name="Points">Its points, in the order of their days.</param>
public sealed record ChartLine(string Name, int Colour, IReadOnlyList<ChartPoint> Points);

/// <summary>Shares over time as a picture of lines that a newspaper can print: no script, no font of its own, each point with its figure.</summary>
public static class LineChart
{
    static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    const int Width = 720;
    const int Height = 380;
    const int Left = 46;
    const int Right = 140;
    const int Top = 18;
    const int Bottom = 34;
    const int LabelHeight = 15;
    const int DaysOfYear = 365;

    /// <summary>The picture.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="source">Where its figures come from, which stands below it.</param>
    /// <param name="lines">The lines; those without points are left out.</param>
    /// <param name="percent">How a share is written.</param>
    /// <param name="alone">Whether it is a file of its own, with its style in it.</param>
    public static string Svg(string title, string source, IEnumerable<ChartLine> lines, Func<double, string> percent, bool alone)
    {
        ArgumentNullException.ThrowIfNull(percent);
        var drawn = lines.Where(l => l.Points.Count > 0).ToList();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" class=\"lines\"><title>{Html(title)}</title><desc>{Html(source)}</desc>");
        if (alone)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<style>text {{ font: 13px system-ui, sans-serif; fill: #1a1a1a; }} .end {{ text-anchor: end; }} .mid {{ text-anchor: middle; }} .grid {{ stroke: #d0d0d0; }} .source {{ font-size: 10px; fill: #595959; }}</style><rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        }

        if (drawn.Count > 0)
        {
            Frame(svg, drawn, percent);
            Lines(svg, drawn, percent);
        }

        if (alone)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"source\" x=\"{Left}\" y=\"{Height - 3}\">{Html(source)}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    static double X(DateOnly date, List<ChartLine> lines)
    {
        var (first, last) = (lines.Min(l => l.Points[0].Date.DayNumber), lines.Max(l => l.Points[^1].Date.DayNumber));
        return Left + ((Width - Left - Right) * (double)(date.DayNumber - first) / Math.Max(DaysOfYear, last - first));
    }

    static double Y(double share) => Top + ((Height - Top - Bottom) * (1 - share));

    static void Frame(StringBuilder svg, List<ChartLine> lines, Func<double, string> percent)
    {
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            var y = Y(tenth / 10.0);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text class=\"end\" x=\"{Left - 6}\" y=\"{y + 4:0.#}\">{Html(percent(tenth / 10.0))}</text>");
        }

        var (first, last) = (lines.Min(l => l.Points[0].Date.Year), lines.Max(l => l.Points[^1].Date.Year));
        var step = last - first > 60 ? 20 : last - first > 25 ? 10 : 5;
        for (var year = (first + step - 1) / step * step; year <= last; year += step)
        {
            var x = X(new DateOnly(year, 1, 1), lines);
            if (x >= Left && x <= Width - Right)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom + 5}\"/><text class=\"mid\" x=\"{x:0.#}\" y=\"{Height - Bottom + 18}\">{year}</text>");
            }
        }
    }

    static void Lines(StringBuilder svg, List<ChartLine> lines, Func<double, string> percent)
    {
        var labels = lines.OrderBy(l => Y(l.Points[^1].Share)).ToList();
        var at = new Dictionary<ChartLine, double>();
        var free = 0.0;
        foreach (var line in labels)
        {
            at[line] = free = Math.Max(free, Y(line.Points[^1].Share));
            free += LabelHeight;
        }

        foreach (var line in lines)
        {
            var colour = Palette.Colours[line.Colour];
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', line.Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Date, lines):0.#},{Y(p.Share):0.#}")))}\"/>");
            foreach (var point in line.Points)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(point.Date, lines):0.#}\" cy=\"{Y(point.Share):0.#}\" r=\"3.5\" stroke=\"{colour}\" stroke-width=\"1.5\" fill=\"{(point.IsPreliminary ? "#fff" : colour)}\"><title>{Html(point.Told)}</title></circle>");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(line.Points[^1].Date, lines) + 8:0.#}\" y=\"{at[line] + 4:0.#}\" style=\"fill:{colour}\">{Html(line.Name)} {Html(percent(line.Points[^1].Share))}</text>");
        }
    }

    static string Html(string text) => encoder.Encode(text);
}
