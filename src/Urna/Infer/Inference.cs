using System.Collections.Immutable;
using Urna.Infer.Associations;
using Urna.Infer.Diagnostics;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Groups;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Validate;

namespace Urna.Infer;

/// <summary>An estimate with all that tells how far to believe it.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Bounds">What the units' margins alone allow.</param>
/// <param name="Intervals">An interval for each share; null where none was asked for.</param>
/// <param name="Diagnostics">How well it fits, and what can be told at all.</param>
public sealed record Inference(TransferEstimate Estimate, TransferBounds Bounds, TransferIntervals? Intervals, TransferDiagnostics Diagnostics)
{
    /// <summary>Rows that units tell from the others only together; estimated when first asked for.</summary>
    public ImmutableArray<PooledRow> Pooled
    {
        get
        {
            if (field.IsDefault)
            {
                field = PooledRow.Of(this);
            }

            return field;
        }

        private init;
    }

    /// <summary>What a reader must know of it.</summary>
    /// <param name="titles">Names for people of its rows and columns.</param>
    public IEnumerable<Finding> Findings(TransferTitles titles) => [.. Estimate.Findings, .. Intervals?.Findings ?? [], .. KindRange.Findings(Estimate.Problem), .. Untried, .. Diagnostics.Findings(Estimate.Problem, titles)];

    /// <summary>Whether it tells of flows between two votes, of which no truth with abstention is published anywhere.</summary>
    public bool IsOfFlows => Estimate.Problem is var problem && problem.Kinds.Columns == GroupKind.Vote
        && problem.RowNames.Where((row, g) => problem.InformedRows[g] > 0).Any(row => problem.Kinds.Of(row) == GroupKind.Vote);

    IEnumerable<Finding> Untried => !IsOfFlows ? [] : [Codes.Finding("V534", LocalizedText.Say("v534.nobody-anywhere-has-published-the-truth"))];

    /// <summary>Estimates, bounds and diagnoses.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="method">The method.</param>
    /// <param name="options">Where to start and how far to go.</param>
    /// <param name="intervals">How intervals are asked for; null for none.</param>
    /// <exception cref="ArgumentException">The method refuses the problem, or an option is not allowed.</exception>
    public static Inference Of(TransferProblem problem, TransferMethod method, TransferOptions options, IntervalOptions? intervals) =>
        problem.InformedUnits == 0
            ? throw new ArgumentException($"None of {problem.Units.Length} units has both people and votes. Expected: at least one.", nameof(problem))
            : With(method.Estimate(problem, options), intervals);

    /// <summary>Bounds and diagnoses an estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="intervals">How intervals are asked for; null for none.</param>
    public static Inference With(TransferEstimate estimate, IntervalOptions? intervals)
    {
        var bounds = TransferBounds.Of(estimate.Problem);
        return new Inference(estimate, bounds, intervals is null ? null : TransferIntervals.Of(estimate, bounds, intervals), TransferDiagnostics.Of(estimate));
    }

    /// <summary>Inferences of the parts of a problem as one of the whole.</summary>
    /// <param name="whole">The whole problem.</param>
    /// <param name="parts">One of each part, at least one, by one method.</param>
    /// <remarks>The model errs much the same way everywhere, so the parts' errors are added, not averaged out.</remarks>
    public static Inference Sum(TransferProblem whole, IReadOnlyList<Inference> parts)
    {
        var estimate = TransferSplit.Sum(whole, [.. parts.Select(p => p.Estimate)]);
        var intervals = parts.All(p => p.Intervals is not null) ? SumOf([.. parts.Select(p => (p.Estimate, p.Intervals!))]) : null;
        return new Inference(estimate, TransferBounds.Of(whole), intervals, TransferDiagnostics.Of(estimate)) { Pooled = [] };
    }

    static TransferIntervals SumOf(ImmutableArray<(TransferEstimate Estimate, TransferIntervals Intervals)> parts)
    {
        var columns = parts[0].Estimate.Problem.ColumnNames.Length;
        var first = parts[0].Intervals;
        var people = parts.Select(p => p.Estimate.Counts.Chunk(columns).Select(row => row.Sum()).ToArray()).ToArray();
        return first with
        {
            Lower = Weighted(i => i.Lower),
            Upper = Weighted(i => i.Upper),
            StandardErrors = Weighted(i => i.StandardErrors),
            AtBoundary = [.. first.AtBoundary.Select((_, i) => parts.Any(p => p.Intervals.AtBoundary[i]))],
            Influence = [],
            MostInfluential = [],
            Bias = [.. first.Bias.Select((_, i) => parts.Max(p => p.Intervals.Bias[i]))],
            ByBounds = [.. first.ByBounds.Select((_, g) => parts.Any(p => p.Intervals.ByBounds[g]))],
            Coverage = parts.Select(p => p.Intervals.Coverage).FirstOrDefault(c => c is not null),
            Coverages = [.. first.ByBounds.Select((_, g) => parts.Any(p => p.Intervals.ByBounds[g]) ? null : parts.Select(p => p.Intervals.CoverageOf(g)).FirstOrDefault(c => c is not null))],
            Dispersion = null,
        };

        ImmutableArray<double> Weighted(Func<TransferIntervals, ImmutableArray<double>> values) =>
        [
            .. Enumerable.Range(0, first.Lower.Length).Select(i =>
            {
                var all = people.Sum(p => p[i / columns]);
                return all == 0 ? values(first)[i] : parts.Select((p, k) => values(p.Intervals)[i] * people[k][i / columns]).Sum() / all;
            }),
        ];
    }
}
