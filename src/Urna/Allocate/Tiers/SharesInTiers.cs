using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Tiers;

/// <summary>All seats of each list, shared among the tiers between and made up for in each of them.</summary>
/// <remarks>
/// Bundeswahlgesetz of Germany §§ 4-6 (2023): the seats of a party go to its lists in the Länder by its votes there; in each, whoever won a constituency
/// takes a seat of the list, and where the list has fewer the winners with the smallest shares of first votes go without.
/// </remarks>
static class SharesInTiers
{
    /// <summary>Gives the seats.</summary>
    /// <param name="step">The step.</param>
    /// <param name="placement">How a list's seats are shared among the tiers.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="tier">The tier above all.</param>
    /// <param name="lists">The lists that take part, most votes first.</param>
    /// <param name="share">All seats by list.</param>
    /// <param name="open">Seats that no list has: tied, or vacant.</param>
    public static void Give(LevellingStep step, TierPlacement placement, ContestDraft contest, TierDraft tier, ImmutableArray<TierList> lists, int[] share, int open)
    {
        var between = contest.Tiers.Where(t => tier.Between.Contains(t.Draft)).ToImmutableArray();
        var method = new HighestAveragesStep(placement.Divisors) { Article = step.Article, Holders = Holder.List, Ties = step.Method.Ties };
        tier.Draft.IsShared = true;
        tier.Draft.HasOwnMargins = false;
        tier.Draft.Seats = open;
        foreach (var region in between)
        {
            (region.Draft.IsShared, region.Draft.HasOwnMargins) = (true, false);
        }

        for (var i = 0; i < lists.Length; i++)
        {
            var key = lists[i].Key;
            ImmutableArray<(TierDraft Region, int Index)> own = [.. between.Select(r => (Region: r, Index: r.Draft.IndexOf(key))).Where(r => r.Index >= 0 && r.Region.Draft.Lists[r.Index].Votes > 0)];
            var name = lists[i].Name;
            var (seats, left) = TierSharing.Share(
                tier.Draft, method, TieLevel.District, isTold: false, [.. own.Select(r => new TierHolder($"{name} ({r.Region.Draft.District.District})", r.Region.Draft.Lists[r.Index].Votes))], share[i]);
            tier.Draft.Seats += left;
            for (var r = 0; r < own.Length; r++)
            {
                MakeUp(step, own[r].Region, own[r].Index, lists[i], seats[r]);
            }
        }

        foreach (var region in between)
        {
            region.Draft.LimitTo(ContestDraft.ElectedBelow(region));
        }
    }

    /// <summary>Gives a list in one tier what its districts did not give it, or takes back what they gave beyond.</summary>
    static void MakeUp(LevellingStep step, TierDraft region, int index, TierList list, int share)
    {
        var held = region.Districts.Sum(d => d.HeldBy(list.Key));
        if (step.Overhang == Overhang.Withdraw && held > share)
        {
            Withdrawal.Apply(step.Article, region, [list with { Held = held }], [share]);
        }

        var added = Math.Max(0, share - held);
        region.Draft.Steps.Add(new SeatsLevelled(step.Article, list.Name, region.Draft.Lists[index].Votes, share, held, added));
        region.Draft.Held[index] = added;
        region.Draft.Seats += added;
    }
}
