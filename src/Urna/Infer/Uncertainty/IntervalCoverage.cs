using Urna.Model;

namespace Urna.Infer.Uncertainty;

/// <summary>How often intervals of a kind of groups held truth that is published.</summary>
/// <param name="Nominal">How often they shall, in (0, 1).</param>
/// <param name="Measured">How often they did, in [0, 1].</param>
/// <param name="On">On what that was measured.</param>
public sealed record IntervalCoverage(double Nominal, double Measured, LocalizedText On);
