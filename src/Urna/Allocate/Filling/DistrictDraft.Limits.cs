using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Validity;

namespace Urna.Allocate.Filling;

/// <summary>Seats of lists beyond their share, and the most that a list can have.</summary>
sealed partial class DistrictDraft
{
    readonly List<(int List, int Seats, BonusStep Step)> bonuses = [];
    int[] most = [];
    CapStep? cap;

    /// <summary>Notes a bonus, which is given when the seats are shared.</summary>
    /// <param name="list">The list's number; −1 while lots must say which.</param>
    /// <param name="seats">The seats.</param>
    /// <param name="step">The step that gives them.</param>
    public void GiveBonus(int list, int seats, BonusStep step)
    {
        bonuses.Add((list, seats, step));
        HasOwnMargins = false;
    }

    /// <summary>Gives a list more votes than its rows have.</summary>
    /// <param name="list">The list's number.</param>
    /// <param name="more">The votes, ≥ 0.</param>
    public void AddVotes(int list, long more)
    {
        Lists = Lists.SetItem(list, Lists[list] with { Votes = Lists[list].Votes + more });
        HasOwnMargins = false;
    }

    /// <summary>Notes the most seats that a list can have here.</summary>
    /// <param name="list">The list's number.</param>
    /// <param name="seats">The most, ≥ 0.</param>
    /// <param name="step">The step that says so.</param>
    public void Limit(int list, int seats, CapStep step)
    {
        most = most.Length == 0 ? [.. Lists.Select(_ => int.MaxValue)] : most;
        most[list] = Math.Min(most[list], seats);
        cap = step;
        HasOwnMargins = false;
    }

    /// <summary>Shares the district's seats among lists, with bonuses and within limits.</summary>
    /// <param name="open">The lists that take part.</param>
    void ShareWithin(ImmutableArray<int> open)
    {
        var left = Seats;
        foreach (var (list, seats, step) in bonuses.Where(b => b.Step.Kind == BonusKind.Added))
        {
            left -= seats;
            if (list >= 0)
            {
                Held[list] += seats;
                steps.Add(new BonusGiven(step.Article, Lists[list].Name, Lists[list].Votes, seats, IsGuarantee: false));
            }
        }

        // Where a tie can give the first its last guaranteed seat, it has as many either way.
        foreach (var (list, seats, step) in bonuses.Where(b => b.Step.Kind == BonusKind.Guaranteed && b.List >= 0))
        {
            var sure = SharedSeats.By(Sharing[0], [.. open.Select(i => Lists[i])], Seats, Context).Held[open.IndexOf(list)];
            if (sure < seats)
            {
                Held[list] = Math.Min(seats, Lists[list].Capacity);
                steps.Add(new BonusGiven(step.Article, Lists[list].Name, Lists[list].Votes, Held[list], IsGuarantee: true));
                left -= Held[list];
                open = open.Remove(list);
            }
        }

        ShareBelowLimits(open, Math.Max(0, left));
    }

    /// <summary>Shares seats; a list that would have more than its limit has that, and the others share again.</summary>
    void ShareBelowLimits(ImmutableArray<int> open, int seats)
    {
        for (var isSure = most.Length > 0; ;)
        {
            // A tie is drawn only once nobody is surely above the limit: it may not come up again without those who are.
            ImmutableArray<Claimant> holders = [.. open.Select(i => Lists[i])];
            var context = Context with { DistrictSeats = seats };
            var held = isSure ? SharedSeats.By(Sharing[0], holders, seats, context).Held : Share(Sharing[0], holders, seats, "", context);
            ImmutableArray<int> over = [.. Enumerable.Range(0, open.Length).Where(i => most.Length > 0 && held[i] + Held[open[i]] > most[open[i]])];
            if (over.IsEmpty && !isSure)
            {
                for (var i = 0; i < open.Length; i++)
                {
                    Held[open[i]] += held[i];
                }

                return;
            }

            foreach (var i in over)
            {
                var (list, due) = (open[i], held[i] + Held[open[i]]);
                seats -= Math.Max(0, most[list] - Held[list]);
                Held[list] = Math.Max(Held[list], most[list]);
                steps.Add(new ListCapped(cap!.Article, Lists[list].Name, Held[list], due));
            }

            open = [.. open.Where((_, i) => !over.Contains(i))];
            isSure = !over.IsEmpty;
        }
    }
}
