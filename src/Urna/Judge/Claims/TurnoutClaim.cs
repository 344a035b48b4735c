namespace Urna.Judge.Claims;

/// <summary>Votes cast per person on the roll.</summary>
public sealed record TurnoutClaim : NumberClaim
{
    internal TurnoutClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Place) = (fields.Contest!, fields.Place);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>The place; null for the whole, and where several are taken together.</summary>
    public string? Place { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Turnout, ["contest", "value"], ["places", "wording"], f => new TurnoutClaim(f))
    {
        IsPart = true,
        IsOfBallots = true,
        MostPlaces = int.MaxValue,
        Units = _ => [ClaimUnit.Share],
    };

    internal override Terms Terms => new(Subject.Nobody) { Places = Together(Fields), Stated = Stated };

    internal override Figure Figure(Measuring measuring) => measuring.Turnout(Contest, Place);
}
