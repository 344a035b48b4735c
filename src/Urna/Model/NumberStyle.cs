using System.Globalization;

namespace Urna.Model;

/// <summary>How people of one language write numbers.</summary>
/// <remarks>The cultures of the system are not used, so that the same input gives the same bytes everywhere.</remarks>
public sealed class NumberStyle
{
    readonly NumberFormatInfo format;
    readonly string percentSign;

    NumberStyle(string thousands, string point, string percentSign)
    {
        this.percentSign = percentSign;
        format = new NumberFormatInfo
        {
            NumberGroupSeparator = thousands,
            NumberDecimalSeparator = point,
            NegativeSign = "−",
        };
    }

    /// <summary>1,234,567 and 55.7%.</summary>
    public static NumberStyle English { get; } = new(",", ".", "%");

    /// <summary>1.234.567 and 55,7 %, with a space that does not break.</summary>
    public static NumberStyle Spanish { get; } = new(".", ",", "\u00A0%");

    /// <summary>1.234.567 and 55,7%.</summary>
    public static NumberStyle Portuguese { get; } = new(".", ",", "%");

    /// <summary>The style of a language.</summary>
    /// <param name="language">The reader's language.</param>
    public static NumberStyle Of(Language language) => language switch { Language.Spanish => Spanish, Language.Portuguese => Portuguese, _ => English };

    /// <summary>A whole number with separators.</summary>
    /// <param name="value">Any number.</param>
    public string Whole(long value) => value.ToString("N0", format);

    /// <summary>A change in whole numbers, with its sign: +12, −7, 0.</summary>
    /// <param name="value">Any number.</param>
    public string Signed(long value) => value > 0 ? $"+{Whole(value)}" : Whole(value);

    /// <summary>A number with a fixed count of decimals.</summary>
    /// <param name="value">Any finite number.</param>
    /// <param name="decimals">Decimals, 0 to 6.</param>
    public string Number(double value, int decimals) => Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", format);

    /// <summary>A decimal that is already rounded.</summary>
    /// <param name="value">Any decimal.</param>
    /// <param name="decimals">Its decimals, 0 to 28.</param>
    public string Exact(decimal value, int decimals) => value.ToString($"N{decimals}", format);

    /// <summary>A share as a percentage, which is none or the whole only where it is so.</summary>
    /// <param name="share">A share, 1 for the whole.</param>
    /// <param name="decimals">Decimals, 0 to 4.</param>
    /// <returns><c>55.7%</c>; <c>&lt;0.1%</c> and <c>&gt;99.9%</c> for what the decimals would show as none or as the whole.</returns>
    public string Percent(double share, int decimals = 1)
    {
        var step = (decimal)Math.Pow(10, -decimals);
        var shown = Math.Round((decimal)share * 100, decimals, MidpointRounding.AwayFromZero);
        var (sign, value) = share > 0 && shown == 0 ? ("<", step) : share < 1 && shown == 100 ? (">", 100 - step) : ("", shown);
        return $"{sign}{Exact(value, decimals)}{percentSign}";
    }
}
