using System.Globalization;
using System.Text.RegularExpressions;
using Urna.Numerics;

namespace Urna.Tests.Store.Import;

/// <summary>A document or a list of ballots that careless hands change.</summary>
static partial class BrokenText
{
    /// <summary>A copy that was changed by chance: what was done, the text, and what the text then says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCounted">Whether a line that is missing leaves less, and is not a ballot or record of a fixed number.</param>
    /// <param name="random">The chance.</param>
    public static (string What, string Text, Broken Says) Change(string text, bool isCounted, RandomSource random)
    {
        int Pick(int to) => (int)(random.Bits() % (ulong)Math.Max(1, to));
        var numbers = Numbers().Matches(text);
        if (numbers.Count == 0)
        {
            return ("nothing changed", text, Broken.Nothing);
        }

        var number = numbers[Pick(numbers.Count)];
        switch (random.Bits() % 7)
        {
            case 0:
                return ("cut off", text[..(text.Length / 2 + Pick((text.Length / 2) - 1))], Broken.Told);
            case 1:
                return ("line ends of Windows", text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal), Broken.Nothing);
            case 2:
                return ($"a letter in the figure at {number.Index}", text.Insert(number.Index + 1, "O"), Broken.Own);
            case 3:
                return ("a sign that is no text", text.Insert(Pick(text.Length), "\0"), Broken.Told);
            case 4:
                var lines = text.Split('\n').ToList();
                lines.RemoveAt(Pick(lines.Count - 1));
                return ("a line missing", string.Join('\n', lines), isCounted ? Broken.Told : Broken.Own);
            case 5:
                return ($"the figure at {number.Index} negative", text.Insert(number.Index, "-"), Broken.Own);
            default:
                var one = long.Parse(number.Value, CultureInfo.InvariantCulture) + 1;
                return ($"the figure at {number.Index} off by one", string.Concat(text.AsSpan(0, number.Index), $"{one}", text.AsSpan(number.Index + number.Length)), Broken.Own);
        }
    }

    [GeneratedRegex(@"(?<![0-9.-])[0-9]{1,9}(?![0-9.-])", RegexOptions.None, 5000)]
    private static partial Regex Numbers();
}
