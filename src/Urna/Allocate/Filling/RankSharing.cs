using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Filling;

/// <summary>Seats by rank, one rank after the other, so that each tie is told by itself.</summary>
static class RankSharing
{
    /// <summary>Seats by holder, and the district then.</summary>
    public static (int[] Held, DistrictState State) Share(DistrictState district, SharingOf own, ByRankStep step)
    {
        var holders = own.Holders;
        var held = new int[holders.Length];
        var left = Enumerable.Range(0, holders.Length).Where(i => holders[i].Votes > 0).ToList();
        for (var rank = 0; rank < step.Seats.Length && left.Count > 0;)
        {
            var votesOfFirst = left.Max(i => holders[i].Votes);
            ImmutableArray<int> first = [.. left.Where(i => holders[i].Votes == votesOfFirst)];
            var ranks = Enumerable.Range(rank, first.Length).Select(step.SeatsOf).ToList();
            var ahead = first;
            if (ranks[0] != ranks[^1])
            {
                (ahead, district) = HolderSharing.BreakAmong(district, step, holders, first, 1, _ => 0);
            }

            var seats = ahead.IsEmpty ? ranks[^1] : ranks[0];
            foreach (var holder in ahead.IsEmpty ? first : ahead)
            {
                held[holder] = Math.Min(seats, holders[holder].Capacity);
                left.Remove(holder);
                rank++;
            }
        }

        district = district.Tell(StepTrace.Of(step, holders, new SharedSeats(held, [], 0), step.Seats.Sum(), own.Within, district.Context));
        return (held, left.Count == 0 && district.Ties.Open.IsEmpty && step.Seats.Sum() - held.Sum() is var vacant && vacant > 0
            ? district.Tell(new SeatsVacant(step.Article, step.Holders, own.Within, vacant, holders.All(h => h.Votes == 0))) : district);
    }
}
