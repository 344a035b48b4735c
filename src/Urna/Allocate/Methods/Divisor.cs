using System.Globalization;
using System.Numerics;

namespace Urna.Allocate.Methods;

/// <summary>An exact divisor: a fraction, or a root of one.</summary>
/// <param name="Numerator">The numerator, ≥ 0; 0 makes every quotient infinite.</param>
/// <param name="Denominator">The denominator, ≥ 1.</param>
/// <param name="Degree">Which root of the fraction the divisor is, ≥ 1: 1 for the fraction itself, 2 for its square root.</param>
public readonly record struct Divisor(Int128 Numerator, long Denominator = 1, int Degree = 1)
{
    /// <summary>Whether the divisor is a root, and no fraction.</summary>
    public bool Root => Degree > 1;

    /// <summary>The nearest number; for display and for filters with an exact fallback.</summary>
    public double Value => Degree switch
    {
        1 => (double)Numerator / Denominator,
        2 => Math.Sqrt((double)Numerator / Denominator),
        _ => Math.Pow((double)Numerator / Denominator, 1.0 / Degree),
    };

    /// <summary>Whether it is a whole number so small that votes times it cannot overflow 128 bits.</summary>
    bool IsWhole => !Root && Denominator == 1 && Numerator <= int.MaxValue;

    /// <summary>How the quotients of two holders compare, exactly: positive if the first's is larger.</summary>
    /// <param name="votesA">Votes of the first, ≥ 0.</param>
    /// <param name="a">Divisor of the first.</param>
    /// <param name="votesB">Votes of the second, ≥ 0.</param>
    /// <param name="b">Divisor of the second, a root of the same degree as the first.</param>
    /// <remarks>Infinite quotients, of divisor 0, compare by votes.</remarks>
    public static int CompareQuotients(long votesA, Divisor a, long votesB, Divisor b)
    {
        if (a.Numerator == 0 || b.Numerator == 0)
        {
            return a.Numerator == b.Numerator ? votesA.CompareTo(votesB) : a.Numerator == 0 ? 1 : -1;
        }

        if (a.IsWhole && b.IsWhole)
        {
            return (votesA * b.Numerator).CompareTo(votesB * a.Numerator);
        }

        return (Weight(votesA, a) * b.Numerator * a.Denominator).CompareTo(Weight(votesB, b) * a.Numerator * b.Denominator);
    }

    /// <summary>The least votes whose quotient by this divisor is strictly above another quotient.</summary>
    internal BigInteger LeastAbove(long votes, Divisor other)
    {
        if (IsWhole && other.IsWhole)
        {
            return (BigInteger)((votes * Numerator / other.Numerator) + 1);
        }

        // x / d > v / e, that is x > v · d / e; under roots the same with powers.
        var above = Weight(votes, other) * Numerator * other.Denominator;
        var below = (BigInteger)other.Numerator * Denominator;
        return (Degree switch { 1 => above / below, 2 => SquareRootDown(above / below), _ => RootDown(above / below, Degree) }) + 1;
    }

    /// <summary>The most votes whose quotient by this divisor is not above another quotient.</summary>
    internal BigInteger MostNotAbove(long votes, Divisor other) => LeastAbove(votes, other) - 1;

    /// <inheritdoc/>
    public override string ToString() =>
        Degree == 2 ? $"√{new Divisor(Numerator, Denominator)}"
        : Root ? Value.ToString("0.####", CultureInfo.InvariantCulture)
        : Denominator == 1 ? Numerator.ToString(CultureInfo.InvariantCulture)
        : Value.ToString("0.####", CultureInfo.InvariantCulture);

    static BigInteger Weight(long votes, Divisor divisor) => divisor.Root ? BigInteger.Pow(votes, divisor.Degree) : votes;

    /// <summary>The largest whole number whose power is not above a value.</summary>
    static BigInteger RootDown(BigInteger value, int degree)
    {
        var (low, high) = (BigInteger.Zero, BigInteger.One);
        while (BigInteger.Pow(high, degree) <= value)
        {
            high *= 2;
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = BigInteger.Pow(middle, degree) <= value ? (middle, high) : (low, middle);
        }

        return low;
    }


    static BigInteger SquareRootDown(BigInteger value)
    {
        if (value < 2)
        {
            return value;
        }

        var root = (BigInteger)Math.Sqrt((double)value);
        while (true)
        {
            var next = (root + (value / root)) / 2;
            if (BigInteger.Abs(next - root) <= 1)
            {
                root = BigInteger.Max(next, root);
                while (root * root > value)
                {
                    root--;
                }

                while ((root + 1) * (root + 1) <= value)
                {
                    root++;
                }

                return root;
            }

            root = next;
        }
    }
}
