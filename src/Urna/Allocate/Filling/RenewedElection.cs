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
    /// <param name="state">What the rounds start from.</param>
    /// <param name="round">Shares some seats among some holders that can fill any number; ties broken where the law can.</param>
    /// <param name="tell">What becomes of the state when something was done.</param>
    /// <returns>Seats by holder, and the state then.</returns>
    public static (int[] Held, T State) Fill<T>(
        HighestAveragesStep step,
        ImmutableArray<Claimant> holders,
        int seats,
        string within,
        T state,
        Func<T, ImmutableArray<Claimant>, int, (int[] Won, T State)> round,
        Func<T, AllocationStep, T> tell)
    {
        var held = new int[holders.Length];
        for (var left = seats; left > 0;)
        {
            ImmutableArray<int> open = [.. Enumerable.Range(0, holders.Length).Where(i => held[i] < holders[i].Capacity && holders[i].Votes > 0)];
            if (open.IsEmpty)
            {
                return (held, tell(state, new SeatsVacant(step.Article, step.Holders, within, left, holders.All(h => h.Votes == 0))));
            }

            (var won, state) = round(state, [.. open.Select(i => holders[i] with { Capacity = int.MaxValue })], left);
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
                return (held, state);
            }

            state = tell(state, new NewElectionHeld(step.Article, step.Holders, within, [.. open.Where(i => held[i] == holders[i].Capacity).Select(i => holders[i].Name)], left));
        }

        return (held, state);
    }
}
