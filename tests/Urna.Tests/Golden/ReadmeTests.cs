using System.Text.RegularExpressions;

namespace Urna.Tests.Golden;

/// <summary>What the README begins with, and where documents link to.</summary>
public partial class ReadmeTests
{
    static readonly string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Readme_HasItsTwoCommands()
    {
        Assert.Contains("dotnet run --project src/Urna.Cli -- report elections/cl-2021 -o out\n", readme, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test\n", readme, StringComparison.Ordinal);
    }

    /// <summary>Every file that a document of the repository links to is there.</summary>
    [Fact]
    public void Documents_LinkToFilesThatExist()
    {
        var broken =
            from document in Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            from match in Link().Matches(File.ReadAllText(document))
            let target = match.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
            select $"{Path.GetFileName(document)}: {target}";
        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
