using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Model;

namespace Urna.Allocate.Steps;

/// <summary>A size up to which a district has so many seats.</summary>
/// <param name="UpTo">The largest size; null for all larger ones.</param>
/// <param name="Seats">Its seats, ≥ 1.</param>
public sealed record SeatsBySize(long? UpTo, int Seats);

/// <summary>How many seats each district has, by its votes or its roll.</summary>
/// <param name="Of">What a district's size is measured by.</param>
/// <remarks>One of <see cref="Method"/>, <see cref="Per"/> and <see cref="Sizes"/> says how.</remarks>
public sealed record DistrictSeatsStep(VoteBase Of) : ContestStep
{
    /// <summary>Shares a fixed number of seats among the districts; null where the house has no fixed size.</summary>
    public SharingStep? Method { get; init; }

    /// <summary>The seats to share; null for those of the tier <c>*</c>.</summary>
    public int? Seats { get; init; }

    /// <summary>Seats of every district beforehand, counted in its share.</summary>
    public int Minimum { get; init; }

    /// <summary>The size that gives one seat; null unless seats follow from it.</summary>
    public long? Per { get; init; }

    /// <summary>What becomes of a part of a seat.</summary>
    public QuotaRounding Rounding { get; init; } = QuotaRounding.Down;

    /// <summary>Seats by size, ascending; empty unless the law has such a table.</summary>
    public ImmutableArray<SeatsBySize> Sizes { get; init; } = [];

    /// <inheritdoc/>
    internal override bool JoinsDistricts => Method is not null;
}
