using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Tiers;

/// <summary>Seats of a tier that lists have.</summary>
/// <param name="Step">The step that gives them.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Lists">The lists that take part.</param>
/// <param name="Seats">Seats by list.</param>
/// <param name="Open">Seats that no list has: tied, or vacant.</param>
sealed record TierAwarded(TierStep Step, TierFrame Tier, ImmutableArray<TierList> Lists, ImmutableArray<int> Seats, int Open);

/// <summary>Hands the seats of a tier to lists, in the tier or in its districts.</summary>
static class TierAward
{
    /// <summary>The contest in which the lists have the seats.</summary>
    public static ContestState Give(ContestState contest, TierAwarded award)
    {
        var before = contest.Of(award.Tier.Districts).Select(d => (PassedUp: PassedUp(d), Held: d.Filled)).ToList();
        var given = Award(contest, award);
        for (var i = 0; i < before.Count; i++)
        {
            // What whole quotas left in a district is the tier's now, unless the tier placed it there again.
            var district = award.Tier.Districts[i];
            var gone = before[i].PassedUp - (award.Step.Placement?.By == PlaceBy.Remainder ? given[district].Filled - before[i].Held : 0);
            if (gone > 0)
            {
                given = given.Let(district, d => (d with { Seats = d.Seats - gone }).Tell(new SeatsPassedUp(award.Step.Article, d.Name, gone)));
            }
        }

        return given;
    }

    /// <summary>The seats of a district that whole quotas left to the tier.</summary>
    public static int PassedUp(DistrictState district) =>
        district.Frame.Sharing is [LargestRemainderStep { Remainders: Remainders.None, IsOpenEnded: false }, ..]
            ? Math.Max(0, district.Seats - district.Filled - district.Ties.Open.Sum(t => t.Seats) - district.Steps.OfType<SeatWithdrawn>().Count(s => s.District == district.Name)) : 0;

    static ContestState Award(ContestState contest, TierAwarded award)
    {
        var own = contest[award.Tier.Index] with { IsShared = true, HasOwnMargins = false, Seats = award.Seats.Sum() + award.Open };
        return award.Step.Placement is { } placement ? Placing.Place(contest.With(award.Tier.Index, own), award, placement)
            : contest.With(award.Tier.Index, award.Lists.Index().Aggregate(own, (tier, l) => tier.WithHeld(l.Item.Index, award.Seats[l.Index])));
    }
}
