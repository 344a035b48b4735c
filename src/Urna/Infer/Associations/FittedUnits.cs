using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Associations;

/// <summary>Tables of units that have given odds ratios and hold both their margins.</summary>
static class FittedUnits
{
    const double UnitTolerance = 1e-9;

    /// <summary>The shares that an association gives, summed over units.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="association">The association.</param>
    /// <param name="curve">The curve.</param>
    public static double[] Shares(TransferProblem problem, Association association, AssociationCurve curve) => Summed(problem, association.Seeds(problem, curve));

    /// <summary>The shares that odds ratios give, summed over units.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="seeds">Shares whose odds ratios each unit has, shape [rows × columns].</param>
    public static double[] Summed(TransferProblem problem, double[] seeds)
    {
        var columns = problem.ColumnNames.Length;
        var sums = new double[seeds.Length];
        var table = new double[seeds.Length];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            if (problem.IsInformed(b))
            {
                Fill(problem, b, seeds, table);
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] += table[i];
                }
            }
        }

        Sums.NormaliseRows(sums, columns);
        return sums;
    }

    /// <summary>People of a unit by row and column: its rows by the shares, fitted to both its margins.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="unit">The unit's index.</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="table">Where they go, same shape.</param>
    public static void Fill(TransferProblem problem, int unit, ReadOnlySpan<double> shares, Span<double> table)
    {
        var people = problem.RowsOf(unit);
        var columns = problem.ColumnNames.Length;
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = people[i / columns] * shares[i];
        }

        ProportionalFit.Fit(table, people, problem.ColumnsOf(unit), UnitTolerance);
    }
}
