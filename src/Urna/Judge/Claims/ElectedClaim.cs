using System.Collections.Immutable;

namespace Urna.Judge.Claims;

/// <summary>Whether persons are elected: how many of those named.</summary>
public sealed record ElectedClaim : NumberClaim
{
    internal ElectedClaim(ClaimFields fields)
        : base(fields, Kind) => (Contest, Persons) = (fields.Contest!, fields.Of);

    /// <summary>The contest.</summary>
    public ContestName Contest { get; }

    /// <summary>The persons, by name or by choice.</summary>
    public ImmutableArray<string> Persons { get; }

    internal static ClaimKind Kind { get; } = new(Measure.Elected, ["contest", "value", "of"], ["wording"], f => new ElectedClaim(f))
    {
        Units = _ => [ClaimUnit.Persons],
    };

    internal override Terms Terms => new(new Subject(Persons, []));

    internal override Figure Figure(Measuring measuring) => measuring.Elected(Contest);
}
