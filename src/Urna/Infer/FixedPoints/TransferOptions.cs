using System.Collections.Immutable;

namespace Urna.Infer.FixedPoints;

/// <summary>How far a method may go.</summary>
/// <param name="Tolerance">It has converged when no share would move by more, in (0, 1).</param>
/// <param name="MaxEvaluations">Applications of the map at most, ≥ 1.</param>
/// <param name="Accelerate">Whether steps are extrapolated (SQUAREM).</param>
public sealed record TransferOptions(double Tolerance = 1e-10, int MaxEvaluations = 100_000, bool Accelerate = true)
{
    /// <summary>The shares to start from, shape [rows × columns]; empty for the standard start.</summary>
    public ImmutableArray<double> Start { get; init; } = [];

    /// <summary>Threads at most; 0 for as many as the machine has cores. Answers do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Ends the estimate with <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancel { get; init; }
}
