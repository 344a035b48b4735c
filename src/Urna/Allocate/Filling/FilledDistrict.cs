using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Validate;

namespace Urna.Allocate.Filling;

/// <summary>A district that is filled by itself.</summary>
/// <param name="Allocation">Its seats.</param>
/// <param name="Ties">Its ties then.</param>
/// <param name="Faults">What keeps its votes from being what they say they are.</param>
sealed record FilledDistrict(DistrictAllocation Allocation, TieState Ties, ImmutableArray<Finding> Faults);
