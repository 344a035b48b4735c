using System.Collections.Immutable;
using System.Numerics;
using Urna.Model;

namespace Urna.Allocate.Steps;

/// <summary>Seats that whole quotas left in the districts, shared in a tier by the votes that were left with them.</summary>
/// <remarks>
/// Two-tier systems with pooled remainders: Gallagher &amp; Mitchell (2005), The Politics of Electoral Systems, app. A. The districts' step
/// is a largest remainder whose remainders go to none.
/// </remarks>
public sealed record PoolStep : TierStep
{
}
