using System.Globalization;
using System.Numerics;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Writes the numbers of claims for people, from exact fractions.</summary>
/// <remarks>The one place where explanations turn numbers into words of each language.</remarks>
static class FigureWords
{
    const int UsualDecimals = 2;
    const int MostDecimals = 8;

    /// <summary>A stated number, with the digits that it was stated with.</summary>
    /// <param name="stated">The number.</param>
    public static LocalizedText Of(Stated stated) => Of(stated.Value, stated.Unit, Decimals(stated));

    /// <summary>A stated number with the words that it is stated with.</summary>
    /// <param name="stated">The number.</param>
    /// <param name="wording">How it is said.</param>
    public static LocalizedText Said(Stated stated, Wording wording) => stated.Unit == ClaimUnit.Date
        ? OfDays(wording, LocalizedText.Same(stated.Text))
        : InWords(wording, Of(stated));

    /// <summary>A number with its unit, to as many decimals as it takes to tell it from another number.</summary>
    /// <param name="value">The number, in the scale of claims.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="other">The number it is compared with; null if none.</param>
    public static LocalizedText Of(Fraction value, ClaimUnit unit, Fraction? other = null)
    {
        var decimals = unit switch { ClaimUnit.Share or ClaimUnit.Points => UsualDecimals, ClaimUnit.Ratio => UsualDecimals + 1, _ => 0 };
        while (decimals > 0 && decimals < MostDecimals && ((other is { } compared && value != compared && Scaled(value, unit, decimals) == Scaled(compared, unit, decimals)) || LooksWhole(value, unit, decimals)))
        {
            decimals++;
        }

        return Of(value, unit, decimals);
    }

    /// <summary>A number with its unit, rounded half up.</summary>
    /// <param name="value">The number, in the scale of claims.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="decimals">Decimals, ≥ 0.</param>
    public static LocalizedText Of(Fraction value, ClaimUnit unit, int decimals)
    {
        if (unit == ClaimUnit.Date)
        {
            return LocalizedText.Same(Day(value));
        }

        var number = Number(Scaled(value, unit, decimals), decimals);
        return unit switch
        {
            ClaimUnit.Share => LocalizedText.Say("figure.share", ("number", number)),
            ClaimUnit.Points => LocalizedText.Say("figure.points", ("number", number)),
            ClaimUnit.Votes => Counted("figure.votes", value, number),
            ClaimUnit.Seats => Counted("figure.seats", value, number),
            ClaimUnit.Rank => LocalizedText.Say("figure.rank", ("number", number)),
            ClaimUnit.Ratio => Counted("figure.times", value, number),
            ClaimUnit.Persons => Counted("figure.persons", value, number),
            ClaimUnit.Places => Counted("figure.places", value, number),
            _ => number,
        };
    }

    /// <summary>A whole number with separators.</summary>
    public static LocalizedText Whole(long value) => Number(value, 0);

    /// <summary>An estimated share or difference, in [−1, 1].</summary>
    public static LocalizedText Estimate(double share, ClaimUnit unit)
    {
        var told = Of(new Fraction((BigInteger)Math.Round(share * 1e6), 1_000_000), unit, 1);
        return unit == ClaimUnit.Share && share is > 0 and < 1 && told.English is ("0.0%" or "100.0%") ? LocalizedText.For(l => NumberStyle.Of(l).Percent(share)) : told;
    }

    /// <summary>How far a number is from a stated one, without a sign; null if they are the same or of another kind.</summary>
    /// <param name="value">The number.</param>
    /// <param name="stated">The stated one, of the same unit.</param>
    public static LocalizedText? Distance(Fraction value, Stated stated)
    {
        var far = value > stated.Value ? value - stated.Value : stated.Value - value;
        var unit = stated.Unit == ClaimUnit.Share ? ClaimUnit.Points : stated.Unit;
        return far == Fraction.Zero || unit is not (ClaimUnit.Points or ClaimUnit.Votes or ClaimUnit.Seats) ? null
            : Of(far, unit, unit == ClaimUnit.Points ? Math.Max(UsualDecimals, Decimals(stated) + 1) : 0);
    }

