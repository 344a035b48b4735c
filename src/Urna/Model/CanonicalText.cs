using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Urna.Model;

/// <summary>One text for all the ways in which its accents can be encoded: normalization form C.</summary>
/// <remarks>
/// The same é is one sign or two, and files mix both: names that differ in nothing else are one name. Unicode Standard Annex 15; the table stands in
/// <c>CanonicalText.txt</c>, since <see cref="string.Normalize()"/> returns every text as it is where a program runs without the system's cultures.
/// </remarks>
public static class CanonicalText
{
    /// <summary>Every sign below is its own form, and combines with none before it.</summary>
    const char FirstToCompose = '\u0300';

    static readonly Lazy<Tables> tables = new(Read);

    /// <summary>The form C of a text; the same text where it has that form.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstToCompose, '\uFFFF'))
        {
            return text;
        }

        var (decompositions, compositions, classes) = tables.Value;
        if (!text.EnumerateRunes().Any(r => decompositions.ContainsKey(r.Value) || classes.ContainsKey(r.Value) || IsJamo(r.Value)))
        {
            return text;
        }

        var signs = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, decompositions, signs);
        }

        Order(signs, classes);
        return Composed(signs, compositions, classes);
    }

    static void Decompose(int sign, FrozenDictionary<int, int[]> decompositions, List<int> signs)
    {
        if (decompositions.TryGetValue(sign, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, decompositions, signs);
            }
        }
        else if (Hangul.Decompose(sign) is { } jamo)
        {
            signs.AddRange(jamo);
        }
        else
        {
            signs.Add(sign);
        }
    }

    /// <summary>Puts marks on one letter in the order of their classes; marks of one class keep theirs.</summary>
    static void Order(List<int> signs, FrozenDictionary<int, int> classes)
    {
        for (var start = 0; start < signs.Count;)
        {
            var end = start;
            while (end < signs.Count && classes.ContainsKey(signs[end]))
            {
                end++;
            }

            if (end - start > 1)
            {
                var ordered = signs[start..end].OrderBy(s => classes[s]).ToList();
                ordered.CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(signs)[start..end]);
            }

            start = Math.Max(end, start + 1);
        }
    }

    static string Composed(List<int> signs, FrozenDictionary<(int, int), int> compositions, FrozenDictionary<int, int> classes)
    {
        var text = new List<int>(signs.Count);
        var starter = -1;
        foreach (var sign in signs)
        {
            var own = classes.GetValueOrDefault(sign);
            var last = text.Count - 1;
            var isBlocked = starter < last && classes.GetValueOrDefault(text[last]) is var before && (before == 0 || before >= own);
            if (starter >= 0 && !isBlocked && (compositions.TryGetValue((text[starter], sign), out var composed) || Hangul.TryCompose(text[starter], sign, out composed)))
            {
                text[starter] = composed;
                continue;
            }

            text.Add(sign);
            starter = own == 0 ? text.Count - 1 : starter;
        }

        var made = new StringBuilder(text.Count);
        foreach (var sign in text)
        {
            made.Append(new Rune(sign));
        }

        return made.ToString();
    }

    static bool IsJamo(int sign) => sign is >= 0x1100 and < 0x1200;

    static Tables Read()
    {
        using var stream = typeof(CanonicalText).Assembly.GetManifestResourceStream("Urna.Model.CanonicalText.txt")!;
        using var reader = new StreamReader(stream);
        var (decompositions, compositions, classes) = (new Dictionary<int, int[]>(), new Dictionary<(int, int), int>(), new Dictionary<int, int>());
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "#")
            {
                continue;
            }

            if (words[0].Split("..") is [var first, var last])
            {
                for (var sign = Number(first); sign <= Number(last); sign++)
                {
                    classes.Add(sign, int.Parse(words[1], CultureInfo.InvariantCulture));
                }

                continue;
            }

            var parts = Array.ConvertAll(words[1..], Number);
            var letter = Number(words[0].TrimEnd('!'));
            decompositions.Add(letter, parts);
            if (!words[0].EndsWith('!'))
            {
                compositions.Add((parts[0], parts[1]), letter);
            }
        }

        return new Tables(decompositions.ToFrozenDictionary(), compositions.ToFrozenDictionary(), classes.ToFrozenDictionary());
    }

    static int Number(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    sealed record Tables(FrozenDictionary<int, int[]> Decompositions, FrozenDictionary<(int First, int Second), int> Compositions, FrozenDictionary<int, int> Classes);

    /// <summary>Korean syllables, which are composed by arithmetic.</summary>
    /// <remarks>The Unicode Standard, section 3.12.</remarks>
    static class Hangul
    {
        const int Syllables = 0xAC00, Leads = 0x1100, Vowels = 0x1161, Tails = 0x11A7, LeadCount = 19, VowelCount = 21, TailCount = 28;

        public static int[]? Decompose(int sign)
        {
            var index = sign - Syllables;
            if (index is < 0 or >= LeadCount * VowelCount * TailCount)
            {
                return null;
            }

            var (lead, vowel, tail) = (Leads + (index / (VowelCount * TailCount)), Vowels + (index / TailCount % VowelCount), Tails + (index % TailCount));
            return tail == Tails ? [lead, vowel] : [lead, vowel, tail];
        }

        public static bool TryCompose(int first, int second, out int composed)
        {
            composed = 0;
            if (first - Leads is >= 0 and < LeadCount && second - Vowels is >= 0 and < VowelCount)
            {
                composed = Syllables + ((((first - Leads) * VowelCount) + (second - Vowels)) * TailCount);
            }
            else if (first - Syllables is >= 0 and < LeadCount * VowelCount * TailCount && (first - Syllables) % TailCount == 0 && second - Tails is > 0 and < TailCount)
            {
                composed = first + (second - Tails);
            }

            return composed != 0;
        }
    }
}
