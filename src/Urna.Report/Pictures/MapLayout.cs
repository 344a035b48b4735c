using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Report.Pictures;

/// <summary>Draws outlines as panels that fit a page, whatever the country's form.</summary>
/// <remarks>
/// Equirectangular with the cosine of the panel's middle latitude. Places far from the bulk go to insets; a bulk more than three
/// times as high as wide is cut into panels from north to south, smaller steps where there are more places.
/// </remarks>
public static class MapLayout
{
    const double KilometresPerDegree = 111.2;
    const double FarDegrees = 2;
    const int MostInsets = 6;
    const double Thin = 3;
    const double InsetSide = 110;
    const double Gap = 24;
    const double Margin = 6;

    /// <summary>No panel is flatter or thinner than this part of its longer side.</summary>
    const double Flattest = 0.4;

    /// <summary>Draws a map.</summary>
    /// <param name="shapes">The outlines; none gives no panel.</param>
    /// <param name="width">The width available, in pixels.</param>
    /// <param name="height">The height available, in pixels.</param>
    /// <returns>The panels from north to south, then the insets.</returns>
    public static ImmutableArray<MapPanel> Draw(ImmutableArray<PlaceShape> shapes, double width, double height)
    {
        var placed = shapes.Select(s => new Outline(s)).Where(o => !o.Rings.IsEmpty).ToList();
        if (placed.Count == 0)
        {
            return [];
        }

        var (bulk, far) = Parts(placed);
        var bands = Bands(bulk);
        var room = width - (far.Count > 0 ? InsetSide + Gap : 0) - (Gap * (bands.Count - 1));
        var high = Math.Min(height, ((room - (2 * Margin * bands.Count)) / bands.Sum(b => 1 / Form(Framed(b)))) + (2 * Margin));
        var panels = bands.Select(b => Panel(b, room, high, isInset: false));
        return [.. panels, .. far.Select(f => Panel(f, InsetSide, InsetSide, isInset: true))];
    }

    /// <summary>Parts the bulk, which has most places, from places far from it; far rings of near places are left out.</summary>
    static (List<Outline> Bulk, List<List<Outline>> Far) Parts(List<Outline> outlines)
    {
        var rings = outlines.SelectMany((o, i) => o.Rings.Select(r => (Shape: i, Ring: r, Box: Outline.BoxOf(r)))).ToList();
        var clusters = Clusters([.. rings.Select(r => r.Box)]);
        var groups = rings.Select((r, i) => (r.Shape, r.Ring, Cluster: clusters[i])).GroupBy(r => r.Cluster)
            .Select(g => g.GroupBy(r => r.Shape).ToDictionary(s => s.Key, s => s.Select(r => r.Ring).ToImmutableArray()))
            .OrderByDescending(g => g.Count).ThenBy(g => g.Keys.Min()).ToList();
        if (groups.Count - 1 > MostInsets * 4)
        {
            return (outlines, []);
        }

        var taken = new HashSet<int>(groups[0].Keys);
        var far = new List<List<Outline>>();
        foreach (var group in groups.Skip(1))
        {
            var own = group.Where(s => taken.Add(s.Key)).Select(s => new Outline(outlines[s.Key].Place, s.Value)).ToList();
            if (own.Count > 0)
            {
                far.Add(own);
            }
        }

        return far.Count > MostInsets
            ? (outlines, [])
            : ([.. groups[0].OrderBy(s => s.Key).Select(s => new Outline(outlines[s.Key].Place, s.Value))], far);
    }

    /// <summary>A number a box, the same for boxes that touch or hang together by gaps that are not far.</summary>
    static int[] Clusters(Box[] boxes)
    {
        var cluster = new int[boxes.Length];
        Array.Fill(cluster, -1);
        for (var first = 0; first < boxes.Length; first++)
        {
            if (cluster[first] >= 0)
            {
                continue;
            }

            var open = new Stack<int>([first]);
            cluster[first] = first;
            while (open.TryPop(out var at))
            {
                for (var other = 0; other < boxes.Length; other++)
                {
                    if (cluster[other] < 0 && boxes[at].GapTo(boxes[other]) < FarDegrees)
                    {
                        cluster[other] = first;
                        open.Push(other);
                    }
                }
            }
        }

        return cluster;
    }

    static List<List<Outline>> Bands(List<Outline> bulk)
    {
        var box = Outline.BoxOf(bulk);
        var form = Form(box);
        var count = form > Thin ? Math.Min(4, Math.Min((int)Math.Ceiling(form / 1.5), bulk.Count)) : 1;
        var ordered = bulk.OrderBy(o => Middle(o)).ToList();
        var bands = Enumerable.Range(0, count).Select(_ => new List<Outline>()).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var down = (Middle(ordered[i]) - box.Top) / Math.Max(1e-9, box.Height);
            var at = ((0.5 * i / ordered.Count) + (0.5 * down)) * count;
            bands[Math.Clamp((int)at, 0, count - 1)].Add(ordered[i]);
        }

        return [.. bands.Where(b => b.Count > 0)];
    }

    /// <summary>Height by width of a box of degrees, on the ground.</summary>
    static double Form(Box box) => Math.Max(1e-6, box.Height) / Math.Max(1e-6, box.Width * Cosine(box));

    static double Middle(Outline outline) => (outline.Bounds.Top + outline.Bounds.Bottom) / 2;

    /// <summary>The cosine at the middle of a box of degrees, whose y is minus the latitude.</summary>
    static double Cosine(Box box) => Math.Cos((box.Top + box.Bottom) / 2 * Math.PI / 180);

    /// <summary>What a panel of some outlines spans.</summary>
    static Box Framed(List<Outline> outlines) => Outline.BoxOf(outlines).AtLeast(Flattest);

    static MapPanel Panel(List<Outline> outlines, double width, double height, bool isInset)
    {
        var box = Framed(outlines);
        var cosine = Cosine(box);
        var scale = MapPanel.UnitsPerPixel * Math.Min(
            (width - (2 * Margin)) / Math.Max(1e-6, box.Width * cosine), (height - (2 * Margin)) / Math.Max(1e-6, box.Height));
        var edge = Margin * MapPanel.UnitsPerPixel;
        var shapes = outlines.Select(o => MapPath.Of(o, p => (edge + ((p.Longitude - box.Left) * cosine * scale), edge + ((-p.Latitude - box.Top) * scale))));
        return new MapPanel(
            Math.Ceiling((box.Width * cosine * scale) + (2 * edge)),
            Math.Ceiling((box.Height * scale) + (2 * edge)),
            scale / KilometresPerDegree,
            -box.Top,
            -box.Bottom,
            isInset,
            [.. shapes]);
    }
}
