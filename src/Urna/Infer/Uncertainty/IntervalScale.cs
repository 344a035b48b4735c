using System.Collections.Immutable;
using Urna.Infer.Associations;

namespace Urna.Infer.Uncertainty;

/// <summary>What tells how far an estimated share is usually from the truth.</summary>
/// <param name="Share">The estimated share, in [0, 1].</param>
/// <param name="Row">The row's part of all people.</param>
/// <param name="Column">The column's part of all votes.</param>
/// <param name="Units">How many units there are.</param>
/// <param name="PeopleOfUnit">People of a unit on average.</param>
/// <param name="Dispersion">How much more units scatter than a multinomial; 1 if unknown.</param>
/// <param name="SamplingError">The share's standard error by sampling.</param>
readonly record struct IntervalScale(double Share, double Row, double Column, int Units, double PeopleOfUnit, double Dispersion, double SamplingError)
{
    /// <summary>How many traits there are.</summary>
    public const int Count = 9;

    const double Least = 0.002;

    /// <summary>The traits that the logarithm of the scale is linear in.</summary>
    /// <remarks>Units and their people are kept within what was seen when the coefficients were learnt: beyond it nothing is known to shrink.</remarks>
    public ImmutableArray<double> Traits()
    {
        var (row, column) = (Math.Log(Row + Least), Math.Log(Column + Least));
        return
        [
            1,
            Math.Log(Math.Max(Share * (1 - Share), Least)),
            row,
            column,
            Math.Log(Math.Clamp(Units, 20, 400)) - 4,
            Math.Log(Math.Clamp(PeopleOfUnit, 50, 1_200)) - 6,
            Math.Log(Math.Max(1, Dispersion)),
            row * row / 4,
            Math.Log(SamplingError + Least),
        ];
    }
}
