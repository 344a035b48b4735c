using System.Globalization;
using System.Text;

namespace Urna.Model;

/// <summary>A text in which nothing hides: signs that a reader cannot see stand as escapes.</summary>
/// <remarks>
/// A name is untrusted. Control signs can drive a terminal, marks of direction turn figures round, and signs without width make two names look like one.
/// The joiners of Arabic and of the scripts of India are kept between letters of such scripts, where words need them.
/// </remarks>
public static class VisibleText
{
    const char NonJoiner = '\u200C';
    const char Joiner = '\u200D';
    const char FirstOfJoinedScripts = '\u0590';

    /// <summary>The text with an escape such as <c>\u202E</c> for each sign that cannot be seen.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="lines">Whether line feeds stay as they are.</param>
    public static string Of(string text, bool lines = false)
    {
        if (!Hides(text, lines))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            if (!IsHidden(text, i, lines))
            {
                visible.Append(text, i, isPair ? 2 : 1);
            }
            else
            {
                var sign = isPair ? char.ConvertToUtf32(text, i) : text[i];
                visible.Append(CultureInfo.InvariantCulture, $"{(isPair ? "\\U" : "\\u")}{sign.ToString(isPair ? "X8" : "X4", CultureInfo.InvariantCulture)}");
            }

            i += isPair ? 1 : 0;
        }

        return visible.ToString();
    }

    /// <summary>Whether any sign of a text cannot be seen.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="lines">Whether line feeds are as good as seen.</param>
    public static bool Hides(string text, bool lines = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // Nearly all text is printable ASCII.
            if (text[i] is (< ' ' or > '~') && IsHidden(text, i, lines))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsHidden(string text, int at, bool lines) =>
        text[at] == '\n' ? !lines
        : text[at] is NonJoiner or Joiner ? !(IsOfJoinedScript(text, at - 1) && IsOfJoinedScript(text, at + 1))
        : char.IsLowSurrogate(text[at]) && at > 0 && char.IsSurrogatePair(text, at - 1) ? false
        : CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate;

    static bool IsOfJoinedScript(string text, int at) => at >= 0 && at < text.Length && text[at] >= FirstOfJoinedScripts && (char.IsLetter(text, at) || char.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
