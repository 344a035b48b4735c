using System.Collections.Immutable;
using Urna.Model;
using Urna.Report.Pictures;

namespace Urna.Tests.Report;

public class MapLayoutTests
{
    /// <summary>Squares of half a degree anywhere on the earth, away from its edges.</summary>
    static readonly Gen<ImmutableArray<PlaceShape>> countries =
        from count in Gen.Int[1, 60]
        from west in Gen.Double[-170, 150]
        from north in Gen.Double[-60, 60]
        from wide in Gen.Double[0.5, 20]
        from high in Gen.Double[0.5, 20]
        from offsets in Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Array[count]
        select offsets.Select((o, i) => Square($"p{i}", west + (o.Item1 * wide), north - (o.Item2 * high))).ToImmutableArray();

    [Fact]
    public void Draw_KeepsEveryShapeOnceInItsPanel() => countries.Sample(country =>
    {
        var panels = MapLayout.Draw(country, 960, 620);
        Assert.Equal(country.Select(s => s.Place).Order(), panels.SelectMany(p => p.Shapes).Select(s => s.Place).Order());
        Assert.All(panels, panel => Assert.All(panel.Shapes, shape =>
        {
            Assert.InRange(shape.Bounds.Left, 0, panel.Width);
            Assert.InRange(shape.Bounds.Right, 0, panel.Width);
            Assert.InRange(shape.Bounds.Top, 0, panel.Height);
            Assert.InRange(shape.Bounds.Bottom, 0, panel.Height);
        }));
    });

    [Fact]
    public void Draw_FitsTheSpace() => countries.Sample(country =>
    {
        var main = MapLayout.Draw(country, 960, 620).Where(p => !p.IsInset).ToList();
        Assert.True(main.Sum(p => p.Width) <= (960 * MapPanel.UnitsPerPixel) + main.Count);
        Assert.All(main, p => Assert.True(p.Height <= (620 * MapPanel.UnitsPerPixel) + 1));
    });

    [Fact]
    public void Draw_CutsAThinCountryFromNorthToSouth()
    {
        ImmutableArray<PlaceShape> thin = [.. Enumerable.Range(0, 30).Select(i => Square($"p{i}", -70, -18 - i))];
        var panels = MapLayout.Draw(thin, 960, 620);
        Assert.Equal(4, panels.Length);
        Assert.All(panels.Zip(panels.Skip(1)), p => Assert.True(p.First.North > p.Second.North));
    }

    [Fact]
    public void Draw_PutsFarIslandsInInsets()
    {
        ImmutableArray<PlaceShape> country = [Square("a", 0, 0), Square("b", 0.5, 0), Square("island", -40, 5)];
        var inset = Assert.Single(MapLayout.Draw(country, 960, 620), p => p.IsInset);
        Assert.Equal("island", Assert.Single(inset.Shapes).Place);
    }

    [Fact]
    public void Draw_WithoutOutlines_IsEmpty() => Assert.Empty(MapLayout.Draw([], 960, 620));

    static PlaceShape Square(string place, double west, double north) =>
        new(place, [[new(west, north), new(west + 0.5, north), new(west + 0.5, north - 0.5), new(west, north - 0.5), new(west, north)]]);
}
