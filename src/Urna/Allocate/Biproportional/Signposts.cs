using System.Numerics;
using Urna.Allocate.Methods;
using Urna.Numerics;

namespace Urna.Allocate.Biproportional;

/// <summary>Where a quotient is rounded up to the next seat: between k and k + 1 lies signpost k.</summary>
/// <remarks>
/// They are the divisors of a sequence over its last increment, so that a quotient rounds to seats: 1/2, 3/2, … for Sainte-Laguë, 1, 2, … for
/// D'Hondt. Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 3.
/// </remarks>
sealed class Signposts
{
    const int FarOut = 1_000_000;
    readonly Int128[] numerators;
    readonly Int128[] denominators;

    /// <summary>The signposts of a divisor sequence.</summary>
    /// <param name="rule">The sequence.</param>
    /// <param name="last">The number of the last that is needed.</param>
    /// <exception cref="ArgumentException">The divisors are roots, or stop growing.</exception>
    public Signposts(DivisorRule rule, int last)
    {
        var (far, farther) = (rule.At(FarOut), rule.At(FarOut + 1));
        var unit = far.Denominator == farther.Denominator && farther.Numerator > far.Numerator ? farther.Numerator - far.Numerator : 0;
        numerators = new Int128[last + 1];
        denominators = new Int128[last + 1];
        Logs = new double[last + 1];
        for (var k = 0; k <= last; k++)
        {
            var divisor = rule.At(k);
            numerators[k] = divisor.Numerator * (unit > 0 ? far.Denominator : 1);
            denominators[k] = divisor.Denominator * (unit > 0 ? unit : 1);
            Logs[k] = divisor.Numerator == 0 ? double.NegativeInfinity : Math.Log((double)numerators[k] / (double)denominators[k]);
            if (divisor.Root || (k > 0 && Logs[k] <= Logs[k - 1]))
            {
                throw new ArgumentException($"The divisors '{rule}' are roots or do not ascend up to {last}; a table of seats needs growing fractions.", nameof(rule));
            }
        }
    }

    /// <summary>The natural logarithm of each; minus infinity where it is 0.</summary>
    public double[] Logs { get; }

    /// <summary>Whether the first seat goes to everybody with votes.</summary>
    public bool StartsAtZero => numerators[0] == 0;

    /// <summary>A signpost's numerator.</summary>
    public Int128 Numerator(int k) => numerators[k];

    /// <summary>A signpost's denominator.</summary>
    public Int128 Denominator(int k) => denominators[k];

    /// <summary>Votes over a signpost that is not 0: the quotient at which the next seat is just won.</summary>
    public Fraction Quotient(long votes, int k) => new((BigInteger)votes * denominators[k], numerators[k]);
}
