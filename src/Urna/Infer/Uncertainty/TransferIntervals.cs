using Urna.Model;
using System.Collections.Immutable;
using Urna.Infer.Associations;
using Urna.Infer.Diagnostics;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Groups;
using Urna.Infer.Tables;
using Urna.Validate;

namespace Urna.Infer.Uncertainty;

/// <summary>How intervals are asked for.</summary>
/// <param name="Level">How often an interval shall hold the truth, in (0, 1).</param>
/// <param name="Draws">Bootstrap estimates for the part that is sampling; 0 for the sandwich, which takes no draws.</param>
/// <param name="Seed">The seed of the draws.</param>
public sealed record IntervalOptions(double Level = 0.9, int Draws = 0, long Seed = 1)
{
    /// <summary>Threads at most; 0 for as many as the machine has cores. Answers do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Ends the computation with <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>Told after each draw, from any thread.</summary>
    public Action? Drawn { get; init; }
}

/// <summary>An interval for every share, as wide as published truth has shown it must be.</summary>
/// <param name="Level">How often an interval holds the truth.</param>
/// <param name="Lower">By cell, shape [rows × columns].</param>
/// <param name="Upper">By cell.</param>
/// <param name="StandardErrors">By cell: the part that is due to which people happen to live where.</param>
/// <param name="AtBoundary">Cells whose share is 0 or 1 in the fitted model, where that part is not known without draws.</param>
/// <param name="Influence">By cell, the most that leaving out one unit (or cluster) would move the share; empty with draws.</param>
/// <param name="MostInfluential">By cell, the index of that unit, or of the first of the cluster; −1 if none.</param>
/// <param name="Draws">Bootstrap estimates; 0 for the sandwich.</param>
/// <param name="Seed">The seed of the draws.</param>
/// <param name="Trust">How far sampling is all there is, in [0, 1]; always 0, since on groups of people it proved wrong.</param>
/// <param name="Dispersion">How much more the units scatter than a multinomial; null if unknown.</param>
/// <remarks>
/// Sampling errors alone cover far too little on tables whose truth is known, since the model errs more. How far it errs was learnt there, for some
/// kinds of groups. Where nothing was, and for rows that units tell apart less than any on which it was, the ends are the bounds.
/// </remarks>
public sealed record TransferIntervals(
    double Level,
    ImmutableArray<double> Lower,
    ImmutableArray<double> Upper,
    ImmutableArray<double> StandardErrors,
    ImmutableArray<bool> AtBoundary,
    ImmutableArray<double> Influence,
    ImmutableArray<int> MostInfluential,
    int Draws,
    long Seed,
    double Trust,
    double? Dispersion)
{
    const int ManyUnits = 6_000;

    /// <summary>How often such intervals held the truth: of the groups, or else of the other rows; null where every row has its bounds alone.</summary>
    public IntervalCoverage? Coverage { get; init; }

    /// <summary>The same by row, shape [rows]; null for a row that has its bounds alone.</summary>
    public ImmutableArray<IntervalCoverage?> Coverages { get; init; } = [];

    /// <summary>How often intervals like a row's held the truth; null where it has its bounds alone.</summary>
    /// <param name="row">The row's index.</param>
    public IntervalCoverage? CoverageOf(int row) => Coverages.IsDefaultOrEmpty ? null : Coverages[row];

    /// <summary>Intervals for all cells at once, and differences that stand apart from zero; null where none were learnt.</summary>
    public JointIntervals? Joint { get; init; }

    /// <summary>Rows whose ends are the bounds, because nothing was measured that they could rest on, shape [rows].</summary>
    public ImmutableArray<bool> ByBounds { get; init; } = [];

    /// <summary>By cell, how far the share would move if it changes with the place as totals suggest; 0 where that does not stand out.</summary>
    public ImmutableArray<double> Bias { get; init; } = [];

    /// <summary>Intervals of an estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="bounds">What the units' margins alone allow: no interval goes beyond.</param>
    /// <param name="options">How they are asked for.</param>
    /// <exception cref="ArgumentException">The level is outside (0, 1), or draws are negative.</exception>
    public static TransferIntervals Of(TransferEstimate estimate, TransferBounds bounds, IntervalOptions options)
    {
        if (options is { Level: not (> 0 and < 1) } or { Draws: < 0 })
        {
            throw new ArgumentException($"A level of {options.Level} with {options.Draws} draws is not allowed; a level between 0 and 1, draws from 0.", nameof(options));
        }

        var problem = estimate.Problem;
        var (map, fixedPoint) = Sampled(estimate, options, estimate.Problem);
        var errors = options.Draws == 0 ? AtOnce(estimate, map, fixedPoint, options)
            : FromDraws(Bootstrap.Draw(problem, map, fixedPoint, options.Draws, options.Seed, options.Threads, options.Drawn, options.Cancel), fixedPoint, problem.ColumnNames.Length);
        var dispersion = estimate.Association is { } association ? association.Dispersion : Associations.Dispersion.Of(problem, estimate.Shares.AsSpan());
        var learnt = estimate.Drawn is { } drawn ? new GroupIntervals(problem, drawn, RowMoments.Identify(problem), GroupModel.Learnt) : null;
        ImmutableArray<bool> byBounds = [.. Enumerable.Range(0, problem.RowNames.Length).Zip(UnknownOfParties(estimate), (g, unknown) => problem.InformedRows[g] > 0 && (learnt?.IsUnknown(g) ?? unknown))];
        var measured = new IntervalOfCell(estimate, bounds, byBounds, [.. AggregationBias.Of(problem)]);
        var (lower, upper) = learnt is null ? measured.About(errors.StandardErrors, dispersion ?? 1, options.Level) : measured.About(i => learnt.Half(i, options.Level), options.Level);
        var parties = MeasuredCoverage.OfParties(estimate.Method).At(options.Level);
        ImmutableArray<IntervalCoverage?> coverages = [.. byBounds.Select((bounded, g) => bounded || problem.InformedRows[g] == 0 ? null : learnt is null ? parties : learnt.CoverageOf(g, options.Level))];
        return new TransferIntervals(
            options.Level, [.. lower], [.. upper], [.. errors.StandardErrors], [.. errors.AtBoundary], [.. errors.Influence], [.. errors.MostInfluential], options.Draws, options.Seed, 0, dispersion)
        {
            ByBounds = byBounds,
            Bias = measured.Bias,
            Coverages = coverages,
            Coverage = coverages.Where((c, g) => c is not null && problem.Kinds.IsGroup(problem.RowNames[g])).FirstOrDefault() ?? coverages.FirstOrDefault(c => c is not null),
            Joint = JointIntervals.Of(measured, learnt, options.Level),
        };
    }

    /// <summary>What a reader must know of them.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            if (Draws == 0 && AtBoundary.Contains(true) && Coverage is not null)
            {
                yield return Codes.Finding("V508", LocalizedText.Say("v508.shares-are-0-or-1-in", ("atBoundary", AtBoundary.Count(b => b))));
            }

            var moved = Coverage is null ? [] : Bias.Where((bias, i) => bias > 0 && !ByBounds[i * ByBounds.Length / Bias.Length]).ToArray();
            if (moved.Length > 0)
            {
                yield return Codes.Finding("V526", LocalizedText.Say(
                    "v526.shares-change-with-the-place", ("cells", moved.Length), ("points", 100 * moved.Max())));
            }
        }
    }

    /// <summary>By row, whether the intervals of parties by candidate are not for it.</summary>
    static IEnumerable<bool> UnknownOfParties(TransferEstimate estimate)
    {
        var kinds = KindRange.Credible(estimate.Problem);
        var least = MeasuredCoverage.OfParties(estimate.Method).LeastIdentifiability;
        return GroupModel.IsOfParties(kinds.Rows, kinds.Columns)
            ? RowMoments.Identify(estimate.Problem).Select((score, g) => score < least || !kinds.IsGroup(estimate.Problem.RowNames[g]) || !KindRange.IsMeasured(estimate.Problem, g))
            : estimate.Problem.RowNames.Select(_ => true);
    }

    /// <summary>The sandwich; of very many units every n-th serves, where no interval rests on it, and errors are those of as many as there are.</summary>
    static SamplingErrors AtOnce(TransferEstimate estimate, IShareMap map, double[] fixedPoint, IntervalOptions options)
    {
        var problem = estimate.Problem;
        var every = ((problem.Units.Length - 1) / ManyUnits) + 1;
        if (estimate.Drawn is null || every == 1 || !problem.Clusters.IsEmpty)
        {
            return Sandwich.Of(problem, map, fixedPoint);
        }

        int[] chosen = [.. Enumerable.Range(0, problem.Units.Length).Where(b => b % every == 0)];
        var some = Sandwich.Of(problem.Over(chosen), Sampled(estimate, options, problem.Over(chosen)).Map, fixedPoint);
        var fewer = Math.Sqrt(chosen.Length / (double)problem.Units.Length);
        return some with
        {
            StandardErrors = Array.ConvertAll(some.StandardErrors, e => e * fewer),
            Influence = Array.ConvertAll(some.Influence, i => i * fewer * fewer),
            MostInfluential = Array.ConvertAll(some.MostInfluential, i => i < 0 ? i : chosen[i]),
        };
    }

    /// <summary>The map, and its fixed point, whose sampling error stands for the estimate's.</summary>
    static (IShareMap Map, double[] FixedPoint) Sampled(TransferEstimate estimate, IntervalOptions options, TransferProblem problem)
    {
        var map = TransferMethod.Named(estimate.Method)!.Map(problem, options.Threads, options.Cancel);
        return estimate.Association is { } association
            ? (new PseudoCountMap(problem, map, association.Strength * problem.Units.Length / estimate.Problem.Units.Length), association.Shares)
            : (map, [.. estimate.Shares]);
    }

    static SamplingErrors FromDraws(double[][] draws, double[] fixedPoint, int columns) =>
        new(Bootstrap.StandardErrors(draws), new FreeCells(fixedPoint, columns).AtBoundary, [], []);
}
