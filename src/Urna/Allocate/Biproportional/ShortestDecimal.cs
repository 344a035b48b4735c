using System.Numerics;
using Urna.Numerics;

namespace Urna.Allocate.Biproportional;

/// <summary>Finds the shortest decimal between two exact fractions, as officials choose their divisors.</summary>
static class ShortestDecimal
{
    static readonly Fraction four = new(4, 1);

    /// <summary>The decimal with the largest last place strictly between two fractions, near their middle.</summary>
    /// <param name="low">The lower bound; null for none.</param>
    /// <param name="high">The upper bound, larger than the lower; null for none.</param>
    public static Fraction Between(Fraction? low, Fraction? high)
    {
        var to = high ?? (low is { } l ? l * four : four);
        var from = low is { Numerator.IsZero: false } f ? f : to / four;
        var denominator = from.Denominator * to.Denominator;
        var (a, b) = (from.Numerator * to.Denominator, to.Numerator * from.Denominator);
        var middle = new Fraction(a + b, 2 * denominator);
        for (var exponent = (int)Math.Ceiling(new Fraction(b - a, denominator).Log / Math.Log(10)) + 1; ; exponent--)
        {
            var scaled = middle / Fraction.OfDecimal(1, exponent);
            var mantissa = BigInteger.Divide(scaled.Numerator + (scaled.Denominator / 2), scaled.Denominator);
            var candidate = Fraction.OfDecimal(mantissa, exponent);
            if (candidate > from && candidate < to)
            {
                return candidate;
            }
        }
    }
}
