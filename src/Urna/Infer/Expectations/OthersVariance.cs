namespace Urna.Infer.Expectations;

/// <summary>The variance of a unit's votes when one person of a row is taken out, as L D Lᵀ with L's diagonal 1.</summary>
/// <remarks>A = Σ_g w_g S_g − S_g with S_g = diag(p_g) − p_g p_gᵀ, without the last column; what a floor of D does stands in <see cref="NormalDensityExpectation"/>.</remarks>
sealed class OthersVariance
{
    /// <summary>The least variance of a column given those before it, in people².</summary>
    public const double Floor = 1e-8;

    /// <summary>The same as a part of the column's own variance: below it, a difference is rounding.</summary>
    public const double RelativeFloor = 1e-13;

    readonly double[,] factor;

    /// <summary>The variance of the others.</summary>
    /// <param name="people">People by row, shape [rows].</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="row">The row of the person taken out.</param>
    public OthersVariance(ReadOnlySpan<double> people, ReadOnlySpan<double> shares, int row)
    {
        var columns = shares.Length / people.Length;
        Size = columns - 1;
        factor = new double[Size, Size];
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                factor[i, j] = Of(people, shares, columns, row, i, j);
            }

            Factor(i);
        }
    }

    /// <summary>Columns but the last.</summary>
    public int Size { get; }

    /// <summary>An entry of L below the diagonal.</summary>
    public double L(int i, int j) => factor[i, j];

    /// <summary>An entry of D.</summary>
    public double D(int i) => factor[i, i];

    /// <summary>vᵀ A⁻¹ v.</summary>
    /// <param name="values">v, shape [columns − 1].</param>
    public double Distance(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        var y = new double[Size];
        for (var i = 0; i < Size; i++)
        {
            y[i] = values[i];
            for (var j = 0; j < i; j++)
            {
                y[i] -= L(i, j) * y[j];
            }

            sum += y[i] * y[i] / D(i);
        }

        return sum;
    }

    static double Of(ReadOnlySpan<double> people, ReadOnlySpan<double> shares, int columns, int row, int i, int j)
    {
        var sum = 0.0;
        for (var g = 0; g < people.Length; g++)
        {
            var others = people[g] - (g == row ? 1 : 0);
            sum += others * shares[(g * columns) + i] * ((i == j ? 1 : 0) - shares[(g * columns) + j]);
        }

        return sum;
    }

    /// <summary>Row i of L and D from row i of A and the rows above.</summary>
    void Factor(int i)
    {
        var own = factor[i, i];
        for (var j = 0; j <= i; j++)
        {
            var sum = factor[i, j];
            for (var q = 0; q < j; q++)
            {
                sum -= factor[i, q] * factor[q, q] * factor[j, q];
            }

            factor[i, j] = i > j ? sum / factor[j, j] : Math.Max(sum, Floor + (RelativeFloor * own));
        }
    }
}
