using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>A number that a sentence writes, in digits or in words.</summary>
/// <param name="Value">The number.</param>
/// <param name="Text">Its digits with a point, as claims write them.</param>
/// <param name="After">The index of the word after it.</param>
/// <param name="IsScaled">Whether it is told in thousands or millions.</param>
/// <param name="IsSure">Whether its marks can be read in one way only.</param>
sealed record Numeral(decimal Value, string Text, int After, bool IsScaled, bool IsSure)
{
    const decimal Largest = 100_000_000_000m;

    static readonly Dictionary<string, decimal> englishUnits = Counted("ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN");

    static readonly Dictionary<string, decimal> englishTens = Tens("TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY");

    static readonly Dictionary<string, decimal> spanishUnits = new(Counted(
        "UNO DOS TRES CUATRO CINCO SEIS SIETE OCHO NUEVE DIEZ ONCE DOCE TRECE CATORCE QUINCE DIECISEIS DIECISIETE DIECIOCHO DIECINUEVE VEINTE VEINTIUNO VEINTIDOS VEINTITRES VEINTICUATRO VEINTICINCO VEINTISEIS VEINTISIETE VEINTIOCHO VEINTINUEVE"))
    {
        ["UN"] = 1,
        ["UNA"] = 1,
        ["VEINTIUN"] = 21,
        ["VEINTIUNA"] = 21,
    };

    static readonly Dictionary<string, decimal> spanishTens = Tens("- TREINTA CUARENTA CINCUENTA SESENTA SETENTA OCHENTA NOVENTA");

    static readonly Dictionary<string, decimal> spanishHundreds = new(
        new[] { "CIENTO", "DOSCIENTOS", "TRESCIENTOS", "CUATROCIENTOS", "QUINIENTOS", "SEISCIENTOS", "SETECIENTOS", "OCHOCIENTOS", "NOVECIENTOS" }
            .SelectMany((w, i) => new[] { (w, (i + 1) * 100m), (w.EndsWith("OS", StringComparison.Ordinal) ? $"{w[..^2]}AS" : "CIEN", (i + 1) * 100m) }).Select(p => KeyValuePair.Create(p.Item1, p.Item2)));

    static readonly Dictionary<string, decimal> scales = new()
    {
        ["THOUSAND"] = 1_000,
        ["MIL"] = 1_000,
        ["MILLION"] = 1_000_000,
        ["MILLIONS"] = 1_000_000,
        ["MILLON"] = 1_000_000,
        ["MILLONES"] = 1_000_000,
        ["BILLION"] = 1_000_000_000,
    };

    /// <summary>The number that begins at a word; null if none does.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    /// <param name="start">The index of a word.</param>
    /// <param name="language">The language of the sentence.</param>
    public static Numeral? At(ImmutableArray<Token> tokens, int start, Language language)
    {
        if (HalfOfScale(tokens, start) is { } half)
        {
            return half;
        }

        var at = start;
        var (total, isScaled, isSure, last) = (0m, false, true, Largest);
        while (Group(tokens, at, language, total == 0) is { } group)
        {
            var (value, next, sure) = (group.Value, group.Next, group.IsSure);
            var scale = 1m;
            while (next < tokens.Length && scales.TryGetValue(tokens[next].Folded, out var by))
            {
                (scale, next, isScaled) = (scale * by, next + 1, true);
            }

            // Each group is of a smaller order than the one before: four million 621 thousand.
            if (scale >= last || (total > 0 && value * scale >= last))
            {
                break;
            }

            (total, at, last, isSure) = (total + (value * scale), next, scale, isSure && (sure || scale > 1));
            if (AndAHalf(tokens, at) is var taken and > 0)
            {
                (total, at) = (total + (scale / 2), at + taken);
                if (scale == 1 && at < tokens.Length && scales.TryGetValue(tokens[at].Folded, out var by))
                {
                    (total, at, isScaled) = (total * by, at + 1, true);
                }

                break;
            }

            if (scale == 1 || total > Largest)
            {
                break;
            }
        }

        return at == start || total > Largest ? null
            : new Numeral(total, isScaled || !tokens[start].IsDigits || at > start + 1 ? total.ToString("0.######", CultureInfo.InvariantCulture) : total.ToString(CultureInfo.InvariantCulture), at, isScaled, isSure);
    }


    static (decimal Value, int Next, bool IsSure)? Group(ImmutableArray<Token> tokens, int at, Language language, bool isFirst)
    {
        if (at >= tokens.Length)
        {
            return null;
        }

        var here = tokens[at];
        if (here.IsDigits)
        {
            // A second number in digits goes on with the first only before a scale of its own, or below a thousand after one.
            return (isFirst || (at + 1 < tokens.Length && scales.ContainsKey(tokens[at + 1].Folded)) || here.Raw.Length == 3) && Digits(tokens, at, language) is { } read ? (read.Value, at + 1, read.IsSure) : null;
        }

        var words = language == Language.Spanish ? Spanish(tokens, at, isFirst) : English(tokens, at, isFirst);
        return words is { } found ? (found.Value, found.Next, true) : null;
    }

