namespace Urna.Infer.FixedPoints;

/// <summary>A map from shares to the shares they imply, whose fixed points are estimates.</summary>
/// <remarks>Shares are P(column | row), shape [rows × columns], row-major. A map is for one thread; <see cref="Fork"/> makes others.</remarks>
interface IShareMap
{
    /// <summary>Applications so far.</summary>
    int Evaluations { get; }

    /// <summary>Shares in a row.</summary>
    int Columns { get; }

    /// <summary>Shares in all.</summary>
    int Size { get; }

    /// <summary>The start that needs no chance: each row votes as its units do.</summary>
    double[] StandardStart();

    /// <summary>Applies the map.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="next">The shares they imply.</param>
    void Apply(ReadOnlySpan<double> shares, Span<double> next);

    /// <summary>Applies the map to a sample of units.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="unitWeights">How often each unit counts, ≥ 0, shape [units]; empty or all 1 is the map itself, to the last bit.</param>
    /// <param name="next">The shares they imply.</param>
    void Apply(ReadOnlySpan<double> shares, ReadOnlySpan<double> unitWeights, Span<double> next);

    /// <summary>What one person of each row of a unit chose, given the unit's votes.</summary>
    /// <param name="unit">The unit's index.</param>
    /// <param name="shares">The shares.</param>
    /// <param name="q">P(column | row, votes), shape [rows × columns]; a unit that tells nothing, and a row absent from it, keep their shares.</param>
    void Conditional(int unit, ReadOnlySpan<double> shares, Span<double> q);

    /// <summary>The log-likelihood of the shares.</summary>
    /// <param name="shares">The shares.</param>
    double LogLikelihood(ReadOnlySpan<double> shares);

    /// <summary>The same map for another thread, which shares what was laid out and runs on one thread.</summary>
    IShareMap Fork();
}
