using System.Globalization;
using System.Numerics;

namespace Urna.Numerics;

/// <summary>An exact fraction of any size, in lowest terms; the default is zero.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    readonly BigInteger denominator;

    /// <summary>A fraction, brought to lowest terms.</summary>
    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">A whole number, ≥ 1.</param>
    /// <exception cref="ArgumentException">The denominator is not positive.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign <= 0)
        {
            throw new ArgumentException($"The denominator is {denominator}; it must be 1 or more.", nameof(denominator));
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        this.denominator = denominator / common;
    }

    /// <summary>Nothing: 0/1.</summary>
    public static Fraction Zero => default;

    /// <summary>The whole: 1/1.</summary>
    public static Fraction One { get; } = new(1, 1);

    /// <summary>Above the line.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Below the line, ≥ 1.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>The nearest floating-point number; for display, and for filters with an exact fallback.</summary>
    public double Value
    {
        get
        {
            // A whole part keeps its digits; numbers beyond the range of floating point are first brought into it.
            var (whole, rest) = BigInteger.DivRem(Numerator, Denominator);
            var beyond = (int)Math.Max(0, Denominator.GetBitLength() - 1000);
            return (double)whole + ((double)(rest >> beyond) / (double)(Denominator >> beyond));
        }
    }

    /// <summary>Whether a finite number of decimals writes it exactly.</summary>
    public bool IsDecimal => Decimals is not null;

    /// <summary>The natural logarithm of a positive fraction.</summary>
    internal double Log => BigInteger.Log(Numerator) - BigInteger.Log(Denominator);

    /// <summary>One over it.</summary>
    internal Fraction Inverse => new(Denominator, Numerator);

    /// <summary>How many decimals write it exactly; null if no number does.</summary>
    int? Decimals
    {
        get
        {
            var (twos, fives, rest) = (0, 0, Denominator);
            while (rest.IsEven)
            {
                (twos, rest) = (twos + 1, rest / 2);
            }

            while (rest % 5 == 0)
            {
                (fives, rest) = (fives + 1, rest / 5);
            }

            return rest.IsOne ? Math.Max(twos, fives) : null;
        }
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Fraction(long whole) => new(whole, 1);

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction left, Fraction right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient by a positive fraction.</summary>
    public static Fraction operator /(Fraction left, Fraction right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether the first is smaller.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is larger.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is not larger.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is not smaller.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The largest fraction of so many decimals that is not larger; for fractions of 0 or more.</summary>
    /// <param name="decimals">Decimals, ≥ 0.</param>
    public Fraction RoundedDown(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        return new(Numerator * scale / Denominator, scale);
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>Whether two fractions are the same number.</summary>
    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <summary>A hash of the number.</summary>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>The fraction as <c>a/b</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>All its decimals where they end; else <c>a/b</c>.</summary>
    public string ToDecimal()
    {
        if (Decimals is not { } places)
        {
            return ToString();
        }

        var digits = (BigInteger.Abs(Numerator) * BigInteger.Pow(10, places) / Denominator).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        return (Numerator.Sign < 0 ? "-" : "") + (places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}");
    }

    /// <summary>The fraction of a decimal.</summary>
    /// <param name="mantissa">Its digits.</param>
    /// <param name="exponent">The power of ten.</param>
    internal static Fraction OfDecimal(BigInteger mantissa, int exponent) =>
        exponent >= 0 ? new(mantissa * BigInteger.Pow(10, exponent), 1) : new(mantissa, BigInteger.Pow(10, -exponent));
}