    static (decimal Value, int Next)? English(ImmutableArray<Token> tokens, int at, bool isFirst)
    {
        var next = at;
        if (!isFirst && Is(tokens, next, "AND"))
        {
            next++;
        }

        if (isFirst && tokens[next].Folded == "A")
        {
            return next + 1 < tokens.Length && (tokens[next + 1].Folded is "HUNDRED" || scales.ContainsKey(tokens[next + 1].Folded)) ? Hundreds(1, next + 1) : null;
        }

        return Below(next) is { } small ? Hundreds(small.Value, small.Next) : null;

        (decimal, int)? Hundreds(decimal value, int after)
        {
            if (!Is(tokens, after, "HUNDRED"))
            {
                return (value, after);
            }

            var rest = Below(Is(tokens, after + 1, "AND") ? after + 2 : after + 1);
            return rest is { } more ? ((value * 100) + more.Value, more.Next) : (value * 100, after + 1);
        }

        (decimal Value, int Next)? Below(int i) =>
            i >= tokens.Length ? null
            : englishTens.TryGetValue(tokens[i].Folded, out var ten) ? (i + 1 < tokens.Length && englishUnits.TryGetValue(tokens[i + 1].Folded, out var one) && one < 10 ? (ten + one, i + 2) : (ten, i + 1))
            : englishUnits.TryGetValue(tokens[i].Folded, out var unit) ? (unit, i + 1) : null;
    }

    static (decimal Value, int Next)? Spanish(ImmutableArray<Token> tokens, int at, bool isFirst)
    {
        if (isFirst && tokens[at].Folded == "MIL")
        {
            return (1, at);
        }

        var (value, next) = (0m, at);
        if (spanishHundreds.TryGetValue(tokens[next].Folded, out var hundred))
        {
            (value, next) = (hundred, next + 1);
        }

        if (next < tokens.Length && spanishTens.TryGetValue(tokens[next].Folded, out var ten))
        {
            (value, next) = (value + ten, next + 1);
            if (Is(tokens, next, "Y") && next + 1 < tokens.Length && spanishUnits.TryGetValue(tokens[next + 1].Folded, out var one) && one < 10)
            {
                (value, next) = (value + one, next + 2);
            }
        }
        else if (next < tokens.Length && spanishUnits.TryGetValue(tokens[next].Folded, out var unit))
        {
            (value, next) = (value + unit, next + 1);
        }

        return next == at ? null : (value, next);
    }

    static Numeral? HalfOfScale(ImmutableArray<Token> tokens, int at)
    {
        var next = Is(tokens, at, "HALF") && (Is(tokens, at + 1, "A") || Is(tokens, at + 1, "MILLION")) ? at + (Is(tokens, at + 1, "A") ? 2 : 1)
            : Is(tokens, at, "MEDIO") ? at + 1 : -1;
        return next > 0 && next < tokens.Length && scales.TryGetValue(tokens[next].Folded, out var scale)
            ? new Numeral(scale / 2, (scale / 2).ToString("0", CultureInfo.InvariantCulture), next + 1, true, true) : null;
    }

    static int AndAHalf(ImmutableArray<Token> tokens, int at) =>
        Is(tokens, at, "AND") && Is(tokens, at + 1, "A") && Is(tokens, at + 2, "HALF") ? 3
        : Is(tokens, at, "Y") && at + 1 < tokens.Length && tokens[at + 1].Folded is "MEDIO" or "MEDIA" ? 2 : 0;

    /// <summary>A number in digits: which marks part thousands and which a fraction goes by the language, and is not sure where it does not.</summary>
    static (decimal Value, bool IsSure)? Digits(ImmutableArray<Token> tokens, int at, Language language)
    {
        var bare = string.Concat(tokens[at].Raw.Where(c => c is not ('\u00A0' or '\u202F' or ' ')));
        var last = bare.LastIndexOfAny(['.', ',']);
        var isSure = true;
        if (last >= 0)
        {
            var (decimals, thousands) = language == Language.Spanish ? (',', '.') : ('.', ',');
            var groups = bare.Split('.', ',');
            var isGrouped = groups[0].Length is >= 1 and <= 3 && groups[0] != "0" && groups.Skip(1).All(g => g.Length == 3);
            var one = bare[last];
            var isRepeated = bare.Count(c => c == one) > 1;
            var isMixed = bare.Contains('.', StringComparison.Ordinal) && bare.Contains(',', StringComparison.Ordinal);
            if (isRepeated && (isMixed || !isGrouped))
            {
                return null;
            }

            var isPart = at + 1 < tokens.Length && (tokens[at + 1].Folded is "%" or "PER" or "PERCENT" or "POR" or "POINTS" or "PUNTOS" or "PERCENTAGE");
            var isThousands = isRepeated || (!isMixed && isGrouped && (one == thousands ? !isPart : !isPart && !scales.ContainsKey(Next())));
            isSure = isMixed ? one == decimals : isRepeated || (isThousands ? one == thousands : one == decimals);
            isSure &= !(isGrouped && isPart && one == thousands);
            var whole = string.Concat((isThousands ? bare : bare[..last]).Where(char.IsAsciiDigit));
            bare = isThousands ? whole : $"{whole}.{bare[(last + 1)..]}";
        }

        return bare.Length <= 20 && decimal.TryParse(bare, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (value, isSure) : null;

        string Next() => at + 1 < tokens.Length ? tokens[at + 1].Folded : "";
    }

    static bool Is(ImmutableArray<Token> tokens, int at, string word) => at < tokens.Length && tokens[at].Folded == word;

    static Dictionary<string, decimal> Counted(string list) => list.Split(' ').Select((w, i) => (w, (decimal)(i + 1))).ToDictionary();

    static Dictionary<string, decimal> Tens(string list) => list.Split(' ').Select((w, i) => (w, (decimal)((i + 2) * 10))).ToDictionary();
}
