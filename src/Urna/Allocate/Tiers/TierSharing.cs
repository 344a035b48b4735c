using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Tiers;

/// <summary>A holder among whom a tier's seats are shared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Votes">Its votes, ≥ 0.</param>
/// <param name="Capacity">The seats that it can have.</param>
readonly record struct TierHolder(string Name, long Votes, int Capacity = int.MaxValue);

/// <summary>Shares seats among lists of a tier, or among districts, by a step's arithmetic.</summary>
static class TierSharing
{
    /// <summary>Shares seats and breaks ties as the step says; seats of an open tie are left out.</summary>
    /// <param name="tier">The tier, which keeps ties and steps.</param>
    /// <param name="method">The step.</param>
    /// <param name="level">Among whom, as ties name it.</param>
    /// <param name="isTold">Whether each seat is written down.</param>
    /// <param name="holders">Who takes part.</param>
    /// <param name="seats">Seats to share.</param>
    /// <returns>Seats by holder, and those that nobody has: because of an open tie, or because nobody is left to take them.</returns>
    public static (int[] Held, int Short) Share(DistrictDraft tier, SharingStep method, TieLevel level, bool isTold, ImmutableArray<TierHolder> holders, int seats)
    {
        ImmutableArray<Claimant> claimants = [.. holders.Select((h, i) => new Claimant(h.Name, h.Votes, h.Capacity, i, 0))];
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
        else if (seats - shared.Held.Sum() is var vacant && vacant > 0)
        {
            tier.Steps.Add(new SeatsVacant(method.Article, Holder.List, "", vacant, claimants.All(c => c.Votes == 0)));
        }

        return (shared.Held, Math.Max(0, seats - shared.Held.Sum()));
    }

    /// <summary>Seats by holder without an account, ties left open.</summary>
    public static int[] Sure(SharingStep method, ImmutableArray<TierList> lists, int seats, long allVotes)
    {
        ImmutableArray<Claimant> claimants = [.. lists.Select((l, i) => new Claimant(l.Name, l.Votes, l.MostSeats, i, 0))];
        return SharedSeats.By(method, claimants, seats, new SharingContext(allVotes, allVotes, seats)).Held;
    }
}
