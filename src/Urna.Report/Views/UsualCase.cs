using System.Text;

namespace Urna.Report.Views;

/// <summary>Names as people write them, where a source has them in capitals.</summary>
static class UsualCase
{
    static readonly HashSet<string> small = new(StringComparer.Ordinal)
    {
        "a", "al", "con", "da", "das", "de", "del", "do", "dos", "e", "el", "en", "la", "las", "lo", "los", "o", "por", "para", "un", "una", "y", "of", "the", "and", "for", "van", "von", "und",
    };

    /// <summary>The name in its usual case: only one that has no small letter, and more than a short sign, is changed.</summary>
    /// <param name="name">A name as a source writes it.</param>
    public static string Of(string name)
    {
        if (!IsInCapitals(name))
        {
            return name;
        }

        var shown = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            var end = at;
            while (end < name.Length && (char.IsLetterOrDigit(name[end]) || name[end] is '\'' or '’'))
            {
                end++;
            }

            if (end > at)
            {
                Append(shown, name[at..end], isFirst: at == 0);
                at = end;
            }
            else
            {
                shown.Append(name[at++]);
            }
        }

        return shown.ToString();
    }

    /// <summary>Whether it has two words or seven letters, all capitals.</summary>
    static bool IsInCapitals(string name)
    {
        var letters = 0;
        var spaces = 0;
        var before = '\0';
        foreach (var c in name)
        {
            var isPartOfId = before == '-' && char.IsDigit(c);
            before = c;
            if (isPartOfId || char.IsLower(c) || char.IsControl(c) || c is '<' or '_' or '/')
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
            spaces += c == ' ' ? 1 : 0;
        }

        return letters >= 7 || (spaces > 0 && letters >= 5);
    }

    static void Append(StringBuilder shown, string word, bool isFirst)
    {
        var lower = word.ToLowerInvariant();
        if (!isFirst && small.Contains(lower))
        {
            shown.Append(lower);
        }
        else if (word.Any(char.IsDigit) || (word.Length > 1 && IsSign(word)))
        {
            shown.Append(word);
        }
        else
        {
            shown.Append(word[0]).Append(lower, 1, lower.Length - 1);
        }
    }

    /// <summary>Whether it is a numeral of a king or letters without a vowel, which are no word.</summary>
    static bool IsSign(string word) => word.All(c => c is 'I' or 'V' or 'X') || !word.Any(c => (word.Length > 2 ? "AEIOUÁÉÍÓÚÜÂÊÔÃÕÀÄÖÅY" : "AEIOUÁÉÍÓÚÜÂÊÔÃÕÀÄÖÅ").Contains(c, StringComparison.Ordinal));
}
