using Urna.Numerics;

namespace Urna.Forecast;

/// <summary>The missing votes of one type, by district and column: the middle, and draws around it.</summary>
/// <remarks>A draw costs the clusters and districts, whatever the number of units.</remarks>
sealed class ShareFit
{
    readonly int columns;
    readonly int districts;
    readonly double[] middle;
    readonly double[] volume;
    readonly bool[] stands;

    /// <summary>Scores of the regression by cluster, shape [clusters × features × columns], then how each district feels them, shape [districts × features].</summary>
    public required double[] Scores { get; init; }

    /// <summary>How each district feels a change of coefficients, shape [districts × features], over votes.</summary>
    public required double[] Leverage { get; init; }

    /// <summary>Features of the regression.</summary>
    public required int Features { get; init; }

    /// <summary>Standard deviations of the belief on each coefficient's score.</summary>
    public required double[] PriorScores { get; init; }

    /// <summary>Root of the covariance of columns, trace 1, shape [columns × columns].</summary>
    public required double[] Shape { get; init; }

    /// <summary>Variance of each district's own part, in votes squared.</summary>
    public required double[] Own { get; init; }

    /// <summary>Variance of what districts share, for the whole, in votes squared.</summary>
    public required double Shared { get; init; }

    /// <summary>Standard deviation of missing from counted beside the model, as a share, by the trace.</summary>
    public required double Discrepancy { get; init; }

    /// <summary>The shift that arrival tells, as shares by column; zeros if it tells nothing.</summary>
    public required double[] Arrival { get; init; }

    /// <summary>How far the shift is to be believed, in [0, 1].</summary>
    public required double ArrivalBelief { get; init; }

    public ShareFit(double[] middle, double[] volume, int columns, bool[] stands)
    {
        (this.middle, this.volume, this.columns, this.stands) = (middle, volume, columns, stands);
        districts = volume.Length;
    }

    /// <summary>Expected missing votes, shape [districts × columns].</summary>
    public ReadOnlySpan<double> Middle => middle;

    /// <summary>Expected missing votes by district.</summary>
    public ReadOnlySpan<double> Volume => volume;

    /// <summary>Draws missing votes.</summary>
    /// <param name="random">The source.</param>
    /// <param name="factor">What the expected volume is multiplied by, by district.</param>
    /// <param name="votes">Where they are added, shape [districts × columns].</param>
    public void Draw(RandomSource random, ReadOnlySpan<double> factor, Span<double> votes)
    {
        var k = columns;
        Span<double> coefficient = new double[Features * k];
        var clusters = Scores.Length / Math.Max(Features * k, 1);
        for (var c = 0; c < clusters; c++)
        {
            var z = random.Normal();
            var score = Scores.AsSpan(c * Features * k, Features * k);
            for (var i = 0; i < score.Length; i++)
            {
                coefficient[i] += z * score[i];
            }
        }

        Span<double> noise = new double[k];
        for (var f = 0; f < Features; f++)
        {
            if (PriorScores[f] > 0)
            {
                Noise(random, noise);
                for (var i = 0; i < k; i++)
                {
                    coefficient[(f * k) + i] += PriorScores[f] * noise[i];
                }
            }
        }

        Span<double> common = new double[k];
        Noise(random, common);
        var total = Math.Max(Sums.Of(volume), double.Epsilon);
        var commonSize = Math.Sqrt((Shared / total / total) + (Discrepancy * Discrepancy * CommonPart));
        var arrival = ArrivalBelief * random.Normal();
        var ownSize = Discrepancy * Math.Sqrt(1 - CommonPart);
        for (var d = 0; d < districts; d++)
        {
            if (volume[d] <= 0)
            {
                continue;
            }

            Noise(random, noise);
            var own = Math.Sqrt(Own[d] + (ownSize * ownSize * volume[d] * volume[d]));
            var row = new double[k];
            for (var i = 0; i < k; i++)
            {
                var move = own * noise[i];
                for (var f = 0; f < Features; f++)
                {
                    move += Leverage[(d * Features) + f] * coefficient[(f * k) + i];
                }

                row[i] = middle[(d * k) + i] + move + (volume[d] * ((commonSize * common[i]) + (arrival * Arrival[i])));
            }

            Whole(row, d, volume[d] * factor[d]);
            for (var i = 0; i < k; i++)
            {
                votes[(d * k) + i] += row[i];
            }
        }
    }

    /// <summary>Makes votes of a district whole again: none negative, none where the column does not stand, and the given sum.</summary>
    void Whole(Span<double> row, int district, double sum)
    {
        var all = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = stands.Length > 0 && !stands[(district * columns) + i] ? 0 : Math.Max(row[i], 0);
            all += row[i];
        }

        for (var i = 0; i < row.Length; i++)
        {
            row[i] = all > 0 ? row[i] * sum / all : sum / row.Length;
        }
    }

    void Noise(RandomSource random, Span<double> noise)
    {
        noise.Clear();
        for (var j = 0; j < columns; j++)
        {
            var z = random.Normal();
            for (var i = j; i < columns; i++)
            {
                noise[i] += Shape[(i * columns) + j] * z;
            }
        }
    }

    /// <summary>How much of the variance of a discrepancy all districts share.</summary>
    const double CommonPart = 0.5;
}
