using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Diagnostics;

/// <summary>How far shares may be off because people choose otherwise where more of their group live, as far as totals show it.</summary>
/// <remarks>
/// Goodman's regression of votes on people, once more with a row's people times how much larger its part is. Where that term stands out after as many looks as
/// cells, its effect on the shares of the whole is their bias. Where units lie in places, so is the change when places are taken for units, where it stands out.
/// Effects that go along with each other in all rows leave no trace in totals, so that what is found is the least that bias may be.
/// </remarks>
static class AggregationBias
{
    const double Significance = 0.01;

    /// <summary>The bias that shows, shape [rows × columns], each in [0, 1].</summary>
    /// <param name="problem">The counts.</param>
    public static double[] Of(TransferProblem problem)
    {
        var columns = problem.ColumnNames.Length;
        var squares = new double[problem.RowNames.Length * columns];
        int[] rows = [.. Enumerable.Range(0, problem.RowNames.Length).Where(g => problem.InformedRows[g] > 0)];
        if (rows.Length < 2 || problem.InformedUnits <= 2 * rows.Length)
        {
            return squares;
        }

        var limit = StandardNormal.Quantile(1 - (Significance / (2 * rows.Length * columns)));
        var fit = new GoodmanFit(problem, rows);
        for (var row = 0; row < rows.Length; row++)
        {
            Add(squares, rows, columns, fit.Context(row, limit));
        }

        if (!problem.Clusters.IsEmpty && Coarser(problem) is { } coarser && coarser.InformedUnits > 2 * rows.Length)
        {
            Add(squares, rows, columns, new GoodmanFit(coarser, rows).ChangeFrom(fit, limit));
        }

        // A straight line knows no end; no share moves by more than all of it.
        return Array.ConvertAll(squares, s => Math.Min(1, Math.Sqrt(s)));
    }

    static void Add(double[] squares, int[] rows, int columns, double[] bias)
    {
        foreach (var (k, row) in rows.Index())
        {
            for (var c = 0; c < columns; c++)
            {
                squares[(row * columns) + c] += bias[(k * columns) + c] * bias[(k * columns) + c];
            }
        }
    }

    /// <summary>The same people with places for units.</summary>
    static TransferProblem Coarser(TransferProblem problem)
    {
        var places = problem.Clusters.Distinct().ToArray();
        var index = places.Index().ToDictionary(p => p.Item, p => p.Index);
        var (rows, columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var (people, votes) = (new long[places.Length * rows], new long[places.Length * columns]);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var at = index[problem.Clusters[b]];
            for (var g = 0; problem.IsInformed(b) && g < rows; g++)
            {
                people[(at * rows) + g] += (long)Math.Round(problem.RowsOf(b)[g]);
            }

            for (var c = 0; problem.IsInformed(b) && c < columns; c++)
            {
                votes[(at * columns) + c] += (long)Math.Round(problem.ColumnsOf(b)[c]);
            }
        }

        return new TransferProblem(problem.RowNames, problem.ColumnNames, [.. places], people, votes);
    }
}
