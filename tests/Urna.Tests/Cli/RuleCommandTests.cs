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
    [InlineData(0, "rule steps")]
    [InlineData(0, "rule steps threshold --format json")]
    [InlineData(2, "rule steps thresholds")]
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

    /// <summary>The list of steps has every step and field that a law's file may name: those of the schema.</summary>
    [Fact]
    public void Steps_Csv_HasEveryStepOfTheSchema()
    {
        var rows = UrnaCommand.Run("rule", "steps", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToList();
        var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "schemas", "rule.schema.json"))).RootElement.GetProperty("$defs");
        var fields = schema.EnumerateObject().Select(d => d.Value).Where(d => d.TryGetProperty("properties", out var p) && p.TryGetProperty("step", out _))
            .SelectMany(d => d.GetProperty("properties").EnumerateObject().Where(p => p.Name != "step")
                .Select(p => $"{d.GetProperty("properties").GetProperty("step").GetProperty("const").GetString()} {p.Name}"));

        Assert.Equal(fields.Order(StringComparer.Ordinal), rows.Select(r => $"{r[0]} {r[1]}").Order(StringComparer.Ordinal));
    }

    /// <summary>A method without a country fills plain files, and a threshold on the line bars lists below it.</summary>
    [Theory]
    [InlineData("dhondt", null, "A 3, B 2, C 1")]
    [InlineData("sainte-lague", null, "A 3, B 2, C 1")]
    [InlineData("dhondt", "25%", "A 4, B 2")]
    [InlineData("hare", "1/4", "A 4, B 2")]
    [InlineData("biproportional", "0.25", "A 4, B 2")]
    public void Seats_MethodByItsName_TakesAThreshold(string rule, string? threshold, string seats)
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-").FullName;
        File.WriteAllText(Path.Combine(folder, "v.csv"), "district,list,party,candidate,votes\nD,A,,,530\nD,B,,,270\nD,C,,,200\n");
        File.WriteAllText(Path.Combine(folder, "s.csv"), "district,seats\nD,6\n");
        var run = UrnaCommand.Run(["seats", "--rule", rule, "--votes", Path.Combine(folder, "v.csv"), "--seats", Path.Combine(folder, "s.csv"), "--format", "json", .. threshold is null ? Array.Empty<string>() : ["--threshold", threshold]]);
        Directory.Delete(folder, recursive: true);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(seats, string.Join(", ", JsonDocument.Parse(run.Output).RootElement.GetProperty("totals").GetProperty("lists").EnumerateObject().Where(l => l.Value.GetInt32() > 0).OrderBy(l => l.Name, StringComparer.Ordinal).Select(l => $"{l.Name} {l.Value}")));
    }

    [Theory]
    [InlineData("dhondt", "0")]
    [InlineData("dhondt", "5 percent")]
    [InlineData("irv", "5%")]
    [InlineData("two-round", "5%")]
    public void Seats_ThresholdThatSaysNothing_IsWrongUsage(string rule, string threshold)
    {
        var votes = Path.Combine(Repository.Root, "docs", "examples", "plain", "votes.csv");
        var seats = Path.Combine(Repository.Root, "docs", "examples", "plain", "seats.csv");

        Assert.Equal(2, UrnaCommand.Run("seats", "--rule", rule, "--votes", votes, "--seats", seats, "--threshold", threshold).ExitCode);
    }
}
