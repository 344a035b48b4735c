using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Validate;

namespace Urna.Contract;

/// <summary>Estimated flows, in the shape of <c>urna infer --format json</c>.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Rows">Names of the rows.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Units">Units that entered.</param>
/// <param name="Shares">P(column | row), row by row.</param>
/// <param name="Counts">Estimated people, row by row.</param>
/// <param name="Lower">The lower ends of the shares' intervals; null where none were asked for.</param>
/// <param name="Upper">The upper ends.</param>
/// <param name="Level">How often an interval holds the truth.</param>
/// <param name="BoundLower">The least share that the units' margins allow.</param>
/// <param name="BoundUpper">The greatest share that they allow.</param>
/// <param name="LogLikelihood">The log-likelihood.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Evaluations">Applications of the map.</param>
/// <param name="Residual">The most that a share would still move.</param>
/// <param name="Converged">Whether that is within the tolerance.</param>
/// <param name="Seconds">The method's time, without reading.</param>
/// <param name="Seed">The seed of draws; null without intervals.</param>
/// <param name="Draws">Bootstrap estimates; null without intervals.</param>
/// <param name="StandardErrors">The part of the error that is sampling; null without intervals.</param>
/// <param name="Trust">How far sampling is all the error there is, in [0, 1]; null without intervals.</param>
/// <param name="Groups">What the rows are.</param>
/// <param name="Coverage">How often such intervals held the truth; null where lower and upper are the bounds.</param>
/// <param name="Indistinguishable">Rows that the units cannot tell apart.</param>
/// <param name="Diagnostics">How well the estimate fits.</param>
/// <param name="Findings">What a reader must know.</param>
public sealed record TransferJson(
    string Method,
    IEnumerable<string> Rows,
    IEnumerable<string> Columns,
    int Units,
    IEnumerable<double[]> Shares,
    IEnumerable<double[]> Counts,
    IEnumerable<double[]>? Lower,
    IEnumerable<double[]>? Upper,
    double? Level,
    IEnumerable<double[]> BoundLower,
    IEnumerable<double[]> BoundUpper,
    double LogLikelihood,
    int Iterations,
    int Evaluations,
    double Residual,
    bool Converged,
    double Seconds,
    long? Seed,
    int? Draws,
    IEnumerable<double[]>? StandardErrors,
    double? Trust,
    string Groups,
    CoverageJson? Coverage,
    IEnumerable<string> Indistinguishable,
    DiagnosticsJson Diagnostics,
    IEnumerable<FindingJson> Findings)
{
    /// <summary>The place, where an answer tells several; null where it is not of one.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Place { get; init; }

    /// <summary>The places whose estimates it sums; null where it is an estimate itself.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? SumOf { get; init; }

    /// <summary>The part of what places show that is believed, in [0, 1]; null where it is all, or the method knows no such thing.</summary>
    public double? Believed { get; init; }

    /// <summary>What can be said of several shares together; null where nothing was learnt of such groups.</summary>
    public JointJson? Joint { get; init; }

    /// <summary>By row, how often intervals like its own held the truth; null for a row that has its bounds alone. Null without intervals.</summary>
    public IEnumerable<CoverageJson?>? CoverageOfRows { get; init; }

    /// <summary>How far each share would move if it changes with the place as totals suggest; 0 where that does not stand out. Null without intervals.</summary>
    public IEnumerable<double[]>? Bias { get; init; }

    /// <summary>Rows that only together can be told from the others, as one each.</summary>
    public IEnumerable<PooledJson> Pooled { get; init; } = [];

    /// <summary>Where random starts led; null where none were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StartsJson? Starts { get; init; }

    /// <summary>The answer of an inference.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="seconds">The method's time.</param>
    /// <param name="findings">What a reader must know.</param>
    public static TransferJson Of(Inference inference, double seconds, IEnumerable<Finding> findings)
    {
        var (estimate, bounds, intervals, _) = inference;
        var problem = estimate.Problem;
        return new TransferJson(
            estimate.Method,
            problem.RowNames,
            problem.ColumnNames,
            problem.InformedUnits,
            Rowwise(estimate.Shares, problem),
            Rowwise(estimate.Counts, problem),
            intervals is null ? null : Rowwise(intervals.Lower, problem),
            intervals is null ? null : Rowwise(intervals.Upper, problem),
            intervals?.Level,
            Rowwise(bounds.Lower, problem),
            Rowwise(bounds.Upper, problem),
            estimate.LogLikelihood,
            estimate.Iterations,
            estimate.Evaluations,
            estimate.Residual,
            estimate.Converged,
            seconds,
            intervals?.Seed,
            intervals?.Draws,
            intervals is null ? null : Rowwise(intervals.StandardErrors, problem),
            intervals?.Trust,
            Spelling.Kebab(problem.Kinds.Rows),
            intervals?.Coverage is { } coverage ? CoverageJson.Of(coverage) : null,
            inference.Diagnostics.Indistinguishable,
            DiagnosticsJson.Of(inference.Diagnostics),
            findings.Select(FindingJson.Of))
        {
            Believed = estimate.Believed,
            CoverageOfRows = intervals?.Coverages.Select(c => c is null ? null : CoverageJson.Of(c)),
            Bias = intervals is null ? null : Rowwise(intervals.Bias, problem),
            Pooled = [.. inference.Pooled.Select(p => PooledJson.Of(p, problem))],
            Joint = intervals?.Joint is { } joint
                ? new JointJson(Rowwise(joint.Lower, problem), Rowwise(joint.Upper, problem), CoverageJson.Of(joint.Coverage), joint.Differences.Select(RowDifferenceJson.Of), CoverageJson.Of(joint.CoverageOfDifferences))
                : null,
        };
    }

    static IEnumerable<double[]> Rowwise(ImmutableArray<double> cells, TransferProblem problem) => cells.Chunk(problem.ColumnNames.Length);
}

