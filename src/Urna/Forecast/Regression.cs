namespace Urna.Forecast;

/// <summary>A regression of several columns on features, weighted by votes and pulled to zero by what is believed.</summary>
/// <remarks>The error of coefficients is taken from scores by cluster (Liang and Zeger, Biometrika 73, 1986), so that places may be alike inside.</remarks>
sealed class Regression
{
    readonly double[] root;
    readonly int features;

    Regression(double[] root, int features) => (this.root, this.features) = (root, features);

    /// <summary>Coefficients, shape [features × columns].</summary>
    public required double[] Coefficients { get; init; }

    /// <summary>Scores by cluster, shape [clusters × features × columns].</summary>
    public required double[] Scores { get; init; }

    /// <summary>Standard deviation of the score that the belief on each feature is worth, by the trace over columns.</summary>
    public required double[] PriorScores { get; init; }

    /// <summary>Fits residuals from what is believed.</summary>
    /// <param name="x">Features, shape [units × features].</param>
    /// <param name="p">Features.</param>
    /// <param name="y">Residuals, shape [units × columns]; not changed.</param>
    /// <param name="k">Columns.</param>
    /// <param name="weight">Votes by unit; units without any are not looked at.</param>
    /// <param name="cluster">The cluster of each unit.</param>
    /// <param name="clusters">How many there are.</param>
    /// <param name="beliefs">Standard deviation of each feature's coefficients; infinite for none.</param>
    public static Regression Fit(double[] x, int p, double[] y, int k, double[] weight, int[] cluster, int clusters, double[] beliefs)
    {
        var (a, c) = (new double[p * p], new double[p * k]);
        for (var u = 0; u < weight.Length; u++)
        {
            var w = weight[u];
            for (var f = 0; f < p && w > 0; f++)
            {
                var wx = w * x[(u * p) + f];
                for (var g = 0; g < p && wx != 0; g++)
                {
                    a[(f * p) + g] += wx * x[(u * p) + g];
                }

                for (var i = 0; i < k && wx != 0; i++)
                {
                    c[(f * k) + i] += wx * y[(u * k) + i];
                }
            }
        }

        // First as if nothing were fitted, then with what the first fit leaves.
        var scores = ScoresOf(x, p, y, k, weight, cluster, clusters, new double[p * k]);
        var noise = NoisePerInformation(a, p, scores, k, clusters);
        var (root, coefficients) = Solve(a, c, p, k, beliefs, noise);
        for (var pass = 0; pass < 2; pass++)
        {
            scores = ScoresOf(x, p, y, k, weight, cluster, clusters, coefficients);
            var lost = Math.Max(clusters - p, 1);
            noise = Math.Min(noise, NoisePerInformation(a, p, scores, k, clusters) * clusters / lost);
            (root, coefficients) = Solve(a, c, p, k, beliefs, noise);
        }

        scores = ScoresOf(x, p, y, k, weight, cluster, clusters, coefficients);
        // With few clusters their spread is itself in doubt: the variance of Student's t stands for it.
        var correction = Math.Sqrt(clusters / Math.Max(clusters - 1.0, 1) * Math.Max(clusters - 1.0, 1) / Math.Max(clusters - 3.0, 0.5));
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] *= correction;
        }

        return new(root, p)
        {
            Coefficients = coefficients,
            Scores = scores,
            PriorScores = [.. beliefs.Select(b => double.IsInfinity(b) ? 0 : noise * Math.Sqrt(k) / b)],
        };
    }

    /// <summary>What rows of features do to votes, put in terms of scores: rows × (XᵀWX + Λ)⁻¹.</summary>
    /// <param name="rows">Rows, shape [n × features].</param>
    /// <param name="n">How many there are.</param>
    public double[] Solved(double[] rows, int n)
    {
        var solved = new double[rows.Length];
        Span<double> one = new double[features];
        for (var d = 0; d < n; d++)
        {
            rows.AsSpan(d * features, features).CopyTo(one);
            Symmetric.Solve(root, features, one, 1);
            one.CopyTo(solved.AsSpan(d * features, features));
        }

        return solved;
    }

    /// <summary>Takes from residuals what features explain; rows without votes stay zero.</summary>
    public static void Subtract(double[] residual, double[] x, double[] coefficients, double[] weight, int p, int k)
    {
        for (var u = 0; u < weight.Length; u++)
        {
            for (var f = 0; f < p && weight[u] > 0; f++)
            {
                var value = x[(u * p) + f];
                for (var i = 0; i < k && value != 0; i++)
                {
                    residual[(u * k) + i] -= value * coefficients[(f * k) + i];
                }
            }
        }
    }

    static (double[] Root, double[] Coefficients) Solve(double[] a, double[] c, int p, int k, double[] beliefs, double noise)
    {
        var pulled = (double[])a.Clone();
        for (var f = 0; f < p; f++)
        {
            pulled[(f * p) + f] += double.IsInfinity(beliefs[f]) ? 0 : noise / (beliefs[f] * beliefs[f]);
        }

        var lower = Symmetric.Root(pulled, p);
        var coefficients = (double[])c.Clone();
        Symmetric.Solve(lower, p, coefficients, k);
        return (lower, coefficients);
    }

    static double[] ScoresOf(double[] x, int p, double[] y, int k, double[] weight, int[] cluster, int clusters, double[] coefficients)
    {
        var scores = new double[clusters * p * k];
        Span<double> left = new double[k];
        for (var u = 0; u < weight.Length; u++)
        {
            if (weight[u] <= 0)
            {
                continue;
            }

            y.AsSpan(u * k, k).CopyTo(left);
            for (var f = 0; f < p; f++)
            {
                for (var i = 0; i < k; i++)
                {
                    left[i] -= x[(u * p) + f] * coefficients[(f * k) + i];
                }
            }

            var at = cluster[u] * p * k;
            for (var f = 0; f < p; f++)
            {
                var wx = weight[u] * x[(u * p) + f];
                for (var i = 0; i < k && wx != 0; i++)
                {
                    scores[at + (f * k) + i] += wx * left[i];
                }
            }
        }

        return scores;
    }

    /// <summary>The variance of scores over the information that features hold, on average over features and columns.</summary>
    static double NoisePerInformation(double[] a, int p, double[] scores, int k, int clusters)
    {
        double sum = 0;
        var known = 0;
        for (var f = 0; f < p; f++)
        {
            if (a[(f * p) + f] <= 0)
            {
                continue;
            }

            known++;
            for (var c = 0; c < clusters; c++)
            {
                for (var i = 0; i < k; i++)
                {
                    var score = scores[(((c * p) + f) * k) + i];
                    sum += score * score / a[(f * p) + f];
                }
            }
        }

        return known > 0 ? sum / known / k : 0;
    }
}
