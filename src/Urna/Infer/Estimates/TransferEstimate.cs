using Urna.Model;
using System.Collections.Immutable;
using Urna.Infer.Associations;
using Urna.Infer.FixedPoints;
using Urna.Infer.Groups;
using Urna.Infer.Tables;
using Urna.Validate;

namespace Urna.Infer.Estimates;

/// <summary>Estimated flows from rows to columns.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Problem">The problem it answers.</param>
/// <param name="Shares">P(column | row), shape [rows × columns], row-major; a row without people is all zero.</param>
/// <param name="Counts">Estimated people, same shape: the row's people × the share.</param>
/// <param name="LogLikelihood">Σ over units of the log of the multinomial likelihood of its votes under its expected shares; of the exact method, its own.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Evaluations">Applications of the map.</param>
/// <param name="Residual">The most that a share would still move.</param>
/// <param name="Converged">Whether the residual is within the tolerance.</param>
public sealed record TransferEstimate(
    string Method,
    TransferProblem Problem,
    ImmutableArray<double> Shares,
    ImmutableArray<double> Counts,
    double LogLikelihood,
    int Iterations,
    int Evaluations,
    double Residual,
    bool Converged)
{
    /// <summary>What the association was made of; null for other methods.</summary>
    internal Association? Association { get; init; }

    /// <summary>How far the shares were drawn towards everyone alike; null where they were not.</summary>
    internal DrawnShares? Drawn { get; init; }

    /// <summary>The part, in [0, 1], of what places show that is believed; the rest is as if everyone of a place chose alike. Null where it is all.</summary>
    public double? Believed => Drawn?.Pull;

    /// <summary>An estimate from shares.</summary>
    internal static TransferEstimate Of(string method, TransferProblem problem, double[] shares, double logLikelihood, FixedPointResult found)
    {
        var (rows, columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var people = new double[rows];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            for (var g = 0; g < rows; g++)
            {
                people[g] += problem.RowsOf(b)[g];
            }
        }

        return new TransferEstimate(
            method, problem, [.. shares], [.. shares.Select((share, i) => share * people[i / columns])], logLikelihood, found.Iterations, found.Evaluations, found.Residual, found.Converged);
    }

    /// <summary>What a reader must know of how it was reached.</summary>
    public IEnumerable<Finding> Findings =>
        Converged ? [] : [Codes.Finding("V505", LocalizedText.Say(
            "v505.after-evaluations-a-share-would-still", ("evaluations", Evaluations), ("residual", $"{Residual:E1}")))];
}
