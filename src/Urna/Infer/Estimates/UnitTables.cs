using Urna.Infer.Associations;
using Urna.Infer.FixedPoints;
using Urna.Numerics;

namespace Urna.Infer.Estimates;

/// <summary>The estimated table of each unit: its people by row and column.</summary>
/// <remarks>
/// Starts from w q of the method. Both margins of the unit then hold: by the least change in the sum of squares or, where that would take a cell below
/// zero, by proportional fitting (Deming and Stephan 1940). Where the margins differ, the rows hold and the columns are in proportion to the votes.
/// </remarks>
public sealed class UnitTables
{
    // So little of independence lets any margins be fitted, also where q is zero.
    const double Independence = 1e-9;

    readonly TransferEstimate estimate;
    readonly IShareMap? map;
    readonly double[] shares;

    /// <summary>Prepares the tables of an estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    public UnitTables(TransferEstimate estimate)
    {
        this.estimate = estimate;
        var method = TransferMethod.Named(estimate.Method)
            ?? throw new ArgumentException($"'{estimate.Method}' is not a method; methods are {string.Join(", ", TransferMethod.All.Select(m => m.Name))}.", nameof(estimate));
        if (estimate.Association is { } association)
        {
            shares = association.Seeds(estimate.Problem, AssociationCurve.Learnt);
        }
        else
        {
            map = method.Map(estimate.Problem);
            shares = [.. estimate.Shares];
        }
    }

    /// <summary>A unit's people by row and column, shape [rows × columns], row-major.</summary>
    /// <param name="unit">The unit's index.</param>
    public double[] Of(int unit)
    {
        var people = estimate.Problem.RowsOf(unit);
        var votes = estimate.Problem.ColumnsOf(unit).ToArray();
        var table = new double[shares.Length];
        if (map is null)
        {
            if (estimate.Drawn is { } drawn)
            {
                drawn.Fill(estimate.Problem, unit, shares, table);
            }
            else
            {
                FittedUnits.Fill(estimate.Problem, unit, shares, table);
            }

            return table;
        }

        map.Conditional(unit, shares, table);
        for (var i = 0; i < table.Length; i++)
        {
            table[i] *= people[i / votes.Length];
        }

        var (total, cast) = (people.ToArray().Sum(), votes.Sum());
        if (total > 0 && cast > 0)
        {
            var wanted = Array.ConvertAll(votes, v => v * total / cast);
            if (!TryLeastSquares(table, people, wanted))
            {
                Fit(table, people, wanted, total);
            }
        }

        return table;
    }

    /// <summary>Spreads what a column lacks over the rows that the unit has; false, and nothing done, if a cell fell below zero.</summary>
    static bool TryLeastSquares(double[] table, ReadOnlySpan<double> people, double[] wanted)
    {
        var columns = wanted.Length;
        var rows = people.Length - people.Count(0);
        var moved = (double[])table.Clone();
        for (var c = 0; c < columns; c++)
        {
            var lack = wanted[c] - ColumnSum(table, c, columns);
            for (var g = 0; g < people.Length; g++)
            {
                if (people[g] > 0)
                {
                    moved[(g * columns) + c] += lack / rows;
                }
            }
        }

        if (Array.TrueForAll(moved, cell => cell >= 0))
        {
            moved.CopyTo(table, 0);
            return true;
        }

        return false;
    }

    static void Fit(double[] table, ReadOnlySpan<double> people, double[] wanted, double total)
    {
        var columns = wanted.Length;
        for (var i = 0; i < table.Length; i++)
        {
            table[i] += Independence * people[i / columns] * wanted[i % columns] / total;
        }

        ProportionalFit.Fit(table, people, wanted);
    }

    static double ColumnSum(double[] table, int column, int columns)
    {
        var sum = 0.0;
        for (var i = column; i < table.Length; i += columns)
        {
            sum += table[i];
        }

        return sum;
    }
}
