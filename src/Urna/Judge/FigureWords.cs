using System.Globalization;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Numbers of claims as people of a language write them.</summary>
static class FigureWords
{
    /// <summary>A stated number, with the digits that it was stated with.</summary>
    /// <param name="stated">The number.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Stated stated, Language language)
    {
        var point = stated.Text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : stated.Text.Skip(point + 1).TakeWhile(char.IsAsciiDigit).Count();
        var number = Number(stated.Value, stated.Unit, decimals, language);
        return stated.Unit == ClaimUnit.Text ? number + Noun(stated.Text.Contains("person", StringComparison.Ordinal), stated.Value.CompareTo(Fraction.One) == 0, language) : number;
    }

    /// <summary>A computed number: shares and points to hundredths.</summary>
    /// <param name="value">The number, in the scale of <see cref="Stated"/>.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Fraction value, ClaimUnit unit, Language language) =>
        Number(value, unit, unit switch { ClaimUnit.Share or ClaimUnit.Points => 2, ClaimUnit.Ratio => 3, _ => 0 }, language);

    static string Number(Fraction value, ClaimUnit unit, int decimals, Language language)
    {
        var numbers = NumberStyle.Of(language);
        var isOne = value.CompareTo(Fraction.One) == 0;
        return unit switch
        {
            ClaimUnit.Share => numbers.Percent(value.Value, decimals),
            ClaimUnit.Points => numbers.Number(100 * value.Value, decimals) + In(" points", " puntos"),
            ClaimUnit.Votes => numbers.Number(value.Value, decimals) + In(isOne ? " vote" : " votes", isOne ? " voto" : " votos"),
            ClaimUnit.Seats => numbers.Number(value.Value, decimals) + In(isOne ? " seat" : " seats", isOne ? " escaño" : " escaños"),
            ClaimUnit.Rank => In("rank ", "lugar ") + numbers.Number(value.Value, decimals),
            ClaimUnit.Ratio => numbers.Number(value.Value, decimals) + In(isOne ? " time" : " times", isOne ? " vez" : " veces"),
            ClaimUnit.Date => DateOnly.FromDayNumber((int)value.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => numbers.Number(value.Value, decimals),
        };

        string In(string english, string spanish) => new LocalizedText(english, spanish).In(language);
    }

    static string Noun(bool persons, bool isOne, Language language) =>
        (persons ? new LocalizedText(isOne ? " person" : " persons", isOne ? " persona" : " personas") : new LocalizedText(isOne ? " place" : " places", isOne ? " lugar" : " lugares")).In(language);
}
