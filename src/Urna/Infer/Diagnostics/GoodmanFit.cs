using MathNet.Numerics.LinearAlgebra;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Diagnostics;

/// <summary>Goodman's regression: least squares of each unit's votes on its people, each unit weighted by the inverse of its size.</summary>
sealed class GoodmanFit
{
    const double Nothing = 1e-9;

    readonly int rows;
    readonly int columns;
    readonly double[] people;
    readonly double[] votes;
    readonly double[] sizes;
    readonly double[] residuals;
    readonly Matrix<double> inverse;
    readonly Matrix<double> shares;

    /// <summary>Fits it.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="chosen">Indices of the rows that have people.</param>
    public GoodmanFit(TransferProblem problem, int[] chosen)
    {
        (rows, columns) = (chosen.Length, problem.ColumnNames.Length);
        int[] units = [.. Enumerable.Range(0, problem.Units.Length).Where(problem.IsInformed)];
        (people, votes, sizes) = (new double[units.Length * rows], new double[units.Length * columns], new double[units.Length]);
        foreach (var (b, unit) in units.Index())
        {
            var own = problem.RowsOf(unit);
            var cast = problem.ColumnsOf(unit);
            sizes[b] = Sums.Of(own);
            var scale = sizes[b] / Sums.Of(cast);
            for (var g = 0; g < rows; g++)
            {
                people[(b * rows) + g] = own[chosen[g]];
            }

            for (var c = 0; c < columns; c++)
            {
                votes[(b * columns) + c] = cast[c] * scale;
            }
        }

        var moments = Cross(people, rows);
        inverse = (moments + Matrix<double>.Build.DenseDiagonal(rows, rows, i => Nothing * moments[i, i])).Inverse();
        shares = inverse * Cross(votes, columns);
        residuals = Residuals();
    }

    /// <summary>By how much shares of the whole change if one row's depend on its part of a unit, shape [rows × columns]; zero where that does not stand out.</summary>
    /// <param name="row">The row.</param>
    /// <param name="limit">From how many standard deviations on it stands out.</param>
    public double[] Context(int row, double limit)
    {
        var surplus = Surplus(row);
        var explained = inverse * Cross(surplus, 1);
        var (left, all, before) = (new double[sizes.Length], 0.0, 0.0);
        for (var b = 0; b < left.Length; b++)
        {
            left[b] = surplus[b];
            for (var g = 0; g < rows; g++)
            {
                left[b] -= people[(b * rows) + g] * explained[g, 0];
            }

            before += surplus[b] * surplus[b] / sizes[b];
            all += left[b] * left[b] / sizes[b];
        }

        var found = new double[rows * columns];
        var own = Sums.Of(surplus) / PeopleOf(row);
        for (var c = 0; all > Nothing * before && c < columns; c++)
        {
            var slope = SlopeThatStandsOut(left, all, c, limit);
            for (var g = 0; slope != 0 && g < rows; g++)
            {
                found[(g * columns) + c] = slope * ((g == row ? own : 0) - explained[g, 0]);
            }
        }

        return found;
    }

    /// <summary>By how much shares differ from those of a finer level, shape [rows × columns]; zero where that does not stand out.</summary>
    /// <param name="finer">The finer level.</param>
    /// <param name="limit">From how many standard deviations on it stands out.</param>
    public double[] ChangeFrom(GoodmanFit finer, double limit)
    {
        var found = new double[rows * columns];
        for (var i = 0; i < found.Length; i++)
        {
            var (g, c) = (i / columns, i % columns);
            var (scatter, chance) = (0.0, 0.0);
            for (var b = 0; b < sizes.Length; b++)
            {
                var lever = 0.0;
                for (var j = 0; j < rows; j++)
                {
                    lever += inverse[g, j] * people[(b * rows) + j] / sizes[b];
                }

                scatter += lever * lever * residuals[(b * columns) + c] * residuals[(b * columns) + c];
                chance += lever * lever * ChanceOf(b, c);
            }

            var change = shares[g, c] - finer.shares[g, c];
            found[i] = Math.Abs(change) > limit * Math.Sqrt(Math.Max(scatter, chance)) ? change : 0;
        }

        return found;
    }

    /// <summary>The slope on what people do not explain of a row's surplus; its spread is no less than that of people who decide each for themselves.</summary>
    double SlopeThatStandsOut(double[] left, double all, int column, double limit)
    {
        var slope = 0.0;
        for (var b = 0; b < left.Length; b++)
        {
            slope += votes[(b * columns) + column] * left[b] / sizes[b] / all;
        }

        var (scatter, chance) = (0.0, 0.0);
        for (var b = 0; b < left.Length; b++)
        {
            var lever = left[b] / sizes[b] / all;
            var residual = (residuals[(b * columns) + column] - (slope * left[b])) * lever;
            scatter += residual * residual;
            chance += ChanceOf(b, column) * lever * lever;
        }

        return Math.Abs(slope) > limit * Math.Sqrt(Math.Max(scatter, chance)) ? slope : 0;
    }

    double ChanceOf(int unit, int column) => votes[(unit * columns) + column] * (1 - (votes[(unit * columns) + column] / sizes[unit]));

    double PeopleOf(int row)
    {
        var sum = 0.0;
        for (var b = 0; b < sizes.Length; b++)
        {
            sum += people[(b * rows) + row];
        }

        return sum;
    }

    /// <summary>By unit, a row's people times how much larger its part is than in the whole.</summary>
    double[] Surplus(int row)
    {
        var part = PeopleOf(row) / Sums.Of(sizes);
        return [.. sizes.Select((size, b) => people[(b * rows) + row] * ((people[(b * rows) + row] / size) - part))];
    }

    double[] Residuals()
    {
        double[] left = [.. votes];
        for (var b = 0; b < sizes.Length; b++)
        {
            for (var c = 0; c < columns; c++)
            {
                for (var g = 0; g < rows; g++)
                {
                    left[(b * columns) + c] -= people[(b * rows) + g] * shares[g, c];
                }
            }
        }

        return left;
    }

    /// <summary>Σ over units of people times other values over the size, shape [rows × width].</summary>
    Matrix<double> Cross(double[] values, int width)
    {
        var sums = new double[rows * width];
        for (var b = 0; b < sizes.Length; b++)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += people[(b * rows) + (i / width)] * values[(b * width) + (i % width)] / sizes[b];
            }
        }

        return Matrix<double>.Build.Dense(rows, width, (i, j) => sums[(i * width) + j]);
    }
}
