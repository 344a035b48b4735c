using System.Globalization;
using System.Text;
using Urna.Count;
using Urna.Model;
using Urna.Numerics;
using Urna.Store;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Validate;

namespace Urna.Tests.Store.Import;

/// <summary>Copies of files that were changed as careless hands change them: told or right, never silently other figures.</summary>
/// <remarks>Some copies here, thousands in the long run; <c>URNA_BROKEN=5000</c> makes as many. The seed of a copy is its number.</remarks>
public class BrokenCopyTests
{
    /// <summary>Files of one table of text, with the separator of their columns, and the format that reads them.</summary>
    static readonly (string Format, string File, char Separator, int HeaderRow)[] files =
    [
        ("us-openelections-csv", "total-votes.csv", ',', 0), ("us-openelections-csv", "turnout.csv", ',', 0), ("us-medsl-csv", "countypres.csv", ',', 0), ("us-medsl-csv", "precinct.csv", ',', 0),
        ("de-kerg-csv", "1990.csv", ';', 0), ("de-kerg-csv", "europawahl.csv", ';', 0), ("fr-interieur-csv", "lg2022-t2-long.csv", ';', 0), ("fr-interieur-csv", "pr2022-communes.csv", ';', 0),
        ("it-eligendo-csv", "senato-estero.csv", ';', 0), ("it-eligendo-csv", "europee2019.csv", ';', 0), ("ar-dine-mesa-csv", "2013.csv", ';', 0), ("ch-onegov-csv", "languages.csv", ',', 0),
        ("pe-onpe-actas-csv", "official.csv", ';', 0), ("uk-hoc-library-csv", "ge2024.csv", ',', 0), ("ranked-cvr-csv", "counted.csv", ',', 0), ("mx-ine-remesas-txt", "conteo2021.txt", '|', 1),
    ];

