using System.Globalization;
using System.Text;

namespace Urna.Model;

/// <summary>A key under which spellings of one name meet.</summary>
/// <remarks>Accents, Ñ, case, runs of spaces and final points are folded; raw names are always kept beside the key.</remarks>
public static class FoldedName
{
    // Letters are folded by a table: without the system's cultures, normalising takes no accent off.
    static readonly Dictionary<char, char> plain = new[]
    {
        "AÀÁÂÃÄÅĀĂĄǍ", "CÇĆĈĊČ", "DĎ", "EÈÉÊËĒĔĖĘĚ", "GĜĞĠĢ", "HĤ", "IÌÍÎÏĨĪĬĮİ", "JĴ", "KĶ", "LĹĻĽ", "NÑŃŅŇ", "OÒÓÔÕÖŌŎŐ", "RŔŖŘ", "SŚŜŞŠȘ", "TŢŤȚ", "UÙÚÛÜŨŪŬŮŰŲ", "WŴ", "YÝŶŸ", "ZŹŻŽ",
    }.SelectMany(letters => letters.Skip(1).Select(accented => (accented, letters[0]))).ToDictionary();

    /// <summary>The folded key of <paramref name="name"/>.</summary>
    /// <param name="name">A name as a source writes it.</param>
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in CanonicalText.Of(name))
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                var upper = char.ToUpperInvariant(c);
                folded.Append(plain.GetValueOrDefault(upper, upper));
            }
        }

        return folded.ToString().TrimEnd(' ', '.');
    }
}
