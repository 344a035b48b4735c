using System.Globalization;
using System.Numerics;

namespace Urna.Allocate.Methods;

/// <summary>An exact share or multiple that a law names.</summary>
/// <param name="Numerator">The numerator, ≥ 0.</param>
/// <param name="Denominator">The denominator, ≥ 1.</param>
public readonly record struct Proportion(long Numerator, long Denominator)
{
    /// <summary>The nearest number; for display only.</summary>
    public double Value => (double)Numerator / Denominator;

    /// <summary>How votes compare with this share of a total, exactly.</summary>
    /// <param name="votes">The votes, ≥ 0.</param>
    /// <param name="total">The total, ≥ 0.</param>
    /// <returns>Positive if the votes are more, 0 if they are exactly the share.</returns>
    public int Compare(BigInteger votes, BigInteger total) => (votes * Denominator).CompareTo(total * Numerator);

    /// <summary>Whether votes reach this share of a total.</summary>
    /// <param name="votes">The votes, ≥ 0.</param>
    /// <param name="total">The total, ≥ 0.</param>
    /// <param name="inclusive">Whether exactly the share is enough.</param>
    public bool IsReachedBy(BigInteger votes, BigInteger total, bool inclusive) =>
        Compare(votes, total) is var order && (order > 0 || (order == 0 && inclusive));

    /// <summary>Reads <c>5%</c>, <c>0.05</c> or <c>1/20</c>; null if the text is none of these.</summary>
    /// <param name="text">The text of a law file.</param>
    public static Proportion? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length == 2)
        {
            return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
                && numerator <= Most && denominator is > 0 and <= Most
                    ? new Proportion(numerator, denominator)
                    : null;
        }

        var percent = text.EndsWith('%');
        if (!decimal.TryParse(percent ? text[..^1].TrimEnd() : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value < 0 || value > Most || value.Scale > 6)
        {
            return null;
        }

        var scale = (long)Math.Pow(10, value.Scale);
        return Reduced((long)(value * scale), scale * (percent ? 100 : 1));
    }

    /// <inheritdoc/>
    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    const long Most = 1_000_000_000;

    static Proportion Reduced(long numerator, long denominator)
    {
        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new Proportion(numerator / common, denominator / common);
    }
}
