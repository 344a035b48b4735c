namespace Urna.Judge.Claims;

/// <summary>What no count can show.</summary>
public sealed record NotObservableClaim : UncountedClaim
{
    internal NotObservableClaim(ClaimFields fields)
        : base(fields, Kind)
    {
    }

    internal static ClaimKind Kind { get; } = new(Measure.NotObservable, ["reason"], [], f => new NotObservableClaim(f));
}
