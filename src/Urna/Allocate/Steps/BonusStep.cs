using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Model;

namespace Urna.Allocate.Steps;

/// <summary>How a bonus is given.</summary>
public enum BonusKind
{
    /// <summary>Before the others: the seats that are left are shared among all lists, the first among them.</summary>
    Added,

    /// <summary>As a guarantee: if the first list has fewer seats than that, it has so many, and the others share what is left.</summary>
    Guaranteed,
}

/// <summary>Seats for the list with most votes, beyond its share.</summary>
/// <param name="Seats">The seats, ≥ 1.</param>
/// <param name="Kind">How they are given.</param>
/// <remarks>Greece (law 4804/2021 art. 2: from 20 seats at 25 % up to 50 at 40 %); Sri Lanka (one bonus seat a district); Italian municipalities, San Marino and Armenia (guarantees).</remarks>
public sealed record BonusStep(int Seats, BonusKind Kind) : ContestStep
{
    /// <summary>The share of the votes for candidacies that the first must reach; null where the law does not ask.</summary>
    public Proportion? Least { get; init; }

    /// <summary>One seat more for each such share above <see cref="Least"/>; null where the bonus is fixed.</summary>
    public Proportion? MoreFor { get; init; }

    /// <summary>The largest bonus, where it grows; null where nothing limits it.</summary>
    public int? Most { get; init; }

    /// <inheritdoc/>
    internal override bool JoinsDistricts => false;
}
