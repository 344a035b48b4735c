namespace Urna.Audit;

/// <summary>ALPHA: whether the mean of a list of numbers is above a value, ballot by ballot, without replacement.</summary>
/// <remarks>
/// T_j = T_{j−1} · (x_j η_j / μ_j + (u − x_j)(u − η_j) / (u − μ_j)) / u, where μ_j is the mean of what is left if the mean of all were the value, and η_j an estimate of it
/// from what came before. T is a martingale if the value is the mean, so that 1 / T is a p-value at any time (Ville). Stark (2023), ALPHA: Audit that learns from previously hand-audited ballots.
/// </remarks>
public sealed record AlphaTest
{
    /// <summary>Numbers in the list, ≥ 1; 0 if they are drawn with replacement.</summary>
    public long Population { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected: at least 0."); }

    /// <summary>The value, in (0, upper).</summary>
    public double Value { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected: above 0."); } = 0.5;

    /// <summary>The greatest number that can be drawn, above the value; the least is 0.</summary>
    public double Upper { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected: above 0."); } = 1;

    /// <summary>The mean that is expected, as reported; in (value, upper].</summary>
    public double Expected { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected: above 0."); } = 0.75;

    /// <summary>How many draws the expected mean weighs; infinite where it is never learnt from draws.</summary>
    public double Weight { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected: at least 0."); } = double.PositiveInfinity;

    /// <summary>How far at least the estimate stays above the value: this over the square root of weight and draws; ≥ 0.</summary>
    public double Apart { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected: at least 0."); }

    /// <summary>The p-value after each draw.</summary>
    /// <param name="drawn">Numbers in [0, upper], in the order drawn; at most as many as the population.</param>
    /// <returns>As many, each in [0, 1].</returns>
    /// <exception cref="ArgumentException">More was drawn than there is, or a number lies outside.</exception>
    public double[] P(ReadOnlySpan<double> drawn)
    {
        if (Population > 0 && drawn.Length > Population)
        {
            throw new ArgumentException($"{drawn.Length} were drawn of {Population}.", nameof(drawn));
        }

        var p = new double[drawn.Length];
        var (logarithm, sum) = (0.0, 0.0);
        for (var j = 0; j < drawn.Length; j++)
        {
            var x = drawn[j];
            if (!(x >= 0 && x <= Upper))
            {
                throw new ArgumentException($"Draw {j + 1} is {x}. Expected: from 0 to {Upper}.", nameof(drawn));
            }

            var mean = Left(Value, sum, j);
            logarithm = mean < -1e-12 ? double.PositiveInfinity : mean > Upper - 1e-12 ? double.NegativeInfinity : logarithm + Step(x, Math.Max(mean, 0), Estimate(mean, sum, j));
            sum += x;
            p[j] = Math.Min(1, Math.Exp(-logarithm));
        }

        // Where all are drawn nothing is left to chance.
        if (Population > 0 && drawn.Length == Population && drawn.Length > 0)
        {
            p[^1] = sum > (Population * Value) + 1e-9 ? 0 : 1;
        }

        return p;
    }

    double Left(double mean, double sum, int before) => Population == 0 ? mean : ((Population * mean) - sum) / (Population - before);

    double Estimate(double mean, double sum, int before)
    {
        var learnt = double.IsPositiveInfinity(Weight) ? Left(Expected, sum, before) : Weight + before == 0 ? Expected : ((Weight * Expected) + sum) / (Weight + before);
        var least = double.IsPositiveInfinity(Weight) ? mean : mean + (Apart / Math.Sqrt(Weight + before));
        return Math.Clamp(learnt, Math.Min(least, Upper), Upper);
    }

    double Step(double x, double mean, double estimate) => mean == 0
        ? x > 0 ? double.PositiveInfinity : Math.Log((Upper - estimate) / Upper)
        : Math.Log(((x * estimate / mean) + ((Upper - x) * (Upper - estimate) / (Upper - mean))) / Upper);
}
