using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>Shares seats among lists of a tier, or among districts, by a step's arithmetic.</summary>
static class TierSharing
{
    /// <summary>Shares seats and breaks ties as the step says; seats of an open tie are left out.</summary>
    /// <param name="tier">The tier, which keeps ties and steps.</param>
    /// <param name="method">The step.</param>
    /// <param name="level">Among whom, as ties name it.</param>
    /// <param name="isTold">Whether each seat is written down.</param>
    /// <param name="holders">Names and votes.</param>
    /// <param name="seats">Seats to share.</param>
    /// <returns>Seats by holder.</returns>
    public static int[] Share(DistrictDraft tier, SharingStep method, TieLevel level, bool isTold, ImmutableArray<(string Name, long Votes)> holders, int seats)
    {
        ImmutableArray<Claimant> claimants = [.. holders.Select((h, i) => new Claimant(h.Name, h.Votes, int.MaxValue, i, 0))];
        var all = tier.AllVotes.Valid;
        var context = new SharingContext(all, all, seats);
        var shared = SharedSeats.By(method, claimants, seats, context);
        foreach (var step in isTold ? StepTrace.Of(method, claimants, shared, seats, "", context) : [])
        {
            tier.Steps.Add(step);
        }

        if (shared.Left > 0)
        {
            var rules = DistrictDraft.TieRules(method, claimants, _ => 0, _ => 0);
            foreach (var winner in tier.Ties.Winners(level, shared.Tied, i => holders[i].Name, shared.Left, rules, method.Article, tier.Steps))
            {
                shared.Held[winner]++;
            }
        }

        return shared.Held;
    }

    /// <summary>Seats by holder without an account, ties left open.</summary>
    public static int[] Sure(SharingStep method, ImmutableArray<TierList> lists, int seats, long allVotes)
    {
        ImmutableArray<Claimant> claimants = [.. lists.Select((l, i) => new Claimant(l.Name, l.Votes, int.MaxValue, i, 0))];
        return SharedSeats.By(method, claimants, seats, new SharingContext(allVotes, allVotes, seats)).Held;
    }
}
