using System.Collections.Immutable;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Roll;

/// <summary>Turns two tables into tables whose margins agree in each unit; nobody is dropped.</summary>
/// <remarks>Nobody both enters and leaves: that cell is impossible. Units, rows and columns that were given stay as they are.</remarks>
public static class RollBalance
{
    /// <summary>Applies a scenario.</summary>
    /// <param name="problem">The tables as given; they are not changed.</param>
    /// <param name="scenario">How they are made to agree.</param>
    /// <exception cref="ArgumentException"><see cref="FaultIn"/> finds that the scenario does not fit.</exception>
    public static RollAccount Apply(TransferProblem problem, RollScenario scenario)
    {
        if (FaultIn(problem, scenario) is { } fault)
        {
            throw new ArgumentException(fault, nameof(scenario));
        }

        scenario = scenario.Of(problem.RowNames, problem.ColumnNames);
        return scenario.Kind switch
        {
            RollKind.None => new RollAccount(scenario, problem, 0, 0, 0, 0, []),
            RollKind.Known => Given(problem, scenario),
            _ => Added(problem, scenario),
        };
    }

    /// <summary>Why a scenario does not fit the tables, as a sentence; null if it does.</summary>
    /// <param name="problem">The tables.</param>
    /// <param name="scenario">The scenario.</param>
    public static string? FaultIn(TransferProblem problem, RollScenario scenario)
    {
        scenario = scenario.Of(problem.RowNames, problem.ColumnNames);
        var (row, column) = (problem.RowNames.Contains(scenario.Entry), problem.ColumnNames.Contains(scenario.Exit));
        return scenario.Kind switch
        {
            RollKind.Known when !row => $"There is no row '{scenario.Entry}'; the rows are {string.Join(", ", problem.RowNames)}.",
            RollKind.Known when !column => $"There is no column '{scenario.Exit}'; the columns are {string.Join(", ", problem.ColumnNames)}.",
            RollKind.Known when problem.RowNames.Length == 1 || problem.ColumnNames.Length == 1 => $"Beside '{scenario.Entry}' and '{scenario.Exit}' there must be another row and another column.",
            RollKind.Net or RollKind.Gross when row => $"There is already a row '{scenario.Entry}'; the tables hold who entered: known:{scenario.Entry},COLUMN.",
            RollKind.Net or RollKind.Gross when column => $"There is already a column '{scenario.Exit}'; the tables hold who left: known:ROW,{scenario.Exit}.",
            _ => null,
        };
    }

    static RollAccount Given(TransferProblem problem, RollScenario scenario)
    {
        var (row, column) = (problem.RowNames.IndexOf(scenario.Entry), problem.ColumnNames.IndexOf(scenario.Exit));
        var units = Enumerable.Range(0, problem.Units.Length).ToList();
        var entered = units.ConvertAll(b => problem.RowsOf(b)[row]);
        var left = units.ConvertAll(b => problem.ColumnsOf(b)[column]);
        var unbalanced = units.Where(b => Sums.Of(problem.RowsOf(b)) != Sums.Of(problem.ColumnsOf(b))).Select(b => problem.Units[b]);
        return Account(scenario, Barred(problem, row, column), entered, left, [.. unbalanced]);
    }

    static RollAccount Added(TransferProblem problem, RollScenario scenario)
    {
        var (entered, left) = (new double[problem.Units.Length], new double[problem.Units.Length]);
        for (var b = 0; b < entered.Length; b++)
        {
            var people = Sums.Of(problem.RowsOf(b));
            var votes = Sums.Of(problem.ColumnsOf(b));

            // At least as many left as the unit shrank; whoever is then missing has entered.
            left[b] = Math.Max(Math.Round(scenario.Rate * people), Math.Max(0, people - votes));
            entered[b] = votes + left[b] - people;
        }

        var (hasEntries, hasExits) = (entered.Any(p => p > 0), left.Any(p => p > 0));
        if (!hasEntries && !hasExits)
        {
            return Account(scenario, problem, entered, left, []);
        }

        var wider = TransferProblem.OfChecked(
            hasEntries ? problem.RowNames.Add(scenario.Entry) : problem.RowNames,
            hasExits ? problem.ColumnNames.Add(scenario.Exit) : problem.ColumnNames,
            problem.Units,
            Widened(problem.Units.Length, problem.RowNames.Length, problem.RowsOf, hasEntries ? entered : null),
            Widened(problem.Units.Length, problem.ColumnNames.Length, problem.ColumnsOf, hasExits ? left : null),
            WiderMask(problem, hasEntries, hasExits),
            problem.Clusters,
            problem.Kinds);
        return Account(scenario, hasEntries && hasExits ? Barred(wider, problem.RowNames.Length, problem.ColumnNames.Length) : wider, entered, left, []);
    }

    static RollAccount Account(RollScenario scenario, TransferProblem problem, IReadOnlyCollection<double> entered, IReadOnlyCollection<double> left, ImmutableArray<string> unbalanced) =>
        new(scenario, problem, entered.Sum(), entered.Count(p => p > 0), left.Sum(), left.Count(p => p > 0), unbalanced);

    delegate ReadOnlySpan<double> CountsOf(int unit);

    /// <summary>A table with one more name, or a copy.</summary>
    static double[] Widened(int units, int names, CountsOf counts, double[]? more)
    {
        var width = names + (more is null ? 0 : 1);
        var wider = new double[units * width];
        for (var b = 0; b < units; b++)
        {
            counts(b).CopyTo(wider.AsSpan(b * width));
            if (more is not null)
            {
                wider[(b * width) + names] = more[b];
            }
        }

        return wider;
    }

    static ImmutableArray<bool> WiderMask(TransferProblem problem, bool hasEntries, bool hasExits)
    {
        if (problem.Impossible.IsEmpty)
        {
            return [];
        }

        var (rows, columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var width = columns + (hasExits ? 1 : 0);
        var mask = new bool[(rows + (hasEntries ? 1 : 0)) * width];
        for (var i = 0; i < rows * columns; i++)
        {
            mask[(i / columns * width) + (i % columns)] = problem.Impossible[i];
        }

        return [.. mask];
    }

    /// <summary>The same problem with one cell more that is impossible.</summary>
    static TransferProblem Barred(TransferProblem problem, int row, int column)
    {
        var mask = new bool[problem.RowNames.Length * problem.ColumnNames.Length];
        problem.Impossible.CopyTo(mask);
        mask[(row * problem.ColumnNames.Length) + column] = true;
        return problem.With(problem.Clusters, [.. mask]);
    }
}
