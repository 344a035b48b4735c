namespace Urna.Forecast;

/// <summary>What the order of arrival tells inside places: how later votes differ from earlier ones.</summary>
/// <param name="Shift">What missing votes would differ by if the trend went on, as shares by column.</param>
/// <param name="Belief">How far the trend is to be believed: max(0, 1 − 2/t²).</param>
/// <param name="Strength">t of the trend along its own direction, with errors by cluster.</param>
sealed record ArrivalEffect(double[] Shift, double Belief, double Strength)
{
    const int FewestClusters = 10;
    const double LeastCounted = 0.15;

    /// <summary>The trend inside clusters, of residuals on the share of votes that had come.</summary>
    /// <param name="s">The stratum.</param>
    /// <param name="residual">Residuals, shape [units × columns].</param>
    /// <param name="cluster">The cluster of each unit.</param>
    /// <param name="clusters">How many there are.</param>
    public static ArrivalEffect Of(Stratum s, double[] residual, int[] cluster, int clusters)
    {
        var none = new ArrivalEffect(new double[s.Columns], 0, 0);
        var counted = s.Total.Sum();
        var whole = counted + s.Missing.Sum();
        if (clusters < FewestClusters || counted < LeastCounted * whole || s.Missing.Sum() <= 0)
        {
            return none;
        }

        var order = Enumerable.Range(0, s.Units).Where(u => s.Total[u] > 0 && !double.IsNaN(s.Arrival[u])).OrderBy(u => s.Arrival[u]).ThenBy(u => u).ToArray();
        return order.Length < 2 * FewestClusters ? none : Trend(s, residual, cluster, clusters, Come(s, order, whole), order, none);
    }

    /// <summary>The share of all votes that had come when each unit did; units of one time share it.</summary>
    static double[] Come(Stratum s, int[] order, double whole)
    {
        var come = new double[s.Units];
        var before = 0.0;
        for (var i = 0; i < order.Length;)
        {
            var (j, sum) = (i, 0.0);
            for (; j < order.Length && s.Arrival[order[j]].Equals(s.Arrival[order[i]]); j++)
            {
                sum += s.Total[order[j]];
            }

            for (; i < j; i++)
            {
                come[order[i]] = (before + (sum / 2)) / whole;
            }

            before += sum;
        }

        return come;
    }

    static ArrivalEffect Trend(Stratum s, double[] residual, int[] cluster, int clusters, double[] come, int[] order, ArrivalEffect none)
    {
        var k = s.Columns;
        var (weight, time, mean) = (new double[clusters], new double[clusters], new double[clusters * k]);
        foreach (var u in order)
        {
            var c = cluster[u];
            weight[c] += s.Total[u];
            time[c] += s.Total[u] * come[u];
            for (var i = 0; i < k; i++)
            {
                mean[(c * k) + i] += s.Total[u] * residual[(u * k) + i];
            }
        }

        var (information, score) = (0.0, new double[clusters * k]);
        foreach (var u in order)
        {
            var c = cluster[u];
            var t = come[u] - (time[c] / weight[c]);
            information += s.Total[u] * t * t;
            for (var i = 0; i < k; i++)
            {
                score[(c * k) + i] += s.Total[u] * t * (residual[(u * k) + i] - (mean[(c * k) + i] / weight[c]));
            }
        }

        if (information <= 0)
        {
            return none;
        }

        var slope = new double[k];
        for (var i = 0; i < score.Length; i++)
        {
            slope[i % k] += score[i] / information;
        }

        var length = Math.Sqrt(slope.Sum(b => b * b));
        var variance = 0.0;
        for (var c = 0; c < clusters && length > 0; c++)
        {
            var along = 0.0;
            for (var i = 0; i < k; i++)
            {
                along += score[(c * k) + i] * slope[i] / length / information;
            }

            variance += along * along;
        }

        // Along its own direction a trend is always upwards; half of the directions' number is what chance makes of it.
        var t2 = variance > 0 ? length * length / variance : 0;
        return new([.. slope.Select(b => b / 2)], Math.Max(0, 1 - ((2 + (k / 2.0)) / Math.Max(t2, double.Epsilon))), Math.Sqrt(t2));
    }
}
