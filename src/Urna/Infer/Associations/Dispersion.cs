using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Associations;

/// <summary>How much more the votes of units scatter than people who decide each for themselves would make them.</summary>
static class Dispersion
{
    /// <summary>Pearson's χ² per degree of freedom of the units' votes; null with too few units to tell.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <remarks>1 means as a multinomial; a unit's expected votes are scaled to its votes. Rows × (columns − 1) degrees go to the shares.</remarks>
    public static double? Of(TransferProblem problem, ReadOnlySpan<double> shares)
    {
        var columns = problem.ColumnNames.Length;
        var expected = new double[columns];
        var (sum, units) = (0.0, 0);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            if (problem.IsInformed(b))
            {
                units++;
                sum += Distance(problem, b, shares, expected);
            }
        }

        var freedom = (units - problem.InformedRows.Count(p => p > 0)) * (problem.InformedColumns.Count(v => v > 0) - 1);
        return freedom > 0 ? sum / freedom : null;
    }

    /// <summary>Pearson's χ² of a unit's votes about what is expected of its people, scaled to its votes.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="unit">The unit's index; it has people and votes.</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="expected">Room for the expected votes, shape [columns].</param>
    public static double Distance(TransferProblem problem, int unit, ReadOnlySpan<double> shares, Span<double> expected)
    {
        var votes = problem.ColumnsOf(unit);
        UnitLikelihood.Expect(problem.RowsOf(unit), shares, expected);
        var scale = Sums.Of(votes) / Sums.Of(expected);
        var sum = 0.0;
        for (var c = 0; c < votes.Length; c++)
        {
            var mean = expected[c] * scale;
            sum += mean > 0 ? (votes[c] - mean) * (votes[c] - mean) / mean : 0;
        }

        return sum;
    }
}
