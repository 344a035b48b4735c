using System.Runtime.Intrinsics;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Expectations;

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
    public int UnitsWorthThreads => 9;

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
        var first = g * votes.Length;
        var rest = new double[others.Size];
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = votes[i] - expected[i] + shares[first + i];
        }

        var chances = Masses(others, rest);
        for (var c = 0; c < chances.Length; c++)
        {
            chances[c] *= shares[first + c];
        }

        var sum = chances.Sum();
        for (var c = 0; sum > 0 && c < chances.Length; c++)
        {
            q[reference.Index(first + c)] = chances[c] / sum;
        }
    }

    /// <summary>The mass of the unit cube about r − e_c for each column c, and last about r.</summary>
    double[] Masses(OthersVariance others, double[] rest)
    {
        var size = others.Size;
        var masses = new double[size + 1];
        var (deviations, path, branch, before) = (new double[size], new double[size], new double[size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            deviations[i] = Math.Sqrt(others.D(i));
        }

        for (var point = 0; point < LatticePoints.Count; point++)
        {
            var own = points.AsSpan(point * size, size);
            masses[size] += Walk(others, deviations, rest, own, path, before, size);

            // The cube about r − e_c differs from that about r only from column c on.
            for (var c = 0; c < size; c++)
            {
                if (before[c] > 0)
                {
                    path.AsSpan(0, c).CopyTo(branch);
                    masses[c] += before[c] * Walk(others, deviations, rest, own, branch, [], c);
                }
            }
        }

        return masses;
    }

    /// <summary>The mass column by column given those before; from a column that a person chose on, unless that is none.</summary>
    static double Walk(OthersVariance others, double[] deviations, double[] rest, ReadOnlySpan<double> point, double[] path, Span<double> before, int chosen)
    {
        var size = rest.Length;
        var mass = 1.0;
        before.Clear();
        for (var i = chosen == size ? 0 : chosen; i < size && mass > 0; i++)
        {
            var centre = rest[i] - (i == chosen ? 1 : 0);
            for (var j = 0; j < i; j++)
            {
                centre -= others.L(i, j) * path[j];
            }

            if (!before.IsEmpty)
            {
                before[i] = mass;
            }

            var (low, high) = ((centre - 0.5) / deviations[i], (centre + 0.5) / deviations[i]);
            mass *= StandardNormal.Between(low, high);
            path[i] = i + 1 < size ? deviations[i] * Inside(low, high, point[i]) : 0;
        }

        return mass;
    }

    /// <summary>The value below which a part u of the mass between two bounds lies.</summary>
    static double Inside(double low, double high, double u)
    {
        if (low > 0)
        {
            return -Inside(-high, -low, 1 - u);
        }

        var below = StandardNormal.Below(low);
        return Math.Clamp(StandardNormal.Quantile(below + (u * (StandardNormal.Below(high) - below))), low, high);
    }
}
