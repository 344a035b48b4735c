using System.Runtime.Intrinsics;

namespace Urna.Infer.Expectations;

/// <summary>The E step of a method: who chose what within a unit.</summary>
/// <remarks>It holds no state that a call changes: several threads may ask at once.</remarks>
interface IExpectation
{
    /// <summary>Units that are added up together, a multiple of eight.</summary>
    int UnitsInChunk { get; }

    /// <summary>Units from which a second thread saves more than waking it costs.</summary>
    int UnitsWorthThreads { get; }

    /// <summary>What one person of each row of a unit chose, given the unit's votes; the scalar reference.</summary>
    /// <param name="unit">The unit's index.</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="q">P(column | row, votes), same shape; holds the shares at first.</param>
    /// <returns>Whether the unit tells anything; if not, <paramref name="q"/> is left as it is.</returns>
    bool Conditional(int unit, ReadOnlySpan<double> shares, Span<double> q);

    /// <summary>Adds weight × people × q of a chunk of units.</summary>
    /// <param name="first">The first unit, a multiple of eight.</param>
    /// <param name="last">One beyond the last unit.</param>
    /// <param name="shares">The shares.</param>
    /// <param name="weights">The weights of these units, eight by eight; empty where all are 1.</param>
    /// <param name="sums">Where it is added, shape [rows × columns].</param>
    void Add(int first, int last, ReadOnlySpan<double> shares, ReadOnlySpan<Vector512<double>> weights, Span<double> sums);

    /// <summary>The log-likelihood of a unit's votes; 0 for a unit that tells nothing.</summary>
    /// <param name="unit">The unit's index.</param>
    /// <param name="shares">The shares.</param>
    double LogLikelihood(int unit, ReadOnlySpan<double> shares);
}
