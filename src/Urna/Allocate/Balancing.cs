using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Parity;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>Balances women and men over several districts, after persons are elected in each.</summary>
static class Balancing
{
    /// <summary>The districts as the law's steps balance them, and the drawings of lots that decided something.</summary>
    public static (ImmutableArray<DistrictAllocation> Districts, ImmutableArray<LotDrawn> Used) Take(ElectoralRule rule, ImmutableArray<DistrictAllocation> districts, ContestVotes votes)
    {
        var used = new HashSet<LotDrawn>();
        var alternated = rule.Steps.OfType<AlternateParityStep>().Aggregate(districts, (d, step) => AlternateParity.Apply(step, d, votes, used));
        var balanced = rule.Steps.OfType<NationalParityStep>().Aggregate(alternated, (d, step) => NationalParity.Apply(step, d, votes, used));
        return (balanced, [.. used]);
    }
}
