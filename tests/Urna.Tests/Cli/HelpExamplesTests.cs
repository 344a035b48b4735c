namespace Urna.Tests.Cli;

/// <summary>What <c>--help</c> shows on elections and laws that ship runs as it is written.</summary>
public sealed class HelpExamplesTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public HelpExamplesTests()
    {
        foreach (var shipped in new[] { "elections", "docs" })
        {
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, shipped), Path.Combine(Repository.Root, shipped));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A verb, and how many of its examples need no file of the reader's own.</summary>
    [Theory]
    [InlineData("validate", 3)]
    [InlineData("count", 3)]
    [InlineData("history", 4)]
    [InlineData("seats", 2)]
    [InlineData("power", 3)]
    [InlineData("claims", 3)]
    [InlineData("claims suggest", 1)]
    [InlineData("export", 3)]
    [InlineData("why", 2)]
    [InlineData("rule list", 2)]
    [InlineData("rule show", 2)]
    [InlineData("rule check", 1)]
    [InlineData("rule steps", 3)]
    [InlineData("explain", 1)]
    public void Help_ExamplesOnWhatShips_RunAsWritten(string verb, int examples)
    {
        var help = UrnaCommand.Run([.. verb.Split(' '), "--help"]).Output;
        var lines = help[help.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n').Skip(1).Select(l => l.Trim()).Where(l => l.StartsWith("urna ", StringComparison.Ordinal))
            .Select(l => l.Split("    ")[0]).Select(Arguments).Where(OnWhatShips).ToList();

        Assert.Equal(examples, lines.Count);
        Assert.All(lines, line =>
        {
            var run = UrnaCommand.RunIn(folder.FullName, line);
            Assert.True(run.ExitCode is 0 or 1, $"urna {string.Join(' ', line)} ends with {run.ExitCode}: {run.Errors}");
        });
    }

    /// <summary>Whether every file that is read ships.</summary>
    bool OnWhatShips(string[] arguments) => arguments.Where((a, i) => i > 0 && arguments[i - 1] is not ("-o" or "--output") && (a.Contains('/', StringComparison.Ordinal) || a.Contains('.', StringComparison.Ordinal)))
        .All(a => Path.Exists(Path.Combine(folder.FullName, a)))
        && arguments is not ["why", "bundestag", ..];

    /// <summary>Words, with those in quotes as one.</summary>
    static string[] Arguments(string line) =>
        [.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Skip(1)];
}
