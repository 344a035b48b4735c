using Urna.Laws;
using Urna.Store.Laws;

namespace Urna.Tests.Store;

/// <summary>Laws, mappings and schemas travel inside the library, byte for byte those of the repository.</summary>
public class ShippedFilesTests
{
    [Theory]
    [InlineData("rules", "*.yaml")]
    [InlineData("formats", "*.yaml")]
    [InlineData("schemas", "*.json")]
    public void Files_AreThoseOfTheRepository(string folder, string kind)
    {
        var shipped = folder switch { "rules" => ShippedFiles.Rules, "formats" => ShippedFiles.Formats, _ => ShippedFiles.Schemas };
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), kind, SearchOption.AllDirectories)
            .Select(f => ShippedFiles.Scheme + Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).OrderBy(f => Path.ChangeExtension(f, null), StringComparer.Ordinal).ToList();
        Assert.Equal(files, shipped);
        foreach (var file in files)
        {
            using var held = new MemoryStream();
            using (var stream = ShippedFiles.Open(file))
            {
                stream.CopyTo(held);
            }

            Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, file[ShippedFiles.Scheme.Length..])), held.ToArray());
        }
    }

    [Fact]
    public void Open_OfWhatDoesNotShip_SaysSo()
    {
        Assert.False(ShippedFiles.Has("shipped:rules/cl/nothing.yaml"));
        Assert.Throws<FileNotFoundException>(() => ShippedFiles.Open("shipped:rules/cl/nothing.yaml"));
    }

    /// <summary>A law is found by its name, by its country and name, and by where it ships.</summary>
    [Theory]
    [InlineData("congress-2015")]
    [InlineData("cl/congress-2015")]
    [InlineData("shipped:rules/cl/congress-2015.yaml")]
    public void Find_OfAShippedLaw_ReadsIt(string name) => Assert.Equal("congress-2015", RuleLibrary.Shipped.Find(name).Value!.Name);

    /// <summary>An election's own file names laws of its folder or shipped ones by name; it cannot reach inside the library by a path.</summary>
    [Fact]
    public void Find_OfAPathInsideTheLibrary_FromAnElection_IsAFault() =>
        Assert.Null(RuleLibrary.Shipped.Find("shipped:rules/cl/congress-2015.yaml", Path.Combine(Repository.Root, "elections", "cl-2021")).Value);
}
