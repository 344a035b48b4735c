using System.Text.Json;

namespace Urna.Tests.Cli;

/// <summary><c>urna rule</c>: exit codes, forms, and what a reader is told.</summary>
public class RuleCommandTests
{
    [Theory]
    [InlineData(0, "rule list")]
    [InlineData(0, "rule show congress-2015")]
    [InlineData(0, "rule show docs/examples/laws/xm-president.yaml --lang es")]
    [InlineData(0, "rule check docs/examples/laws/xm-president.yaml docs/examples/laws/xm-mayors.yaml")]
    [InlineData(0, "rule check congress-1925")]
    [InlineData(0, "rule --help")]
    [InlineData(0, "rule check --help")]
    [InlineData(0, "count --help")]
    [InlineData(2, "rule")]
    [InlineData(2, "rule show")]
    [InlineData(2, "rule check")]
    [InlineData(2, "rule show congress-2015 --format csv")]
    [InlineData(3, "rule show congres-2015")]
    [InlineData(3, "rule check README.yaml congress-2015")]
    public void Run_ExitCode_IsTheContracts(int code, string arguments) => Assert.Equal(code, UrnaCommand.Run(arguments.Split(' ')).ExitCode);

    [Fact]
    public void Show_UnknownLaw_SuggestsTheNearest()
    {
        var result = UrnaCommand.Run("rule", "show", "congres-2015");

        Assert.Empty(result.Output);
        Assert.Contains("Expected: congress-2015", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_InSpanish_TellsStepsArticlesAndWhatIsNotVerified()
    {
        var told = UrnaCommand.Run("rule", "show", "congress-1925", "--lang", "es").Output;

        Assert.Contains("(congress-1925)", told, StringComparison.Ordinal);
        Assert.Contains("derrame", told, StringComparison.Ordinal);
        Assert.Contains("DL 542 y 710 de 1925", told, StringComparison.Ordinal);
        Assert.Contains("No verificado en el texto legal", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_Json_NamesEachStepAsTheFileDoes()
    {
        var json = JsonDocument.Parse(UrnaCommand.Run("rule", "show", "convention-2021", "--format", "json").Output).RootElement;
        var file = File.ReadAllLines(Path.Combine(Repository.Root, "rules", "cl", "convention-2021.yaml"));

        Assert.Equal(
            file.Where(l => l.StartsWith("  - step: ", StringComparison.Ordinal)).Select(l => l["  - step: ".Length..]),
            json.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("step").GetString()!));
    }

    [Fact]
    public void List_Csv_HasEveryShippedLaw()
    {
        var lines = UrnaCommand.Run("rule", "list", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("name,country,title,applies", lines[0]);
        Assert.Equal(Repository.Laws.Files.Select(f => Path.GetFileNameWithoutExtension(f)), lines.Skip(1).Select(l => l[..l.IndexOf(',', StringComparison.Ordinal)]));
    }

    /// <summary>All faults of all files at once, one JSON object a line, with file, row and the nearest allowed value first.</summary>
    [Fact]
    public void Check_SeveralFiles_TellsAllTheirFaults()
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-").FullName;
        var first = Path.Combine(folder, "first.yaml");
        var second = Path.Combine(folder, "second.yaml");
        File.WriteAllText(first, "rule: first\ncountry: xx\nsteps:\n  - step: most-vote\n    holders: candidates\n    article: x\n  - step: each\n    holders: list\n    article: x\n");
        File.WriteAllText(second, "rule: second\ncountry: xx\nsteps:\n  - step: runoff\n    holders: candidates\n    article: x\n");

        var result = UrnaCommand.Run("rule", "check", first, second, "mayors", "--format", "json");
        var findings = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Directory.Delete(folder, recursive: true);

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(
            [(first, "V110", 4, "most-vote"), (first, "V110", 8, "list"), (second, "V130", 4, "runoff")],
            findings.Select(f => (f.GetProperty("file").GetString()!, f.GetProperty("code").GetString()!, f.GetProperty("row").GetInt32(), f.GetProperty("found").GetString()!)));
        Assert.StartsWith("most-votes,", findings[0].GetProperty("expected").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("lists,", findings[1].GetProperty("expected").GetString(), StringComparison.Ordinal);
    }
}
