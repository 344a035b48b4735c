namespace Urna.Judge.Claims;

/// <summary>The day of a contest.</summary>
public sealed record DateClaim : NumberClaim
{
    internal DateClaim(ClaimFields fields)
        : base(fields, Kind) => Contest = fields.Contest!;

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Date, ["contest", "value"], ["wording"], f => new DateClaim(f))
    {
        Units = _ => [ClaimUnit.Date],
    };

    internal override Terms Terms => new(Subject.Nobody);

    internal override Figure Figure(Measuring measuring) => measuring.Date(Contest);
}
