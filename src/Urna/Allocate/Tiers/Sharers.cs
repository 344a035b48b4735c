using Urna.Allocate.Filling;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Tiers;

/// <summary>Shares the seats of districts, and of tiers that have steps of their own, among lists.</summary>
static class Sharers
{
    /// <summary>The contest in which a step has shared the seats of the districts that begin with it, and then of the tiers.</summary>
    public static ContestState Share(ContestState contest, SharingStep step)
    {
        var districts = contest.Each(contest.Frame.Districts.Where(i => Begins(contest, i, step)), ListSharing.Share);
        return districts.Frame.Tiers.Aggregate(districts, (c, tier) => Begins(c, tier.Index, step) && c.Of(tier.Districts).All(IsReady) ? ShareTier(c, tier) : c);
    }

    /// <summary>The contest in which a tier's own seats are shared, among lists whose persons are not elected below.</summary>
    public static ContestState ShareTier(ContestState contest, TierFrame tier) =>
        (contest.Frame.All[tier.Index].Sharing is [not SharedAboveStep, ..] ? PersonsBelow.Limit(contest, tier) : contest).Let(tier.Index, ListSharing.Share);

    static bool Begins(ContestState contest, int index, SharingStep step) => contest.Frame.All[index].Sharing is [var first, ..] && ReferenceEquals(first, step);

    static bool IsReady(DistrictState district) => district.Shared is not null || district.IsShared || district.Frame.Sharing.IsEmpty;
}
