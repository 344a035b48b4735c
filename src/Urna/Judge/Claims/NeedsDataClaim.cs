namespace Urna.Judge.Claims;

/// <summary>What data would show that are not in the store.</summary>
public sealed record NeedsDataClaim : UncountedClaim
{
    internal NeedsDataClaim(ClaimFields fields)
        : base(fields, Kind)
    {
    }

    internal static ClaimKind Kind { get; } = new(Measure.NeedsData, ["reason"], [], f => new NeedsDataClaim(f));
}
