using Urna.Model;
using System.Text;
using System.Text.Unicode;
using Urna.Store.Files;

namespace Urna.Store.Import.Sources;

/// <summary>How a file of text is really written: its encoding, and the sign between its columns.</summary>
static class TextForm
{
    const int Start = 1 << 16;

    /// <summary>The encodings that are tried where no declared one can be right; those that hold any bytes come last.</summary>
    static readonly string[] others = ["windows-1252", "ibm850", "macintosh", "windows-1250", "iso-8859-2", "windows-1251", "koi8-r", "shift_jis", "euc-kr", "gb18030", "windows-1253", "windows-1254"];

    static readonly string[] western = ["windows-1252", "ibm850", "macintosh", "windows-1250", "iso-8859-2"];

    static TextForm() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    static readonly char[] separators = [',', ';', '\t', '|'];

    /// <summary>Encodings in which every byte has a meaning of its own, so that none can be ruled out.</summary>
    static bool IsSingleByte(string name) => name is not ("utf-8" or "utf-16" or "utf-16BE" or "utf-32" or "shift_jis" or "euc-kr" or "euc-jp" or "gb18030" or "big5");

    /// <summary>The encoding of a file: that of its byte order mark, else the declared one that it keeps to, else the likeliest.</summary>
    /// <param name="file">The file.</param>
    /// <param name="declared">The encodings that the mapping names.</param>
    /// <param name="faults">Where it is told that another one was taken.</param>
    public static string EncodingOf(SourceFile file, IReadOnlyList<string> declared, FaultLog faults)
    {
        var start = Bytes(file);
        if (MarkOf(start) is { } marked)
        {
            return marked;
        }

        if (declared.FirstOrDefault(e => !IsSingleByte(e) && IsIn(file, e)) is { } certain)
        {
            return certain;
        }

        var likely = declared.Where(IsSingleByte).ToList();
        if (likely.Count > 0)
        {
            return likely.Count == 1 ? likely[0] : Likeliest(file, likely);
        }

        if (!declared.Contains("utf-8") && IsIn(file, "utf-8"))
        {
            Tell("utf-8");
            return "utf-8";
        }

        if (IsMostlyUtf8(start))
        {
            // A few bytes are damaged; another encoding would make every accent another sign.
            return "utf-8";
        }

        var found = Likeliest(file, others);
        if (western.Contains(found) && HoldsAccentsOfUtf8(Telling(file)))
        {
            // Some lines are in one encoding and some in another: whichever is taken, names become others.
            return "utf-8";
        }

        Tell(found);
        return found;

        void Tell(string other) => faults.Add(
            "V561",
            LocalizedText.Say(
                "v561.the-file-is-not-text-it", ("file", file.Name), ("declared", string.Join(" or ", declared)), ("other", other)),
            file.Name, found: other, expected: string.Join(", ", declared));
    }

    /// <summary>The sign between columns: the declared one, unless only another parts the header into columns that the mapping names.</summary>
    /// <param name="text">The beginning of the file's text.</param>
    /// <param name="format">The table.</param>
    /// <param name="file">The file, as findings name it.</param>
    /// <param name="faults">Where it is told that another one was taken.</param>
    public static char SeparatorOf(string text, TableFormat format, string file, FaultLog faults)
    {
        if (format.HeaderRows == 0 || format.Names.IsEmpty || format.Transpose)
        {
            return format.Separator;
        }

        var names = format.Names.SelectMany(n => n.Split('|')).Select(n => Folded(n.Split(GridReader.HeaderSign)[0])).Where(n => n.Length > 0).ToHashSet();
        var lines = text.Split('\n').Take(format.HeaderAt is null ? format.Skip + Math.Max(1, format.HeaderRows) : 60).ToList();
        var declared = Fitting(lines, format.Separator, names);
        if (declared > 0)
        {
            return format.Separator;
        }

        var best = separators.MaxBy(s => Fitting(lines, s, names));
        if (best == format.Separator || Fitting(lines, best, names) < 2)
        {
            return format.Separator;
        }

        faults.Add(
            "V561",
            LocalizedText.Say(
                "v561.the-columns-of-are-parted-by", ("file", file), ("nameOf", NameOf(best)),
                ("nameOf2", NameOf(format.Separator))),
            file, found: NameOf(best), expected: NameOf(format.Separator));
        return best;
    }

    /// <summary>How people call a separator.</summary>
    public static string NameOf(char separator) => separator switch { '\t' => "tabs", ';' => "semicolons ';'", ',' => "commas ','", '|' => "bars '|'", _ => $"'{separator}'" };

    /// <summary>The bytes with which a file begins.</summary>
    public static byte[] Bytes(SourceFile file, int most = Start)
    {
        using var stream = file.Open();
        var buffer = new byte[most];
        return buffer[..stream.ReadAtLeast(buffer, most, throwOnEndOfStream: false)];
    }

    /// <summary>The likeliest of some encodings: in which the signs beyond ASCII are letters among letters.</summary>
    public static string Likeliest(SourceFile file, IReadOnlyList<string> encodings)
    {
        var bytes = Telling(file);
        return encodings.Select((name, order) => (name, order, score: ScoreOf(bytes, name))).OrderByDescending(e => e.score).ThenBy(e => e.order).First().name;
    }

