using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Count;
using Urna.Model;
using Urna.Validate;

namespace Urna;

/// <summary>What the chain says of one contest.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Total">Its count over all places.</param>
/// <param name="Allocation">Its seats under its law; null where no law fills any.</param>
public sealed record ContestAccount(Contest Contest, Tabulation Total, ContestAllocation? Allocation);

/// <summary>What the chain says of an election.</summary>
/// <param name="Election">The election.</param>
/// <param name="Findings">What a reader of the data must know.</param>
/// <param name="Contests">Its contests, in order.</param>
public sealed record Account(Election Election, ImmutableArray<Finding> Findings, ImmutableArray<ContestAccount> Contests);
