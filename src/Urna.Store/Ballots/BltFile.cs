using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Files;

namespace Urna.Store.Ballots;

/// <summary>Reads ranked ballots from a BLT file, and puts every fault of its form in a log.</summary>
/// <remarks>
/// Hill, Wichmann and Woodall (1987), Algorithm 123, Computer Journal 30:3, with the marks that are common since: <c>=</c> between candidates of one
/// rank, <c>-</c> for a rank left blank, <c>#</c> before a comment. <c>docs/rules.md</c> describes the file.
/// </remarks>
sealed partial class BltFile
{
    /// <summary>The most candidates or seats that are accepted.</summary>
    public const int Most = 10_000;

    readonly string file;
    readonly FaultLog faults;
    readonly List<string> names = [];
    readonly List<int> marks = [];
    Section section = Section.Header;
    int candidates;
    int seats;
    bool[] withdrawn = [];
    RankedBallots.Builder? ballots;
    long total;
    string? title;
    int extra;
    bool begun;
    int line;

    BltFile(string file, FaultLog faults) => (this.file, this.faults) = (file, faults);

    enum Section
    {
        Header,
        Ballots,
        Names,
        Broken,
    }

    /// <summary>Reads a file; null if it has faults.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="file">How findings name it.</param>
    /// <param name="faults">Where faults go.</param>
    public static RankedDistrict? Read(string path, string file, FaultLog faults)
    {
        try
        {
            using var text = InputFile.OpenText(path, Bounds.Ballots);
            return Read(text, file, faults);
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file, faults);
        }

        return null;
    }

    /// <summary>Reads a text; null if it has faults.</summary>
    public static RankedDistrict? Read(TextReader text, string file, FaultLog faults)
    {
        var reader = new BltFile(file, faults);
        while (text.ReadLine() is { } raw)
        {
            reader.line++;
            if (raw.AsSpan().ContainsAnyInRange('\0', '\b'))
            {
                reader.Fault("V112", LocalizedText.Say("v112.the-line-has-characters-that-are"), FaultLog.Short(raw), "text");
                continue;
            }

            if (WithoutComment(raw) is { Length: > 0 } content)
            {
                reader.Take(content);
            }
        }

        return reader.End();
    }

    void Take(string content)
    {
        switch (section)
        {
            case Section.Header:
                Header(content);
                break;
            case Section.Ballots when content == "0":
                section = Section.Names;
                break;
            case Section.Ballots when content[0] == '"':
                Fault("V112", LocalizedText.Say("v112.the-ballots-do-not-end-with"), content, "0");
                section = Section.Names;
                Name(content);
                break;
            case Section.Ballots when content[0] == '-':
                Withdrawn(content);
                break;
            case Section.Ballots:
                Ballot(content);
                break;
            case Section.Names:
                Name(content);
                break;
        }
    }

    void Header(string content)
    {
        var numbers = Tokens(content);
        if (numbers.Length == 2 && Number(numbers[0]) is > 0 and <= Most and { } first && Number(numbers[1]) is > 0 and <= Most and { } second)
        {
            (candidates, seats) = ((int)first, (int)second);
            withdrawn = new bool[candidates];
            ballots = new RankedBallots.Builder(candidates);
            section = Section.Ballots;
            return;
        }

        Fault("V112", LocalizedText.Say("v112.the-first-line-must-give-the"), content, $"two whole numbers from 1 to {Most}");
        section = Section.Broken;
    }

    void Name(string content)
    {
        var name = content;
        if (content[0] == '"')
        {
            if (content.Length < 2 || content[^1] != '"')
            {
                Fault("V112", LocalizedText.Say("v112.the-quoted-name-does-not-end"), FaultLog.Short(content), "a name in double quotes");
                return;
            }

            name = content[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
        }

        if (names.Count < candidates)
        {
            if (name.Length == 0)
            {
                Fault("V115", LocalizedText.Say("v115.candidate-has-no-name", ("names", names.Count + 1)), content, "a name");
            }
            else if (names.FindIndex(n => FoldedName.Of(n) == FoldedName.Of(name)) is >= 0 and var same)
            {
                Fault(
                    "V106",
                    LocalizedText.Say(
                        "v106.candidates-and-have-the-same-name", ("same", same + 1), ("names", names.Count + 1), ("name", name)),
                    name, "names that differ");
            }

            names.Add(name);
        }
        else if (title is null)
        {
            title = name;
        }
        else if (++extra > 2)
        {
            Fault("V112", LocalizedText.Say("v112.there-is-a-line-after-the"), FaultLog.Short(content), "the end of the file");
        }
    }

    RankedDistrict? End()
    {
        if (section == Section.Header)
        {
            faults.Add("V112", LocalizedText.Say("v112.the-file-is-empty", ("file", file)), file, expected: "a BLT file of ranked ballots");
        }
        else if (section == Section.Ballots)
        {
            Fault("V112", LocalizedText.Say("v112.the-ballots-do-not-end-with"), "", "0");
        }
        else if (section == Section.Names && names.Count < candidates)
        {
            Fault(
                "V112",
                LocalizedText.Say("v112.there-are-names-for-of-candidates", ("names", names.Count), ("candidates", candidates)),
                $"{names.Count}", $"{candidates}");
        }

        if (faults.HasFaults)
        {
            return null;
        }

        ImmutableArray<int> staying = [.. Enumerable.Range(0, candidates).Where(c => !withdrawn[c])];
        int[] numbers = [.. Enumerable.Range(0, candidates).Select(c => staying.IndexOf(c))];
        return new RankedDistrict(title ?? "", seats, [.. staying.Select(c => names[c])], ballots!.ToBallots().Renumbered(numbers, staying.Length));
    }

    void Fault(string code, LocalizedText message, string found, string expected) =>
        faults.Add(
            code,
            LocalizedText.Say("blt-file.line", ("line", line), ("message", message)),
            file, line, found: found, expected: expected);

    static string[] Tokens(string content) => content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A line without spaces around it and without a comment, which starts with # outside quotes.</summary>
    static string WithoutComment(string raw)
    {
        var quoted = false;
        for (var i = 0; i < raw.Length; i++)
        {
            quoted ^= raw[i] == '"';
            if (raw[i] == '#' && !quoted)
            {
                return raw[..i].Trim();
            }
        }

        return raw.Trim();
    }
}
