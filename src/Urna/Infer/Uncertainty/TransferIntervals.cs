using System.Collections.Immutable;
using Urna.Infer.Associations;
using Urna.Infer.Diagnostics;
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
/// <param name="Trust">How far sampling is all there is, in [0, 1]: the rest is error of the model.</param>
/// <param name="Dispersion">How much more the units scatter than a multinomial; null if unknown.</param>
/// <remarks>
/// Sampling errors alone cover far too little on elections whose truth is known, since the model errs more. How far it errs was learnt there,
/// on every second election, and covers as promised on the others; where the rows explain the columns as the model says, sampling is all there is.
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
    const double ToleranceOfDirection = 1e-5;

    // Boxes drawn from the model scatter by about 1; from 1.5 on, sampling is not all, and from 3 on it hardly matters.
    const double LeastDispersion = 1.5;
    const double MostDispersion = 3;

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
        var (map, fixedPoint) = Sampled(estimate, options);
        var errors = options.Draws == 0 ? Sandwich.Of(problem, map, fixedPoint)
            : FromDraws(Bootstrap.Draw(problem, map, fixedPoint, options.Draws, options.Seed, options.Threads, options.Drawn, options.Cancel), fixedPoint, problem.ColumnNames.Length);
        var (trust, dispersion) = Direction(estimate, options);
        trust = OfIntervals(trust, dispersion, TransferDiagnostics.Contexts(problem, estimate.Shares.AsSpan()).Length > 0);
        var (lower, upper) = About(estimate, bounds, errors.StandardErrors, trust, dispersion ?? 1, options.Level);
        return new TransferIntervals(
            options.Level, [.. lower], [.. upper], [.. errors.StandardErrors], [.. errors.AtBoundary], [.. errors.Influence], [.. errors.MostInfluential], options.Draws, options.Seed, trust, dispersion);
    }

    /// <summary>What a reader must know of them.</summary>
    public IEnumerable<Finding> Findings =>
        Draws > 0 || !AtBoundary.Contains(true) || Trust == 0 ? [] : [Codes.Finding(
            "V508",
            $"{AtBoundary.Count(b => b)} shares are 0 or 1 in the fitted model, where standard errors say too little; give --draws.",
            $"{AtBoundary.Count(b => b)} proporciones son 0 o 1 en el modelo ajustado, donde los errores estándar dicen muy poco; indique --draws.")];

    /// <summary>How far sampling is all the error there is: not where shares are seen to vary with the place, or units to scatter.</summary>
    /// <param name="trust">How far the rows explain the columns as the model says.</param>
    /// <param name="dispersion">How much more the units scatter than a multinomial.</param>
    /// <param name="hasContext">Whether contextual effects stand out.</param>
    internal static double OfIntervals(double trust, double? dispersion, bool hasContext) =>
        hasContext ? 0 : trust * Math.Clamp((MostDispersion - (dispersion ?? MostDispersion)) / (MostDispersion - LeastDispersion), 0, 1);

    /// <summary>The map, and its fixed point, whose sampling error stands for the estimate's.</summary>
    static (IShareMap Map, double[] FixedPoint) Sampled(TransferEstimate estimate, IntervalOptions options)
    {
        var map = TransferMethod.Named(estimate.Method)!.Map(estimate.Problem, options.Threads, options.Cancel);
        return estimate.Association is { } association
            ? (new PseudoCountMap(estimate.Problem, map, association.Strength), association.Shares)
            : (map, [.. estimate.Shares]);
    }

    static SamplingErrors FromDraws(double[][] draws, double[] fixedPoint, int columns) =>
        new(Bootstrap.StandardErrors(draws), new FreeCells(fixedPoint, columns).AtBoundary, [], []);

    static (double Trust, double? Dispersion) Direction(TransferEstimate estimate, IntervalOptions options)
    {
        if (estimate.Association is { } association)
        {
            return (association.Trust, association.Dispersion);
        }

        var turned = estimate.Problem.Transposed();
        var method = estimate.Method == TransferMethod.Multinomial.Name ? TransferMethod.Multinomial : TransferMethod.NormalDensity;
        var backward = method.Estimate(turned, new TransferOptions(ToleranceOfDirection, 5_000) { Threads = options.Threads, Cancel = options.Cancel });
        var dispersion = Associations.Dispersion.Of(estimate.Problem, estimate.Shares.AsSpan());
        return (Association.TrustIn(dispersion, Associations.Dispersion.Of(turned, backward.Shares.AsSpan())), dispersion);
    }

    static (double[] Lower, double[] Upper) About(TransferEstimate estimate, TransferBounds bounds, double[] errors, double trust, double dispersion, double level)
    {
        var problem = estimate.Problem;
        var (rows, columns) = (problem.InformedRows, problem.InformedColumns);
        var people = Numerics.Sums.Of(rows);
        var units = Enumerable.Range(0, problem.Units.Length).Count(problem.IsInformed);
        var calibration = IntervalCalibration.Of(estimate.Method);
        var (lower, upper) = (new double[errors.Length], new double[errors.Length]);
        for (var i = 0; i < errors.Length; i++)
        {
            var (row, column) = (rows[i / columns.Length], columns[i % columns.Length]);
            if (row == 0 || problem.IsImpossible(i / columns.Length, i % columns.Length))
            {
                (lower[i], upper[i]) = (bounds.Lower[i], bounds.Upper[i]);
                continue;
            }

            var scale = new IntervalScale(estimate.Shares[i], row / people, column / people, units, people / units, dispersion, errors[i]);
            var about = calibration.About(scale, trust, level);
            lower[i] = Math.Clamp(about.Lower, bounds.Lower[i], bounds.Upper[i]);
            upper[i] = Math.Clamp(about.Upper, bounds.Lower[i], bounds.Upper[i]);
        }

        return (lower, upper);
    }
}
