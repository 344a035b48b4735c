namespace Urna.Forecast;

/// <summary>Projects the missing votes of one type from those counted.</summary>
/// <remarks>
/// A unit's shares are x B + what its places differ by. x holds an intercept, the shares before, and the logarithm of the size of the unit and of
/// the place around it. B is fitted with weights of votes and pulled to "as before" by its standard error over clusters of places; residuals are
/// shrunk by <see cref="GroupShrinkage"/>, of which the same linear map goes over x, so that draws of B need no units.
/// </remarks>
static class ShareModel
{
    /// <summary>Clusters of places from which the spread of coefficients is taken, if there are as many.</summary>
    const int EnoughClusters = 40;

    /// <summary>Fits a stratum.</summary>
    /// <param name="s">The stratum.</param>
    /// <param name="settings">What is believed before.</param>
    public static ShareFit Fit(Stratum s, NightSettings settings)
    {
        var k = s.Columns;
        var (x, p) = Features(s);
        var y = Shares(s);
        var overall = Overall(s);
        var spread = 0.0;
        for (var i = 0; i < k; i++)
        {
            spread += overall[i] * (1 - overall[i]);
        }

        var start = Start(s, overall, p);
        var beliefs = Beliefs(s, settings, p);
        var residual = Residuals(y, x, start, s, p);
        bool[] counts = [.. s.Total.Select(t => t > 0)];
        var (cluster, clusters) = s.Tree.Clusters(counts, EnoughClusters);
        var fit = Regression.Fit(x, p, residual, k, s.Total, cluster, clusters, beliefs);
        Regression.Subtract(residual, x, fit.Coefficients, s.Total, p, k);

        var noise = new double[s.Units];
        for (var u = 0; u < s.Units; u++)
        {
            var share = s.Total[u] / Math.Max(s.Total[u] + s.Missing[u], double.Epsilon);
            noise[u] = s.Total[u] > 0 && s.Missing[u] > 0 ? settings.Batch * spread * (1 - share) / Math.Max(s.Batches[u], 1) : 0;
        }

        var shrinkage = GroupShrinkage.Learn(s.Tree, s.Total, residual, k, noise, settings.Spread * spread);
        var effects = shrinkage.Estimate(residual, k);
        var smoothed = shrinkage.Estimate(x, p);
        var (middle, volume, leverage) = Sum(s, x, smoothed, p, start, fit.Coefficients, effects);
        var own = new double[s.Districts];
        var shared = shrinkage.Variance(s.Missing, s.District, s.Districts, own);
        var arrival = ArrivalEffect.Of(s, residual, cluster, clusters);
        return new ShareFit(middle, volume, k, s.Stands)
        {
            Features = p,
            Scores = fit.Scores,
            PriorScores = fit.PriorScores,
            Leverage = fit.Solved(leverage, s.Districts),
            Shape = Symmetric.Root(Shape(s, residual, overall, spread), k),
            Own = own,
            Shared = shared,
            Discrepancy = Discrepancy(s, settings, shrinkage, spread),
            Arrival = arrival.Shift,
            ArrivalBelief = arrival.Belief,
        };
    }

    static double Discrepancy(Stratum s, NightSettings settings, GroupShrinkage shrinkage, double spread)
    {
        double missing = 0, within = 0;
        var reporting = 0;
        for (var u = 0; u < s.Units; u++)
        {
            missing += s.Missing[u];
            within += s.Total[u] > 0 ? s.Missing[u] : 0;
            reporting += s.Total[u] > 0 ? 1 : 0;
        }

        var part = missing > 0 ? within / missing : 0;
        var alone = settings.Within + ((settings.Alone - settings.Within) * Math.Exp(-(reporting - 1) / 8.0));
        var inside = alone * part;
        var (units, groups) = shrinkage.Unexplained(s.Missing);
        var known = s.Exposure.Where(e => e > 0).ToArray();
        var areStations = known.Length > 0 && Quantiles.Of(known, 0.5) <= settings.StationSize && known.Sum() <= settings.PlaceSize * s.Tree.GroupOfUnit.Distinct().Count();
        var ofUnits = areStations ? settings.StationSelection : settings.Selection;
        return Math.Sqrt((ofUnits * ofUnits * units) + (settings.Selection * settings.Selection * groups) + (inside * inside * spread) + (Math.Exp(-(reporting - 1) / 8.0) * (1 - part) * settings.Alone * settings.Alone * spread));
    }

    /// <summary>Features by unit: intercept, shares before less their mean, log sizes less their means.</summary>
    static (double[] X, int P) Features(Stratum s)
    {
        var b = s.BeforeColumns;
        var p = 1 + b + 2;
        var x = new double[s.Units * p];
        var around = new double[s.Tree.Groups];
        for (var u = 0; u < s.Units; u++)
        {
            around[s.Tree.GroupOfUnit[u]] += s.Exposure[u];
        }

        for (var u = 0; u < s.Units; u++)
        {
            var row = x.AsSpan(u * p, p);
            row[0] = 1;
            for (var c = 0; c < b; c++)
            {
                row[1 + c] = s.Before[(u * b) + c];
            }

            row[1 + b] = s.Exposure[u] > 0 ? Math.Log(s.Exposure[u]) : double.NaN;
            row[2 + b] = s.Tree.GroupOfUnit[u] > 0 && around[s.Tree.GroupOfUnit[u]] > 0 ? Math.Log(around[s.Tree.GroupOfUnit[u]]) : double.NaN;
        }

        for (var f = 1; f < p; f++)
        {
            Center(x, p, f, s.Total);
        }

        return (x, p);
    }

