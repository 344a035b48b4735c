namespace Urna.Judge.Claims;

/// <summary>People on the roll who did not vote, as a share of it.</summary>
public sealed record AbstentionClaim : NumberClaim
{
    internal AbstentionClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Place) = (fields.Contest!, fields.Place);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>The place; null for the whole, and where several are taken together.</summary>
    public string? Place { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Abstention, ["contest", "value"], ["places", "wording"], f => new AbstentionClaim(f))
    {
        IsPart = true,
        IsOfBallots = true,
        MostPlaces = int.MaxValue,
        Units = _ => [ClaimUnit.Share],
    };

    internal override Terms Terms => new(Subject.Nobody) { Places = Together(Fields), Stated = Stated };

    internal override Figure Figure(Measuring measuring) => measuring.Abstention(Contest, Place);
}
