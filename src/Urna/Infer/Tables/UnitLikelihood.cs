using Urna.Numerics;

namespace Urna.Infer.Tables;

/// <summary>What a unit's people would be expected to vote, and how likely its votes then are.</summary>
static class UnitLikelihood
{
    /// <summary>μ_c = Σ_g w_g p_gc.</summary>
    /// <param name="people">People by row, shape [rows].</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="expected">Where the votes go, shape [columns].</param>
    public static void Expect(ReadOnlySpan<double> people, ReadOnlySpan<double> shares, Span<double> expected)
    {
        expected.Clear();
        for (var g = 0; g < people.Length; g++)
        {
            for (var c = 0; people[g] > 0 && c < expected.Length; c++)
            {
                expected[c] += people[g] * shares[(g * expected.Length) + c];
            }
        }
    }

    /// <summary>The log of the multinomial likelihood of the votes under the expected shares, constants included.</summary>
    /// <param name="people">People by row, shape [rows].</param>
    /// <param name="votes">Votes by column, shape [columns].</param>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    public static double Multinomial(ReadOnlySpan<double> people, ReadOnlySpan<double> votes, ReadOnlySpan<double> shares)
    {
        Span<double> expected = votes.Length <= 64 ? stackalloc double[votes.Length] : new double[votes.Length];
        Expect(people, shares, expected);
        var (total, all) = (0.0, 0.0);
        for (var c = 0; c < votes.Length; c++)
        {
            total += votes[c];
            all += expected[c];
        }

        if (total == 0 || all == 0)
        {
            return 0;
        }

        var sum = LogFactorial.Of(total);
        for (var c = 0; c < votes.Length; c++)
        {
            sum += (votes[c] == 0 ? 0 : votes[c] * Math.Log(expected[c] / all)) - LogFactorial.Of(votes[c]);
        }

        return sum;
    }
}
