using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Urna.Infer;
using Urna.Validate;

namespace Urna.Report.Json;

/// <summary>Estimated flows, in the shape of <c>urna infer --format json</c>.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Rows">Names of the rows.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Units">Units that entered.</param>
/// <param name="Shares">P(column | row), row by row.</param>
/// <param name="Counts">Estimated people, row by row.</param>
/// <param name="BoundLower">The least share that the units' margins allow.</param>
/// <param name="BoundUpper">The greatest share that they allow.</param>
/// <param name="LogLikelihood">The log-likelihood.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Evaluations">Applications of the map.</param>
/// <param name="Residual">The most that a share would still move.</param>
/// <param name="Converged">Whether that is within the tolerance.</param>
/// <param name="Seconds">The method's time, without reading.</param>
/// <param name="Findings">What a reader must know.</param>
public sealed record TransferJson(
    string Method,
    ImmutableArray<string> Rows,
    ImmutableArray<string> Columns,
    int Units,
    IEnumerable<double[]> Shares,
    IEnumerable<double[]> Counts,
    IEnumerable<double[]> BoundLower,
    IEnumerable<double[]> BoundUpper,
    double LogLikelihood,
    int Iterations,
    int Evaluations,
    double Residual,
    bool Converged,
    double Seconds,
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

    /// <summary>The answer of an estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="bounds">Its bounds.</param>
    /// <param name="seconds">The method's time.</param>
    /// <param name="findings">What a reader must know.</param>
    public static TransferJson Of(TransferEstimate estimate, TransferBounds bounds, double seconds, IEnumerable<Finding> findings) => new(
        estimate.Method,
        estimate.Problem.RowNames,
        estimate.Problem.ColumnNames,
        estimate.Problem.Units.Length,
        Rowwise(estimate.Shares, estimate.Problem),
        Rowwise(estimate.Counts, estimate.Problem),
        Rowwise(bounds.Lower, estimate.Problem),
        Rowwise(bounds.Upper, estimate.Problem),
        estimate.LogLikelihood,
        estimate.Iterations,
        estimate.Evaluations,
        estimate.Residual,
        estimate.Converged,
        seconds,
        findings.Select(FindingJson.Of));

    static IEnumerable<double[]> Rowwise(ImmutableArray<double> cells, TransferProblem problem) => cells.Chunk(problem.ColumnNames.Length);
}
