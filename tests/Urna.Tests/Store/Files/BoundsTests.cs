using System.IO.Compression;
using System.Text;
using Urna.Store;
using Urna.Store.Files;
using Urna.Store.Import;
using Urna.Store.Yaml;
using Urna.Tests.Store.Import;
using Urna.Validate;

namespace Urna.Tests.Store.Files;

/// <summary>What is nested, wide or large beyond bounds is a fault, whoever wrote it, and asks for neither memory nor time.</summary>
public class BoundsTests
{
    /// <summary>YAML that would end the process, or never end, and the code it gets.</summary>
    public static TheoryData<string, string> Yaml { get; } = new()
    {
        { "&a { ? *a : b }: c\n", "V102" },
        { "x: &a { y: *a }\n", "V102" },
        { "{ ? [1, 2] : b }\n", "V102" },
        { "*b : c\n", "V102" },
        { Bomb(), "V190" },
        { $"a: {new string('[', 100_000)}", "V190" },
        { string.Join('\n', Enumerable.Range(0, 300).Select(i => new string(' ', i) + "a:")), "V190" },
        { $"a: {string.Concat(Enumerable.Repeat("{a: ", 500))}", "V190" },
        { "a: &a [&b [1]]\nb: [*a, *b, *a]\n", "" },
    };

    [Theory]
    [MemberData(nameof(Yaml))]
    public void Yaml_BeyondBounds_IsAFault(string text, string code)
    {
        using var files = new SmallImport();
        var faults = new FaultLog();
        YamlMap.Load(files.Write("x.yaml", text), "x.yaml", faults);

        Assert.Equal(code.Length == 0 ? [] : [code], faults.Findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData("xml", "<r>", "<s>", "</s>", "</r>", "V190")]
    [InlineData("json", "[", "[", "]", "]", "V102")]
    public void Tree_NestedBeyondBounds_IsAFault(string kind, string start, string open, string close, string end, string code)
    {
        using var files = new SmallImport();
        var text = start + string.Concat(Enumerable.Repeat(open, 200_000)) + string.Concat(Enumerable.Repeat(close, 200_000)) + end;
        var map = SmallImport.Map.Replace("{ id: votes }", $"{{ id: votes, kind: {kind}, rows: //s, fields: {{ station: n, a: a, b: b, blank: c }} }}", StringComparison.Ordinal);

        Assert.Equal([code], files.Read(files.Write($"votes.{kind}", text), map).Findings.Where(f => f.Severity == Severity.Fault).Select(f => f.Code));
    }

    [Theory]
    [InlineData("XFD1048576")]
    [InlineData("XFD9000")]
    public void Sheet_WithAStrayCellFarAway_IsRefusedByTheNameOfTheCell(string cell)
    {
        using var files = new SmallImport();
        var row = cell.TrimStart('X', 'F', 'D');
        var rows = $"""<row r="1"><c r="A1" t="str"><v>station</v></c></row><row r="{row}"><c r="{cell}"><v>1</v></c></row>""";
        var map = SmallImport.Map.Replace("{ id: votes }", "{ id: votes, kind: sheet }", StringComparison.Ordinal);
        var fault = Assert.Single(files.Read(files.Workbook("far.xlsx", rows), map).Findings, f => f.Severity == Severity.Fault);

        Assert.Equal("V190", fault.Code);
        Assert.Contains(cell, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_ThatUnpacksWithoutEnd_IsRefused()
    {
        using var files = new SmallImport();
        var path = Path.Combine(files.Root, "votes.csv.gz");
        using (var zip = new GZipStream(File.Create(path), CompressionLevel.Optimal))
        {
            zip.Write(Encoding.ASCII.GetBytes("station,a,b,blank\n"));
            for (var i = 0; i < 300; i++)
            {
                zip.Write(new byte[1 << 20]);
            }
        }

        using var content = InputFile.OpenUnpacked(path);
        var refused = Assert.Throws<InvalidDataException>(() => content.CopyTo(Stream.Null));
        Assert.Contains("unpacks to more than", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Gzip_WithBytesAfterItsEnd_IsRefusedUnlessTheyAreZero(int more)
    {
        using var files = new SmallImport();
        var path = Path.Combine(files.Root, "votes.csv.gz");
        var whole = Gzip("station,a\n1,2\n");

        File.WriteAllBytes(path, [.. whole, .. new byte[more]]);
        Assert.Equal("station,a\n1,2\n", Unpacked(path));
        File.WriteAllBytes(path, [.. whole, .. Enumerable.Repeat((byte)'x', more)]);
        Assert.Throws<InvalidDataException>(() => Unpacked(path));
        File.WriteAllBytes(path, [.. whole, .. whole]);
        Assert.Equal("station,a\n1,2\nstation,a\n1,2\n", Unpacked(path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8_190)]
    [InlineData(100_000)]
    [InlineData(1_000_003)]
    public void Gzip_OfAnyLength_IsReadWhole(int length)
    {
        using var files = new SmallImport();
        var path = Path.Combine(files.Root, "x.gz");
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + ((i % 7919) % 26))));
        File.WriteAllBytes(path, [.. Gzip(text), .. Gzip(text), .. Gzip(text)]);

        Assert.Equal(text + text + text, Unpacked(path));
    }

    [Fact]
    public void Zip_WithTwoEntriesOfOneName_IsRefused()
    {
        using var files = new SmallImport();
        var zip = files.Zip("votes.zip", ("votes.csv", "station,a,b,blank\n1,1,1,1\n"), ("votes.csv", "station,a,b,blank\n2,9,9,9\n"));
        var fault = Assert.Single(files.Read(zip).Findings, f => f.Severity == Severity.Fault && f.Code == "V140");

        Assert.Contains("two entries", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Crc32_OfTheStandardsText_IsTheStandardsSum()
    {
        var sum = default(Crc32);
        sum.Add("12345"u8);
        sum.Add("6789"u8);

        Assert.Equal(0xCBF43926u, sum.Value);
    }

    [Fact]
    public void Folder_InThePlaceOfAFile_IsAFault()
    {
        using var files = new SmallImport();
        Directory.CreateDirectory(Path.Combine(files.Root, "x.yaml"));
        var faults = new FaultLog();
        YamlMap.Load(Path.Combine(files.Root, "x.yaml"), "x.yaml", faults);

        Assert.Equal("V121", Assert.Single(faults.Findings).Code);
    }

    static string Bomb() => "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat("bcdefghij".Zip("abcdefghi", (name, of) => $"{name}: &{name} [{string.Join(", ", Enumerable.Repeat($"*{of}", 10))}]\n"));

    static byte[] Gzip(string text)
    {
        using var held = new MemoryStream();
        using (var zip = new GZipStream(held, CompressionLevel.Optimal))
        {
            zip.Write(Encoding.ASCII.GetBytes(text));
        }

        return held.ToArray();
    }

    static string Unpacked(string path)
    {
        using var text = new StreamReader(InputFile.OpenUnpacked(path));
        return text.ReadToEnd();
    }
}
