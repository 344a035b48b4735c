using System.Text;

namespace Urna.Store.Import;

/// <summary>Ids of contests that can be parts of file names.</summary>
static class ContestIds
{
    const int Longest = 80;

    /// <summary>The text in small letters and digits without accents, other signs as hyphens.</summary>
    public static string Of(string text)
    {
        var id = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                id.Append(char.ToLowerInvariant(letter));
            }
            else if (char.IsLetterOrDigit(letter))
            {
                id.Append(letter);
            }
            else if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark && id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        var clean = id.ToString().Trim('-');
        return clean.Length == 0 ? "contest" : clean.Length <= Longest ? clean : clean[..Longest];
    }
}
