using System.Text;
using Urna.Model;

namespace Urna.Report.Pictures;

/// <summary>Writes outlines as path data in whole units: points that fall on one another are left out.</summary>
static class MapPath
{
    /// <summary>The outline of a place.</summary>
    /// <param name="outline">Its rings.</param>
    /// <param name="project">From degrees to units.</param>
    public static MapShape Of(Outline outline, Func<GeoPoint, (double X, double Y)> project)
    {
        var path = new StringBuilder();
        var bounds = Box.Empty;
        foreach (var ring in outline.Rings)
        {
            var points = ring.Select(project).Select(p => (X: (int)Math.Round(p.X), Y: (int)Math.Round(p.Y))).ToList();
            bounds = points.Aggregate(bounds, (box, p) => box.With(p.X, p.Y));
            Write(path, points);
        }

        return new MapShape(outline.Place, path.ToString(), bounds);
    }

    /// <summary>A move, then steps of at least half a pixel, then the way back.</summary>
    static void Write(StringBuilder path, List<(int X, int Y)> points)
    {
        var at = points[0];
        path.Append($"M{at.X} {at.Y}l");
        var steps = 0;
        foreach (var point in points.Skip(1))
        {
            var (dx, dy) = (point.X - at.X, point.Y - at.Y);
            if ((dx * dx) + (dy * dy) >= MapPanel.UnitsPerPixel)
            {
                path.Append(dx >= 0 && steps > 0 ? " " : "").Append(dx).Append(dy >= 0 ? " " : "").Append(dy);
                at = point;
                steps++;
            }
        }

        path.Append(steps == 0 ? "1 0 0 1z" : "z");
    }
}
