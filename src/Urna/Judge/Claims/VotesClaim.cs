namespace Urna.Judge.Claims;

/// <summary>A number of votes or people.</summary>
public sealed record VotesClaim : NumberClaim
{
    internal VotesClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Subject, Place) = (fields.Contest!, fields.Subject, fields.Place);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Whose votes; <c>cast</c>, <c>valid</c> or <c>registered</c> alone for a total of the ballots.</summary>
    public Subject Subject { get; }

    /// <summary>The place; null for the whole, and where several are taken together.</summary>
    public string? Place { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Votes, ["contest", "value", "of"], ["standing", "places", "wording"], f => new VotesClaim(f))
    {
        IsPart = true,
        IsOfBallots = true,
        MostPlaces = int.MaxValue,
        Units = _ => [ClaimUnit.Votes],
    };

    internal override Terms Terms => new(Subject) { Places = Together(Fields), Stated = Stated };

    internal override Figure Figure(Measuring measuring) => measuring.Votes(Contest, Place);
}
