namespace Urna.Judge.Claims;

/// <summary>The place of a choice by votes, 1 the first.</summary>
public sealed record RankClaim : NumberClaim
{
    internal RankClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Subject, Place) = (fields.Contest!, fields.Subject, fields.Place);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Whose votes.</summary>
    public Subject Subject { get; }

    /// <summary>The place; null for the whole, and where several are taken together.</summary>
    public string? Place { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Rank, ["contest", "value", "of"], ["places", "wording"], f => new RankClaim(f))
    {
        IsPart = true,
        IsOfBallots = true,
        MostPlaces = int.MaxValue,
        Units = _ => [ClaimUnit.Rank],
    };

    internal override Terms Terms => new(Subject) { Places = Together(Fields), Stated = Stated };

    internal override Figure Figure(Measuring measuring) => measuring.Rank(Contest, Place);
}
