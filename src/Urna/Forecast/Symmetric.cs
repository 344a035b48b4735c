namespace Urna.Forecast;

/// <summary>Small symmetric positive definite matrices, row by row.</summary>
static class Symmetric
{
    /// <summary>The lower triangle L with L Lᵀ = the matrix; a direction without variance stays zero.</summary>
    /// <param name="matrix">The matrix, shape [n × n].</param>
    /// <param name="n">Its size.</param>
    public static double[] Root(ReadOnlySpan<double> matrix, int n)
    {
        const double tiny = 1e-12;
        var root = new double[n * n];
        var most = 0.0;
        for (var i = 0; i < n; i++)
        {
            most = Math.Max(most, matrix[(i * n) + i]);
        }

        for (var j = 0; j < n; j++)
        {
            var pivot = matrix[(j * n) + j];
            for (var k = 0; k < j; k++)
            {
                pivot -= root[(j * n) + k] * root[(j * n) + k];
            }

            if (pivot <= most * tiny)
            {
                continue;
            }

            var diagonal = root[(j * n) + j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < n; i++)
            {
                var sum = matrix[(i * n) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= root[(i * n) + k] * root[(j * n) + k];
                }

                root[(i * n) + j] = sum / diagonal;
            }
        }

        return root;
    }

    /// <summary>Solves matrix × x = right for several right sides, in place.</summary>
    /// <param name="root">What <see cref="Root"/> gave, shape [n × n].</param>
    /// <param name="n">Its size.</param>
    /// <param name="right">The right sides, shape [n × width].</param>
    /// <param name="width">How many there are.</param>
    public static void Solve(ReadOnlySpan<double> root, int n, Span<double> right, int width)
    {
        for (var i = 0; i < n; i++)
        {
            for (var c = 0; c < width; c++)
            {
                var sum = right[(i * width) + c];
                for (var k = 0; k < i; k++)
                {
                    sum -= root[(i * n) + k] * right[(k * width) + c];
                }

                right[(i * width) + c] = root[(i * n) + i] > 0 ? sum / root[(i * n) + i] : 0;
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var c = 0; c < width; c++)
            {
                var sum = right[(i * width) + c];
                for (var k = i + 1; k < n; k++)
                {
                    sum -= root[(k * n) + i] * right[(k * width) + c];
                }

                right[(i * width) + c] = root[(i * n) + i] > 0 ? sum / root[(i * n) + i] : 0;
            }
        }
    }
}
