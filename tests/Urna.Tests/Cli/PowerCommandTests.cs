using System.Text.Json;

namespace Urna.Tests.Cli;

/// <summary>The contract of <c>urna power</c>.</summary>
public sealed class PowerCommandTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(2, "power")]
    [InlineData(2, "power elections/cl-2021/members.csv")]
    [InlineData(2, "power elections/cl-2021/members.csv --quota 0")]
    [InlineData(2, "power elections/cl-2021/members.csv --quota -5")]
    [InlineData(2, "power elections/cl-2021/members.csv --quota 78 --rule quorums")]
    [InlineData(2, "power elections/cl-2021/members.csv --quota 78 --passes")]
    [InlineData(2, "power elections/cl-2021/members.csv --quota 78 --chamber lords")]
    [InlineData(2, "power elections/cl-2021/members.csv --quota 78 --coalitions -1")]
    [InlineData(2, "power elections/cl-2021/members.csv --quota 78 --order RN,UDI")]
    [InlineData(2, "power elections/cl-2021/members.csv --quota 78 --by pact")]
    [InlineData(2, "power elections/cl-2021/members.csv --rule quorums --date tomorrow")]
    [InlineData(2, "power elections/cl-2021 --coalition Nobody")]
    [InlineData(2, "power elections/cl-2021 --coalition RN")]
    [InlineData(2, "power elections/cl-2021 --passes --coalition RN")]
    [InlineData(2, "seats elections/cl-2021 --contest deputies --indices --format csv")]
    [InlineData(3, "power no-such.csv --quota 3")]
    [InlineData(3, "power README.md --quota 3")]
    [InlineData(3, "power elections/no-such-folder --quota 3")]
    [InlineData(3, "power elections/cl-2021 --rule no-such-file")]
    [InlineData(3, "power elections/cl-2021 --rule congress-2015")]
    [InlineData(3, "seats --rule quorums --votes docs/examples/plain/votes.csv --seats docs/examples/plain/seats.csv")]
    [InlineData(4, "power elections/cl-1973 --rule quorums")]
    [InlineData(4, "power elections/cl-2021 --date 1950-01-01")]
    [InlineData(4, "power elections/cl-1971 --quota 3")]
    [InlineData(0, "power elections/cl-2021 --coalition RN --by party --format csv")]
    [InlineData(0, "power elections/cl-2021 --passes --by party --chamber senate --lang es")]
    [InlineData(0, "power elections/cl-1973 --quota 76")]
    public void Run_ExitCode_IsTheContracts(int code, string arguments)
    {
        var result = UrnaCommand.Run(arguments.Split(' '));
        Assert.True(code == result.ExitCode, $"{result.ExitCode}: {result.Errors}");
    }

    /// <summary>Every fault of a table of members, with its row, and nothing on standard output.</summary>
    [Fact]
    public void Run_DamagedMembers_TellsEveryFault()
    {
        var members = Members("d,A,X,3", "d,a.,x,2", "d,B,X,-1", "d,C,X,two", ",D,X,1", "d,,,4", "d,E,X,2000000", "d,F,X,9999999999999");
        var result = UrnaCommand.Run("power", members, "--quota", "3");

        Assert.Equal(3, result.ExitCode);
        Assert.Empty(result.Output);
        foreach (var fault in new[] { "members.csv:3: V106", "members.csv:4: V105", "members.csv:5: V104", "members.csv:6: V115", "members.csv:7: V115", "members.csv:8: V117", "members.csv:9: V117" })
        {
            Assert.Contains(fault, result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_NoMembers_IsNotEnoughData()
    {
        Assert.Equal(4, UrnaCommand.Run("power", Members(), "--quota", "3").ExitCode);
        Assert.Equal(4, UrnaCommand.Run("power", Members("d,A,,0"), "--quota", "3").ExitCode);
        File.WriteAllText(Path.Combine(folder.FullName, "empty.csv"), "");
        Assert.Equal(3, UrnaCommand.Run("power", Path.Combine(folder.FullName, "empty.csv"), "--quota", "3").ExitCode);
    }

    [Fact]
    public void Run_TooLargeAChamber_IsRefusedAndNotComputed()
    {
        var result = UrnaCommand.Run("power", Members([.. Enumerable.Range(0, 700).Select(i => $"d,P{i},,100")]), "--quota", "3");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("V117", result.Errors, StringComparison.Ordinal);
    }

    /// <summary>The names and forms that outside tools depend on.</summary>
    [Fact]
    public void Json_OfAQuota_HasTheContractsFields()
    {
        var result = UrnaCommand.Run("power", Members("d,A,X,50", "d,B,X,49", "d,C,Y,1", "d,D,Y,0"), "--quota", "51", "--format", "json");
        using var json = JsonDocument.Parse(result.Output);
        var chamber = Assert.Single(json.RootElement.EnumerateArray());

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["chamber", "quota", "members", "minimalCoalitions", "minimalCoalitionsTotal", "seats", "proper"], chamber.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("d", 51), (chamber.GetProperty("chamber").GetString(), chamber.GetProperty("quota").GetInt32()));
        Assert.Equal(
            ["A 50 2/3 3/5 3/4", "B 49 1/6 1/5 1/4", "C 1 1/6 1/5 1/4", "D 0 0/1 0/1 0/1"],
            chamber.GetProperty("members").EnumerateArray().Select(m => string.Join(' ', new[] { "party", "seats", "shapley", "banzhaf", "banzhafAbsolute" }.Select(f => m.GetProperty(f).ToString()))));
        Assert.Equal("[[\"A\",\"B\"],[\"A\",\"C\"]]", chamber.GetProperty("minimalCoalitions").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_ByList_NamesLists()
    {
        using var json = JsonDocument.Parse(UrnaCommand.Run("power", Members("d,A,X,2", "d,B,X,1", "d,C,Y,2"), "--quota", "3", "--by", "list", "--format", "json").Output);

        Assert.Equal(["X", "Y"], json.RootElement[0].GetProperty("members").EnumerateArray().Select(m => m.GetProperty("list").GetString()!));
    }

    [Fact]
    public void Json_OfQuorums_IsOneForEachChamberAndQuorumOfTheDay()
    {
        var result = UrnaCommand.Run("power", "elections/cl-2021/members.csv", "--rule", "quorums", "--date", "2023-01-27", "--format", "json", "--coalitions", "0");
        using var json = JsonDocument.Parse(result.Output);

        Assert.Equal(
            [
                "deputies ordinary 78", "deputies qualified 78", "deputies organic 78", "deputies interpretive 89", "deputies reform 89", "deputies reform-entrenched 89",
                "senate ordinary 26", "senate qualified 26", "senate organic 26", "senate interpretive 29", "senate reform 29", "senate reform-entrenched 29",
            ],
            json.RootElement.EnumerateArray().Select(e => $"{e.GetProperty("chamber")} {e.GetProperty("quorum")} {e.GetProperty("quota")}"));
        Assert.Equal("2023-01-27", json.RootElement[2].GetProperty("from").GetString());
    }

    /// <summary>Without a day, a table's quorums are those of all periods, each with its own.</summary>
    [Fact]
    public void Json_WithoutADay_HasAllPeriods()
    {
        using var json = JsonDocument.Parse(UrnaCommand.Run("power", "elections/cl-2021/members.csv", "--rule", "quorums", "--chamber", "senate", "--format", "json", "--coalitions", "0").Output);
        var organic = json.RootElement.EnumerateArray().Where(e => e.GetProperty("quorum").GetString() == "organic");

        Assert.Equal([(29, true), (26, false)], organic.Select(e => (e.GetProperty("quota").GetInt32(), e.TryGetProperty("until", out _))));
    }

    /// <summary>Coalitions beyond the list are counted and told, never left out in silence.</summary>
    [Fact]
    public void Json_MoreCoalitionsThanListed_AreCountedAndTold()
    {
        var result = UrnaCommand.Run("power", "elections/cl-2021/members.csv", "--chamber", "deputies", "--quota", "78", "--format", "json");
        using var json = JsonDocument.Parse(result.Output);

        Assert.Equal(1_000, json.RootElement[0].GetProperty("minimalCoalitions").GetArrayLength());
        Assert.Equal(73_302, json.RootElement[0].GetProperty("minimalCoalitionsTotal").GetInt32());
        Assert.Contains("73302 minimal coalitions; the first 1000 are listed", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_QuotaOfAllOrOfHalf_SaysWhatItMeans()
    {
        var members = Members("d,A,X,5", "d,B,X,5");

        Assert.Contains("nobody has power", UrnaCommand.Run("power", members, "--quota", "11").Errors, StringComparison.Ordinal);
        Assert.Contains("pueden aprobar dos coaliciones", UrnaCommand.Run("power", members, "--quota", "5", "--lang", "es").Errors, StringComparison.Ordinal);
        Assert.Empty(UrnaCommand.Run("power", members, "--quota", "6").Errors);
    }

    /// <summary>From left to right by option or by column: B and C are neighbours, A and C are not.</summary>
    [Fact]
    public void Json_WithAnOrder_HasConnectedCoalitions()
    {
        const string expected = "[[\"A\",\"B\"],[\"B\",\"C\"]]";
        var byOption = UrnaCommand.Run("power", Members("d,A,X,4", "d,C,X,4", "d,B,X,3", "d,Z,X,0"), "--quota", "7", "--order", "a, B ,C", "--format", "json");
        File.WriteAllText(Path.Combine(folder.FullName, "placed.csv"), "chamber,party,list,seats,position\nd,A,X,4,1\nd,C,X,4,9\nd,B,X,3,5\n");
        var byColumn = UrnaCommand.Run("power", Path.Combine(folder.FullName, "placed.csv"), "--quota", "7", "--format", "json");

        Assert.Equal(expected, Connected(byOption.Output));
        Assert.Equal(expected, Connected(byColumn.Output));

        static string Connected(string json) => JsonDocument.Parse(json).RootElement[0].GetProperty("connectedCoalitions").GetRawText()
            .Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }

    [Fact]
    public void Json_Passes_HasTheNeedsAndTheLists()
    {
        using var json = JsonDocument.Parse(UrnaCommand.Run("power", "elections/cl-2021", "--passes", "--format", "json").Output);
        var organic = json.RootElement.EnumerateArray().Single(e => e.GetProperty("quorum").GetString() == "organic");

        Assert.Equal((89, 29), (organic.GetProperty("needed").GetProperty("deputies").GetInt32(), organic.GetProperty("needed").GetProperty("senate").GetInt32()));
        Assert.Equal(
            ["Chile Podemos +|Nuevo Pacto Social", "Chile Podemos +|Apruebo Dignidad"],
            organic.GetProperty("coalitions").EnumerateArray().Select(c => string.Join('|', c.EnumerateArray().Select(n => n.GetString()))));
    }

    [Fact]
    public void Json_Coalition_SaysWhatItLacks()
    {
        using var json = JsonDocument.Parse(UrnaCommand.Run("power", "elections/cl-2021", "--coalition", "Apruebo Dignidad,nuevo pacto social", "--format", "json").Output);
        var organic = json.RootElement.EnumerateArray().Single(e => e.GetProperty("quorum").GetString() == "organic");

        Assert.False(organic.GetProperty("passes").GetBoolean());
        Assert.Equal([(74, 89, 15), (23, 29, 6)], organic.GetProperty("chambers").EnumerateArray()
            .Select(c => (c.GetProperty("seats").GetInt32(), c.GetProperty("needed").GetInt32(), c.GetProperty("lacking").GetInt32())));
    }

    [Fact]
    public void Seats_Indices_AreInTableAndJson()
    {
        var table = UrnaCommand.Run("seats", "elections/cl-2021", "--contest", "deputies", "--indices");
        using var json = JsonDocument.Parse(UrnaCommand.Run("seats", "elections/cl-2021", "--contest", "deputies", "--indices", "--format", "json").Output);
        using var without = JsonDocument.Parse(UrnaCommand.Run("seats", "elections/cl-2021", "--contest", "deputies", "--format", "json").Output);

        Assert.Contains("Gallagher", table.Output, StringComparison.Ordinal);
        Assert.Contains("9.57%", table.Output, StringComparison.Ordinal);
        Assert.Equal(0.0957110829, json.RootElement.GetProperty("indices").GetProperty("byList").GetProperty("gallagher").GetDouble(), 1e-10);
        Assert.Equal("outside-lists", json.RootElement.GetProperty("indices").GetProperty("independents")[0].GetProperty("standing").GetString());
        Assert.False(without.RootElement.TryGetProperty("indices", out _));
    }

    string Members(params string[] rows)
    {
        var path = Path.Combine(folder.FullName, "members.csv");
        File.WriteAllText(path, "chamber,party,list,seats\n" + string.Concat(rows.Select(r => r + "\n")));
        return path;
    }
}
