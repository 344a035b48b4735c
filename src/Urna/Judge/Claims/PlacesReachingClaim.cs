using System.Collections.Immutable;

namespace Urna.Judge.Claims;

/// <summary>How many of the named places reach a share.</summary>
public sealed record PlacesReachingClaim : NumberClaim
{
    internal PlacesReachingClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Subject, Places, Reach, Base) =
            (fields.Contest!, fields.Subject, fields.Places, fields.Reach!, fields.Base ?? ShareBase.Valid);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Whose votes.</summary>
    public Subject Subject { get; }

    /// <summary>The places, each once.</summary>
    public ImmutableArray<string> Places { get; }

    /// <summary>The share that is to be exceeded.</summary>
    public Stated Reach { get; }

    /// <summary>What shares are of.</summary>
    public ShareBase Base { get; }

    internal static ClaimKind Kind { get; } = new(Measure.PlacesReaching, ["contest", "value", "of", "places", "reach"], ["standing", "base", "wording"], f => new PlacesReachingClaim(f))
    {
        MostPlaces = int.MaxValue,
        Units = _ => [ClaimUnit.Places],
    };

    internal override Terms Terms => new(Subject) { Base = Base };

    internal override Figure Figure(Measuring measuring) => measuring.Reaching(this);
}
