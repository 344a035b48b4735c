using Urna.Infer.Groups;
using Urna.Numerics;

namespace Urna.Infer.Associations;

/// <summary>Flows by a model in which units share the association of rows and columns, and each has shares of its own.</summary>
/// <remarks>
/// log p_bgc = λ_gc + u_bg + v_bc: the odds ratios λ are those of <see cref="Association"/>, and u and v make each unit's table hold both its
/// margins. People by cell are the sum of the units' tables.
/// </remarks>
static class AssociationEstimate
{
    const double UnitTolerance = 1e-9;

    // Finer than this, nothing that the curve makes of it would show.
    const double FinestTolerance = 1e-7;

    // Of very many units: shares are then within 1e-5, and intervals a hundred times as wide.
    const double ToleranceOfMany = 1e-6;

    /// <summary>Estimates the flows.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="options">Where to start and how far to go.</param>
    /// <param name="change">Changes the association before shares are made of it; null for none.</param>
    public static TransferEstimate Of(TransferProblem problem, TransferOptions options, Func<Association, Association>? change = null)
    {
        var finest = problem.Units.Length > Association.ManyUnits ? ToleranceOfMany : FinestTolerance;
        var association = Association.Of(problem, options with { Tolerance = Math.Max(options.Tolerance, finest) });
        association = change is null ? association : change(association);
        var seeds = association.Seeds(problem, AssociationCurve.Learnt);
        var places = Summed(problem, seeds);
        var drawn = GroupModel.Learnt.Draw(problem, seeds, places);
        var shares = drawn?.Shares ?? places;
        var likelihood = Enumerable.Range(0, problem.Units.Length).Sum(b => UnitLikelihood.Multinomial(problem.RowsOf(b), problem.ColumnsOf(b), shares));
        return TransferEstimate.Of("association", problem, shares, likelihood, association.Solved) with { Association = association, Drawn = drawn };
    }

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