/// <summary>How often intervals of a kind of groups held truth that is published.</summary>
/// <param name="Nominal">How often they shall.</param>
/// <param name="Measured">How often they did.</param>
/// <param name="On">On what that was measured.</param>
public sealed record CoverageJson(double Nominal, double Measured, string On)
{
    /// <summary>The answer of what was measured.</summary>
    /// <param name="coverage">What was measured.</param>
    public static CoverageJson Of(IntervalCoverage coverage) => new(coverage.Nominal, coverage.Measured, coverage.On.English);
}

/// <summary>Rows that only together can be told from the others.</summary>
/// <param name="Rows">Their names.</param>
/// <param name="Identifiability">How far they are told apart together, in [0, 1].</param>
/// <param name="Shares">The part of all of them that chose each column.</param>
/// <param name="Lower">The lower ends of the shares' intervals; the bounds where nothing was measured; null where none were asked for.</param>
/// <param name="Upper">The upper ends.</param>
/// <param name="BoundLower">The least share that the units' margins allow.</param>
/// <param name="BoundUpper">The greatest share that they allow.</param>
/// <param name="Coverage">How often such intervals held the truth; null where lower and upper are the bounds.</param>
public sealed record PooledJson(
    ImmutableArray<string> Rows,
    double Identifiability,
    ImmutableArray<double> Shares,
    ImmutableArray<double>? Lower,
    ImmutableArray<double>? Upper,
    ImmutableArray<double> BoundLower,
    ImmutableArray<double> BoundUpper,
    CoverageJson? Coverage)
{
    /// <summary>The answer of rows together.</summary>
    /// <param name="pooled">The rows.</param>
    /// <param name="problem">The problem in which they are rows.</param>
    public static PooledJson Of(PooledRow pooled, TransferProblem problem) => new(
        [.. pooled.Rows.Select(r => problem.RowNames[r])],
        pooled.Identifiability,
        pooled.Shares,
        pooled.Lower.IsEmpty ? null : pooled.Lower,
        pooled.Upper.IsEmpty ? null : pooled.Upper,
        pooled.Bounds.Lower,
        pooled.Bounds.Upper,
        pooled.Coverage is { } coverage ? CoverageJson.Of(coverage) : null);
}

/// <summary>What can be said of several shares together.</summary>
/// <param name="Lower">Lower ends that hold all shares of the table at once, row by row.</param>
/// <param name="Upper">Upper ends.</param>
/// <param name="Coverage">How often they did.</param>
/// <param name="Differences">Differences between two rows that stand apart from zero.</param>
/// <param name="DifferencesCoverage">How often intervals of differences held the truth.</param>
public sealed record JointJson(IEnumerable<double[]> Lower, IEnumerable<double[]> Upper, CoverageJson Coverage, IEnumerable<RowDifferenceJson> Differences, CoverageJson DifferencesCoverage);

/// <summary>Where random starts led.</summary>
/// <param name="Tried">Random starts.</param>
/// <param name="Agree">Whether every start led to the same fixed point.</param>
/// <param name="Unconverged">Starts that reached nothing.</param>
/// <param name="Points">The fixed points, the one of the standard start first.</param>
public sealed record StartsJson(int Tried, bool Agree, int Unconverged, IEnumerable<ReachedPointJson> Points)
{
    /// <summary>The answer of a study of starts.</summary>
    /// <param name="study">The study.</param>
    public static StartsJson Of(StartStudy study) => new(study.Starts, study.Agree, study.Unconverged, study.Points.Select(ReachedPointJson.Of));
}