    /// <summary>How a contest ends, in words.</summary>
    /// <param name="outcome">The word that claims files have for it.</param>
    public static LocalizedText Outcome(string outcome) => outcome switch
    {
        "elected" => LocalizedText.Say("term.elected-at-once"),
        "runoff" => LocalizedText.Say("figure.a-second-vote-decides"),
        "congress" => LocalizedText.Say("term.congress-chooses"),
        "no-votes" => LocalizedText.Say("term.nobody-is-elected"),
        _ => LocalizedText.Say("term.a-tie"),
    };

    /// <summary>A day as programs write it.</summary>
    public static string Day(Fraction value) => DateOnly.FromDayNumber((int)value.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How many decimals a stated number has.</summary>
    public static int Decimals(Stated stated) =>
        Math.Max(0, (int)Math.Round(BigInteger.Log10(stated.Step.Denominator)) - (stated.Unit is ClaimUnit.Share or ClaimUnit.Points ? 2 : 0));

    /// <summary>A place in an order, as 3rd smallest; the first without a number.</summary>
    /// <param name="place">The place, from 1.</param>
    /// <param name="greatest">Whether the greatest is the first, or the smallest.</param>
    public static LocalizedText Ordinal(int place, bool greatest) => place == 1
        ? LocalizedText.Say("figure.first-of-order", ("greatest", greatest))
        : LocalizedText.Say("figure.place-in-order", ("place", place), ("end", End(place)), ("greatest", greatest));

    /// <summary>Names in a row, with a word before the last.</summary>
    public static LocalizedText List(IReadOnlyList<string> names) => LocalizedText.Say("figure.names", ("names", Argument.List(names)));

    /// <summary>Words around a text, the same in all languages.</summary>
    public static LocalizedText With(this LocalizedText text, string before, string after) => LocalizedText.For(l => $"{before}{text.In(l)}{after}");

    /// <summary>The end that English gives to a place in an order.</summary>
    static string End(int place) => place % 100 is >= 11 and <= 13 ? "th" : (place % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    /// <summary>A number of things, whose form goes with it.</summary>
    static LocalizedText Counted(string key, Fraction value, LocalizedText number) =>
        LocalizedText.For(l => Catalogue.Say(key, l, ("value", value.Value), ("number", number)));

    /// <summary>Whether so many decimals would show a share as none or as the whole that is neither.</summary>
    static bool LooksWhole(Fraction value, ClaimUnit unit, int decimals) =>
        unit == ClaimUnit.Share && value > Fraction.Zero && value < Fraction.One && (Scaled(value, unit, decimals).IsZero || Scaled(value, unit, decimals) == BigInteger.Pow(10, decimals + 2));

    /// <summary>The value in its last decimal, half up as the verdicts round.</summary>
    static BigInteger Scaled(Fraction value, ClaimUnit unit, int decimals)
    {
        var scaled = (value * new Fraction(BigInteger.Pow(10, decimals + (unit is ClaimUnit.Share or ClaimUnit.Points ? 2 : 0)), 1)) + new Fraction(1, 2);
        var whole = BigInteger.DivRem(scaled.Numerator, scaled.Denominator, out var rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    static LocalizedText Number(BigInteger scaled, int decimals)
    {
        // Scaled values have fewer than the 28 digits of a decimal: nothing is rounded a second time.
        var value = (decimal)scaled / (decimal)BigInteger.Pow(10, decimals);
        return LocalizedText.For(l => NumberStyle.Of(l).Exact(value, decimals));
    }

    static LocalizedText OfDays(Wording wording, LocalizedText day) => wording switch
    {
        Wording.Over => LocalizedText.Say("figure.day-over", ("day", day)),
        Wording.AtLeast => LocalizedText.Say("figure.day-at-least", ("day", day)),
        Wording.Under => LocalizedText.Say("figure.day-under", ("day", day)),
        Wording.AtMost => LocalizedText.Say("figure.day-at-most", ("day", day)),
        _ => day,
    };

    static LocalizedText InWords(Wording wording, LocalizedText number) => wording switch
    {
        Wording.About => LocalizedText.Say("figure.about", ("number", number)),
        Wording.Almost => LocalizedText.Say("figure.almost", ("number", number)),
        Wording.Over => LocalizedText.Say("figure.over", ("number", number)),
        Wording.AtLeast => LocalizedText.Say("figure.at-least", ("number", number)),
        Wording.Under => LocalizedText.Say("figure.under", ("number", number)),
        Wording.AtMost => LocalizedText.Say("figure.at-most", ("number", number)),
        Wording.JustOver => LocalizedText.Say("figure.just-over", ("number", number)),
        _ => number,
    };
}
