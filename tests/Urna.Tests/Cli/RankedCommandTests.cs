using System.Text.Json;
using System.Text.RegularExpressions;
using Urna.Store.Laws;

namespace Urna.Tests.Cli;

/// <summary><c>urna seats --ballots</c>: the contract, and what the guide tells to type.</summary>
public partial class RankedCommandTests
{
    const string Example = "seats --rule docs/examples/laws/xm-wards.yaml --ballots docs/examples/plain/council.blt";

    [Theory]
    [InlineData(0, Example)]
    [InlineData(0, "seats --rule scottish-councils --ballots docs/examples/plain/council.blt --lang es --explain")]
    [InlineData(2, "seats --ballots docs/examples/plain/council.blt")]
    [InlineData(2, Example + " --congress README.md")]
    [InlineData(2, "seats docs/examples/marisma --ballots docs/examples/plain/council.blt")]
    [InlineData(3, "seats --rule scottish-councils --ballots README.md")]
    [InlineData(3, "seats --rule scottish-councils --ballots none.blt")]
    [InlineData(3, "seats --rule mayors --ballots docs/examples/plain/council.blt")]
    [InlineData(3, Example + " --seats docs/examples/plain/seats.csv")]
    [InlineData(4, "seats --rule scottish-councils --votes docs/examples/plain/votes.csv --seats docs/examples/plain/seats.csv")]
    public void Seats_ExitCode_IsTheContracts(int code, string arguments) => Assert.Equal(code, UrnaCommand.Run(arguments.Split(' ')).ExitCode);

    [Fact]
    public void Seats_Json_HasTheContractsShapeAndEveryCount()
    {
        var root = JsonDocument.Parse(UrnaCommand.Run($"{Example} --explain --format json".Split(' ')).Output).RootElement;
        var district = root.GetProperty("districts")[0];
        var counts = district.GetProperty("steps").EnumerateArray().Where(s => s.GetProperty("step").GetString() == "count-taken").ToList();

        Assert.Equal("elected", root.GetProperty("outcome").GetString());
        Assert.Equal("Council of Puerto Claro", district.GetProperty("district").GetString());
        Assert.Equal(["Aurora Díaz", "Bruno Sáez"], district.GetProperty("elected").EnumerateArray().Select(e => e.GetProperty("candidate").GetString()!));
        Assert.Equal(["quotient", "quotient"], district.GetProperty("elected").EnumerateArray().Select(e => e.GetProperty("basis").GetString()!));
        Assert.Equal(44, district.GetProperty("lists")[0].GetProperty("votes").GetInt64());
        Assert.Equal("surplus", counts[1].GetProperty("kind").GetString());
        Assert.Equal(0.22727m, counts[1].GetProperty("passed")[0].GetProperty("value").GetDecimal());
        Assert.Equal([34m, 32.72724m, 30.5454m, 0m], counts[2].GetProperty("tallies").EnumerateArray().Select(t => t.GetProperty("votes").GetDecimal()));
    }

    /// <summary>The table that the guide computes by hand is what the command prints, figure by figure.</summary>
    [Fact]
    public void Guide_WorkedExample_IsWhatTheCommandSays()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md"));
        var command = CommandLine().Match(guide).Groups["arguments"].Value;
        var output = UrnaCommand.Run(command.Split(' ')).Output;
        var rows = guide[guide.IndexOf("## Worked example 4", StringComparison.Ordinal)..].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(l => l.Trim('|', ' ').Split('|').Select(c => c.Trim(' ', '*')).ToArray()).Take(6).ToList();

        Assert.StartsWith(Example, command, StringComparison.Ordinal);
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.Contains(
            output.Split('\n'), line => Figures().Matches(line.Replace(" *", "", StringComparison.Ordinal)).Select(m => m.Value).SequenceEqual(row[1..])));
    }

    /// <summary>The example of a ballots file in the guide is read as it stands.</summary>
    [Fact]
    public void Guide_BltFile_IsRead()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md"));
        var path = Path.GetTempFileName();
        File.WriteAllText(path, guide[(guide.IndexOf("```text\n4 2", StringComparison.Ordinal) + 8)..].Split("```")[0]);
        var result = UrnaCommand.Run("seats", "--rule", "scottish-councils", "--ballots", path, "--format", "json");
        File.Delete(path);

        Assert.Equal(0, result.ExitCode);
    }

    /// <summary>Every law that the guide writes in one line is read as it stands.</summary>
    [Fact]
    public void Guide_LawsInOneLine_AreRead()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md"));
        var laws = LawInOneLine().Matches(guide).Select(m => m.Value).ToList();
        var folder = Directory.CreateTempSubdirectory("urna-test-");

        Assert.Equal(7, laws.Count);
        Assert.All(laws, law =>
        {
            var path = Path.Combine(folder.FullName, "law.yaml");
            File.WriteAllText(path, $"rule: law\ncountry: xm\nsteps:\n  - {law.Replace("\n", " ", StringComparison.Ordinal)}\n");
            Assert.Empty(RuleFile.Read(path).Findings);

            // The count down to two is for one seat, and the example has two.
            var expected = law.Contains("two-left", StringComparison.Ordinal) ? 3 : 0;
            Assert.Equal(expected, UrnaCommand.Run("seats", "--rule", path, "--ballots", "docs/examples/plain/council.blt").ExitCode);
        });
        folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"^dotnet run --project src/Urna\.Cli -- (?<arguments>seats .*--ballots .+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"(?<=\s)(\d[\d,]*(\.\d+)?|–)(?=\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\{ step: transferable-vote[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LawInOneLine();
}
