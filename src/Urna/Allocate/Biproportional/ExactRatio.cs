using System.Globalization;
using System.Numerics;

namespace Urna.Allocate.Biproportional;

/// <summary>An exact positive or zero fraction in lowest terms, of any size.</summary>
public readonly record struct ExactRatio : IComparable<ExactRatio>
{
    readonly BigInteger denominator;

    /// <summary>A fraction, reduced.</summary>
    /// <param name="numerator">The numerator, ≥ 0.</param>
    /// <param name="denominator">The denominator, ≥ 1.</param>
    /// <exception cref="ArgumentException">The numerator is negative, or the denominator is not positive.</exception>
    public ExactRatio(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.Sign < 0 || denominator.Sign <= 0)
        {
            throw new ArgumentException($"{numerator}/{denominator} is not a fraction of a number ≥ 0 and a number ≥ 1.", nameof(numerator));
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        this.denominator = denominator / common;
    }

    /// <summary>The number one.</summary>
    public static ExactRatio One { get; } = new(1, 1);

    /// <summary>The numerator.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, ≥ 1.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>The nearest number; for display and for filters with an exact fallback.</summary>
    public double Value => Numerator.IsZero ? 0 : Numerator.GetBitLength() < 1000 && Denominator.GetBitLength() < 1000 ? (double)Numerator / (double)Denominator : Math.Exp(Log);

    /// <summary>The natural logarithm.</summary>
    internal double Log => BigInteger.Log(Numerator) - BigInteger.Log(Denominator);

    /// <summary>One over it.</summary>
    internal ExactRatio Inverse => new(Denominator, Numerator);

    /// <summary>The product.</summary>
    public static ExactRatio operator *(ExactRatio a, ExactRatio b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <summary>The quotient.</summary>
    public static ExactRatio operator /(ExactRatio a, ExactRatio b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>Whether the first is smaller.</summary>
    public static bool operator <(ExactRatio a, ExactRatio b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first is larger.</summary>
    public static bool operator >(ExactRatio a, ExactRatio b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first is smaller, or they are equal.</summary>
    public static bool operator <=(ExactRatio a, ExactRatio b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first is larger, or they are equal.</summary>
    public static bool operator >=(ExactRatio a, ExactRatio b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public int CompareTo(ExactRatio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>A decimal where it ends, else <c>a/b</c>.</summary>
    public override string ToString()
    {
        var (twos, fives, rest) = (0, 0, Denominator);
        while (rest % 2 == 0)
        {
            (twos, rest) = (twos + 1, rest / 2);
        }

        while (rest % 5 == 0)
        {
            (fives, rest) = (fives + 1, rest / 5);
        }

        var places = Math.Max(twos, fives);
        if (rest != 1 || places > 20)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
        }

        var digits = (Numerator * BigInteger.Pow(10, places) / Denominator).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        return places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}";
    }

    /// <summary>The fraction of a decimal.</summary>
    /// <param name="mantissa">Its digits, ≥ 0.</param>
    /// <param name="exponent">The power of ten.</param>
    internal static ExactRatio OfDecimal(BigInteger mantissa, int exponent) =>
        exponent >= 0 ? new(mantissa * BigInteger.Pow(10, exponent), 1) : new(mantissa, BigInteger.Pow(10, -exponent));
}
