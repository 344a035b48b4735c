namespace Urna.Infer.FixedPoints;

/// <summary>The last steps of a map, and the step that would have undone them best.</summary>
/// <param name="size">Shares of the map.</param>
sealed class AndersonHistory(int size)
{
    const int Window = 10;

    // So little of a diagonal of 1 keeps steps that are nearly the same apart.
    const double Ridge = 1e-12;

    readonly double[][] residuals = Vectors(size);
    readonly double[][] images = Vectors(size);
    readonly double[] residual = new double[size];
    readonly double[] image = new double[size];
    readonly double[,] products = new double[Window, Window];
    readonly double[,] normal = new double[Window, Window];
    readonly double[] scale = new double[Window];
    readonly double[] weight = new double[Window];
    int steps = -1;

    int Count => Math.Clamp(steps, 0, Window);

    /// <summary>Begins again.</summary>
    public void Forget() => steps = -1;

    /// <summary>Adds a step.</summary>
    /// <param name="shares">Shares.</param>
    /// <param name="next">What the map made of them.</param>
    public void Add(ReadOnlySpan<double> shares, ReadOnlySpan<double> next)
    {
        var slot = Math.Max(steps, 0) % Window;
        for (var i = 0; i < size; i++)
        {
            var to = Math.Sqrt(next[i]);
            var move = to - Math.Sqrt(shares[i]);
            residuals[slot][i] = move - residual[i];
            images[slot][i] = to - image[i];
            (residual[i], image[i]) = (move, to);
        }

        steps++;
        for (var k = 0; k < Count; k++)
        {
            products[slot, k] = products[k, slot] = Dot(residuals[slot], residuals[k]);
        }
    }

    /// <summary>Where the steps together point to: the square roots of shares.</summary>
    /// <param name="roots">Where they go.</param>
    public void Extrapolate(Span<double> roots)
    {
        image.CopyTo(roots);
        Solve(Count);
        for (var k = 0; k < Count; k++)
        {
            for (var i = 0; i < size; i++)
            {
                roots[i] -= weight[k] * images[k][i];
            }
        }
    }

    /// <summary>Least squares of the last residual on the changes of residuals, by Cholesky on columns of length 1.</summary>
    void Solve(int count)
    {
        for (var k = 0; k < count; k++)
        {
            scale[k] = 1 / Math.Sqrt(Math.Max(products[k, k], double.Epsilon / Ridge));
        }

        for (var k = 0; k < count; k++)
        {
            weight[k] = scale[k] * Dot(residuals[k], residual);
            for (var j = 0; j <= k; j++)
            {
                var sum = (scale[k] * scale[j] * products[k, j]) + (j == k ? Ridge : 0);
                for (var q = 0; q < j; q++)
                {
                    sum -= normal[k, q] * normal[j, q];
                }

                normal[k, j] = k > j ? sum / normal[j, j] : Math.Sqrt(Math.Max(sum, Ridge));
            }

            for (var q = 0; q < k; q++)
            {
                weight[k] -= normal[k, q] * weight[q];
            }

            weight[k] /= normal[k, k];
        }

        for (var k = count - 1; k >= 0; k--)
        {
            for (var q = k + 1; q < count; q++)
            {
                weight[k] -= normal[q, k] * weight[q];
            }

            weight[k] /= normal[k, k];
        }

        for (var k = 0; k < count; k++)
        {
            weight[k] *= scale[k];
        }
    }

    double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < size; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    static double[][] Vectors(int size) => [.. Enumerable.Range(0, Window).Select(_ => new double[size])];
}
