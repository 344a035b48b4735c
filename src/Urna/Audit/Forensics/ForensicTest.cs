using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Audit.Forensics;

/// <summary>What a test can be: it looks at what kind of trace.</summary>
public enum ForensicKind
{
    /// <summary>Turnout or the leader's share at whole per cents.</summary>
    IntegerPercentages,

    /// <summary>The leader's share alone at whole per cents.</summary>
    IntegerResult,

    /// <summary>Turnout alone at whole per cents.</summary>
    IntegerTurnout,

    /// <summary>Units high in turnout and share beside units low in both: the fingerprint.</summary>
    Fingerprint,

    /// <summary>Votes of the leader beyond proportion where turnout is high.</summary>
    AnomalousVotes,

    /// <summary>Ballots of two contests that differ in one box.</summary>
    ContestDifferences,

    /// <summary>Figures of a unit that cannot all be true.</summary>
    Arithmetic,

    /// <summary>Units of neighbours with the same figures.</summary>
    Copies,

    /// <summary>Units far from their neighbours.</summary>
    NeighbourOutliers,

    /// <summary>Units far from what the moves of voters between two contests lead to expect.</summary>
    TransitionOutliers,

    /// <summary>Units that came late beside those that came early.</summary>
    LateReturns,

    /// <summary>The last digits of the leader's votes.</summary>
    LastDigits,
}

/// <summary>What one look at the units gives.</summary>
/// <param name="Units">Units looked at.</param>
/// <param name="Observed">What was seen.</param>
/// <param name="Expected">What would be by chance, as the test supposes.</param>
/// <param name="Deviation">The standard deviation of that; 0 where nothing can vary.</param>
/// <param name="Where">The units that stand out most, at most ten.</param>
public sealed record ForensicLook(int Units, double Observed, double Expected, double Deviation, ImmutableArray<string> Where)
{
    /// <summary>How far what was seen is from chance, in standard deviations; null where nothing can vary.</summary>
    public double? Z => Deviation > 0 ? (Observed - Expected) / Deviation : null;

    /// <summary>How likely chance alone goes as far, either way; null where nothing can vary.</summary>
    public double? P => Z is { } z ? Math.Min(1, 2 * StandardNormal.Below(-Math.Abs(z))) : null;
}

/// <summary>How likely a test sees an anomaly of a size.</summary>
/// <param name="Altered">Part of the units that are altered, in (0, 1).</param>
/// <param name="Size">Part of those who did not vote, or for others, whose votes the leader gets there, in (0, 1].</param>
/// <param name="Probability">How likely the test then gives a p below 0.01.</param>
public sealed record ForensicPower(double Altered, double Size, double Probability);

/// <summary>A test with its controls.</summary>
/// <param name="Kind">The test.</param>
/// <param name="Look">What it sees.</param>
/// <param name="Adjusted">The p-value corrected for all tests (Holm); null where nothing can vary.</param>
/// <param name="NegativeZ">What it sees where the same units vote by chance alone.</param>
/// <param name="PositiveZ">What it sees with an anomaly put into one unit of twenty.</param>
/// <param name="Power">How likely it would see anomalies.</param>
public sealed record ForensicResult(ForensicKind Kind, ForensicLook Look, double? Adjusted, double? NegativeZ, double? PositiveZ, ImmutableArray<ForensicPower> Power)
{
    // A test that holds sees so much in its clean control once in a hundred times.
    const double ControlFails = 2.5758;

    /// <summary>What can be concluded.</summary>
    public ForensicConclusion Conclusion =>
        Look.Deviation == 0 ? (Look.Observed > Look.Expected ? ForensicConclusion.Anomaly : ForensicConclusion.AsByChance)
        : NegativeZ is { } clean && Math.Abs(clean) >= ControlFails ? ForensicConclusion.Nothing
        : Adjusted < 0.01 ? ForensicConclusion.Anomaly
        : Power.IsEmpty || Power.Max(p => p.Probability) < 0.5 ? ForensicConclusion.Nothing
        : ForensicConclusion.AsByChance;
}

/// <summary>What can be concluded from a test.</summary>
public enum ForensicConclusion
{
    /// <summary>The count looks as it would by chance, and an anomaly of some size would have shown.</summary>
    AsByChance,

    /// <summary>The count does not look as it would by chance: someone should look.</summary>
    Anomaly,

    /// <summary>Nothing can be concluded: an anomaly would hardly show, or the test's own control fails.</summary>
    Nothing,
}
