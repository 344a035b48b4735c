using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Filling;

/// <summary>Fills seats by highest averages in rounds, each with its account.</summary>
static class RenewedElection
{
    /// <summary>Awards all seats, with the account and the broken ties of each round.</summary>
    /// <param name="step">The step.</param>
    /// <param name="holders">The holders.</param>
    /// <param name="seats">Seats to fill.</param>
    /// <param name="within">The list whose seats are shared; empty for the district's.</param>
    /// <param name="round">Shares some seats among some holders that can fill any number; ties broken where the law can.</param>
    /// <param name="steps">Where what was done is written.</param>
    public static int[] Fill(
        HighestAveragesStep step, ImmutableArray<Claimant> holders, int seats, string within, Func<ImmutableArray<Claimant>, int, int[]> round, ICollection<AllocationStep> steps)
    {
        var held = new int[holders.Length];
        for (var left = seats; left > 0;)
        {
            ImmutableArray<int> open = [.. Enumerable.Range(0, holders.Length).Where(i => held[i] < holders[i].Capacity && holders[i].Votes > 0)];
            if (open.IsEmpty)
            {
                steps.Add(new SeatsVacant(step.Article, step.Holders, within, left, holders.All(h => h.Votes == 0)));
                return held;
            }

            var won = round([.. open.Select(i => holders[i] with { Capacity = int.MaxValue })], left);
            var tieIsOpen = won.Sum() < left;
            left = 0;
            for (var i = 0; i < open.Length; i++)
            {
                var taken = Math.Min(won[i], holders[open[i]].Capacity - held[open[i]]);
                held[open[i]] += taken;
                left += won[i] - taken;
            }

            if (left == 0 || tieIsOpen)
            {
                return held;
            }

            steps.Add(new NewElectionHeld(step.Article, step.Holders, within, [.. open.Where(i => held[i] == holders[i].Capacity).Select(i => holders[i].Name)], left));
        }

        return held;
    }
}
