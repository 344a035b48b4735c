using System.Collections.Immutable;

namespace Urna.Report.Pictures;

/// <summary>The outline of a place as a picture draws it.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="Path">The path's data, in the units of its panel.</param>
/// <param name="Bounds">The least box around it.</param>
public sealed record MapShape(string Place, string Path, Box Bounds);

/// <summary>A part of a map at one scale.</summary>
/// <param name="Width">Its width in units.</param>
/// <param name="Height">Its height in units.</param>
/// <param name="UnitsPerKilometre">Its scale at its middle.</param>
/// <param name="North">Its northern edge in degrees.</param>
/// <param name="South">Its southern edge in degrees.</param>
/// <param name="IsInset">Whether it shows places far from the bulk.</param>
/// <param name="Shapes">What it shows.</param>
public sealed record MapPanel(
    double Width, double Height, double UnitsPerKilometre, double North, double South, bool IsInset, ImmutableArray<MapShape> Shapes)
{
    /// <summary>Units in a pixel of a screen.</summary>
    public const int UnitsPerPixel = 4;

    /// <summary>The longest of 1, 2 or 5 × 10ⁿ kilometres that fits in a third of the width.</summary>
    public int BarKilometres
    {
        get
        {
            var most = Width / 3 / UnitsPerKilometre;
            var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, most))));
            return (int)(power * (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1));
        }
    }
}
