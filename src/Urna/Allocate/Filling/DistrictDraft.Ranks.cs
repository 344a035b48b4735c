using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Filling;

/// <summary>Seats by rank, one rank after the other, so that each tie is told by itself.</summary>
sealed partial class DistrictDraft
{
    int[] ShareByRank(ByRankStep step, ImmutableArray<Claimant> holders, string within)
    {
        var held = new int[holders.Length];
        var left = Enumerable.Range(0, holders.Length).Where(i => holders[i].Votes > 0).ToList();
        for (var rank = 0; rank < step.Seats.Length && left.Count > 0;)
        {
            var votesOfFirst = left.Max(i => holders[i].Votes);
            ImmutableArray<int> first = [.. left.Where(i => holders[i].Votes == votesOfFirst)];
            var ranks = Enumerable.Range(rank, first.Length).Select(step.SeatsOf).ToList();
            ImmutableArray<int> ahead = ranks[0] == ranks[^1] ? first : Drawn(step, holders, first);
            var seats = ahead.IsEmpty ? ranks[^1] : ranks[0];
            foreach (var holder in ahead.IsEmpty ? first : ahead)
            {
                held[holder] = Math.Min(seats, holders[holder].Capacity);
                left.Remove(holder);
                rank++;
            }
        }

        steps.AddRange(StepTrace.Of(step, holders, new SharedSeats(held, [], 0), step.Seats.Sum(), within, Context));
        if (left.Count == 0 && Ties.Open.IsEmpty && step.Seats.Sum() - held.Sum() is var vacant && vacant > 0)
        {
            steps.Add(new SeatsVacant(step.Article, step.Holders, within, vacant, holders.All(h => h.Votes == 0)));
        }

        return held;
    }

    /// <summary>Who of equals has the better rank; empty if that is still to be drawn.</summary>
    ImmutableArray<int> Drawn(ByRankStep step, ImmutableArray<Claimant> holders, ImmutableArray<int> equals)
    {
        var level = Sharing.Select(s => s.Holders).ToList().IndexOf(step.Holders);
        return Ties.Winners(
            TieLevelOf(step.Holders),
            equals,
            TieNames.Of(equals, i => holders[i].Name, i => District.Votes[tree.Levels[level].Lines[holders[i].Holder][0]].Candidacy),
            1,
            TieRules(step, holders, i => next.Votes(level, holders[i].Holder, 0), i => next.Highest(level, holders[i].Holder)),
            step.Article,
            steps);
    }
}
