namespace Urna.Judge.Claims;

/// <summary>How far one choice is ahead of another, in points or votes.</summary>
public sealed record MarginClaim : NumberClaim
{
    internal MarginClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Subject, Than, Place, Base) =
            (fields.Contest!, fields.Subject, fields.Than[0], fields.Place, fields.Base ?? ShareBase.Valid);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Whose votes.</summary>
    public Subject Subject { get; }

    /// <summary>The choice, list or party that it is ahead of.</summary>
    public string Than { get; }

    /// <summary>The place; null for the whole, and where several are taken together.</summary>
    public string? Place { get; }

    /// <summary>What shares are of.</summary>
    public ShareBase Base { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Margin, ["contest", "value", "of", "than"], ["places", "base", "wording"], f => new MarginClaim(f))
    {
        IsPart = true,
        IsOfBallots = true,
        MostPlaces = int.MaxValue,
        Units = _ => [ClaimUnit.Points, ClaimUnit.Votes],
    };

    internal override Terms Terms => new(Subject) { Places = Together(Fields), Than = [Than], Base = Base, Stated = Stated };

    internal override Figure Figure(Measuring measuring) => measuring.Margin(Contest, Place);
}
