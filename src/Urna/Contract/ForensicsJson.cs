using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Urna.Audit.Forensics;
using Urna.Model;

namespace Urna.Contract;

/// <summary>Tests of a count, in the shape of <c>urna audit forensics --format json</c>.</summary>
/// <param name="Tests">The tests whose data the count has.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Units">Its units with votes.</param>
/// <param name="Fingerprint">The shape of turnout and share; null where rolls are not known or units are few.</param>
public sealed record ForensicsJson(IEnumerable<ForensicsJson.Trial> Tests, string Contest, int Units, ForensicsJson.Shape? Fingerprint)
{
    /// <summary>A test.</summary>
    /// <param name="Test">Its name, such as integer-percentages.</param>
    /// <param name="Units">Units looked at.</param>
    /// <param name="Observed">What was seen.</param>
    /// <param name="Expected">What would be by chance, as the test supposes.</param>
    /// <param name="Deviation">The standard deviation of that; 0 where nothing can vary.</param>
    /// <param name="Z">How far what was seen is from chance, in standard deviations; null where nothing can vary.</param>
    /// <param name="P">How likely chance alone goes as far, either way.</param>
    /// <param name="Adjusted">The same corrected for all tests (Holm).</param>
    /// <param name="Where">The units that stand out most, at most ten.</param>
    /// <param name="Caution">What else could cause it, and what the test supposes.</param>
    /// <param name="Conclusion">as-by-chance, anomaly or nothing.</param>
    /// <param name="NegativeZ">What it sees where the same units vote by chance alone.</param>
    /// <param name="PositiveZ">What it sees with an anomaly put into one unit of twenty.</param>
    /// <param name="Power">How likely it would see anomalies.</param>
    public sealed record Trial(
        string Test, int Units, double Observed, double Expected, double Deviation, double? Z, double? P, double? Adjusted, IEnumerable<string> Where, string Caution, string Conclusion, double? NegativeZ, double? PositiveZ, IEnumerable<Seen> Power);

    /// <summary>How likely a test sees an anomaly of a size.</summary>
    /// <param name="Altered">Part of the units that are altered.</param>
    /// <param name="Size">Part of those who did not vote, or for others, whose votes the leader gets there.</param>
    /// <param name="Probability">How likely the test then gives a p below 0.01.</param>
    public sealed record Seen(double Altered, double Size, double Probability);

    /// <summary>The fingerprint of a count.</summary>
    /// <param name="Skewness">Of the logarithmic rate.</param>
    /// <param name="Kurtosis">Of the same.</param>
    /// <param name="Correlation">Of turnout and share.</param>
    /// <param name="Incremental">Part of the units with extra votes for the leader, as the model fits it.</param>
    /// <param name="Extreme">Part of the units with nearly all votes for the leader, as the model fits it.</param>
    public sealed record Shape(double Skewness, double Kurtosis, double Correlation, double Incremental, double Extreme);

    /// <summary>Results as their answer.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="count">Its units.</param>
    /// <param name="results">The results.</param>
    /// <param name="cautionOf">What to beware of, by test.</param>
    public static ForensicsJson Of(string contest, ForensicCount count, ImmutableArray<ForensicResult> results, Func<ForensicKind, string> cautionOf)
    {
        ArgumentNullException.ThrowIfNull(count);
        var shape = Audit.Forensics.Fingerprint.Of(count);
        return new(
            results.Select(r => new Trial(
                Spelling.Kebab(r.Kind), r.Look.Units, r.Look.Observed, r.Look.Expected, r.Look.Deviation, r.Look.Z, r.Look.P, r.Adjusted, r.Look.Where, cautionOf(r.Kind), Spelling.Kebab(r.Conclusion), r.NegativeZ, r.PositiveZ,
                r.Power.Select(p => new Seen(p.Altered, p.Size, p.Probability)))),
            contest,
            count.Units.Length,
            shape is null ? null : new Shape(shape.Skewness, shape.Kurtosis, shape.Correlation, shape.Incremental, shape.Extreme));
    }
}
