using System.Text.RegularExpressions;

namespace Urna.Store.Import.Drafts;

/// <summary>How figures are written in the cells of a table.</summary>
static partial class DraftNumbers
{
    static readonly string[] marks = [".", ",", " ", "'"];

    /// <summary>Texts that stand for no figure in official tables.</summary>
    static readonly string[] empties = ["-", "–", "—", "*", "...", "…", "N/A", "n/a", "NA", "n.d.", "s/d", "S/D", "s.d.", "Sin dato", "x", "X", "/", ".", "NULL", "null", "N.D.", "k.A.", "nd", "ND"];

    /// <summary>Whether a text stands for no figure.</summary>
    public static bool IsEmpty(string text) => text.Length == 0 || empties.Contains(text);

    /// <summary>Whether a cell is a whole number, with or without marks between thousands.</summary>
    public static bool IsFigure(string text) => Plain().IsMatch(text) || Grouped().IsMatch(text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2019', '\''));

    /// <summary>Whether a cell is a number that is no count: a fraction, a share in per cent, or below zero.</summary>
    public static bool IsOther(string text) => !IsFigure(text) && Fraction().IsMatch(text);

    /// <summary>The marks between thousands that the cells use.</summary>
    public static IReadOnlyList<string> MarksOf(IEnumerable<string> cells)
    {
        var grouped = cells.Select(c => c.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2019', '\'')).Where(c => Grouped().IsMatch(c)).ToList();
        return [.. marks.Where(m => grouped.Exists(c => c.Contains(m, StringComparison.Ordinal)))];
    }

    /// <summary>The number of a cell; null if it is no figure.</summary>
    public static long? Read(string text)
    {
        if (!IsFigure(text))
        {
            return null;
        }

        var digits = string.Concat((text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text).Where(char.IsAsciiDigit));
        return digits.Length <= 15 ? long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"^\d{1,12}(\.0)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\d{1,3}((\.\d{3})+|(,\d{3})+|( \d{3})+|('\d{3})+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[-+]?\d*[.,]?\d+ ?%?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fraction();
}
