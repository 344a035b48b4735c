using System.Globalization;
using System.Numerics;

namespace Urna.Allocate;

/// <summary>An exact divisor: a fraction, or the square root of one.</summary>
/// <param name="Numerator">The numerator, ≥ 0; 0 makes every quotient infinite.</param>
/// <param name="Denominator">The denominator, ≥ 1.</param>
/// <param name="Root">Whether the divisor is the square root of the fraction.</param>
public readonly record struct Divisor(Int128 Numerator, long Denominator = 1, bool Root = false)
{
    /// <summary>The nearest number; for display and for filters with an exact fallback.</summary>
    public double Value => Root ? Math.Sqrt((double)Numerator / Denominator) : (double)Numerator / Denominator;

    /// <summary>Whether it is a whole number so small that votes times it cannot overflow 128 bits.</summary>
    bool IsWhole => !Root && Denominator == 1 && Numerator <= int.MaxValue;

    /// <summary>How the quotients of two holders compare, exactly: positive if the first's is larger.</summary>
    /// <param name="votesA">Votes of the first, ≥ 0.</param>
    /// <param name="a">Divisor of the first.</param>
    /// <param name="votesB">Votes of the second, ≥ 0.</param>
    /// <param name="b">Divisor of the second, a root like the first or not.</param>
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

        // x / d > v / e, that is x > v · d / e; under roots the same with squares.
        var above = Weight(votes, other) * Numerator * other.Denominator;
        var below = (BigInteger)other.Numerator * Denominator;
        return (Root ? SquareRootDown(above / below) : above / below) + 1;
    }

    /// <summary>The most votes whose quotient by this divisor is not above another quotient.</summary>
    internal BigInteger MostNotAbove(long votes, Divisor other) => LeastAbove(votes, other) - 1;

    /// <inheritdoc/>
    public override string ToString() =>
        Root ? $"√{new Divisor(Numerator, Denominator)}"
        : Denominator == 1 ? Numerator.ToString(CultureInfo.InvariantCulture)
        : Value.ToString("0.####", CultureInfo.InvariantCulture);

    static BigInteger Weight(long votes, Divisor divisor) => divisor.Root ? BigInteger.Pow(votes, 2) : votes;

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
