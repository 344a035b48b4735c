using System.IO.Compression;
using Urna.Store.Files;
using Urna.Store.Import;
using Urna.Tests.Cli;

namespace Urna.Tests.Store.Files;

/// <summary>An entry has one name: where it stands and in the list of entries.</summary>
public class ZipNamesTests
{
    [Fact]
    public void Check_OfASoundFile_TakesIt()
    {
        using var zip = new MemoryStream(Zip("votes.csv", "other.csv"));
        ZipNames.Check(zip);

        Assert.Equal(0, zip.Position);
    }

    /// <summary>The first or the last of the two places in which the name stands.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Open_OfAnEntryWithTwoNames_RefusesIt(bool inTheList)
    {
        var bytes = Zip("votes.csv");
        var at = inTheList ? bytes.AsSpan().LastIndexOf("votes.csv"u8) : bytes.AsSpan().IndexOf("votes.csv"u8);
        "lists.csv"u8.CopyTo(bytes.AsSpan(at));

        var refused = Assert.Throws<InvalidDataException>(() => ZipContent.Open(new MemoryStream(bytes)));
        Assert.Contains("votes.csv", refused.Message, StringComparison.Ordinal);
        Assert.Contains("lists.csv", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Damage of any byte is refused or read, and never crashes.</summary>
    [Fact]
    public void Open_OfDamagedBytes_ThrowsNothingElse()
    {
        var sound = Zip("votes.csv", "other.csv");
        for (var at = 0; at < sound.Length; at++)
        {
            var bytes = sound.ToArray();
            bytes[at] ^= 0xFF;
            Assert.True(Record.Exception(() => ZipContent.Open(new MemoryStream(bytes)).Dispose()) is null or InvalidDataException, $"{at}");
        }
    }

    [Fact]
    public void FaultsOf_AZipFileWithTwoNames_AreOfThePackedFile()
    {
        using var folder = new PlainFolder();
        var bytes = Zip("votes.csv");
        "lists.csv"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().LastIndexOf("votes.csv"u8)));
        var path = Path.Combine(folder.Folder, "set.zip");
        File.WriteAllBytes(path, bytes);

        Assert.Equal("V140", Assert.Single(FormatLibrary.FaultsOf([path])).Code);
    }

    static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var text = new StreamWriter(zip.CreateEntry(name).Open());
                text.Write("district,votes\nD,1\n");
            }
        }

        return stream.ToArray();
    }
}
