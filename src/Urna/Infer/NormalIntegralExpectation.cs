using System.Runtime.Intrinsics;
using Urna.Numerics;

namespace Urna.Infer;

/// <summary>The E step by the normal mass of the unit cube about a unit's votes, where densities take its middle only.</summary>
/// <remarks>
/// The notation is that of <see cref="NormalDensityExpectation"/>: q_gc ∝ p_gc P(|Z − (x − e_c)| ≤ ½ in every column), Z normal with mean μ − p_g and
/// variance A. The mass is the mean over fixed points of a rank-1 lattice, so that the answer needs no chance:
/// A. Genz, "Numerical computation of multivariate normal probabilities", Journal of Computational and Graphical Statistics 1 (1992).
/// A row of a unit whose masses all vanish has the q of densities.
/// </remarks>
sealed class NormalIntegralExpectation : IExpectation
{
    readonly TransferProblem problem;
    readonly ReferenceColumn reference;
    readonly NormalDensityExpectation density;
    readonly double[] points;

    /// <summary>Chooses the points.</summary>
    /// <param name="problem">The counts.</param>
    public NormalIntegralExpectation(TransferProblem problem)
    {
        this.problem = problem;
        reference = new ReferenceColumn(problem);
        density = new NormalDensityExpectation(problem);
        points = LatticePoints.Of(problem.ColumnNames.Length);
    }

    /// <inheritdoc/>
    public int UnitsInChunk => 8;

    /// <inheritdoc/>
    public int UnitsWorthThreads => 16;

    /// <inheritdoc/>
    public bool Conditional(int unit, ReadOnlySpan<double> shares, Span<double> q)
    {
        if (!density.Conditional(unit, shares, q))
        {
            return false;
        }

        var people = problem.RowsOf(unit);
        var votes = reference.Sorted(problem.ColumnsOf(unit));
        var sorted = reference.Sorted(shares);
        var expected = new double[votes.Length];
        UnitLikelihood.Expect(people, sorted, expected);
        for (var g = 0; g < people.Length; g++)
        {
            if (people[g] > 0)
            {
                Row(new OthersVariance(people, sorted, g), votes, expected, sorted, g, q);
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Add(int first, int last, ReadOnlySpan<double> shares, ReadOnlySpan<Vector512<double>> weights, Span<double> sums) =>
        UnitByUnit.Add(this, problem, first, last, shares, weights, sums);

    /// <inheritdoc/>
    public double LogLikelihood(int unit, ReadOnlySpan<double> shares) => density.LogLikelihood(unit, shares);

    void Row(OthersVariance others, double[] votes, double[] expected, double[] shares, int g, Span<double> q)
    {
        var columns = votes.Length;
        var chances = new double[columns];
        var middle = new double[others.Size];
        for (var c = 0; c < columns; c++)
        {
            for (var i = 0; i < middle.Length; i++)
            {
                middle[i] = votes[i] - expected[i] + shares[(g * columns) + i] - (i == c ? 1 : 0);
            }

            chances[c] = shares[(g * columns) + c] > 0 ? shares[(g * columns) + c] * Mass(others, middle) : 0;
        }

        var sum = chances.Sum();
        for (var c = 0; sum > 0 && c < columns; c++)
        {
            q[reference.Index((g * columns) + c)] = chances[c] / sum;
        }
    }

    /// <summary>The mass of the unit cube about a point, column by column given those before.</summary>
    double Mass(OthersVariance others, double[] middle)
    {
        var y = new double[others.Size];
        var sum = 0.0;
        for (var point = 0; point < LatticePoints.Count; point++)
        {
            var mass = 1.0;
            for (var i = 0; i < y.Length && mass > 0; i++)
            {
                var centre = middle[i];
                for (var j = 0; j < i; j++)
                {
                    centre -= others.L(i, j) * y[j];
                }

                var deviation = Math.Sqrt(others.D(i));
                var (low, high) = ((centre - 0.5) / deviation, (centre + 0.5) / deviation);
                mass *= StandardNormal.Between(low, high);
                y[i] = deviation * Inside(low, high, points[(point * y.Length) + i]);
            }

            sum += mass;
        }

        return sum / LatticePoints.Count;
    }

    /// <summary>The value below which a part u of the mass between two bounds lies.</summary>
    static double Inside(double low, double high, double u)
    {
        if (low > 0)
        {
            return -Inside(-high, -low, 1 - u);
        }

        var below = StandardNormal.Below(low);
        return Math.Clamp(StandardNormal.Quantile(below + (u * StandardNormal.Between(low, high))), low, high);
    }
}
