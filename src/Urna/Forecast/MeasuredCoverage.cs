namespace Urna.Forecast;

/// <summary>How often intervals of the margin held the truth on replayed nights with known ends.</summary>
/// <remarks>The table stands in <c>bench/results/2026-11-nights.md</c>; orders that depend on the outcome are not in it, and there intervals do not hold.</remarks>
static class MeasuredCoverage
{
    /// <summary>On what it was measured.</summary>
    public const string On = "replays of Chile 2021 by station, orders by chance and by commune, 2 to 75 % counted; not orders that depend on the outcome";

    /// <summary>The coverage that was measured at a level; null where none was.</summary>
    /// <param name="level">The level, in (0, 1).</param>
    public static double? At(double level) => levels.TryGetValue((int)Math.Round(100 * level), out var measured) && Math.Abs((level * 100) - Math.Round(100 * level)) < 1e-9 ? measured : null;

    static readonly Dictionary<int, double> levels = new() { [50] = 0.69, [80] = 0.90, [90] = 0.95, [95] = 0.97 };
}
