namespace Urna.Judge.Claims;

/// <summary>The part of all seats that lists or parties have.</summary>
public sealed record SeatShareClaim : NumberClaim
{
    internal SeatShareClaim(ClaimFields fields)
        : base(fields, Kind) => (Ground, Subject, Members) = (Ground.Of(fields), fields.Subject, fields.Members);

    /// <summary>The contest or the chamber.</summary>
    public Ground Ground { get; }

    /// <summary>Whose seats.</summary>
    public Subject Subject { get; }

    /// <summary>Members of the chamber, ≥ 1; null for those that the data have.</summary>
    public int? Members { get; }

    internal static ClaimKind Kind { get; } = new(Measure.SeatShare, ["contest", "value", "of"], ["standing", "chamber", "elected", "members", "wording"], f => new SeatShareClaim(f))
    {
        IsPart = true,
        Units = _ => [ClaimUnit.Share],
    };

    internal override Terms Terms => new(Subject) { Members = Members, Elected = Fields.Elected };

    internal override Figure Figure(Measuring measuring) => measuring.SeatShare(Ground);
}
