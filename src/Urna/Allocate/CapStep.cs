using System.Numerics;

namespace Urna.Allocate;

/// <summary>The most seats that a list can have; what it loses is shared among the others as if it did not run.</summary>
/// <param name="Seats">The most seats; null where the law names no number.</param>
/// <param name="Points">How far a list's share of all seats may be above its share of votes; null where the law does not say.</param>
/// <remarks>Mexico (Constitution art. 54 IV-V: 300 deputies, and 8 points); party lists of the Philippines (Republic Act 7941 s. 11: three seats).</remarks>
public sealed record CapStep(int? Seats, Proportion? Points) : ContestStep
{
    /// <summary>Whether shares of votes are taken among the lists that take part, and not of all votes for candidacies.</summary>
    public bool AmongTakingPart { get; init; }

    /// <inheritdoc/>
    internal override void Apply(ContestDraft contest)
    {
        foreach (var draft in contest.For(this).Where(d => d.Missing.Count == 0))
        {
            var below = contest.Tiers.FirstOrDefault(t => t.Draft == draft)?.Districts ?? [];
            var house = draft.Seats + below.Sum(d => d.Seats);
            var votes = AmongTakingPart ? draft.Lists.Where((_, i) => !draft.Barred[i]).Sum(l => l.Votes) : draft.AllVotes.Valid;
            for (var i = 0; i < draft.Lists.Length; i++)
            {
                var key = ListTotals.KeyOf(draft.FirstLine(i));
                draft.Limit(i, Math.Max(0, MostOf(draft.Lists[i].Votes, votes, house) - below.Sum(d => d.HeldBy(key))), this);
            }
        }
    }

    /// <summary>The most seats for so many votes of all.</summary>
    int MostOf(long votes, long all, int house)
    {
        // (votes / all + points) · house, without its fraction.
        var byPoints = Points is { } p && all > 0
            ? (((BigInteger)votes * p.Denominator) + ((BigInteger)all * p.Numerator)) * house / ((BigInteger)all * p.Denominator) : int.MaxValue;
        return (int)BigInteger.Min(Seats ?? int.MaxValue, byPoints);
    }
}
