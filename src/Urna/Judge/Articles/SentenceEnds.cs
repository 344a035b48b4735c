namespace Urna.Judge.Articles;

/// <summary>Parts a text into sentences, by the marks that end them in English and Spanish.</summary>
static class SentenceEnds
{
    /// <summary>Words whose point ends no sentence.</summary>
    static readonly HashSet<string> abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "st", "vs", "no", "art", "arts", "pp", "ca", "approx", "sr", "sra", "srta", "dra", "ud", "uds", "núm", "nro", "aprox", "pág", "ee.uu", "u.s", "u.k", "i.e", "e.g", "p.ej",
    };

    /// <summary>Where each sentence begins and ends, without the spaces around it.</summary>
    /// <param name="text">A block's text.</param>
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' or '…' && EndAfter(text, i) is { } end)
            {
                if (Trimmed(text, start, end) is { } sentence)
                {
                    yield return sentence;
                }

                start = end;
                i = end - 1;
            }
        }

        if (Trimmed(text, start, text.Length) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Where the sentence ends whose mark stands at a place; null if the mark ends none.</summary>
    static int? EndAfter(string text, int mark)
    {
        var end = mark + 1;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '…' or '"' or '\'' or '”' or '’' or '»' or ')' or ']')
        {
            end++;
        }

        if (end == text.Length)
        {
            return end;
        }

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var goesOn = next == end || (next < text.Length && !(char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '¿' or '¡' or '"' or '“' or '«' or '‘' or '(' or '['));
        return goesOn || (text[mark] == '.' && IsAbbreviation(text, mark)) ? null : end;
    }

    static bool IsAbbreviation(string text, int mark)
    {
        var start = mark;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or '"' or '“' or '«'))
        {
            start--;
        }

        var word = text[start..mark];
        return (word.Length == 1 && char.IsUpper(word[0])) || abbreviations.Contains(word);
    }

    static (int Start, int End)? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return start < end ? (start, end) : null;
    }
}
