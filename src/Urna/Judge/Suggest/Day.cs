using System.Collections.Immutable;
using System.Globalization;

namespace Urna.Judge.Suggest;

/// <summary>Days as sentences write them: 4 April 1971, April 4, 1971, 4 de abril de 1971.</summary>
static class Day
{
    static readonly string[] months =
    [
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
        "ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE", "DICIEMBRE",
    ];

    /// <summary>The day that begins at a word, with an empty value where its year is not told; null if none does.</summary>
    public static Quantity? At(ImmutableArray<Token> tokens, int at)
    {
        int At(int i) => i < tokens.Length && tokens[i].Folded is "DE" or "OF" or "DEL" ? i + 1 : i;
        int? Month(int i) => i < tokens.Length && Array.IndexOf(months, tokens[i].Folded) is var m and >= 0 ? (m % 12) + 1 : null;
        int? Number(int i, int digits) => i < tokens.Length && tokens[i].Raw.Length <= digits && int.TryParse(tokens[i].Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

        var (day, month, next) = Number(at, 2) is { } first && Month(At(at + 1)) is { } m ? (first, m, At(at + 1) + 1)
            : Month(at) is { } before && Number(at + 1, 2) is { } after ? (after, before, at + 2) : (0, 0, 0);
        if (next == 0)
        {
            return null;
        }

        return Number(At(next), 4) is { } year and >= 1800 and < 2200
            ? new Quantity(QuantityKind.Date, at, At(next) + 1, Valid(year, month, day) ? $"{year:0000}-{month:00}-{day:00}" : "", Wording.Plain) { Number = at }
            : new Quantity(QuantityKind.Date, at, next, $"--{month:00}-{day:00}", Wording.Plain) { Number = at };
    }

    static bool Valid(int year, int month, int day) => day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
