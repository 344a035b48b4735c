using System.Text.Json;

namespace Urna.Tests.Cli;

/// <summary>Options name what they refuse, and take names that hold the sign between names.</summary>
public sealed class NamesInOptionsTests : IDisposable
{
    readonly PlainFolder files = new();

    public void Dispose() => files.Dispose();

    string Members => files.Write("members.csv", "chamber,party,list,seats\nhouse,\"Beer, Baccy and Scratchings\",,3\nhouse,Faro,,2\nhouse,Ancla,,2\n");

    [Theory]
    [InlineData("--order", "Ancla,Faro,Beer, Baccy and Scratchings")]
    [InlineData("--order", "Ancla", "--order", "Faro", "--order", "Beer, Baccy and Scratchings")]
    [InlineData("--order", "Ancla,Faro,\"Beer, Baccy and Scratchings\"")]
    public void Power_PartyWithAComma_CanBeOrdered(params string[] order)
    {
        var result = UrnaCommand.Run(["power", Members, "--quota", "4", "--format", "json", .. order]);

        Assert.True(result.ExitCode == 0, result.Errors);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(["1/3", "1/3", "1/3"], json.RootElement[0].GetProperty("members").EnumerateArray().Select(m => m.GetProperty("shapley").GetString()));
    }

    [Theory]
    [InlineData("--coalition", "Beer, Baccy and Scratchings,Faro")]
    [InlineData("--coalition", "Beer, Baccy and Scratchings", "--coalition", "Faro")]
    public void Power_PartyWithAComma_CanBeInACoalition(params string[] coalition)
    {
        var quorums = files.Write("q.yaml", "rule: q\ncountry: xx\nquorums:\n  - { id: ordinary, title: ordinary, share: 1/2, exceeds: true, article: none }\n");
        var result = UrnaCommand.Run(["power", Members, "--rule", quorums, "--by", "party", "--format", "csv", .. coalition]);

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("house,5,4,0", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count elections/cl-2021 --lang fr", "'fr' is not allowed for --lang; allowed: en, es, pt.")]
    [InlineData("count elections/cl-2021 --format xml", "'xml' is not allowed for --format; allowed: table, csv, json.")]
    [InlineData("infer --rows a --columns b --tolerance x", "'x' is not allowed for --tolerance; allowed: a number")]
    [InlineData("infer --rows a --columns b --method guess", "'guess' is not allowed for --method; allowed: ")]
    [InlineData("power m.csv --quota x", "'x' is not allowed for --quota; allowed: a whole number")]
    [InlineData("power m.csv --by person", "'person' is not allowed for --by; allowed: list, party.")]
    [InlineData("seats --lots", "--lots needs a value")]
    public void Run_WrongValueOfAnOption_NamesOptionValueAndWhatIsAllowed(string arguments, string told)
    {
        var result = UrnaCommand.Run(arguments.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Infer_EmptyUnits_AreNotCounted_AndNoneIsNotEnough()
    {
        var (rows, columns) = (files.Write("r.csv", "unit,a,b\n1,10,20\n2,15,5\n3,0,0\n"), files.Write("c.csv", "unit,x,y\n1,15,15\n2,12,8\n3,0,0\n"));
        using var json = JsonDocument.Parse(UrnaCommand.Run("infer", "--rows", rows, "--columns", columns, "--format", "json").Output);
        var none = UrnaCommand.Run("infer", "--rows", files.Write("n.csv", "unit,a,b\n1,0,0\n"), "--columns", files.Write("m.csv", "unit,x,y\n1,0,0\n"), "--format", "json");

        Assert.Equal(2, json.RootElement.GetProperty("units").GetInt32());
        Assert.Equal(4, none.ExitCode);
        Assert.Equal("", none.Output);
        Assert.Contains("none of the 1 units", none.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Infer_KnownRollOfNamesWithCommas_IsTaken()
    {
        var (rows, columns) = (files.Write("r.csv", "unit,a,\"new, young\"\nP,10,5\nQ,20,0\n"), files.Write("c.csv", "unit,x,gone\nP,12,3\nQ,20,0\n"));
        var result = UrnaCommand.Run("infer", "--rows", rows, "--columns", columns, "--roll", "known:new, young,gone", "--format", "csv");

        Assert.True(result.ExitCode == 0, result.Errors);
    }
}
