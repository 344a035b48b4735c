using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Report.Pictures;

/// <summary>A place's rings with the box around them, x east and y south in degrees.</summary>
sealed class Outline
{
    public Outline(PlaceShape shape)
        : this(shape.Place, [.. shape.Rings.Where(r => r.Length >= 3)])
    {
    }

    public Outline(string place, ImmutableArray<ImmutableArray<GeoPoint>> rings)
    {
        Place = place;
        Rings = rings;
        Bounds = rings.Aggregate(Box.Empty, (box, ring) => box.With(BoxOf(ring)));
    }

    public string Place { get; }

    public ImmutableArray<ImmutableArray<GeoPoint>> Rings { get; }

    public Box Bounds { get; }

    public static Box BoxOf(ImmutableArray<GeoPoint> ring)
    {
        var box = Box.Empty;
        foreach (var point in ring)
        {
            box = box.With(point.Longitude, -point.Latitude);
        }

        return box;
    }

    public static Box BoxOf(IEnumerable<Outline> outlines) => outlines.Aggregate(Box.Empty, (box, o) => box.With(o.Bounds));
}
