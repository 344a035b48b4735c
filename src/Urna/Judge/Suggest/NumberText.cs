using System.Collections.Immutable;
using System.Globalization;

namespace Urna.Judge.Suggest;

/// <summary>A number that a sentence states, in digits or in words.</summary>
/// <param name="Text">Digits with a point, as claims write them.</param>
/// <param name="Words">How many words it takes.</param>
/// <param name="IsScaled">Whether it is told in thousands or millions.</param>
sealed record NumberText(string Text, int Words, bool IsScaled)
{
    static readonly Dictionary<string, decimal> scales = new()
    {
        ["MILLION"] = 1_000_000,
        ["MILLIONS"] = 1_000_000,
        ["MILLON"] = 1_000_000,
        ["MILLONES"] = 1_000_000,
        ["THOUSAND"] = 1_000,
        ["THOUSANDS"] = 1_000,
        ["MIL"] = 1_000,
        ["HUNDRED"] = 100,
    };

    static readonly Dictionary<string, decimal> words = Counted(
        "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN",
        "UNO DOS TRES CUATRO CINCO SEIS SIETE OCHO NUEVE DIEZ ONCE DOCE TRECE CATORCE QUINCE DIECISEIS DIECISIETE DIECIOCHO DIECINUEVE VEINTE VEINTIUNO VEINTIDOS VEINTITRES VEINTICUATRO VEINTICINCO VEINTISEIS VEINTISIETE VEINTIOCHO VEINTINUEVE");

    static readonly Dictionary<string, decimal> tens = new()
    {
        ["TWENTY"] = 20,
        ["THIRTY"] = 30,
        ["FORTY"] = 40,
        ["FIFTY"] = 50,
        ["SIXTY"] = 60,
        ["SEVENTY"] = 70,
        ["EIGHTY"] = 80,
        ["NINETY"] = 90,
        ["TREINTA"] = 30,
        ["CUARENTA"] = 40,
        ["CINCUENTA"] = 50,
        ["SESENTA"] = 60,
        ["SETENTA"] = 70,
        ["OCHENTA"] = 80,
        ["NOVENTA"] = 90,
        ["CIEN"] = 100,
        ["CIENTO"] = 100,
    };

    /// <summary>The number that begins at a word; null if none does.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    /// <param name="start">The index of a word.</param>
    public static NumberText? At(ImmutableArray<Token> tokens, int start)
    {
        var isScaled = start + 1 < tokens.Length && scales.ContainsKey(tokens[start + 1].Folded);
        var (value, taken) = tokens[start].IsDigits
            ? (Digits(tokens[start].Raw, isScaled || Cues.Percent.At(tokens, start + 1) > 0 || Cues.Points.At(tokens, start + 1) > 0), 1)
            : InWords(tokens, start);
        if (value is not { } number)
        {
            return null;
        }

        var next = start + taken;
        while (next < tokens.Length && scales.TryGetValue(tokens[next].Folded, out var scale))
        {
            number *= scale;
            next++;
        }

        isScaled = next > start + taken;
        return new NumberText(isScaled ? number.ToString("0.####", CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture), next - start, isScaled);
    }

    /// <summary>A number in digits, of English or of Spanish; three digits after one mark are thousands, except where a part is told.</summary>
    static decimal? Digits(string raw, bool isPart)
    {
        var bare = raw.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var last = bare.LastIndexOfAny(['.', ',']);
        if (last >= 0)
        {
            var marks = bare.Count(c => c == bare[last]);
            var isThousands = marks > 1 || (bare.Length - last - 1 == 3 && !isPart && bare.IndexOfAny(['.', ',']) == last && last <= 3);
            var whole = string.Concat((isThousands ? bare : bare[..last]).Where(char.IsAsciiDigit));
            bare = isThousands ? whole : $"{whole}.{bare[(last + 1)..]}";
        }

        return bare.Length <= 20 && decimal.TryParse(bare, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    static (decimal? Value, int Words) InWords(ImmutableArray<Token> tokens, int start)
    {
        var word = tokens[start].Folded;
        if (word is "A" or "UN" or "UNA")
        {
            // “A million”, but not “a vote”.
            return start + 1 < tokens.Length && scales.ContainsKey(tokens[start + 1].Folded) ? (1, 1) : (null, 0);
        }

        if (word == "MIL")
        {
            return (1, 0);
        }

        if (!tens.TryGetValue(word, out var ten))
        {
            return words.TryGetValue(word, out var unit) ? (unit, 1) : (null, 0);
        }

        var next = start + 1 < tokens.Length && tokens[start + 1].Folded is "Y" or "AND" ? start + 2 : start + 1;
        return next < tokens.Length && words.TryGetValue(tokens[next].Folded, out var ones) && ones < 10 ? (ten + ones, next - start + 1) : (ten, 1);
    }

    static Dictionary<string, decimal> Counted(params string[] lists) =>
        lists.SelectMany(l => l.Split(' ').Select((w, i) => (w, (decimal)(i + 1)))).ToDictionary();
}
