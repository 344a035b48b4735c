using System.Text.RegularExpressions;
using Urna.Tests.Cli;

namespace Urna.Tests.Golden;

/// <summary>What the README tells a newcomer to type works, from the repository's root.</summary>
public partial class ReadmeTests
{
    static readonly string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    public static TheoryData<string> Commands { get; } = [.. Command().Matches(readme).Select(m => m.Groups["arguments"].Value)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Run_CommandOfTheReadme_IsClean(string arguments)
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-");
        var result = UrnaCommand.Run(arguments.Split(' ').Select(a => a is "out" or "my-stations" ? Path.Combine(folder.FullName, a) : a));

        // Claims of which some are contradicted end with 1: that is the answer.
        Assert.True(result.ExitCode == (arguments.StartsWith("claims elections", StringComparison.Ordinal) ? 1 : 0), $"{arguments}\n{result.Errors}");
        folder.Delete(recursive: true);
    }

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

    [GeneratedRegex(@"^dotnet run --project src/Urna\.Cli -- (?<arguments>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
