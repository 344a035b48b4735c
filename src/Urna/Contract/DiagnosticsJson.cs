using Urna.Infer.Associations;
using Urna.Infer.Diagnostics;
using Urna.Infer.Estimates;
using Urna.Infer.Uncertainty;

namespace Urna.Contract;

/// <summary>How well an estimate fits, and what can be told at all.</summary>
/// <param name="Dispersion">Pearson's χ² per degree of freedom over units; null with too few units.</param>
/// <param name="Identifiability">By row, in [0, 1]: 0 where its people live as mixtures of the others do, 1 where they live apart.</param>
/// <param name="Outliers">Units that stand out, the farthest first.</param>
/// <param name="Context">Contextual effects that stand out, the strongest first.</param>
/// <param name="Indistinguishable">Rows that units cannot tell apart.</param>
/// <param name="BetweenUnits">By row, the part, in [0, 1], of who is in it that the unit tells.</param>
public sealed record DiagnosticsJson(
    double? Dispersion,
    IEnumerable<double> Identifiability,
    IEnumerable<OutlierJson> Outliers,
    IEnumerable<ContextJson> Context,
    IEnumerable<string> Indistinguishable,
    IEnumerable<double> BetweenUnits)
{
    /// <summary>The answer of diagnoses.</summary>
    /// <param name="d">The diagnoses.</param>
    public static DiagnosticsJson Of(TransferDiagnostics d)
    {
        ArgumentNullException.ThrowIfNull(d);
        return new(
            d.Dispersion,
            d.Identifiability,
            d.Outliers.Select(o => new OutlierJson(o.Unit, o.Distance, o.P)),
            d.Context.Select(c => new ContextJson(c.Row, c.Column, c.T)),
            d.Indistinguishable,
            d.BetweenUnits);
    }
}

/// <summary>A unit whose votes are far from what the estimate expects of its people.</summary>
/// <param name="Unit">The unit's key.</param>
/// <param name="Distance">Pearson's χ² over the dispersion.</param>
/// <param name="P">How likely a distance as large is by chance, in [0, 1].</param>
public sealed record OutlierJson(string Unit, double Distance, double P);

/// <summary>A row whose shares of a column seem to change with how many of the row live in a unit.</summary>
/// <param name="Row">The row's name.</param>
/// <param name="Column">The column's name.</param>
/// <param name="T">The score over its standard deviation; positive: more where the row is larger.</param>
public sealed record ContextJson(string Row, string Column, double T);

/// <summary>A difference between two rows that stands apart from zero.</summary>
/// <param name="Row">The row with the greater share.</param>
/// <param name="Over">The other row.</param>
/// <param name="Column">The column.</param>
/// <param name="Difference">The difference of the shares.</param>
/// <param name="Lower">The lower end of its interval.</param>
/// <param name="Upper">The upper end.</param>
public sealed record RowDifferenceJson(string Row, string Over, string Column, double Difference, double Lower, double Upper)
{
    /// <summary>The answer of a difference.</summary>
    /// <param name="d">The difference.</param>
    public static RowDifferenceJson Of(RowDifference d)
    {
        ArgumentNullException.ThrowIfNull(d);
        return new(d.Row, d.Over, d.Column, d.Difference, d.Lower, d.Upper);
    }
}

/// <summary>A fixed point that random starts reached.</summary>
/// <param name="Shares">The shares there.</param>
/// <param name="LogLikelihood">Their log-likelihood.</param>
/// <param name="Starts">Starts that reached it.</param>
/// <param name="Standard">Whether the standard start did.</param>
public sealed record ReachedPointJson(IEnumerable<double> Shares, double LogLikelihood, int Starts, bool Standard)
{
    /// <summary>The answer of a fixed point.</summary>
    /// <param name="point">The point.</param>
    public static ReachedPointJson Of(ReachedPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return new(point.Shares, point.LogLikelihood, point.Starts, point.Standard);
    }
}
