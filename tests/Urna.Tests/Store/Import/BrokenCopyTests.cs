using System.Globalization;
using System.Text;
using Urna.Numerics;
using Urna.Store;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Store.Import.Drafts;
using Urna.Store.Import.Sources;
using Urna.Validate;

namespace Urna.Tests.Store.Import;

/// <summary>Copies of files that were changed as careless hands change them: told or right, never silently other figures.</summary>
/// <remarks>
/// Each of the further files and of the shared samples has its turn. Some copies here, thousands in the long run; <c>URNA_BROKEN=5000</c> makes as many, and
/// <c>URNA_LONG</c> is the seed of the first. That the figures read are those kept and those told is V143, which no copy may have.
/// </remarks>
public class BrokenCopyTests
{
    /// <summary>Rows of a sample that are kept: copies are many.</summary>
    const int MostRows = 40;

    static readonly string own = Path.Combine(Repository.Root, "tests", "Urna.Tests", "Inputs", "formats");

    [Fact]
    public void Import_OfABrokenCopy_IsToldOrRight()
    {
        var asked = int.TryParse(Environment.GetEnvironmentVariable("URNA_BROKEN"), CultureInfo.InvariantCulture, out var n) ? n : LongRun.Of(150, 6_000);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sources = Sources();
        var first = LongRun.Seed(1) * 100_000;
        var wrong = new List<string>();
        for (var i = 0; i < asked; i++)
        {
            var source = sources[i % sources.Count];
            var random = new RandomSource(first + (ulong)i);
            var (what, text, says) = source.Change(random);
            var encoding = random.Bits() % 12 == 0 && !source.IsMixed ? new UnicodeEncoding(false, true) : source.Encoding;
            if (Fault(source, text, encoding, says) is { } fault)
            {
                wrong.Add($"copy {i}, {source.Format}/{source.Name}, {what}{(encoding is UnicodeEncoding ? ", in UTF-16" : "")}: {fault}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Figures that the mapping adds are kept and told, whatever the rows repeat.</summary>
    [Fact]
    public void Import_OfEachFile_LosesNoFigure() =>
        Assert.All(Sources(), s => Assert.DoesNotContain(s.Before(Read).Findings, f => f.Code == "V143"));

    static string? Fault(Source source, string text, Encoding encoding, Broken says)
    {
        var (votes, findings) = Read(source, text, encoding);
        if (findings.Any(f => f.Code == "V143"))
        {
            return findings.First(f => f.Code == "V143").Message;
        }

        if (votes is null)
        {
            return findings.Any(f => f.Severity == Severity.Fault) ? null : "refused without a fault";
        }

        // What was told beyond what is told of the file itself.
        var before = source.Before(Read);
        var told = findings.Where(f => f.Code != "V141").Select(f => (f.Code, f.Message)).Except(before.Findings.Select(f => (f.Code, f.Message))).Any();
        var isSame = votes.Order().SequenceEqual(before.Votes!.Order());
        var difference = $"{string.Join(" ", Without(before.Votes!, votes).Take(5))} became {string.Join(" ", Without(votes, before.Votes!).Take(5))}";
        return says switch
        {
            Broken.Nothing => isSame ? null : $"other figures: {difference}",
            Broken.Told => told || isSame ? null : $"silently other figures: {difference}",
            Broken.Less => told || votes.Sum() <= before.Votes!.Sum() ? null : $"silently more votes: {difference}",
            _ => null,
        };
    }

    static List<long> Without(List<long> one, List<long> other)
    {
        var left = new List<long>(one);
        foreach (var votes in other)
        {
            left.Remove(votes);
        }

        return left;
    }

    static (List<long>? Votes, IReadOnlyList<Finding> Findings) Read(Source source, string text, Encoding encoding)
    {
        using var small = new SmallImport();
        var path = Path.Combine(small.Root, "files");
        Directory.CreateDirectory(path);
        foreach (var beside in source.Beside)
        {
            File.Copy(beside, Path.Combine(path, Path.GetFileName(beside)));
        }

        File.WriteAllText(Path.Combine(path, source.Name), text, encoding);
        var match = FormatLibrary.Match([path], source.Format)[0];
        var read = Importer.Import([path], match.Map, small.Election, new ImportOptions { Date = new DateOnly(2030, 5, 5) });
        if (read.Value is null)
        {
            return (null, read.Findings);
        }

        var election = ElectionFolder.Read(small.Election).Value;
        return election is null
            ? (null, read.Findings)
            : ([.. election.Contests.SelectMany(c => c.Returns.SelectMany(r => r.Votes.Select(v => v.Votes)))], [.. read.Findings, .. Validation.Check(election)]);
    }

    static List<Source> Sources()
    {
        var rows = File.ReadLines(Path.Combine(own, "expected.csv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).Select(c => (Format: c[0], Path: Path.Combine(own, c[0], c[1]))).Distinct();
        var shared = Path.Combine(Repository.Root, "..", "shared", "formats");
        var samples = Directory.Exists(shared) ? Directory.GetDirectories(shared).Order(StringComparer.Ordinal).SelectMany(d => Directory.GetFileSystemEntries(d).Order(StringComparer.Ordinal).Select(f => (Format: Path.GetFileName(d), Path: f))) : [];
        return [.. rows.Concat(samples).SelectMany(s => Source.Of(s.Format, s.Path))];
    }

    /// <summary>A file of which copies are made, with those that belong to it.</summary>
    /// <param name="Format">Its format.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Encoding">The encoding in which it is written.</param>
    /// <param name="Beside">The paths of the others of its set.</param>
    sealed record Source(string Format, string Name, string Text, Encoding Encoding, IReadOnlyList<string> Beside)
    {
        BrokenTable? table;
        (List<long>? Votes, IReadOnlyList<Finding> Findings)? before;

        /// <summary>Whether its bytes are not of one encoding.</summary>
        public bool IsMixed { get; private init; }

        /// <summary>Whether the lines of it that are missing are told.</summary>
        bool IsCounted { get; init; }

        /// <summary>The file, or each file of a set.</summary>
        public static IEnumerable<Source> Of(string format, string path)
        {
            if (Directory.Exists(path))
            {
                var all = Directory.GetFiles(path).Order(StringComparer.Ordinal).ToList();
                return all.Where(f => new FileInfo(f).Length is > 60 and < 300_000).Select(f => Of(format, f, [.. all.Where(o => o != f)]));
            }

            return [Of(format, path, [])];
        }

        public (List<long>? Votes, IReadOnlyList<Finding> Findings) Before(Func<Source, string, Encoding, (List<long>? Votes, IReadOnlyList<Finding> Findings)> read) =>
            before ??= read(this, table?.Text ?? Text, Encoding);

        public (string What, string Text, Broken Says) Change(RandomSource random) => table is not null ? table.Change(random) : BrokenText.Change(Text, IsCounted, random);

        static Source Of(string format, string path, IReadOnlyList<string> beside)
        {
            var map = ImportMapFile.Read(FormatLibrary.Match([beside.Count > 0 ? Path.GetDirectoryName(path)! : path], format)[0].Map, new FaultLog())!;
            var kind = map.Tables[0].Kind;
            var isBook = Path.GetExtension(path) == ".xlsx";
            var (text, encoding) = isBook ? (Rows(path, map.Tables[0].Sheet), new UTF8Encoding(false)) : TextOf(path);
            var source = new Source(format, isBook ? Path.ChangeExtension(Path.GetFileName(path), ".csv") : Path.GetFileName(path), text, encoding, beside)
            {
                IsMixed = encoding.CodePage == 28591,
                IsCounted = kind is TableKind.Blt or TableKind.Preflib,
            };
            source.table = kind is TableKind.Csv or TableKind.Sheet ? BrokenTable.Of(text, Math.Max(1, map.Tables[0].HeaderRows), MostRows) : null;
            return source;
        }

        static (string Text, Encoding Encoding) TextOf(string path)
        {
            var bytes = File.ReadAllBytes(path);
            var isUtf8 = System.Text.Unicode.Utf8.IsValid(bytes);
            return isUtf8 ? (Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), new UTF8Encoding(false)) : (Encoding.Latin1.GetString(bytes), Encoding.Latin1);
        }

        /// <summary>The rows of a sheet as text; a table that is said to be a sheet is read from text as well.</summary>
        static string Rows(string path, string? sheet)
        {
            var format = new TableFormat { Id = "t", Kind = TableKind.Sheet, Sheet = sheet };
            var file = new SourceFile(Path.GetFileName(path), path);
            var tally = new RowTally("", new FaultLog());
            return string.Join('\n', TableReader.Grid(file, FileKind.Of(file), format, new FaultLog(), tally).Select(r => string.Join(';', r.Cells.Select(c => c.Replace(';', ',').Replace('"', '\'')))));
        }
    }
}
