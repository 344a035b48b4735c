using System.Diagnostics;
using System.Globalization;
using System.Text;
using Urna.Numerics;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Validate;

namespace Urna.Tests.Store.Import;

/// <summary>Files that were damaged at random: no crash, no hang, and no row that is neither kept nor told.</summary>
/// <remarks>A few inputs here; <c>URNA_FUZZ=10000</c> runs as many over all formats. A seed is the number of its input and never changes.</remarks>
public class MutatedFileTests
{
    const int Few = 120;

    static readonly TimeSpan longest = TimeSpan.FromSeconds(5);

    /// <summary>Files of several forms, small enough to damage again and again.</summary>
    static readonly (string Name, string Map, string Text)[] small =
    [
        ("votes.csv", SmallImport.Map, "station,a,b,blank\n1,10,20,1\n2,5,6,\n\"3, north\",7,8,0\n4,1,2,3\n"),
        ("votes.txt", SmallImport.Map.Replace("{ id: votes }", "{ id: votes, kind: fixed, fields: { station: 1-2, a: 3-5, b: 6-8, blank: 9-10 } }", StringComparison.Ordinal), "01 10 20 1\n02  5  6 0\n03  7  8 0\n"),
        ("votes.xml", SmallImport.Map.Replace("{ id: votes }", "{ id: votes, kind: xml, rows: //s, fields: { station: '@id', a: a, b: b, blank: c } }", StringComparison.Ordinal), "<r><s id=\"1\"><a>10</a><b>20</b><c>1</c></s><s id=\"2\"><a>5</a><b>6</b></s></r>"),
        ("votes.json", SmallImport.Map.Replace("{ id: votes }", "{ id: votes, kind: json, rows: /json/item, fields: { station: id, a: a, b: b, blank: c } }", StringComparison.Ordinal), "[{\"id\":1,\"a\":10,\"b\":20,\"c\":1},{\"id\":2,\"a\":5,\"b\":6,\"c\":0}]"),
    ];

    [Fact]
    public void Import_OfADamagedFile_IsReadOrRefused()
    {
        var faults = new List<string>();
        for (var seed = 1; seed <= Few; seed++)
        {
            var (name, map, text) = small[seed % small.Length];
            using var files = new SmallImport();
            var path = Path.Combine(files.Root, name);
            File.WriteAllBytes(path, Damaged(Encoding.UTF8.GetBytes(text), (ulong)seed));
            if (Wrong(files, path, files.Write("map.yaml", map)) is { } wrong)
            {
                faults.Add($"seed {seed}: {wrong}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Every sample that is one small file, damaged; as many inputs as the environment asks for.</summary>
    [Fact]
    public void Import_OfADamagedSample_IsReadOrRefused()
    {
        var asked = int.TryParse(Environment.GetEnvironmentVariable("URNA_FUZZ"), CultureInfo.InvariantCulture, out var n) ? n : 60;
        var samples = Directory.EnumerateFiles(Repository.Shared("formats"), "*", SearchOption.AllDirectories)
            .Where(f => new FileInfo(f).Length < 120_000 && Path.GetDirectoryName(f) is { } d && Path.GetDirectoryName(d) == Repository.Shared("formats")).Order(StringComparer.Ordinal).ToList();
        var faults = new List<string>();
        for (var seed = 1; seed <= asked; seed++)
        {
            var sample = samples[seed % samples.Count];
            using var files = new SmallImport();
            var path = Path.Combine(files.Root, Path.GetFileName(sample));
            File.WriteAllBytes(path, Damaged(File.ReadAllBytes(sample), (ulong)seed));
            var map = FormatLibrary.Match([sample], Path.GetFileName(Path.GetDirectoryName(sample)))[0].Map;
            if (Wrong(files, path, map) is { } wrong)
            {
                faults.Add($"seed {seed}, {Path.GetFileName(sample)}: {wrong}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What is wrong with how an input was taken; null if nothing is.</summary>
    static string? Wrong(SmallImport files, string path, string map)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var read = Importer.Import([path], map, files.Election, new ImportOptions());
            return watch.Elapsed > longest ? $"took {watch.Elapsed}"
                : read.Findings.Any(f => f.Code == "V143") ? "lost a row"
                : read.Value is null && !read.Findings.Any(f => f.Severity == Severity.Fault) ? "was refused without a fault"
                : read.Value is null && Directory.Exists(files.Election) ? "was refused, and wrote a folder"
                : read.Value is not null && ElectionFolder.Read(files.Election) is { Value: null } folder
                    ? $"became a folder that cannot be read: {folder.Findings.First(f => f.Severity == Severity.Fault).Message}"
                : null;
        }
#pragma warning disable CA1031 // Whatever escapes is what this test looks for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"ended with {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Urna", StringComparison.Ordinal))}";
        }
    }

    /// <summary>The bytes with a few of them changed, left out, doubled or cut.</summary>
    static byte[] Damaged(byte[] bytes, ulong seed)
    {
        var random = new RandomSource(seed);
        var damaged = bytes.ToList();
        for (var changes = 1 + (int)(random.Bits() % 4); changes > 0 && damaged.Count > 1; changes--)
        {
            var at = (int)(random.Bits() % (ulong)damaged.Count);
            var length = Math.Min(damaged.Count - at, 1 + (int)(random.Bits() % 40));
            switch (random.Bits() % 6)
            {
                case 0:
                    damaged[at] = unchecked((byte)random.Bits());
                    break;
                case 1:
                    damaged.RemoveRange(at, length);
                    break;
                case 2:
                    damaged.InsertRange(at, damaged.GetRange(at, length));
                    break;
                case 3:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                case 4:
                    damaged.InsertRange(at, "\",;\n\0'=<>{}-9999999999999999999"u8[(int)(random.Bits() % 10)..].ToArray());
                    break;
                default:
                    damaged[at] = (byte)"0\n\",;|<{"[(int)(random.Bits() % 8)];
                    break;
            }
        }

        return [.. damaged];
    }
}
