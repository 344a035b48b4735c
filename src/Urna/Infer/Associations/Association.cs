using System.Collections.Immutable;
using Urna.Infer.Expectations;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Associations;

/// <summary>How rows and columns go together, and what that was made of.</summary>
/// <param name="Forward">People by cell as estimated from rows to columns, in units that tell anything; shape [rows × columns].</param>
/// <param name="Backward">The same as estimated from columns to rows.</param>
/// <param name="Shares">The fixed point from rows to columns.</param>
/// <param name="Strength">How strongly it is drawn towards everyone's votes, as units left out would have it.</param>
/// <param name="Dispersion">How much more the columns scatter than a multinomial, given the rows; null if unknown.</param>
/// <param name="Trust">How far the forward estimate is taken as it is, in [0, 1]; the rest is by the learnt curve.</param>
/// <param name="Solved">How the two fixed points were reached.</param>
sealed record Association(double[] Forward, double[] Backward, double[] Shares, double Strength, double? Dispersion, double Trust, FixedPointResult Solved)
{
    const double ToleranceOfStart = 1e-5;

    /// <summary>From more units than these on, fixed points begin at that of every n-th.</summary>
    public const int ManyUnits = 5_000;

    /// <summary>From this ratio of dispersions on, the curve has less than full say.</summary>
    public const double LeastRatio = 3;

    /// <summary>From this ratio on, it has none.</summary>
    public const double MostRatio = 5;

    /// <summary>The shares of a whole that this is a place of, shape [rows × columns]; empty if of none.</summary>
    public double[] Whole { get; init; } = [];

    /// <summary>How many units the whole weighs as.</summary>
    public double WeightOfWhole { get; init; }

    /// <summary>Estimates both directions.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="options">Where to start and how far to go.</param>
    /// <remarks>
    /// Rows are taken as the cause of columns where columns, given rows, scatter as people who decide for themselves would, while rows, given
    /// columns, scatter much more. Where both scatter about as much, rows and columns are two signs of one thing, and the curve applies.
    /// </remarks>
    public static Association Of(TransferProblem problem, TransferOptions options)
    {
        var (forward, strength, dispersion) = Solve(problem, options);
        var (backward, _, backwardDispersion) = Solve(problem.Transposed(), options with { Start = [] });
        var (rows, columns) = (problem.InformedRows, problem.InformedColumns);
        var solved = forward with
        {
            Iterations = forward.Iterations + backward.Iterations,
            Evaluations = forward.Evaluations + backward.Evaluations,
            Residual = Math.Max(forward.Residual, backward.Residual),
            Converged = forward.Converged && backward.Converged,
        };
        return new Association(
            Table(forward.Shares, rows, columns),
            Turned(Table(backward.Shares, columns, rows), columns.Length),
            forward.Shares,
            strength,
            dispersion,
            TrustIn(dispersion, backwardDispersion),
            solved);
    }

    /// <summary>People by cell in units that tell anything, shape [rows × columns].</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="curve">The curve.</param>
    public double[] People(TransferProblem problem, AssociationCurve curve)
    {
        var (rows, columns) = (problem.InformedRows, problem.InformedColumns);
        var people = curve.Seeds(rows, columns, Forward, Backward);
        for (var i = 0; i < people.Length; i++)
        {
            people[i] = problem.IsImpossible(i / columns.Length, i % columns.Length) ? 0
                : Trust == 0 ? people[i]
                : Math.Pow(people[i], 1 - Trust) * Math.Pow(Forward[i], Trust);
        }

        ProportionalFit.Fit(people, rows, columns);
        if (Whole.Length > 0 && WeightOfWhole > 0)
        {
            DrawToWhole(problem, people);
        }

        return people;
    }

    /// <summary>Mixes in the association of the whole, in logarithms, by the number of units.</summary>
    void DrawToWhole(TransferProblem problem, double[] people)
    {
        var (rows, columns) = (problem.InformedRows, problem.InformedColumns);
        var units = Enumerable.Range(0, problem.Units.Length).Count(problem.IsInformed);
        var own = units / (units + WeightOfWhole);
        var whole = Table(Whole, rows, columns);
        for (var i = 0; i < people.Length; i++)
        {
            people[i] = problem.IsImpossible(i / columns.Length, i % columns.Length) ? 0 : Math.Pow(people[i], own) * Math.Pow(whole[i], 1 - own);
        }

        ProportionalFit.Fit(people, rows, columns);
    }

    /// <summary>The shares whose odds ratios every unit has, shape [rows × columns].</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="curve">The curve.</param>
    public double[] Seeds(TransferProblem problem, AssociationCurve curve)
    {
        var shares = People(problem, curve);
        Sums.NormaliseRows(shares, problem.ColumnNames.Length);
        IndistinctRows.Pool(problem, shares);
        return shares;
    }

    /// <summary>The regularised fixed point, the strength, and the dispersion of the units about the plain one.</summary>
    static (FixedPointResult Found, double Strength, double? Dispersion) Solve(TransferProblem problem, TransferOptions options)
    {
        var map = NormalDensityExpectation.Map(problem, options.Threads, options.Cancel);
        var plain = FixedPoint.Solve(map, options.Start.IsEmpty ? options with { Start = StartOfMany(problem, options) } : options);
        var dispersion = Associations.Dispersion.Of(problem, plain.Shares);
        var strength = HeldOutUnits.Strength(problem, [.. plain.Shares], options.Threads, options.Cancel);
        var found = strength == 0 ? plain : FixedPoint.Solve(new PseudoCountMap(problem, map, strength), options with { Start = [.. plain.Shares] });
        return (found, strength, dispersion);
    }

    /// <summary>Of very many units, the fixed point of every n-th, from which that of all is near; none of fewer.</summary>
    static ImmutableArray<double> StartOfMany(TransferProblem problem, TransferOptions options)
    {
        var every = ((problem.Units.Length - 1) / ManyUnits) + 1;
        if (every == 1)
        {
            return [];
        }

        var some = problem.Over([.. Enumerable.Range(0, problem.Units.Length).Where(b => b % every == 0)]);

        // A row or column that these lack could not come back from zero.
        return some.Check.EmptyRows.Length > problem.Check.EmptyRows.Length || some.Check.EmptyColumns.Length > problem.Check.EmptyColumns.Length ? []
            : [.. FixedPoint.Solve(NormalDensityExpectation.Map(some, options.Threads, options.Cancel), options with { Tolerance = ToleranceOfStart }).Shares];
    }

    /// <summary>0 below a ratio of 3, 1 above 5, linear in its logarithm between; 0 if the ratio is unknown.</summary>
    public static double TrustIn(double? dispersion, double? backward) =>
        dispersion is > 0 && backward is > 0
            ? Math.Clamp(Math.Log(backward.Value / dispersion.Value / LeastRatio) / Math.Log(MostRatio / LeastRatio), 0, 1)
            : 0;

    /// <summary>People by cell: the rows' people times their shares, fitted to the margins.</summary>
    static double[] Table(double[] shares, double[] rows, double[] columns)
    {
        var table = new double[shares.Length];
        for (var i = 0; i < table.Length; i++)
        {
            // A cell at zero could not take the people that its column needs.
            table[i] = rows[i / columns.Length] * Math.Max(shares[i], columns[i % columns.Length] > 0 ? 1e-12 : 0);
        }

        ProportionalFit.Fit(table, rows, columns);
        return table;
    }

    static double[] Turned(double[] table, int rows)
    {
        var columns = table.Length / rows;
        return [.. Enumerable.Range(0, table.Length).Select(i => table[(i % rows * columns) + (i / rows)])];
    }
}
