namespace Urna.Judge.Claims;

/// <summary>Votes of choices over a base.</summary>
public sealed record ShareClaim : NumberClaim
{
    internal ShareClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Subject, Place, Base) = (fields.Contest!, fields.Subject, fields.Place, fields.Base ?? ShareBase.Valid);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Whose votes.</summary>
    public Subject Subject { get; }

    /// <summary>The place; null for the whole, and where several are taken together.</summary>
    public string? Place { get; }

    /// <summary>What shares are of.</summary>
    public ShareBase Base { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Share, ["contest", "value", "of"], ["standing", "places", "base", "wording"], f => new ShareClaim(f))
    {
        IsPart = true,
        IsOfBallots = true,
        MostPlaces = int.MaxValue,
        Units = _ => [ClaimUnit.Share],
    };

    internal override Terms Terms => new(Subject) { Places = Together(Fields), Stated = Stated, Base = Base };

    internal override Figure Figure(Measuring measuring) => measuring.Share(Contest, Place);
}
