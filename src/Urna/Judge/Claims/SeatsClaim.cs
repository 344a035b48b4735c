namespace Urna.Judge.Claims;

/// <summary>Seats of lists or parties, by the law or by the members of a chamber.</summary>
public sealed record SeatsClaim : NumberClaim
{
    internal SeatsClaim(ClaimFields fields)
        : base(fields, Kind) => (Ground, Subject) = (Ground.Of(fields), fields.Subject);

    /// <summary>The contest or the chamber.</summary>
    public Ground Ground { get; }

    /// <summary>Whose seats.</summary>
    public Subject Subject { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Seats, ["contest", "value", "of"], ["standing", "chamber", "elected", "wording"], f => new SeatsClaim(f))
    {
        IsPart = true,
        Units = _ => [ClaimUnit.Seats],
    };

    internal override Terms Terms => new(Subject) { Elected = Fields.Elected, Stated = Stated };

    internal override Figure Figure(Measuring measuring) => measuring.Seats(Ground);
}
