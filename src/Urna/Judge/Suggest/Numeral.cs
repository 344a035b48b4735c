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

    static readonly Dictionary<string, decimal> scales = WrittenDigits.Powers.Where(p => p.Key.Length > 1).ToDictionary(p => p.Key, p => (decimal)Math.Pow(10, p.Value));

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
        var step = 1m;
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
            step = scale / (decimal)Math.Pow(10, value.Scale);
            if (AndAHalf(tokens, at) is var taken and > 0)
            {
                (total, at, step) = (total + (scale / 2), at + taken, scale / 10);
                if (scale == 1 && at < tokens.Length && scales.TryGetValue(tokens[at].Folded, out var by))
                {
                    (total, at, isScaled, step) = (total * by, at + 1, true, by / 10);
                }

                break;
            }

            if (scale == 1 || total > Largest)
            {
                break;
            }
        }

        return at == start || total > Largest ? null
            : new Numeral(total, Written(total, isScaled ? step : 1, isScaled || !tokens[start].IsDigits || at > start + 1), at, isScaled, isSure);
    }

    /// <summary>As claims write it: in millions or thousands where the words are, so that its last digit is kept.</summary>
    static string Written(decimal total, decimal step, bool isOfWords)
    {
        var (word, scale) = step >= 1_000_000_000 ? ("", 1m) : step >= 100_000 || (step >= 1_000 && total >= 1_000_000) ? (" million", 1_000_000m) : step >= 100 ? (" thousand", 1_000m) : ("", 1m);
        var decimals = 0;
        for (var size = step; size < scale && decimals < 6; size *= 10)
        {
            decimals++;
        }

        return scale > 1 ? (total / scale).ToString($"F{decimals}", CultureInfo.InvariantCulture) + word : total.ToString(isOfWords ? "0.######" : null, CultureInfo.InvariantCulture);
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
            ? new Numeral(scale / 2, Written(scale / 2, scale / 10, true), next + 1, true, true) : null;
    }

    static int AndAHalf(ImmutableArray<Token> tokens, int at) =>
        Is(tokens, at, "AND") && Is(tokens, at + 1, "A") && Is(tokens, at + 2, "HALF") ? 3
        : Is(tokens, at, "Y") && at + 1 < tokens.Length && tokens[at + 1].Folded is "MEDIO" or "MEDIA" ? 2 : 0;

    /// <summary>A number in digits: which marks part thousands and which a fraction goes by the language, and is not sure where it does not.</summary>
    static (decimal Value, bool IsSure)? Digits(ImmutableArray<Token> tokens, int at, Language language)
    {
        var read = WrittenDigits.Of(tokens[at].Raw);
        var (bare, isSure) = (read.Bare, true);
        if (read.HasMarks)
        {
            var (decimals, thousands) = language == Language.Spanish ? (',', '.') : ('.', ',');
            if (read.IsRepeated && (read.IsMixed || !read.IsGrouped))
            {
                return null;
            }

            var (one, isGrouped) = (read.LastMark, read.IsGrouped && !read.Bare.StartsWith("0,", StringComparison.Ordinal) && !read.Bare.StartsWith("0.", StringComparison.Ordinal));
            var isPart = at + 1 < tokens.Length && (tokens[at + 1].Folded is "%" or "PER" or "PERCENT" or "POR" or "POINTS" or "PUNTOS" or "PERCENTAGE");
            var isThousands = read.IsRepeated || (!read.IsMixed && isGrouped && (one == thousands ? !isPart : !isPart && !scales.ContainsKey(Next())));
            isSure = read.IsMixed ? one == decimals : read.IsRepeated || (isThousands ? one == thousands : one == decimals);
            isSure &= !(isGrouped && isPart && one == thousands);
            bare = isThousands ? read.Digits : read.WithPoint;
        }

        return bare.Length <= 20 && decimal.TryParse(bare, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (value, isSure) : null;

        string Next() => at + 1 < tokens.Length ? tokens[at + 1].Folded : "";
    }

    static bool Is(ImmutableArray<Token> tokens, int at, string word) => at < tokens.Length && tokens[at].Folded == word;

    static Dictionary<string, decimal> Counted(string list) => list.Split(' ').Select((w, i) => (w, (decimal)(i + 1))).ToDictionary();

    static Dictionary<string, decimal> Tens(string list) => list.Split(' ').Select((w, i) => (w, (decimal)((i + 2) * 10))).ToDictionary();
}