    /// <summary>Whether the whole file can be read in an encoding.</summary>
    public static bool IsIn(SourceFile file, string encoding)
    {
        if (encoding == "utf-8")
        {
            return IsUtf8(file);
        }

        try
        {
            using var text = new StreamReader(file.Open(), Strict(encoding), detectEncodingFromByteOrderMarks: true);
            var buffer = new char[1 << 14];
            while (text.Read(buffer) > 0)
            {
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>An encoding that refuses what it does not know.</summary>
    public static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    static bool IsUtf8(SourceFile file)
    {
        using var stream = file.Open();
        var buffer = new byte[1 << 20];
        for (var kept = 0; ;)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            var end = kept + read;

            // A sign that the block cuts is left for the next one.
            var whole = end;
            for (var back = 1; back <= 3 && back <= end && end == buffer.Length; back++)
            {
                if (buffer[end - back] >= 0xC0)
                {
                    whole = end - back;
                    break;
                }
            }

            if (!Utf8.IsValid(buffer.AsSpan(0, whole)))
            {
                return false;
            }

            if (end < buffer.Length)
            {
                return true;
            }

            buffer.AsSpan(whole, end - whole).CopyTo(buffer);
            kept = end - whole;
        }
    }

    static bool IsMostlyUtf8(byte[] start)
    {
        var text = Encoding.UTF8.GetString(start);
        var broken = text.Count(c => c == '\uFFFD');
        return broken < text.Count(c => c >= '\u0080') - broken;
    }

    /// <summary>Whether an accented letter stands as the two bytes of UTF-8, which in western encodings are a letter and a sign that no word has.</summary>
    static bool HoldsAccentsOfUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] == 0xC3 && bytes[i + 1] is >= 0x80 and <= 0xBF)
            {
                return true;
            }
        }

        return false;
    }

    static string? MarkOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, 0, 0, ..] => "utf-32",
        [0xFF, 0xFE, ..] => "utf-16",
        [0xFE, 0xFF, ..] => "utf-16BE",
        [not 0, 0, not 0, 0, ..] => "utf-16",
        [0, not 0, 0, not 0, ..] => "utf-16BE",
        _ => null,
    };

    static int Fitting(List<string> lines, char separator, HashSet<string> names) =>
        lines.Max(l => l.Trim('\r', '\uFEFF').Split(separator).Select(Folded).Distinct().Count(names.Contains));

    static string Folded(string name) => CountWords.Folded(name).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The lines that tell encodings apart: those that hold more than ASCII.</summary>
    static byte[] Telling(SourceFile file)
    {
        var bytes = Bytes(file, 1 << 22);
        var telling = new List<byte>();
        for (var from = 0; from < bytes.Length && telling.Count < Start;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', from);
            end = end < 0 ? bytes.Length : end + 1;
            if (bytes.AsSpan(from..end).ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                telling.AddRange(bytes.AsSpan(from..end));
            }

            from = end;
        }

        return [.. telling];
    }

    static double ScoreOf(byte[] bytes, string encoding)
    {
        string text;
        try
        {
            text = Strict(encoding).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return double.NegativeInfinity;
        }

        var score = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            score += text[i] < '\u0080' ? 0 : ScoreOf(text[i], i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
        }

        // Signs of two bytes are half as many, and each is as likely as two of one.
        return IsSingleByte(encoding) ? score : 2 * score;
    }

    static double ScoreOf(char sign, char before, char after)
    {
        if (char.IsControl(sign) || sign is (>= '\u2500' and <= '\u259F') or '\uFFFD' or (>= '\uFF61' and <= '\uFF9F'))
        {
            return -3;
        }

        if (!char.IsLetter(sign))
        {
            return sign is '\u2013' or '\u2019' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '\u00BA' or '\u00AA' or '\u00B0' or '\u00A0' || sign > '\u2E80' ? 0.3
                : char.IsLetter(before) || char.IsLetter(after) ? -1.5 : -0.5;
        }

        if (ScriptOf(sign) is var script && ((char.IsLetter(before) && !Fits(script, ScriptOf(before))) || (char.IsLetter(after) && !Fits(script, ScriptOf(after)))))
        {
            return -1;
        }

        // Words in Latin letters are mostly of ASCII: three accents in a row are letters of another alphabet.
        var isForeign = script == Script.Latin && IsAccented(before) && IsAccented(after);
        var isOdd = (char.IsLower(sign) && char.IsUpper(before) && char.IsUpper(after)) || (char.IsUpper(sign) && char.IsLower(before));
        return isForeign || isOdd ? -0.5 : 1;
    }

    static bool IsAccented(char letter) => letter >= '\u0080' && char.IsLetter(letter);

    enum Script
    {
        Latin,
        Greek,
        Cyrillic,
        Han,
        Kana,
        Hangul,
        Other,
    }

    static Script ScriptOf(char letter) => letter switch
    {
        < '\u0250' => Script.Latin,
        >= '\u0370' and < '\u0400' => Script.Greek,
        >= '\u0400' and < '\u0530' => Script.Cyrillic,
        >= '\u3040' and < '\u3100' => Script.Kana,
        >= '\uAC00' and < '\uD7A4' => Script.Hangul,
        >= '\u3400' and < '\uA000' => Script.Han,
        _ => Script.Other,
    };

    /// <summary>Whether letters of two alphabets stand side by side in a word.</summary>
    static bool Fits(Script one, Script other) => one == other || (one is Script.Han or Script.Kana && other is Script.Han or Script.Kana);
}
