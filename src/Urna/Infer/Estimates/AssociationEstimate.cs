using Urna.Infer.Associations;
using Urna.Infer.FixedPoints;
using Urna.Infer.Groups;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Estimates;

/// <summary>Flows by a model in which units share the association of rows and columns, and each has shares of its own.</summary>
/// <remarks>
/// log p_bgc = λ_gc + u_bg + v_bc: the odds ratios λ are those of <see cref="Association"/>, and u and v make each unit's table hold both its
/// margins. People by cell are the sum of the units' tables.
/// </remarks>
static class AssociationEstimate
{
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
        var places = FittedUnits.Summed(problem, seeds);
        var drawn = GroupModel.Learnt.Draw(problem, seeds, places);
        var shares = drawn?.Shares ?? places;
        var likelihood = Enumerable.Range(0, problem.Units.Length).Sum(b => UnitLikelihood.Multinomial(problem.RowsOf(b), problem.ColumnsOf(b), shares));
        return TransferEstimate.Of("association", problem, shares, likelihood, association.Solved) with { Association = association, Drawn = drawn };
    }
}
