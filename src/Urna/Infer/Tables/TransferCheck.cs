using Urna.Model;
using System.Collections.Immutable;
using Urna.Validate;

namespace Urna.Infer.Tables;

/// <summary>What a reader must know of the two tables before trusting an estimate.</summary>
/// <param name="UnequalUnits">Units whose rows and columns do not sum to the same.</param>
/// <param name="Difference">The sum of those differences, in people, each taken as positive.</param>
/// <param name="UnitsLeftOut">Units without people or without votes, which tell nothing.</param>
/// <param name="EmptyRows">Rows without people in any unit.</param>
/// <param name="EmptyColumns">Columns without votes in any unit.</param>
public sealed record TransferCheck(int UnequalUnits, double Difference, int UnitsLeftOut, ImmutableArray<string> EmptyRows, ImmutableArray<string> EmptyColumns)
{
    /// <summary>The same, as findings.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            if (UnequalUnits > 0)
            {
                yield return Codes.Finding("V502", LocalizedText.Say(
                    "v502.in-units-rows-and-columns-differ", ("unequalUnits", UnequalUnits), ("difference", $"{Difference:F0}")));
            }

            if (UnitsLeftOut > 0)
            {
                yield return Codes.Finding("V504", LocalizedText.Say("v504.units-have-no-people-or-no", ("unitsLeftOut", UnitsLeftOut)));
            }

            foreach (var name in EmptyRows.Concat(EmptyColumns))
            {
                yield return Codes.Finding("V503", LocalizedText.Say("v503.has-no-people-in-any-unit", ("name", name)));
            }
        }
    }

    /// <summary>Looks through a problem.</summary>
    /// <param name="problem">The problem.</param>
    internal static TransferCheck Of(TransferProblem problem)
    {
        var rowSums = new double[problem.RowNames.Length];
        var columnSums = new double[problem.ColumnNames.Length];
        var (unequal, difference, leftOut) = (0, 0.0, 0);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var people = AddTo(rowSums, problem.RowsOf(b));
            var votes = AddTo(columnSums, problem.ColumnsOf(b));
            unequal += people == votes ? 0 : 1;
            difference += Math.Abs(people - votes);
            leftOut += people == 0 || votes == 0 ? 1 : 0;
        }

        return new TransferCheck(unequal, difference, leftOut, Empty(problem.RowNames, rowSums), Empty(problem.ColumnNames, columnSums));
    }

    static double AddTo(double[] sums, ReadOnlySpan<double> counts)
    {
        var total = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            sums[i] += counts[i];
            total += counts[i];
        }

        return total;
    }

    static ImmutableArray<string> Empty(ImmutableArray<string> names, double[] sums) => [.. names.Where((_, i) => sums[i] == 0)];
}
