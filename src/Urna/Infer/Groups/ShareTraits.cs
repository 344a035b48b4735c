namespace Urna.Infer.Groups;

/// <summary>What tells how far a share drawn towards everyone alike is usually from the truth.</summary>
/// <param name="Alike">The share if everyone of a place chose alike, in [0, 1].</param>
/// <param name="Places">The share that places show, in [0, 1].</param>
/// <param name="Row">The row's part of all people, or of all groups of its kind.</param>
/// <param name="Column">The column's part of their votes.</param>
readonly record struct ShareTraits(double Alike, double Places, double Row, double Column)
{
    /// <summary>How many traits there are, without the constant.</summary>
    public const int Count = 3;

    const double Least = 1e-4;

    /// <summary>The traits that the logarithm of the usual error is linear in.</summary>
    public double[] Features() =>
    [
        (0.5 * Math.Log(Math.Max(Column * (1 - Column), Least))) + 1,
        Math.Log(Math.Max(Row, Least)) + 1.5,
        Math.Log(Math.Abs(Places - Alike) + 0.01) + 3,
    ];
}
