namespace Urna.Judge.Claims;

/// <summary>Share of the seats less share of the votes.</summary>
public sealed record BiasClaim : NumberClaim
{
    internal BiasClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Subject) = (fields.Contest!, fields.Subject);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>Whose seats and votes.</summary>
    public Subject Subject { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Bias, ["contest", "value", "of"], ["standing", "wording"], f => new BiasClaim(f))
    {
        Units = _ => [ClaimUnit.Points],
    };

    internal override Terms Terms => new(Subject);

    internal override Figure Figure(Measuring measuring) => measuring.Bias(Contest);
}
