using System.Collections.Immutable;

namespace Urna.Report.Pictures;

/// <summary>The place of a seat in a half circle.</summary>
/// <param name="X">From the left edge.</param>
/// <param name="Y">From the top edge.</param>
/// <param name="Row">The row, from 0 inside.</param>
public readonly record struct SeatSpot(double X, double Y, int Row);

/// <summary>Seats in the rows of a half circle, ordered from left to right.</summary>
/// <param name="Width">The picture's width.</param>
/// <param name="Height">The picture's height.</param>
/// <param name="Radius">The radius of a seat.</param>
/// <param name="Spots">The seats by angle from the left, so that a run of them is a wedge.</param>
public sealed record HemicycleLayout(double Width, double Height, double Radius, ImmutableArray<SeatSpot> Spots)
{
    const double Inner = 0.4;
    const double Filled = 0.42;

    /// <summary>Places a number of seats.</summary>
    /// <param name="seats">Seats, ≥ 1.</param>
    /// <param name="width">The picture's width, &gt; 0.</param>
    public static HemicycleLayout Of(int seats, double width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        var rows = RowsFor(seats);
        var outer = width / 2;
        var step = outer * (1 - Inner) / rows;
        var radii = Enumerable.Range(0, rows).Select(r => (outer * Inner) + ((r + 0.5) * step)).ToArray();
        var counts = Counts(seats, radii);
        var closest = radii.Zip(counts).Where(p => p.Second > 1).Select(p => 2 * p.First * Math.Sin(Math.PI * Spread(p.First, step) / (2 * (p.Second - 1))));
        var radius = Filled * Math.Min(step, closest.DefaultIfEmpty(step).Min());
        var spots = radii.SelectMany((r, row) => Row(r, counts[row], row, outer, Spread(r, step)))
            .OrderBy(s => s.Turn).ThenBy(s => s.Spot.Row).Select(s => s.Spot);
        return new HemicycleLayout(width, outer + (step / 2), radius, [.. spots]);
    }

    /// <summary>The fewest rows in which the seats of a row are no closer than the rows.</summary>
    static int RowsFor(int seats)
    {
        var rows = 1;
        while (Enumerable.Range(0, rows).Sum(r => Math.Floor(Math.PI * ((Inner * rows / (1 - Inner)) + r + 0.5))) < seats)
        {
            rows++;
        }

        return rows;
    }

    /// <summary>Seats a row, in proportion to its radius: largest remainders.</summary>
    static int[] Counts(int seats, double[] radii)
    {
        var sum = radii.Sum();
        var exact = radii.Select(r => seats * r / sum).ToArray();
        var counts = exact.Select(e => (int)e).ToArray();
        foreach (var row in Enumerable.Range(0, radii.Length).OrderByDescending(r => exact[r] - counts[r]).Take(seats - counts.Sum()).ToList())
        {
            counts[row]++;
        }

        return counts;
    }

    /// <summary>The part of the half circle that a row uses, so that its end seats stand on the base line.</summary>
    static double Spread(double radius, double step) => 1 - (step / 2 / radius / Math.PI);

    static IEnumerable<(double Turn, SeatSpot Spot)> Row(double radius, int count, int row, double outer, double spread)
    {
        for (var i = 0; i < count; i++)
        {
            var turn = count == 1 ? 0.5 : ((1 - spread) / 2) + (spread * i / (count - 1));
            var angle = Math.PI * (1 - turn);
            yield return (turn, new SeatSpot(outer + (radius * Math.Cos(angle)), outer - (radius * Math.Sin(angle)), row));
        }
    }
}
