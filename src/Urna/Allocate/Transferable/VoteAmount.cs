using System.Globalization;
using System.Numerics;

namespace Urna.Allocate.Transferable;

/// <summary>A number of votes that need not be whole, exact.</summary>
public readonly record struct VoteAmount : IComparable<VoteAmount>
{
    readonly BigInteger numerator;
    readonly BigInteger lessOne;

    /// <summary>A fraction; it is kept in lowest terms.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator, > 0.</param>
    /// <exception cref="ArgumentException">The denominator is not positive.</exception>
    public VoteAmount(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign <= 0)
        {
            throw new ArgumentException($"The denominator {denominator} must be positive.", nameof(denominator));
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        this.numerator = numerator / common;
        lessOne = (denominator / common) - 1;
    }

    /// <summary>The numerator, in lowest terms.</summary>
    public BigInteger Numerator => numerator;

    /// <summary>The denominator, in lowest terms.</summary>
    /// <remarks>Kept less one, so that the value no one has made is zero and not a division by zero.</remarks>
    public BigInteger Denominator => lessOne + 1;

    /// <summary>The nearest floating-point number, to be shown and never compared.</summary>
    public double Value => Denominator.IsOne ? (double)Numerator : (double)(Numerator / Denominator) + ((double)(Numerator % Denominator) / (double)Denominator);

    /// <summary>Whether a finite number of decimals writes it exactly.</summary>
    public bool IsDecimal
    {
        get
        {
            var rest = Denominator;
            foreach (var factor in new[] { 2, 5 })
            {
                while (rest % factor == 0)
                {
                    rest /= factor;
                }
            }

            return rest.IsOne;
        }
    }

    /// <summary>Whole votes.</summary>
    public static implicit operator VoteAmount(long votes) => new(votes, 1);

    /// <summary>The sum.</summary>
    public static VoteAmount operator +(VoteAmount a, VoteAmount b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>The difference.</summary>
    public static VoteAmount operator -(VoteAmount a, VoteAmount b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>The product.</summary>
    public static VoteAmount operator *(VoteAmount a, VoteAmount b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <summary>The quotient by a positive amount.</summary>
    public static VoteAmount operator /(VoteAmount a, VoteAmount b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(VoteAmount a, VoteAmount b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(VoteAmount a, VoteAmount b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first is not more.</summary>
    public static bool operator <=(VoteAmount a, VoteAmount b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first is not less.</summary>
    public static bool operator >=(VoteAmount a, VoteAmount b) => a.CompareTo(b) >= 0;

    /// <summary>The largest amount of so many decimals that is not larger; for amounts of 0 or more.</summary>
    /// <param name="decimals">Decimals, ≥ 0.</param>
    public VoteAmount RoundedDown(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        return new(Numerator * scale / Denominator, scale);
    }

    /// <inheritdoc/>
    public int CompareTo(VoteAmount other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The amount with all its decimals, or as a fraction if it has no end of them.</summary>
    public override string ToString()
    {
        if (!IsDecimal)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
        }

        var places = 0;
        var scale = BigInteger.One;
        while (scale % Denominator != 0)
        {
            scale *= 10;
            places++;
        }

        var digits = BigInteger.Abs(Numerator * (scale / Denominator)).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        return (Numerator.Sign < 0 ? "-" : "") + (places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}");
    }
}
