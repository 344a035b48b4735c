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

/// <summary>Seats of a tier, and among whom they are shared.</summary>
/// <param name="Method">The step that shares them.</param>
/// <param name="Level">Among whom, as ties name it.</param>
/// <param name="IsTold">Whether each seat is written down.</param>
/// <param name="Holders">Who takes part.</param>
/// <param name="Seats">Seats to share, ≥ 0.</param>
sealed record TierShare(SharingStep Method, TieLevel Level, bool IsTold, ImmutableArray<TierHolder> Holders, int Seats);

/// <summary>Shares seats among lists of a tier, or among districts, by a step's arithmetic.</summary>
static class TierSharing
{
    /// <summary>Shares seats and breaks ties as the step says; seats of an open tie are left out.</summary>
    /// <param name="tier">The tier, which keeps ties and steps.</param>
    /// <param name="share">What is shared.</param>
    /// <returns>Seats by holder, and those that nobody has: because of an open tie, or because nobody is left to take them; and the tier then.</returns>
    public static (int[] Held, int Short, DistrictState Tier) Share(DistrictState tier, TierShare share)
    {
        var (method, level, isTold, holders, seats) = share;
        ImmutableArray<Claimant> claimants = [.. holders.Select((h, i) => new Claimant(h.Name, h.Votes, h.Capacity, i, 0))];
        var all = tier.Frame.AllVotes.Valid;
        var context = new SharingContext(all, all, seats);
        var shared = SharedSeats.By(method, claimants, seats, context);
        tier = isTold ? tier.Tell(StepTrace.Of(method, claimants, shared, seats, "", context)) : tier;
        if (shared.Left > 0)
        {
            (var winners, tier) = tier.Break(level, shared.Tied, i => holders[i].Name, shared.Left, TieMeasures.Of(method, claimants, _ => 0, _ => 0), method.Article);
            foreach (var winner in winners)
            {
                shared.Held[winner]++;
            }
        }
        else if (seats - shared.Held.Sum() is var vacant && vacant > 0)
        {
            tier = tier.Tell(new SeatsVacant(method.Article, Holder.List, "", vacant, claimants.All(c => c.Votes == 0)));
        }

        return (shared.Held, Math.Max(0, seats - shared.Held.Sum()), tier);
    }

    /// <summary>Seats by holder without an account, ties left open.</summary>
    public static int[] Sure(SharingStep method, ImmutableArray<TierList> lists, int seats, long allVotes)
    {
        ImmutableArray<Claimant> claimants = [.. lists.Select((l, i) => new Claimant(l.Name, l.Votes, l.MostSeats, i, 0))];
        return SharedSeats.By(method, claimants, seats, new SharingContext(allVotes, allVotes, seats)).Held;
    }
}
