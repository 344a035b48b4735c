using System.Collections.Immutable;

namespace Urna.Allocate.Methods;

/// <summary>A divisor sequence: what a holder's votes are divided by for its next seat.</summary>
/// <remarks>Balinski &amp; Young (2001), Fair Representation, 2nd ed.; Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 4 and 11.</remarks>
public sealed class DivisorRule
{
    readonly Func<int, Divisor> at;
    readonly (int First, int Increment)? whole;

    DivisorRule(string name, Func<int, Divisor> at, (int First, int Increment)? whole = null)
    {
        Name = name;
        this.at = at;
        this.whole = whole;
    }

    /// <summary>D'Hondt, Jefferson: 1, 2, 3, …</summary>
    public static DivisorRule DHondt { get; } = Whole("dhondt", 1, 1);

    /// <summary>Sainte-Laguë, Webster: 1, 3, 5, …</summary>
    public static DivisorRule SainteLague { get; } = Whole("sainte-lague", 1, 2);

    /// <summary>Sainte-Laguë as modified in Scandinavia: 1.4, 3, 5, …</summary>
    public static DivisorRule ModifiedSainteLague { get; } = new("modified-sainte-lague", held => held == 0 ? new(7, 5) : new((2 * held) + 1));

    /// <summary>Danish: 1, 4, 7, …</summary>
    public static DivisorRule Danish { get; } = Whole("danish", 1, 3);

    /// <summary>Imperiali, of Belgian municipalities: 2, 3, 4, … (1, 1.5, 2, …)</summary>
    public static DivisorRule Imperiali { get; } = Whole("imperiali", 2, 1);

    /// <summary>Adams: 0, 1, 2, …; the first seat goes to all before anyone has a second.</summary>
    public static DivisorRule Adams { get; } = Whole("adams", 0, 1);

    /// <summary>Huntington-Hill, equal proportions: √(0·1), √(1·2), √(2·3), …</summary>
    public static DivisorRule Hill { get; } = new("hill", held => new((Int128)held * (held + 1L), 1, Degree: 2));

    /// <summary>Dean, harmonic means: 0, 4/3, 12/5, …</summary>
    public static DivisorRule Dean { get; } = new("dean", held => new((Int128)2 * held * (held + 1L), (2L * held) + 1));

    /// <summary>Macau: 1, 2, 4, 8, …</summary>
    public static DivisorRule Macau { get; } = new("macau", held => new(Int128.One << Math.Min(held, 126)));

    /// <summary>Powers of D'Hondt's divisors: 1, 2^p, 3^p, …; Estonia's 0.9 favours large lists more than 1 does.</summary>
    /// <param name="numerator">The exponent's numerator in lowest terms, 1 to 9.</param>
    /// <param name="denominator">The exponent's denominator in lowest terms, 2 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is none of these.</exception>
    /// <remarks>Riigikogu Election Act of Estonia § 62 (5). Divisors are the <paramref name="denominator"/>-th roots of whole powers, so that quotients are compared exactly.</remarks>
    public static DivisorRule Power(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numerator, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, 9);
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denominator, 10);
        var exponent = ((double)numerator / denominator).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
        return new($"dhondt^{exponent}", held => new(WholePower(Math.Min(held, MostOfPowers) + 1, numerator), 1, denominator));
    }

    // No list has so many seats; one more would not fit into the numbers.
    const int MostOfPowers = 15_000;

    static Int128 WholePower(int number, int exponent)
    {
        var power = Int128.One;
        for (var i = 0; i < exponent; i++)
        {
            power *= number;
        }

        return power;
    }

    /// <summary>The sequences that law files may name.</summary>
    public static IReadOnlyList<DivisorRule> Known { get; } =
        [DHondt, SainteLague, ModifiedSainteLague, Danish, Imperiali, Adams, Hill, Dean, Macau];

    /// <summary>The name in law files.</summary>
    public string Name { get; }

    /// <summary>A sequence that a law writes out: its first terms, then each the last two's difference further.</summary>
    /// <param name="terms">At least two divisors, ascending, as exact fractions.</param>
    /// <exception cref="ArgumentException">There are fewer than two, or they do not ascend.</exception>
    public static DivisorRule Of(ImmutableArray<Divisor> terms)
    {
        if (terms.Length < 2 || Enumerable.Range(1, terms.Length - 1).Any(i => terms[i].Root || terms[i - 1].Root || Divisor.CompareQuotients(1, terms[i], 1, terms[i - 1]) >= 0))
        {
            throw new ArgumentException($"The divisors {string.Join(", ", terms)} must be two or more, ascending, and not roots.", nameof(terms));
        }

        // Over one denominator the difference of the last two terms is a whole number.
        var denominator = terms.Aggregate(1L, (d, t) => d / (long)Gcd(d, t.Denominator) * t.Denominator);
        var numerators = terms.Select(t => t.Numerator * (denominator / t.Denominator)).ToArray();
        var (last, increment) = (numerators[^1], numerators[^1] - numerators[^2]);
        return new DivisorRule(
            string.Join(", ", terms), held => new(held < numerators.Length ? numerators[held] : last + ((held - numerators.Length + 1) * increment), denominator));
    }

    /// <summary>The divisor for the next seat.</summary>
    /// <param name="held">Seats already held, ≥ 0.</param>
    public Divisor At(int held) => at(held);

    /// <summary>The divisor for the next seat, to the nearest number.</summary>
    internal double ValueAt(int held) => whole is { } w ? w.First + ((double)held * w.Increment) : at(held).Value;

    /// <inheritdoc/>
    public override string ToString() => Name;

    static DivisorRule Whole(string name, int first, int increment) => new(name, held => new(first + ((Int128)held * increment)), (first, increment));

    static Int128 Gcd(Int128 a, Int128 b) => b == 0 ? a : Gcd(b, a % b);
}
