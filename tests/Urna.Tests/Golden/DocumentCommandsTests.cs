using System.Text.RegularExpressions;
using Urna.Tests.Cli;

namespace Urna.Tests.Golden;

/// <summary>Every command of the README and the guides runs as it is written, one after another, and prints what stands below it.</summary>
public sealed partial class DocumentCommandsTests : IDisposable
{
    /// <summary>Lines that are not run, and why.</summary>
    static readonly Dictionary<string, string> leftOut = new()
    {
        ["dotnet test"] = "it would run this test within itself",
        ["import --detect kerg.csv"] = "the official file of Germany is not in the repository",
        ["import kerg.csv --as de-kerg-csv -o bundestag"] = "the official file of Germany is not in the repository",
        ["tools/pack"] = "it packs, for minutes; PackageTests pack the libraries",
        ["dotnet tool install --global Urna.Tool --prerelease --add-source artifacts/package/release"] = "it installs what was packed, for the whole machine",
        ["why bundestag 1 registered"] = "its folder comes from the official file of Germany",
    };

    /// <summary>Files that the reader has, and what stands for them here; the rest is written by the commands themselves.</summary>
    static readonly (string Name, string From)[] readersOwn =
    [
        ("column.md", "elections/cl-2021/article.md"), ("night.csv", "docs/examples/import/stations.csv"), ("my.yaml", "docs/examples/import/stations.yaml"),
    ];

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public DocumentCommandsTests()
    {
        foreach (var shipped in new[] { "elections", "docs" })
        {
            Directory.CreateSymbolicLink(At(shipped), Path.Combine(Repository.Root, shipped));
        }

        foreach (var (name, from) in readersOwn)
        {
            File.Copy(Path.Combine(Repository.Root, from), At(name));
        }

        File.WriteAllText(At("W.csv"), "unit,a,b\n1,30,70\n2,60,40\n3,45,55\n4,80,20\n");
        File.WriteAllText(At("X.csv"), "unit,x,y\n1,40,60\n2,55,45\n3,47,53\n4,70,30\n");
    }

    /// <summary>Every document that has commands, from the root.</summary>
    public static TheoryData<string> Documents { get; } = [.. All().Where(d => LinesOf(d).Any())];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Run_CommandsOfADocument_EndAndPrintAsItSays(string document)
    {
        // What an earlier document has in the same words was run there.
        var before = All().TakeWhile(d => d != document).SelectMany(LinesOf).ToHashSet();
        var (failed, printed) = (new List<string>(), "");
        foreach (Match block in Block().Matches(Text(document)))
        {
            if (block.Groups["kind"].Value == "sh")
            {
                foreach (var command in CommandsIn(block).Where(c => !leftOut.ContainsKey(c) && !before.Contains(c)))
                {
                    (printed, var fault) = Run(command);
                    failed.AddRange(fault);
                }
            }
            else if (printed.Length > 0 && block.Groups["kind"].Value == "text" && !Trimmed(printed).Contains(Trimmed(block.Groups["lines"].Value), StringComparison.Ordinal))
            {
                failed.Add($"This is what is printed, not what the document has:\n{printed}");
            }

            printed = block.Groups["kind"].Value == "sh" ? printed : "";
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed));
    }

    [Fact]
    public void LeftOut_EveryLineStandsInADocument() => Assert.Empty(leftOut.Keys.Except(All().SelectMany(LinesOf)));

    (string Printed, IEnumerable<string> Fault) Run(string command)
    {
        var (arguments, output) = command.Split(" > ") is [var left, var into] ? (left, into) : (command, null);
        var result = UrnaCommand.RunIn(folder.FullName, Word().Matches(arguments).Select(w => w.Value.Trim('"', '\'')));
        if (output is not null)
        {
            File.WriteAllText(At(output), result.Output);
        }

        return (result.Output, result.ExitCode == ExpectedOf(arguments) ? [] : [$"{command}\n  ended with {result.ExitCode}: {result.Errors}"]);
    }

    /// <summary>Claims of which some are contradicted end with 1: that is the answer.</summary>
    static int ExpectedOf(string arguments) => arguments.StartsWith("claims elections/", StringComparison.Ordinal) ? 1 : 0;

    string At(string name) => Path.Combine(folder.FullName, name);

    static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(d => $"docs/{Path.GetFileName(d)}").Order(StringComparer.Ordinal).Prepend("README.md");

    static string Text(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimEnd())).Trim('\n');

    static IEnumerable<string> LinesOf(string document) => Block().Matches(Text(document)).Where(b => b.Groups["kind"].Value == "sh").SelectMany(CommandsIn);

    /// <summary>The lines of a shell's block as arguments of the command, without the comment that stands beside them.</summary>
    static IEnumerable<string> CommandsIn(Match block) =>
        block.Groups["lines"].Value.Split('\n').Select(l => Comment().Replace(l, "").Trim()).Where(l => l.Length > 0).Select(l => Program().Replace(l, ""));

    [GeneratedRegex("^```(?<kind>[a-z]*)\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    /// <summary>A word as a shell takes it: what stands in quotes is one.</summary>
    [GeneratedRegex("""("[^"]*"|'[^']*'|[^\s"'])+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(^|\s)#.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(dotnet run --project src/Urna\.Cli -- |urna )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Program();
}
