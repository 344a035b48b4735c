using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Reads numbers with their units as articles of both languages write them, and how they were rounded.</summary>
/// <remarks>
/// A point or comma before other than three digits is of decimals; before groups of three it parts thousands where things have no parts, and is of decimals in
/// shares. The last digit written says how a number was rounded: with million and thousand it is that of the word, and zeros at the end of a number of votes from
/// a thousand up are not digits.
/// </remarks>
static class StatedText
{
    const int MostDigits = 18;

    const int Group = 3;

    static readonly FrozenDictionary<string, ClaimUnit> units = new Dictionary<string, ClaimUnit>
    {
        ["%"] = ClaimUnit.Share,
        ["points"] = ClaimUnit.Points,
        ["point"] = ClaimUnit.Points,
        ["puntos"] = ClaimUnit.Points,
        ["punto"] = ClaimUnit.Points,
        ["votes"] = ClaimUnit.Votes,
        ["vote"] = ClaimUnit.Votes,
        ["people"] = ClaimUnit.Votes,
        ["votos"] = ClaimUnit.Votes,
        ["voto"] = ClaimUnit.Votes,
        ["personas"] = ClaimUnit.Votes,
        ["seats"] = ClaimUnit.Seats,
        ["seat"] = ClaimUnit.Seats,
        ["escaños"] = ClaimUnit.Seats,
        ["escaño"] = ClaimUnit.Seats,
        ["times"] = ClaimUnit.Ratio,
        ["veces"] = ClaimUnit.Ratio,
        ["places"] = ClaimUnit.Places,
        ["place"] = ClaimUnit.Places,
        ["lugares"] = ClaimUnit.Places,
        ["persons"] = ClaimUnit.Persons,
        ["person"] = ClaimUnit.Persons,
    }.ToFrozenDictionary();

    /// <summary>The number, its unit and the size of its last digit; null if a text is no such number.</summary>
    /// <param name="text">Such as <c>28 %</c>, <c>7,4 millones de votos</c> or <c>4 600 000 votes</c>.</param>
    public static (Fraction Value, ClaimUnit Unit, Fraction Step)? Read(string text)
    {
        var words = text.Replace("%", " % ", StringComparison.Ordinal).Replace("per cent", "%", StringComparison.OrdinalIgnoreCase).Replace("por ciento", "%", StringComparison.OrdinalIgnoreCase)
            .Replace("percentage points", "points", StringComparison.OrdinalIgnoreCase).Replace("puntos porcentuales", "puntos", StringComparison.OrdinalIgnoreCase)
            .Split([' ', '\u00A0', '\u202F', '\u2009'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLowerInvariant()).Select(w => w == "percent" ? "%" : w).ToList();
        if (words is ["rank", var place])
        {
            return Number(place, ClaimUnit.Rank, 0);
        }

        if (words.Count < 2 || !units.TryGetValue(words[^1], out var unit))
        {
            return null;
        }

        var rest = words[..^1];
        if (rest is [.., "de"] && rest.Count > 1)
        {
            rest = rest[..^1];
        }

        var power = 0;
        if (unit == ClaimUnit.Votes && rest.Count > 1 && WrittenDigits.Powers.TryGetValue(FoldedName.Of(rest[^1]), out var named))
        {
            (power, rest) = (named, rest[..^1]);
        }
        else if (unit == ClaimUnit.Votes && rest is [{ Length: > 1 } joined] && WrittenDigits.Powers.TryGetValue(FoldedName.Of(joined[^1..]), out var letter))
        {
            (power, rest) = (letter, [joined[..^1]]);
        }

        return rest.Count == 1 ? Number(rest[0], unit, power)
            : rest.Skip(1).All(g => g.Length == Group && g.All(char.IsAsciiDigit)) && rest[0].TrimStart('-', '\u2212') is { Length: > 0 and <= Group } first && first.All(char.IsAsciiDigit) ? Number(string.Concat(rest), unit, power)
            : null;
    }

    static (Fraction Value, ClaimUnit Unit, Fraction Step)? Number(string written, ClaimUnit unit, int power)
    {
        var number = written.Replace('\u2212', '-');
        var isNegative = number.StartsWith('-');
        var digits = isNegative ? number[1..] : number;
        var read = WrittenDigits.Of(digits);
        var isThousands = Stated.IsWhole(unit) && power == 0 && read.IsGrouped && !read.IsMixed;
        return isThousands ? Sized(read.Digits, isNegative, unit, power) : read.IsRepeated || read.IsMixed ? null : Sized(read.WithPoint, isNegative, unit, power);
    }

    static (Fraction Value, ClaimUnit Unit, Fraction Step)? Sized(string digits, bool isNegative, ClaimUnit unit, int power)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        var all = digits.Replace(".", "", StringComparison.Ordinal);
        if (all.Length is 0 or > MostDigits || (point >= 0 && decimals == 0) || !BigInteger.TryParse(all, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            return null;
        }

        var below = BigInteger.Pow(10, decimals + (unit is ClaimUnit.Share or ClaimUnit.Points ? 2 : 0));
        var scale = BigInteger.Pow(10, power);
        var value = new Fraction((isNegative ? -whole : whole) * scale, below);
        return (value, unit, unit == ClaimUnit.Votes && power == 0 && decimals == 0 ? RoundStep(whole) : new Fraction(scale, below));
    }

    /// <summary>The size of the last digit of a number of votes that is not a zero at its end; tens at most below a thousand.</summary>
    static Fraction RoundStep(BigInteger whole)
    {
        var most = whole >= 1000 ? whole : whole >= 100 ? 10 : 1;
        var step = BigInteger.One;
        while (!whole.IsZero && whole % (step * 10) == 0 && step * 10 <= most)
        {
            step *= 10;
        }

        return new(step, 1);
    }
}
