using Urna.Report.Pictures;

namespace Urna.Tests.Report;

public class HemicycleLayoutTests
{
    static readonly Gen<HemicycleLayout> layouts = Gen.Int[1, 750].Select(seats => HemicycleLayout.Of(seats, 560));

    [Fact]
    public void Of_HasEverySeatOnce() =>
        Gen.Int[1, 750].Sample(seats => HemicycleLayout.Of(seats, 560).Spots.Length == seats);

    [Fact]
    public void Of_OverlapsNoSeats() => layouts.Sample(layout =>
    {
        for (var i = 0; i < layout.Spots.Length; i++)
        {
            for (var j = i + 1; j < layout.Spots.Length; j++)
            {
                var (a, b) = (layout.Spots[i], layout.Spots[j]);
                if (((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)) <= 4 * layout.Radius * layout.Radius)
                {
                    Assert.Fail($"{layout.Spots.Length} seats: {a} and {b} overlap.");
                }
            }
        }
    });

    [Fact]
    public void Of_StaysInThePicture() => layouts.Sample(layout => Assert.All(layout.Spots, s =>
    {
        Assert.InRange(s.X, layout.Radius, layout.Width - layout.Radius);
        Assert.InRange(s.Y, layout.Radius, layout.Height - layout.Radius + 1e-9);
    }));

    /// <summary>A run of seats is a wedge: in every row the seats of a list stand side by side, and no list stands between two parts of another.</summary>
    [Fact]
    public void Of_OrdersSeatsByAngleInEveryRow() => layouts.Sample(layout =>
        layout.Spots.GroupBy(s => s.Row).All(row => row.Zip(row.Skip(1)).All(p => p.First.X < p.Second.X)));

    [Fact]
    public void Of_RejectsNoSeats() => Assert.Throws<ArgumentOutOfRangeException>(() => HemicycleLayout.Of(0, 560));
}
