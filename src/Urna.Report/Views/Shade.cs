using System.Globalization;

namespace Urna.Report.Views;

/// <summary>Colours that can be told from the paper they stand on.</summary>
/// <remarks>Web Content Accessibility Guidelines 2.2, 1.4.11: pictures need a contrast of 3 to 1.</remarks>
static class Shade
{
    /// <summary>The paper by day.</summary>
    public const string LightPaper = "#fdfcfa";

    /// <summary>The paper by night.</summary>
    public const string DarkPaper = "#15181b";

    const double Least = 3.1;

    /// <summary>A colour, moved from the paper as far as its contrast needs.</summary>
    /// <param name="colour">As <c>#rrggbb</c>.</param>
    /// <param name="paper">As <c>#rrggbb</c>.</param>
    public static string Readable(string colour, string paper)
    {
        var towards = Luminance(paper) > 0.5 ? 0 : 255;
        var parts = Parts(colour);
        for (var step = 0; step <= 40; step++)
        {
            var moved = Hex([.. parts.Select(p => p + ((towards - p) * step / 40.0))]);
            if (Contrast(moved, paper) >= Least)
            {
                return moved;
            }
        }

        return colour;
    }

    /// <summary>The contrast of two colours, 1 to 21.</summary>
    public static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    static double Luminance(string colour)
    {
        var linear = Parts(colour).Select(p => p / 255 <= 0.04045 ? p / 255 / 12.92 : Math.Pow(((p / 255) + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    static double[] Parts(string colour) => [.. Enumerable.Range(0, 3).Select(i => (double)int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    static string Hex(double[] parts) => "#" + string.Concat(parts.Select(p => ((int)Math.Round(p)).ToString("x2", CultureInfo.InvariantCulture)));
}
