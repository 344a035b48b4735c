using System.Numerics;

namespace Urna.Power;

/// <summary>An exact fraction in lowest terms, written <c>a/b</c>.</summary>
public readonly record struct Fraction
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
    public static Fraction Zero => new(0, 1);

    /// <summary>The whole: 1/1.</summary>
    public static Fraction One => new(1, 1);

    /// <summary>Above the line.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Below the line, ≥ 1.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>The nearest floating-point number, for people.</summary>
    public double Value
    {
        get
        {
            // Numbers beyond the range of floating point are first brought into it, with more digits than it keeps.
            var beyond = (int)Math.Max(0, Denominator.GetBitLength() - 1000);
            return (double)(Numerator >> beyond) / (double)(Denominator >> beyond);
        }
    }

    /// <summary>The sum of two fractions.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The fraction as <c>a/b</c>.</summary>
    public override string ToString() => $"{Numerator}/{Denominator}";

    /// <summary>Whether two fractions are the same number.</summary>
    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <summary>A hash of the number.</summary>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);
}
