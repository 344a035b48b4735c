using System.Numerics;

namespace Urna.Allocate.Methods;

/// <summary>Votes for a list alone that pass down its order, until each person has what elects them.</summary>
/// <remarks>
/// Code électoral of Belgium, art. 172: half of the votes for the list alone go to its persons in their order, to each as many as they lack of the list's
/// votes / (seats + 1), until none are left. Both numbers are rounded up.
/// </remarks>
static class PassedDown
{
    /// <summary>What each person has with the votes that came to them.</summary>
    /// <param name="sharing">The persons of a list with votes and places, its seats and all its votes.</param>
    /// <param name="part">The part of the votes for the list alone that passes down.</param>
    /// <param name="totals">On return, votes by person.</param>
    /// <returns>The votes that elect a person.</returns>
    public static long Totals(in Sharing sharing, Proportion part, Span<long> totals)
    {
        var alone = sharing.Context.WithinVotes;
        var order = new (int Position, int Person)[totals.Length];
        for (var i = 0; i < totals.Length; i++)
        {
            totals[i] = sharing.Votes[i];
            alone -= sharing.Votes[i];
            order[i] = (sharing.Positions[i] == 0 ? int.MaxValue : sharing.Positions[i], i);
        }

        Array.Sort(order);
        var enough = (long)Up(sharing.Context.WithinVotes, sharing.Seats + 1L);
        var left = (long)Up((BigInteger)Math.Max(0, alone) * part.Numerator, part.Denominator);
        foreach (var (_, person) in order)
        {
            var passed = Math.Min(left, Math.Max(0, enough - totals[person]));
            totals[person] += passed;
            left -= passed;
        }

        return enough;
    }

    static BigInteger Up(BigInteger number, BigInteger by) => (number + by - 1) / by;
}
