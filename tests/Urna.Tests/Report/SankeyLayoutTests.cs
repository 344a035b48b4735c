using System.Collections.Immutable;
using Urna.Report.Pictures;

namespace Urna.Tests.Report;

public class SankeyLayoutTests
{
    const double Height = 400;

    static readonly Gen<ImmutableArray<ImmutableArray<double>>> tables =
        from rows in Gen.Int[1, 9]
        from columns in Gen.Int[1, 9]
        from cells in Gen.Double[0, 1000].Array[rows * columns]
        where cells.Sum() > 0
        select Enumerable.Range(0, rows).Select(r => cells.Skip(r * columns).Take(columns).ToImmutableArray()).ToImmutableArray();

    [Fact]
    public void Of_ConservesWidthsOnBothSides() => tables.Sample(table =>
    {
        var layout = SankeyLayout.Of(table, Height, 10, 15);
        Assert.All(layout.Rows, bar => Assert.Equal(bar.Height, layout.Ribbons.Where(r => r.Row == bar.Index).Sum(r => r.Width), 6));
        Assert.All(layout.Columns, bar => Assert.Equal(bar.Height, layout.Ribbons.Where(r => r.Column == bar.Index).Sum(r => r.Width), 6));
        Assert.Equal(Height, layout.Rows.Sum(b => b.Height), 6);
        Assert.Equal(Height, layout.Columns.Sum(b => b.Height), 6);
    });

    [Fact]
    public void Of_KeepsRibbonsInTheirBars() => tables.Sample(table =>
    {
        var layout = SankeyLayout.Of(table, Height, 10, 15);
        Assert.All(layout.Ribbons, r =>
        {
            var (from, to) = (layout.Rows[r.Row], layout.Columns[r.Column]);
            Assert.InRange(r.FromTop, from.Top - 1e-6, from.Top + from.Height - r.Width + 1e-6);
            Assert.InRange(r.ToTop, to.Top - 1e-6, to.Top + to.Height - r.Width + 1e-6);
        });
    });

    [Fact]
    public void Of_LaysRibbonsSideBySide() => tables.Sample(table =>
    {
        var ribbons = SankeyLayout.Of(table, Height, 10, 15).Ribbons;
        Assert.All(ribbons.Zip(ribbons.Skip(1)).Where(p => p.First.Row == p.Second.Row), p => Assert.Equal(p.First.FromTop + p.First.Width, p.Second.FromTop, 6));
    });

    [Fact]
    public void Of_KeepsLabelsApart() => tables.Sample(table =>
    {
        var layout = SankeyLayout.Of(table, Height, 10, 15);
        Assert.All(new[] { layout.Rows, layout.Columns }, bars =>
            Assert.All(bars.Zip(bars.Skip(1)), p => Assert.True(p.Second.LabelY - p.First.LabelY >= 15 - 1e-9)));
    });

    [Fact]
    public void Of_RejectsATableWithoutPeople() =>
        Assert.Throws<ArgumentException>(() => SankeyLayout.Of([[0, 0], [0, 0]], Height, 10, 15));
}
