namespace Urna.Infer.Groups;

/// <summary>How far tables went on which something was learnt; of others nothing is known.</summary>
/// <param name="Apart">The most that rows lived apart, in [0, 1].</param>
/// <param name="Strength">The farthest that what places showed was from everyone of a place alike; ≥ 0.</param>
/// <param name="Explained">The most that rows explained of the columns' variance, in [0, 1].</param>
/// <remarks>A kind may be named falsely, or its people live and vote as no table with published truth has shown.</remarks>
sealed record TableRange(double Apart, double Strength, double Explained)
{
    /// <summary>Whether a table is within.</summary>
    /// <param name="traits">What its units tell.</param>
    public bool Holds(TableTraits traits) => traits.Apart <= Apart && traits.Strength <= Strength && traits.Explained <= Explained;
}
