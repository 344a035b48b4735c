using System.Collections.Frozen;
using System.Collections.Immutable;
using Urna.Judge.Claims;

namespace Urna.Judge;

/// <summary>The kinds of claims.</summary>
static class ClaimKinds
{
    static readonly FrozenDictionary<Measure, ClaimKind> byMeasure;

    static ClaimKinds()
    {
        All =
        [
            ShareClaim.Kind, VotesClaim.Kind, RankClaim.Kind, MarginClaim.Kind, TurnoutClaim.Kind, AbstentionClaim.Kind, SeatsClaim.Kind, SeatShareClaim.Kind, ChangeClaim.Kind, RecordClaim.Kind,
            ElectedClaim.Kind, OutcomeClaim.Kind, MajorityClaim.Kind, QuorumClaim.Kind, BiasClaim.Kind, PlacesReachingClaim.Kind, DateClaim.Kind, InferredShareClaim.Kind,
            NotObservableClaim.Kind, NeedsDataClaim.Kind, FromToClaim.Kind, PlaceRankClaim.Kind, PlacesWonClaim.Kind, AssemblyVotesClaim.Kind, FirstTimeClaim.Kind, ExtremeClaim.Kind, TrendClaim.Kind, ChangeAfterClaim.Kind, TurnoutOfAdultsClaim.Kind, PeopleShareClaim.Kind,
        ];
        byMeasure = All.ToFrozenDictionary(k => k.Measure);
    }

    /// <summary>Every kind, in the order of the measures.</summary>
    public static ImmutableArray<ClaimKind> All { get; }

    /// <summary>The kind of a measure; null if there is none.</summary>
    public static ClaimKind? Of(Measure measure) => byMeasure.GetValueOrDefault(measure);
}
