using System.Numerics;
using Urna.Allocate.Filling;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Limits;

/// <summary>Limits the seats that a list can have.</summary>
static class Caps
{
    /// <summary>Notes the most seats of each list.</summary>
    public static void Apply(CapStep step, ContestDraft contest)
    {
        foreach (var draft in contest.For(step).Where(d => d.Missing.Count == 0))
        {
            var below = contest.Tiers.FirstOrDefault(t => t.Draft == draft)?.Districts ?? [];
            var house = draft.Seats + below.Sum(d => d.Seats);
            var votes = step.AmongTakingPart ? draft.Lists.Where((_, i) => !draft.Barred[i]).Sum(l => l.Votes) : draft.AllVotes.Valid;
            for (var i = 0; i < draft.Lists.Length; i++)
            {
                var key = ListTotals.KeyOf(draft.FirstLine(i));
                draft.Limit(i, Math.Max(0, MostOf(step, draft.Lists[i].Votes, votes, house) - below.Sum(d => d.HeldBy(key))), step);
            }
        }
    }

    /// <summary>The most seats for so many votes of all.</summary>
    static int MostOf(CapStep step, long votes, long all, int house)
    {
        // (votes / all + points) · house, without its fraction.
        var byPoints = step.Points is { } p && all > 0
            ? (((BigInteger)votes * p.Denominator) + ((BigInteger)all * p.Numerator)) * house / ((BigInteger)all * p.Denominator) : int.MaxValue;
        return (int)BigInteger.Min(step.Seats ?? int.MaxValue, byPoints);
    }
}
