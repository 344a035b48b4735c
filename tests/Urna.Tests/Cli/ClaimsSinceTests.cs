using System.Globalization;
using System.Text.Json;

namespace Urna.Tests.Cli;

/// <summary><c>urna claims --since</c>, on copies of the data in which a figure was changed.</summary>
public sealed class ClaimsSinceTests : IDisposable
{
    readonly PlainFolder files = new();

    public ClaimsSinceTests()
    {
        foreach (var file in Directory.GetFiles(Repository.Elections, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(files.Folder, "elections", Path.GetRelativePath(Repository.Elections, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => files.Dispose();

    /// <summary>Thirty thousand votes more for Boric in Antofagasta: the rise of turnout there, the lead in votes, and all that is counted or inferred from the second round; what the totals cannot tell stays untold.</summary>
    [Fact]
    public void Votes_InOneCommune_TurnTheClaimsThatRestOnThem_AndNoOther()
    {
        var before = Judge("before.json");
        Change("results-president-2.csv", "president-2,2101,boric", 30_000);
        Change("results-president-2.csv", "president-2,2101,cast", 30_000);
        var changes = Since(before);

        Assert.Equal(["B6", "B8"], Ids(changes, "verdict"));
        Assert.Equal(["B3", "B3-jump", "B4-eight-million", "B4-record", "B5", "B9"], Ids(changes, "figure"));
        Assert.Equal(8, changes.GetArrayLength());
        // It is more than a million with the vote abroad, and almost one in Chile.
        Assert.Equal("depends-on-scope", Of(changes, "B6").GetProperty("now").GetProperty("verdict").GetString());
        Assert.Equal("confirmed", Of(changes, "B8").GetProperty("now").GetProperty("verdict").GetString());
    }

    /// <summary>Votes that move a seat of district 3 to the list and party of one candidate.</summary>
    [Fact]
    public void Votes_ThatMoveASeat_TurnTheSeatsOfTheContest_AndNotThoseOfTheMembers()
    {
        var before = Judge("before.json");
        Change("results-deputies.csv", "deputies,3,3-39", 10_000);
        var changes = Since(before);

        Assert.Equal(["B15-coalition", "B15-communists"], Ids(changes, "verdict"));
        Assert.Equal(2, changes.GetArrayLength());
        Assert.Equal(38, Of(changes, "B15-coalition").GetProperty("now").GetProperty("computed").GetDouble());
        Assert.Equal(13, Of(changes, "B15-communists").GetProperty("now").GetProperty("computed").GetDouble());
    }

    [Fact]
    public void NothingChanged_IsToldSo_AndAContradictionStillEndsWithOne()
    {
        var before = Judge("before.json");
        var table = Run("--since", before);
        var csv = Run("--since", before, "--format", "csv");

        Assert.Equal(1, table.ExitCode);
        Assert.Contains("No verdict and no figure changed", table.Output, StringComparison.Ordinal);
        Assert.Equal(0, Since(before).GetArrayLength());
        Assert.Equal("id,change,verdict_before,verdict,unit,stated_before,stated,computed_before,computed,explanation\n", csv.Output);
    }

    /// <summary>Claims that came, went or state another number are told as such, in words of each language.</summary>
    [Fact]
    public void Claims_ThatCameWentOrStateAnother_AreTold()
    {
        var path = Path.Combine(files.Folder, "elections", "cl-1970", "claims.yaml");
        var before = Judge("before.json", "cl-1970");
        File.WriteAllText(path, File.ReadAllText(path).Replace("id: A6", "id: A7", StringComparison.Ordinal).Replace("value: 37 %", "value: 36.6 %", StringComparison.Ordinal));
        var changes = JsonDocument.Parse(Run("cl-1970", "--since", before, "--format", "json").Output).RootElement;

        Assert.Equal(["A7"], Ids(changes, "new"));
        Assert.Equal(["A6"], Ids(changes, "gone"));
        Assert.Equal(["A1"], Ids(changes, "stated"));
        Assert.Contains("ya no está", Run("cl-1970", "--since", before, "--lang", "es").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "V102")]
    [InlineData("[{\"id\":", "V102")]
    [InlineData("{}", "V102")]
    [InlineData("[null]", "V103")]
    [InlineData("[{\"id\":\"A1\"}]", "V103")]
    [InlineData("[{\"id\":3}]", "V102")]
    [InlineData("""[{"id":"A1","claim":"","unit":"share","verdict":"true","explanation":"","scopes":[]}]""", "V110")]
    [InlineData("""[{"id":"A1","claim":"","unit":"share","verdict":"confirmed","explanation":"","scopes":[]},{"id":"A1","claim":"","unit":"share","verdict":"confirmed","explanation":"","scopes":[]}]""", "V106")]
    public void AFileThatClaimsDidNotWrite_IsRefused(string text, string code)
    {
        var result = Run("cl-1970", "--since", files.Write("before.json", text));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains($"before.json: {code}", result.Errors.Replace(":1: ", ": ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void AFileThatIsNotThere_IsRefused() => Assert.Equal(3, Run("cl-1970", "--since", Path.Combine(files.Folder, "none.json")).ExitCode);

    void Change(string file, string row, long votes)
    {
        var path = Path.Combine(files.Folder, "elections", "cl-2021", file);
        var lines = File.ReadAllLines(path);
        var at = Array.FindIndex(lines, l => l.StartsWith($"{row},", StringComparison.Ordinal));
        lines[at] = $"{row},{long.Parse(lines[at].Split(',')[^1], CultureInfo.InvariantCulture) + votes}";
        File.WriteAllLines(path, lines);
    }

    string Judge(string name, string election = "cl-2021") => files.Write(name, Run(election, "--format", "json").Output);

    JsonElement Since(string before) => JsonDocument.Parse(Run("--since", before, "--format", "json").Output).RootElement;

    static IEnumerable<string> Ids(JsonElement changes, string change) =>
        changes.EnumerateArray().Where(c => c.GetProperty("change").GetString() == change).Select(c => c.GetProperty("id").GetString()!).Order(StringComparer.Ordinal);

    static JsonElement Of(JsonElement changes, string id) => changes.EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);

    UrnaCommand.Result Run(params string[] options) =>
        options[0].StartsWith("--", StringComparison.Ordinal) ? Run(["cl-2021", .. options]) : UrnaCommand.Run(["claims", Path.Combine(files.Folder, "elections", options[0], "claims.yaml"), .. options[1..]]);
}
