using Urna.Model;

namespace Urna.Judge.Claims;

/// <summary>In how many places of a level somebody came first.</summary>
public sealed record PlacesWonClaim : NumberClaim
{
    internal PlacesWonClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Subject, Level, Within, OutOf) = (fields.Contest!, fields.Subject, fields.Level!, fields.Place, fields.OutOf);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Whose votes.</summary>
    public Subject Subject { get; }

    /// <summary>The level of the places, such as <c>region</c>.</summary>
    public string Level { get; }

    /// <summary>The place in which they lie; null for the whole.</summary>
    public string? Within { get; }

    /// <summary>Of how many it is said to be; null if that is not said.</summary>
    public Stated? OutOf { get; }

    internal static ClaimKind Kind { get; } = new(Measure.PlacesWon, ["contest", "value", "of", "level"], ["standing", "places", "out-of", "wording"], f => new PlacesWonClaim(f))
    {
        Units = _ => [ClaimUnit.Places],
    };

    internal override Terms Terms => new(Subject);

    internal override LocalizedText? Said => OutOf is null ? base.Said : FigureWords.Said(Stated, Wording) is var said && FigureWords.Of(OutOf) is var all
        ? LocalizedText.Say("places-won-claim.of", ("said", said), ("all", all)) : null;

    internal override Figure Figure(Measuring measuring) => measuring.PlacesWon(this);
}
