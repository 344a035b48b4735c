using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Urna.Infer.Associations;
using Urna.Infer.Estimates;
using Urna.Infer.Groups;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Numerics;
using Urna.Validate;

namespace Urna.Infer.Diagnostics;

/// <summary>A unit whose votes are far from what the estimate expects of its people.</summary>
/// <param name="Unit">The unit's key.</param>
/// <param name="Distance">Pearson's χ² over the dispersion.</param>
/// <param name="P">How likely a distance as large is by chance, in [0, 1].</param>
public sealed record OutlierUnit(string Unit, double Distance, double P);

/// <summary>A row whose shares of a column seem to change with how many of the row live in a unit.</summary>
/// <param name="Row">The row's name.</param>
/// <param name="Column">The column's name.</param>
/// <param name="T">The score over its standard deviation; positive: more where the row is larger.</param>
public sealed record ContextEffect(string Row, string Column, double T);

/// <summary>How well an estimate fits, and what can be told at all.</summary>
/// <param name="Dispersion">Pearson's χ² per degree of freedom over units: 1 as a multinomial; null with too few units.</param>
/// <param name="Identifiability">By row, in [0, 1]: 0 where its people live as mixtures of the others do, 1 where they live apart.</param>
/// <param name="Outliers">Units with p below 0.01 even after as many looks as units, the farthest first.</param>
/// <param name="Context">Contextual effects that stand out after as many looks as cells, the strongest first.</param>
public sealed record TransferDiagnostics(
    double? Dispersion, ImmutableArray<double> Identifiability, ImmutableArray<OutlierUnit> Outliers, ImmutableArray<ContextEffect> Context)
{
    /// <summary>Rows that units cannot tell apart: copies of each other, and those of a score below 0.02.</summary>
    public ImmutableArray<string> Indistinguishable { get; init; } = [];

    /// <summary>By row, the part, in [0, 1], of who is in it that the unit tells: 0 where every unit has the same part of it.</summary>
    public ImmutableArray<double> BetweenUnits { get; init; } = [];

    /// <summary>From this dispersion on, units are heterogeneous.</summary>
    public const double Heterogeneous = 2;

    /// <summary>Below this score, a row can hardly be told from the others.</summary>
    public const double HardlyTold = 0.02;

    const double Significance = 0.01;

    /// <summary>Diagnoses an estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    public static TransferDiagnostics Of(TransferEstimate estimate)
    {
        var problem = estimate.Problem;
        var dispersion = Associations.Dispersion.Of(problem, estimate.Shares.AsSpan());
        var identifiability = RowMoments.Identify(problem);
        return new TransferDiagnostics(dispersion, identifiability, Far(estimate, Math.Max(1, dispersion ?? 1)), Contexts(problem, estimate.Association is { } fitted ? fitted.Shares : estimate.Shares.AsSpan()))
        {
            BetweenUnits = [.. TableTraits.Between(problem)],
            Indistinguishable = [.. Hardly(problem, identifiability).Select(g => problem.RowNames[g])],
        };
    }

    /// <summary>Rows that units cannot tell apart, whatever is estimated: copies of each other, and those of a score below <see cref="HardlyTold"/>.</summary>
    /// <param name="problem">The counts.</param>
    internal static ImmutableArray<int> Hardly(TransferProblem problem) => [.. Hardly(problem, RowMoments.Identify(problem))];

    static IEnumerable<int> Hardly(TransferProblem problem, ImmutableArray<double> identifiability) =>
        Enumerable.Range(0, problem.RowNames.Length).Where(g => problem.InformedRows[g] > 0 && (identifiability[g] < HardlyTold || problem.IndistinctRows.Any(rows => rows.Contains(g))));

    /// <summary>The same, as findings.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="titles">Names for people of its rows and columns.</param>
    public IEnumerable<Finding> Findings(TransferProblem problem, TransferTitles titles)
    {
        foreach (var group in problem.IndistinctRows)
        {
            yield return Codes.Finding("V507", LocalizedText.Say(
                "v507.have-nearly-the-same-proportions-of", ("names", Names(group))));
        }

        if (Dispersion >= Heterogeneous)
        {
            yield return Codes.Finding("V509", LocalizedText.Say("v509.units-scatter", ("times", Dispersion)));
        }

        int[] hardly = [.. Enumerable.Range(0, problem.RowNames.Length).Where(g => problem.InformedRows[g] > 0 && Identifiability[g] < HardlyTold)];
        if (hardly.Length > 0)
        {
            yield return Codes.Finding("V510", LocalizedText.Say(
                "v510.these-rows-live-so-mixed-with", ("names", Names(hardly))));
        }

        foreach (var finding in Anomalies(problem, titles))
        {
            yield return finding;
        }

        LocalizedText Names(IEnumerable<int> rows) => LocalizedText.Join(", ", rows.Select(g => LocalizedText.Say("infer.quoted", ("name", titles.Rows[g]))));
    }

    IEnumerable<Finding> Anomalies(TransferProblem problem, TransferTitles titles)
    {
        if (!Outliers.IsEmpty)
        {
            var named = string.Join(", ", Outliers.Take(5).Select(o => o.Unit));
            yield return Codes.Finding("V511", LocalizedText.Say("v511.units-that-voted-unlike-what-the", ("outliers", Outliers.Length), ("named", named)));
        }

        if (!Context.IsEmpty)
        {
            var (row, column, t) = Context[0];
            var (from, to) = (titles.Rows[problem.RowNames.IndexOf(row)], titles.Columns[problem.ColumnNames.IndexOf(column)]);
            yield return Codes.Finding("V512", LocalizedText.Say(
                "v512.the-share-of-in-seems-to", ("from", from), ("to", to), ("t", t > 0), ("context", Context.Length)));
        }
    }

    static ImmutableArray<OutlierUnit> Far(TransferEstimate estimate, double dispersion)
    {
        var problem = estimate.Problem;
        var freedom = problem.InformedColumns.Count(v => v > 0) - 1;
        if (freedom < 1)
        {
            return [];
        }

        var expected = new double[problem.ColumnNames.Length];
        var far = new List<OutlierUnit>();
        for (var b = 0; b < problem.Units.Length; b++)
        {
            if (problem.IsInformed(b))
            {
                var distance = Associations.Dispersion.Distance(problem, b, estimate.Shares.AsSpan(), expected) / dispersion;
                var p = 1 - ChiSquared.CDF(freedom, distance);
                if (p * problem.Units.Length < Significance)
                {
                    far.Add(new OutlierUnit(problem.Units[b], distance, p));
                }
            }
        }

        return [.. far.OrderByDescending(o => o.Distance)];
    }

    /// <summary>Score tests of p_gc growing with the row's part of the unit: Σ_b r_bc h_bg over its spread, h the row's people times how much larger its part is.</summary>
    /// <remarks>The spread is no less than that of people who decide each for themselves, so that the rounding of a perfect fit is no effect.</remarks>
    internal static ImmutableArray<ContextEffect> Contexts(TransferProblem problem, ReadOnlySpan<double> shares)
    {
        var (rows, columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var (scores, squares, chance) = (new double[rows * columns], new double[rows * columns], new double[rows * columns]);
        var (expected, variance) = (new double[columns], new double[columns]);
        var all = Sums.Of(problem.InformedRows);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            if (problem.IsInformed(b))
            {
                var people = problem.RowsOf(b);
                var votes = problem.ColumnsOf(b);
                UnitLikelihood.Expect(people, shares, expected);
                Scatter(people, shares, expected, variance);
                var (size, cast) = (Sums.Of(people), Sums.Of(votes));
                for (var i = 0; i < scores.Length; i++)
                {
                    var (g, c) = (i / columns, i % columns);
                    var lever = people[g] * ((people[g] / size) - (problem.InformedRows[g] / all)) / size;
                    var score = ((votes[c] * size / cast) - expected[c]) * lever;
                    scores[i] += score;
                    squares[i] += score * score;
                    chance[i] += variance[c] * lever * lever;
                }
            }
        }

        var limit = StandardNormal.Quantile(1 - (Significance / (2 * scores.Length)));
        return
        [
            .. from i in Enumerable.Range(0, scores.Length)
               where squares[i] > 0
               let t = scores[i] / Math.Sqrt(Math.Max(squares[i], chance[i]))
               where Math.Abs(t) > limit
               orderby Math.Abs(t) descending
               select new ContextEffect(problem.RowNames[i / columns], problem.ColumnNames[i % columns], t),
        ];
    }

    /// <summary>Σ_g w_g p_gc (1 − p_gc): how a unit's votes would scatter.</summary>
    static void Scatter(ReadOnlySpan<double> people, ReadOnlySpan<double> shares, ReadOnlySpan<double> expected, Span<double> variance)
    {
        expected.CopyTo(variance);
        for (var i = 0; i < shares.Length; i++)
        {
            variance[i % variance.Length] -= people[i / variance.Length] * shares[i] * shares[i];
        }
    }
}