    /// <summary>Takes the mean of counted votes from a feature; where it is not known, or beyond what was counted, it is held there.</summary>
    static void Center(double[] x, int p, int f, double[] weight)
    {
        double sum = 0, all = 0, least = double.MaxValue, most = double.MinValue;
        for (var u = 0; u < weight.Length; u++)
        {
            var value = x[(u * p) + f];
            if (weight[u] > 0 && !double.IsNaN(value))
            {
                sum += weight[u] * value;
                all += weight[u];
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }
        }

        for (var u = 0; u < weight.Length; u++)
        {
            var at = (u * p) + f;
            x[at] = all <= 0 || double.IsNaN(x[at]) ? 0 : Math.Clamp(x[at], least, most) - (sum / all);
        }
    }

    static double[] Shares(Stratum s)
    {
        var y = new double[s.Units * s.Columns];
        for (var u = 0; u < s.Units; u++)
        {
            for (var i = 0; i < s.Columns && s.Total[u] > 0; i++)
            {
                y[(u * s.Columns) + i] = s.Counted[(u * s.Columns) + i] / s.Total[u];
            }
        }

        return y;
    }

    static double[] Overall(Stratum s)
    {
        var sums = new double[s.Columns];
        var all = 0.0;
        for (var u = 0; u < s.Units; u++)
        {
            all += s.Total[u];
            for (var i = 0; i < s.Columns; i++)
            {
                sums[i] += s.Counted[(u * s.Columns) + i];
            }
        }

        for (var i = 0; i < s.Columns; i++)
        {
            sums[i] = all > 0 ? sums[i] / all : 1.0 / s.Columns;
        }

        return sums;
    }

    /// <summary>Coefficients that are believed before: whoever was for a list is for it still; others are like all.</summary>
    static double[] Start(Stratum s, double[] overall, int p)
    {
        var start = new double[p * s.Columns];
        overall.CopyTo(start, 0);
        for (var c = 0; c < s.BeforeColumns; c++)
        {
            var row = start.AsSpan((1 + c) * s.Columns, s.Columns);
            if (s.Same[c] >= 0)
            {
                row[s.Same[c]] = 1;
            }
            else
            {
                overall.CopyTo(row);
            }
        }

        return start;
    }

    static double[] Beliefs(Stratum s, NightSettings settings, int p)
    {
        var beliefs = new double[p];
        beliefs[0] = double.PositiveInfinity;
        for (var f = 1; f <= s.BeforeColumns; f++)
        {
            beliefs[f] = settings.Slope;
        }

        beliefs[p - 2] = beliefs[p - 1] = settings.Size;
        return beliefs;
    }

    static double[] Residuals(double[] y, double[] x, double[] coefficients, Stratum s, int p)
    {
        var residual = (double[])y.Clone();
        Regression.Subtract(residual, x, coefficients, s.Total, p, s.Columns);
        return residual;
    }

    /// <summary>Adds up missing votes by district and column, and what moves them.</summary>
    static (double[] Middle, double[] Volume, double[] Leverage) Sum(Stratum s, double[] x, double[] smoothed, int p, double[] start, double[] coefficients, double[] effects)
    {
        var k = s.Columns;
        var (middle, volume, leverage) = (new double[s.Districts * k], new double[s.Districts], new double[s.Districts * p]);
        Span<double> row = new double[k];
        for (var u = 0; u < s.Units; u++)
        {
            var missing = s.Missing[u];
            if (missing <= 0)
            {
                continue;
            }

            var d = s.District[u];
            effects.AsSpan(u * k, k).CopyTo(row);
            for (var f = 0; f < p; f++)
            {
                var value = x[(u * p) + f];
                leverage[(d * p) + f] += missing * (value - smoothed[(u * p) + f]);
                for (var i = 0; i < k && value != 0; i++)
                {
                    row[i] += value * (start[(f * k) + i] + coefficients[(f * k) + i]);
                }
            }

            Add(s, d, missing, row, middle);
            volume[d] += missing;
        }

        return (middle, volume, leverage);
    }

    static void Add(Stratum s, int district, double missing, Span<double> shares, double[] middle)
    {
        var k = s.Columns;
        var all = 0.0;
        for (var i = 0; i < k; i++)
        {
            shares[i] = s.Stands.Length > 0 && !s.Stands[(district * k) + i] ? 0 : Math.Max(shares[i], 0);
            all += shares[i];
        }

        for (var i = 0; i < k; i++)
        {
            middle[(district * k) + i] += all > 0 ? missing * shares[i] / all : missing / k;
        }
    }

    /// <summary>How columns vary together, trace 1: as units differ, with a part as if drawn at random.</summary>
    static double[] Shape(Stratum s, double[] residual, double[] overall, double spread)
    {
        const double atRandom = 0.2;
        var k = s.Columns;
        var shape = new double[k * k];
        var trace = 0.0;
        for (var u = 0; u < s.Units; u++)
        {
            for (var i = 0; i < k && s.Total[u] > 0; i++)
            {
                var weighted = s.Total[u] * residual[(u * k) + i];
                trace += weighted * residual[(u * k) + i];
                for (var j = 0; j < k; j++)
                {
                    shape[(i * k) + j] += weighted * residual[(u * k) + j];
                }
            }
        }

        var part = trace > 0 ? atRandom : 1;
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                var random = ((i == j ? overall[i] : 0) - (overall[i] * overall[j])) / Math.Max(spread, double.Epsilon);
                shape[(i * k) + j] = ((1 - part) * (trace > 0 ? shape[(i * k) + j] / trace : 0)) + (part * random);
            }
        }

        return shape;
    }
}
