using System.Globalization;
using System.IO.Compression;
using System.Text;
using Urna.Numerics;
using Urna.Store;
using Urna.Store.Import;
using Urna.Store.Import.Sources;
using Urna.Tests.Store.Import;

namespace Urna.Tests.Store.Files;

/// <summary>A packed file with any byte changed or cut off holds the very same rows, or is a fault: never other figures.</summary>
/// <remarks>Every bit and every length of small files; of workbooks a few, or as many as <c>URNA_FUZZ</c> asks for.</remarks>
public class PackedFuzzTests
{
    const string Table = "station,a,b,blank\n1,10,20,1\n2,5,6,0\n3,1839,8,0\n";

    [Fact]
    public void Gzip_OfAnyDamage_GivesTheSameRowsOrAFault() => AssertSameOrFault("votes.csv.gz", Gzip(Table), SmallImport.Map, Every);

    [Fact]
    public void GzipOfTwoMembers_OfAnyDamage_GivesTheSameRowsOrAFault() =>
        AssertSameOrFault("votes.csv.gz", [.. Gzip(Table[..30]), .. Gzip(Table[30..])], SmallImport.Map, Every);

    [Fact]
    public void Zip_OfAnyDamage_GivesTheSameRowsOrAFault()
    {
        using var files = new SmallImport();
        AssertSameOrFault("votes.zip", File.ReadAllBytes(files.Zip("votes.zip", ("votes.csv", Table))), SmallImport.Map, Every);
    }

    [Fact]
    public void Workbook_OfAnyDamage_GivesTheSameRowsOrAFault()
    {
        using var files = new SmallImport();
        const string rows = """<row r="1"><c r="A1" t="str"><v>station</v></c><c r="B1" t="str"><v>a</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1839</v></c></row>""";
        var map = SmallImport.Map.Replace("{ id: votes }", "{ id: votes, kind: sheet }", StringComparison.Ordinal);
        AssertSameOrFault("votes.xlsx", File.ReadAllBytes(files.Workbook("votes.xlsx", rows)), map, Some);
    }

    static byte[] Gzip(string text)
    {
        using var held = new MemoryStream();
        using (var zip = new GZipStream(held, CompressionLevel.Optimal))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return held.ToArray();
    }

    static IEnumerable<(string What, byte[] Bytes)> Every(byte[] whole) =>
        [
            .. Enumerable.Range(0, whole.Length).Select(length => ($"cut to {length}", whole[..length])),
            .. Enumerable.Range(0, 8 * whole.Length).Select(bit => ($"bit {bit}", Flipped(whole, bit / 8, (byte)(1 << (bit % 8))))),
        ];

    static IEnumerable<(string What, byte[] Bytes)> Some(byte[] whole)
    {
        var asked = int.TryParse(Environment.GetEnvironmentVariable("URNA_FUZZ"), CultureInfo.InvariantCulture, out var n) ? n : 400;
        for (var seed = 1; seed <= asked; seed++)
        {
            var random = new RandomSource((ulong)seed);
            var at = (int)(random.Bits() % (ulong)whole.Length);
            yield return seed % 4 == 0 ? ($"cut to {at}", whole[..at]) : ($"seed {seed}", Flipped(whole, at, (byte)(1 + (random.Bits() % 255))));
        }
    }

    static byte[] Flipped(byte[] whole, int at, byte bits)
    {
        byte[] flipped = [.. whole];
        flipped[at] ^= bits;
        return flipped;
    }

    static void AssertSameOrFault(string name, byte[] whole, string map, Func<byte[], IEnumerable<(string What, byte[] Bytes)>> damages)
    {
        using var files = new SmallImport();
        var faults = new FaultLog();
        var format = ImportMapFile.Read(files.Write("map.yaml", map), faults)!.Tables[0];
        var path = Path.Combine(files.Root, name);
        var right = Rows(path, whole, format);
        Assert.NotNull(right);
        Assert.Contains("1839", right, StringComparison.Ordinal);

        var wrong = damages(whole).Where(d => Rows(path, d.Bytes, format) is { } rows && rows != right).Select(d => d.What).ToList();

        Assert.True(wrong.Count == 0, string.Join(", ", wrong));
    }

    /// <summary>The rows of a file; null where it is a fault.</summary>
    static string? Rows(string path, byte[] bytes, TableFormat format)
    {
        File.WriteAllBytes(path, bytes);
        var faults = new FaultLog();
        var rows = new StringBuilder();
        foreach (var file in SourceFile.Of([path], faults))
        {
            TableReader.Read(file, format, faults, new RowTally(file.Name, faults), header => Add(header.Names), row => Add(row.Cells));
        }

        return faults.HasFaults || rows.Length == 0 ? null : rows.ToString();

        bool Add(IEnumerable<string> cells)
        {
            rows.AppendJoin('|', cells).Append('\n');
            return true;
        }
    }
}