    [Fact]
    public void Import_OfABrokenCopy_IsToldOrRight()
    {
        var asked = int.TryParse(Environment.GetEnvironmentVariable("URNA_BROKEN"), CultureInfo.InvariantCulture, out var n) ? n : LongRun.Of(120, 4_000);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var wrong = new List<string>();
        for (var seed = 1; seed <= asked; seed++)
        {
            var (format, file, separator, header) = files[seed % files.Length];
            var source = Path.Combine(Repository.Root, "tests", "Urna.Tests", "Inputs", "formats", format, file);
            var latin = File.ReadAllText(source, Encoding.Latin1);
            var (what, text, changes) = Broken(latin, separator, header, new RandomSource((ulong)seed));
            if (Fault(format, source, text, what, changes) is { } fault)
            {
                wrong.Add($"seed {seed}, {format}/{file}, {what}: {fault}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static string? Fault(string format, string source, string text, string what, Changed changes)
    {
        var before = Read(format, source, File.ReadAllText(source, Encoding.Latin1));
        var after = Read(format, source, text);
        if (after.Votes is null)
        {
            return after.Findings.Any(f => f.Severity == Severity.Fault) ? null : "refused without a fault";
        }

        // What was told beyond what is told of the file itself.
        var told = after.Findings.Where(f => f.Code != "V141").Select(f => (f.Code, f.Message)).Except(before.Findings.Select(f => (f.Code, f.Message))).ToList();
        var isSame = after.Votes.OrderBy(v => v, StringComparer.Ordinal).SequenceEqual(before.Votes!.OrderBy(v => v, StringComparer.Ordinal));
        return changes switch
        {
            // The copy says the same as the file: the figures are those of the file.
            Changed.Nothing => isSame ? null : $"other figures: {string.Join(" ", before.Votes!.Except(after.Votes).Take(4))} became {string.Join(" ", after.Votes.Except(before.Votes!).Take(4))}",

            // The copy contradicts itself: it is told, or what it says of itself is left out and told.
            Changed.Told => told.Count > 0 || isSame ? null : "silently other figures",

            // The copy states other figures and nothing in it says so: they are its own.
            _ => null,
        };
    }

    static (List<string>? Votes, IReadOnlyList<Finding> Findings) Read(string format, string source, string text)
    {
        using var small = new SmallImport();
        var path = Path.Combine(small.Root, Path.GetFileName(source));
        File.WriteAllText(path, text, Encoding.Latin1);
        var match = FormatLibrary.Match([path], format)[0];
        var read = Importer.Import([path], match.Map, small.Election, new ImportOptions { Date = new DateOnly(2030, 5, 5) });
        if (read.Value is null)
        {
            return (null, read.Findings);
        }

        var election = ElectionFolder.Read(small.Election).Value;
        return election is null
            ? (null, read.Findings)
            : ([.. election.Contests.SelectMany(c => c.Returns.SelectMany(r => r.Votes.Select(v => $"{c.Id}|{r.Place}|{v.Votes}")))], [.. read.Findings, .. Validation.Check(election)]);
    }

    enum Changed
    {
        /// <summary>The figures are the same.</summary>
        Nothing,

        /// <summary>Something in the copy contradicts another thing in it.</summary>
        Told,

        /// <summary>The copy is a file of its own.</summary>
        Figures,
    }

    static (string What, string Text, Changed Changes) Broken(string text, char separator, int header, RandomSource random)
    {
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        int Pick(int from, int to) => from + (int)(random.Bits() % (ulong)(to - from));
        switch (random.Bits() % 8)
        {
            case 0:
                var cells = lines[header].Split(separator);
                var column = Pick(0, cells.Length);
                var name = cells[column];
                cells[column] = $"{name}_x";
                lines[header] = string.Join(separator, cells);
                return ($"the column '{name}' renamed", string.Join('\n', lines) + "\n", Changed.Told);
            case 1:
                lines[header] = lines[header].ToUpperInvariant();
                return ("the header in capitals", string.Join('\n', lines) + "\n", text.Contains("Voix;", StringComparison.Ordinal) || text.StartsWith("Wahlkreis", StringComparison.Ordinal) || text.StartsWith("Nr;", StringComparison.Ordinal) || text.StartsWith("2\n", StringComparison.Ordinal) ? Changed.Told : Changed.Nothing);
            case 2:
                var total = lines.FindIndex(l => l.Contains("Total", StringComparison.Ordinal) || l.Contains("Bundesgebiet", StringComparison.Ordinal));
                var row = total > 0 ? total : Pick(header + 1, lines.Count);
                lines[row] = OffByOne(lines[row], separator);
                return ("a figure off by one", string.Join('\n', lines) + "\n", total > 0 ? Changed.Told : Changed.Figures);
            case 3:
                lines.RemoveAt(Pick(header + 1, lines.Count));
                return ("a row missing", string.Join('\n', lines) + "\n", lines.Exists(l => l.Contains("Bundesgebiet", StringComparison.Ordinal)) ? Changed.Told : Changed.Figures);
            case 4:
                lines.Insert(Pick(header + 1, lines.Count), lines[header]);
                return ("the header again", string.Join('\n', lines) + "\n", Changed.Told);
            case 5:
                var twice = Pick(header + 1, lines.Count);
                lines.Insert(twice, lines[twice]);
                return ("a row twice", string.Join('\n', lines) + "\n", lines[twice].Contains("rite-in", StringComparison.Ordinal) || text.Contains("Count", StringComparison.Ordinal) || text.Contains("mode", StringComparison.Ordinal) ? Changed.Figures : Changed.Told);
            case 6:
                return ("line ends of Windows", string.Join("\r\n", lines) + "\r\n", Changed.Nothing);
            default:
                lines.Insert(Pick(header + 1, lines.Count + 1), new string(separator, lines[header].Count(c => c == separator)));
                return ("an empty row", string.Join('\n', lines) + "\n", Changed.Nothing);
        }
    }

    /// <summary>A row whose last figure of two digits or more is one more.</summary>
    static string OffByOne(string line, char separator)
    {
        var cells = line.Split(separator);
        var at = Array.FindLastIndex(cells, c => c.Length > 1 && c.Trim('"').All(char.IsAsciiDigit));
        if (at >= 0)
        {
            cells[at] = (long.Parse(cells[at].Trim('"'), CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        }

        return string.Join(separator, cells);
    }
}
