using System.Collections.Immutable;
using System.Numerics;

namespace Urna.Scenarios.Changes;

/// <summary>Whole votes shared out in given proportions, by largest remainders.</summary>
/// <remarks>
/// Parts sum to the whole, and a whole that already stands in the proportions is left as it is: so no vote is lost, and no change is none. Of equal
/// remainders the earlier part takes the vote.
/// </remarks>
static class Parts
{
    /// <summary>Shares a whole in the proportions of some weights.</summary>
    /// <param name="whole">Votes to share, ≥ 0.</param>
    /// <param name="weights">The proportions, each ≥ 0; if all are 0 they count as equal.</param>
    public static long[] Of(long whole, ReadOnlySpan<long> weights)
    {
        var parts = new long[weights.Length];
        Int128 sum = 0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        if (weights.Length == 0 || whole == 0)
        {
            return parts;
        }

        var remainders = new Int128[weights.Length];
        var left = whole;
        for (var i = 0; i < parts.Length; i++)
        {
            var (quotient, remainder) = sum == 0 ? Int128.DivRem(whole, weights.Length) : Int128.DivRem((Int128)whole * weights[i], sum);
            (parts[i], remainders[i]) = ((long)quotient, remainder);
            left -= parts[i];
        }

        GiveOut(parts, left, (a, b) => remainders[a].CompareTo(remainders[b]));
        return parts;
    }

    /// <summary>Rounds exact parts that sum to a whole number so that they still do.</summary>
    /// <param name="exact">The parts over one denominator, each ≥ 0.</param>
    /// <param name="denominator">The denominator, ≥ 1; it divides their sum.</param>
    public static long[] Rounded(ReadOnlySpan<BigInteger> exact, BigInteger denominator)
    {
        var parts = new long[exact.Length];
        var remainders = new BigInteger[exact.Length];
        var sum = BigInteger.Zero;
        long whole = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var quotient = BigInteger.DivRem(exact[i], denominator, out remainders[i]);
            parts[i] = (long)quotient;
            whole += parts[i];
            sum += exact[i];
        }

        GiveOut(parts, (long)(sum / denominator) - whole, (a, b) => remainders[a].CompareTo(remainders[b]));
        return parts;
    }

    static void GiveOut(long[] parts, long left, Comparison<int> compare)
    {
        if (left <= 0)
        {
            return;
        }

        var order = Enumerable.Range(0, parts.Length).ToArray();
        Array.Sort(order, (a, b) => compare(b, a) is var c && c != 0 ? c : a.CompareTo(b));
        for (var i = 0; i < left; i++)
        {
            parts[order[i]]++;
        }
    }
}
