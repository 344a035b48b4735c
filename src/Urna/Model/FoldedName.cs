using System.Globalization;
using System.Text;

namespace Urna.Model;

/// <summary>A key under which spellings of one name meet.</summary>
/// <remarks>Accents, Ñ, case, runs of spaces and final points are folded; raw names are always kept beside the key.</remarks>
public static class FoldedName
{
    /// <summary>The folded key of <paramref name="name"/>.</summary>
    /// <param name="name">A name as a source writes it.</param>
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
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
                folded.Append(char.ToUpperInvariant(c));
            }
        }

        return folded.ToString().TrimEnd(' ', '.');
    }
}
