using System.Collections.Immutable;

namespace Urna.Report.Pictures;

/// <summary>A bar at one side of a Sankey diagram.</summary>
/// <param name="Index">The row or column it stands for.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Height">Its height, in proportion to its people.</param>
/// <param name="LabelY">Where its label's middle stands, clear of the others.</param>
public readonly record struct SankeyBar(int Index, double Top, double Height, double LabelY);

/// <summary>A ribbon from a row to a column.</summary>
/// <param name="Row">The row.</param>
/// <param name="Column">The column.</param>
/// <param name="FromTop">Its upper edge at the left.</param>
/// <param name="ToTop">Its upper edge at the right.</param>
/// <param name="Width">Its height at both ends, in proportion to its people.</param>
public readonly record struct SankeyRibbon(int Row, int Column, double FromTop, double ToTop, double Width);

/// <summary>Two columns of bars and the ribbons between them.</summary>
/// <param name="Height">The picture's height.</param>
/// <param name="Rows">The bars at the left.</param>
/// <param name="Columns">The bars at the right.</param>
/// <param name="Ribbons">One ribbon a cell with people, by row and column.</param>
public sealed record SankeyLayout(
    double Height, ImmutableArray<SankeyBar> Rows, ImmutableArray<SankeyBar> Columns, ImmutableArray<SankeyRibbon> Ribbons)
{
    /// <summary>Lays a table out.</summary>
    /// <param name="counts">People, R×C, each ≥ 0, not all 0.</param>
    /// <param name="height">The height for people, without gaps, &gt; 0.</param>
    /// <param name="gap">The gap between bars.</param>
    /// <param name="labelHeight">The least distance between labels.</param>
    public static SankeyLayout Of(ImmutableArray<ImmutableArray<double>> counts, double height, double gap, double labelHeight)
    {
        var total = counts.Sum(r => r.Sum());
        if (total <= 0)
        {
            throw new ArgumentException("A Sankey diagram needs people in at least one cell; all are 0.", nameof(counts));
        }

        var scale = height / total;
        var columns = Enumerable.Range(0, counts[0].Length).Select(c => counts.Sum(r => r[c]) * scale).ToArray();
        var rows = counts.Select(r => r.Sum() * scale).ToArray();
        var full = height + (gap * (Math.Max(rows.Length, columns.Length) - 1));
        var left = Bars(rows, full, gap, labelHeight);
        var right = Bars(columns, full, gap, labelHeight);
        return new SankeyLayout(full, left, right, Between(counts, scale, left, right));
    }

    static ImmutableArray<SankeyBar> Bars(double[] heights, double full, double gap, double labelHeight)
    {
        var space = heights.Length > 1 ? (full - heights.Sum()) / (heights.Length - 1) : 0;
        var tops = new double[heights.Length];
        for (var i = 1; i < heights.Length; i++)
        {
            tops[i] = tops[i - 1] + heights[i - 1] + Math.Max(space, gap);
        }

        var labels = Apart([.. tops.Zip(heights, (t, h) => t + (h / 2))], labelHeight, full);
        return [.. heights.Select((h, i) => new SankeyBar(i, tops[i], h, labels[i]))];
    }

    /// <summary>Moves labels down until none touches, then up again from the foot.</summary>
    static double[] Apart(double[] middles, double least, double full)
    {
        for (var i = 0; i < middles.Length; i++)
        {
            middles[i] = Math.Max(middles[i], i == 0 ? least / 2 : middles[i - 1] + least);
        }

        for (var i = middles.Length - 1; i >= 0; i--)
        {
            middles[i] = Math.Min(middles[i], i == middles.Length - 1 ? full - (least / 2) : middles[i + 1] - least);
        }

        return middles;
    }

    static ImmutableArray<SankeyRibbon> Between(
        ImmutableArray<ImmutableArray<double>> counts, double scale, ImmutableArray<SankeyBar> left, ImmutableArray<SankeyBar> right)
    {
        var ribbons = ImmutableArray.CreateBuilder<SankeyRibbon>();
        var to = right.Select(b => b.Top).ToArray();
        for (var r = 0; r < counts.Length; r++)
        {
            var from = left[r].Top;
            for (var c = 0; c < counts[r].Length; c++)
            {
                var width = counts[r][c] * scale;
                if (width > 0)
                {
                    ribbons.Add(new SankeyRibbon(r, c, from, to[c], width));
                }

                from += width;
                to[c] += width;
            }
        }

        return ribbons.ToImmutable();
    }
}
