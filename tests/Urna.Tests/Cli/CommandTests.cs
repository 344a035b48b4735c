using System.Text.Json;
using Urna.Tests.Store;

namespace Urna.Tests.Cli;

/// <summary>The contracts of the command: streams, forms and exit codes.</summary>
public class CommandTests
{
    [Theory]
    [InlineData(2, "")]
    [InlineData(2, "nonsense")]
    [InlineData(2, "count")]
    [InlineData(2, "count elections/cl-2021 --by planet")]
    [InlineData(2, "count elections/cl-2021 --contest nothing")]
    [InlineData(2, "count elections/cl-2021 --without nowhere")]
    [InlineData(2, "count elections/cl-2021 --format xml")]
    [InlineData(2, "count elections/cl-2021 --lang fr")]
    [InlineData(2, "seats")]
    [InlineData(2, "seats --rule congress-2015")]
    [InlineData(2, "seats elections/cl-2021 --contest voters-age")]
    [InlineData(2, "validate elections/cl-1970 --fail-on maybe")]
    [InlineData(3, "count elections/no-such-folder")]
    [InlineData(3, "seats --rule no-such-law --votes README.md --seats README.md")]
    [InlineData(0, "validate elections/cl-1970")]
    [InlineData(1, "validate elections/cl-1970 --fail-on warning")]
    [InlineData(0, "--help")]
    [InlineData(0, "seats --help")]
    [InlineData(0, "report --help")]
    [InlineData(0, "validate --help")]
    [InlineData(0, "count --help")]
    [InlineData(0, "infer --help")]
    [InlineData(0, "import --help")]
    [InlineData(2, "report elections/cl-2013 -o elections --force")]
    [InlineData(3, "seats --rule * --votes README.md --seats README.md")]
    [InlineData(3, "seats --rule cl/mayors --votes README.md --seats README.md")]
    public void Run_ExitCode_IsTheContracts(int code, string arguments) =>
        Assert.Equal(code, UrnaCommand.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ExitCode);

    [Fact]
    public void Run_WrongUsage_SaysWhatIsAllowedOnStandardError()
    {
        var result = UrnaCommand.Run("count", "elections/cl-2021", "--by", "planet");

        Assert.Empty(result.Output);
        Assert.Contains("commune", result.Errors, StringComparison.Ordinal);
    }

    /// <summary>1970: the sum of the provinces is not the count that was proclaimed. Who counts must hear of it; the answer stays the answer.</summary>
    [Theory]
    [InlineData("count")]
    [InlineData("seats")]
    public void Run_FiguresThatDisagree_ItIsToldOnStandardError(string verb)
    {
        var result = UrnaCommand.Run(verb, "elections/cl-1970", "--format", "json");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("V207", result.Errors, StringComparison.Ordinal);
        Assert.Contains("urna validate elections/cl-1970", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_TeachesWithExamples() => Assert.Contains("Examples:", UrnaCommand.Run("seats", "--help").Output, StringComparison.Ordinal);

    /// <summary>The shared example's expected answer, field by field.</summary>
    [Fact]
    public void Seats_TinyElection_EqualsTheExpectedAnswer()
    {
        var folder = Repository.Shared("examples", "tiny-election");
        var actual = JsonDocument.Parse(UrnaCommand.Run("seats", folder, "--format", "json").Output).RootElement;
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected-seats.json"))).RootElement;

        AssertHas(expected, actual);
    }

    [Fact]
    public void Seats_OfSeveralContests_AreAnArrayOfThem()
    {
        using var json = JsonDocument.Parse(UrnaCommand.Run("seats", "elections/cl-2021", "--format", "json").Output);

        Assert.Equal(
            ["president-1", "president-2", "deputies", "convention", "convention-reserved", "primaries", "mayors", "senate", "governors-1", "governors-2"],
            json.RootElement.EnumerateArray().Select(c => c.GetProperty("contest").GetString()!));
    }

    /// <summary>An outside file in the plain form gives the same seats as the folder it was taken from.</summary>
    [Theory]
    [InlineData("cl-2021", "deputies", "congress-2015")]
    [InlineData("cl-2021", "convention", "convention-2021")]
    [InlineData("cl-2013", "senate", "binomial-1988")]
    [InlineData("cl-1973", "deputies", "congress-1973")]
    public void Seats_OfPlainFiles_AreThoseOfTheFolder(string election, string contest, string rule)
    {
        using var files = PlainFiles.Of(election, contest);
        var plain = UrnaCommand.Run("seats", "--rule", rule, "--votes", files.Votes, "--seats", files.Seats, "--format", "csv");
        var folder = UrnaCommand.Run("seats", $"elections/{election}", "--contest", contest, "--format", "csv");

        Assert.Equal(0, plain.ExitCode);
        Assert.Equal(Lines(folder.Output), Lines(plain.Output));

        static IEnumerable<string> Lines(string csv) => csv.Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l[(l.IndexOf(',', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Seats_OpenTie_ExitsWith1AndNamesTheTied_UntilLotsAreDrawn()
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-");
        string Write(string name, string text)
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, text);
            return path;
        }

        var votes = Write("votes.csv", "district,list,party,candidate,votes\nd,A,P,Ana,100\nd,B,Q,Beto,100\n");
        var seats = Write("seats.csv", "district,seats\nd,1\n");
        string[] ask = ["seats", "--rule", "congress-2015", "--votes", votes, "--seats", seats, "--format", "json"];

        var open = UrnaCommand.Run(ask);
        Assert.Equal(1, open.ExitCode);
        Assert.Contains("\"outcome\": \"tie\"", open.Output, StringComparison.Ordinal);
        Assert.Contains("A and B are tied", open.Errors, StringComparison.Ordinal);

        var drawn = UrnaCommand.Run([.. ask, "--lots", Write("lots.csv", "district,level,winner\nd,list,B\n")]);
        Assert.Equal(0, drawn.ExitCode);
        Assert.Contains("Beto", drawn.Output, StringComparison.Ordinal);

        Assert.Equal(3, UrnaCommand.Run([.. ask, "--lots", Write("lots.csv", "district,level,winner\nd,list,C\n")]).ExitCode);
        folder.Delete(recursive: true);
    }

    /// <summary>Half a plain file is not a whole one: a district without votes, a column without a use and a seat without a person are told.</summary>
    [Fact]
    public void Seats_OfPlainFilesThatLackSomething_SayWhat()
    {
        using var files = new PlainFolder();
        var votes = files.Write("votes.csv", "district,list,party,candidate,votes,knd\nd,A,P,Ana,100,independent\n");

        var two = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", files.Write("two.csv", "district,seats\nd,1\ne,1\n"));
        Assert.Equal(4, two.ExitCode);
        Assert.Contains("e: not enough data; needed: the votes of e.", two.Errors, StringComparison.Ordinal);
        Assert.Contains("V119 The column 'knd' is not used.", two.Errors, StringComparison.Ordinal);

        var three = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", files.Write("three.csv", "district,seats\nd,3\n"), "--lang", "es");
        Assert.Equal(0, three.ExitCode);
        Assert.Contains("d: 2 de 3 escaños quedan vacantes", three.Errors, StringComparison.Ordinal);
        Assert.Contains("La columna 'knd' no se usa", three.Errors, StringComparison.Ordinal);
    }

    /// <summary>What does not fit in a number is a fault, as everything else that cannot be read.</summary>
    [Theory]
    [InlineData("list_position", "99999999999")]
    [InlineData("round", "99999999999")]
    [InlineData("round", "+1")]
    public void Seats_OfPlainFilesWithNoSuchNumber_AreUnreadable(string column, string value)
    {
        using var files = new PlainFolder();
        var votes = files.Write("votes.csv", $"district,list,party,candidate,votes,{column}\nd,A,P,Ana,100,{value}\n");

        Assert.Equal(3, UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", files.Write("seats.csv", "district,seats\nd,1\n")).ExitCode);
    }

    /// <summary>Missing is not zero: a seat that hangs on a figure nobody gave stays open, and the others do not.</summary>
    [Theory]
    [InlineData("assembly,n-2,a2,80\n", "north: not enough data; needed: all votes of Beto Quiroz.")]
    [InlineData("assembly,s-1,a3,400\nassembly,s-1,b3,350\n", "south: not enough data; needed: the votes of South.")]
    public void Seats_VotesThatAreNotKnown_FillNoSeat(string removed, string told)
    {
        using var election = new TinyElection().Damage("results.csv", removed, "");
        var result = UrnaCommand.Run("seats", election.Folder, "--format", "csv");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(told, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain($",{told.Split(':')[0]},", result.Output, StringComparison.Ordinal);
        Assert.Contains(told.StartsWith("north", StringComparison.Ordinal) ? ",south," : ",north,", result.Output, StringComparison.Ordinal);
        Assert.Contains("V303", UrnaCommand.Run("validate", election.Folder).Output, StringComparison.Ordinal);
    }

    /// <summary>A table says what it leaves out and what all places sum to.</summary>
    [Fact]
    public void Count_Table_NamesItsScopeAndSums()
    {
        var output = UrnaCommand.Run("count", "elections/cl-2021", "--contest", "president-2", "--by", "region", "--without", "abroad", "--lang", "es").Output;

        Assert.Contains("sin Extranjero", output, StringComparison.Ordinal);
        Assert.Contains("4.596.579", output, StringComparison.Ordinal);
        Assert.Contains("8.329.332", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Seats_MapucheSeats_AreNotEnoughData()
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-");
        var votes = Path.Combine(folder.FullName, "votes.csv");
        var seats = Path.Combine(folder.FullName, "seats.csv");
        File.WriteAllText(votes, "district,list,party,candidate,votes,kind\nMapuche,,,Ana,100,independent\n");
        File.WriteAllText(seats, "district,seats\nMapuche,7\n");

        Assert.Equal(4, UrnaCommand.Run("seats", "--rule", "convention-2021", "--votes", votes, "--seats", seats).ExitCode);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void DamagedFolder_StopsEveryVerbWithAllFaults_AndWritesNothing()
    {
        using var election = new TinyElection()
            .Damage("results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,x")
            .Damage("places.csv", "n-2,north", "n-2,nroth");
        var output = Path.Combine(election.Folder, "out");

        foreach (var verb in new[] { "count", "seats" })
        {
            var result = UrnaCommand.Run(verb, election.Folder, "-o", output);
            Assert.Equal(3, result.ExitCode);
            Assert.Contains("places.csv:6: V107", result.Errors, StringComparison.Ordinal);
            Assert.False(Path.Exists(output));
        }

        Assert.Equal(3, UrnaCommand.Run("validate", election.Folder).ExitCode);
    }

    [Fact]
    public void Count_Json_HasTheContractsFieldsAndNullForWhatIsMissing()
    {
        using var json = JsonDocument.Parse(UrnaCommand.Run("count", "elections/cl-2021", "--contest", "president-1", "--by", "region", "--format", "json").Output);
        var abroad = json.RootElement.EnumerateArray().Single(p => p.GetProperty("place").GetString() == "abroad");

        Assert.Equal(17, json.RootElement.GetArrayLength());
        Assert.Equal(JsonValueKind.Null, abroad.GetProperty("registered").ValueKind);
        Assert.Equal(33_812, abroad.GetProperty("valid").GetInt64());
        Assert.Equal(18_173, abroad.GetProperty("choices").EnumerateArray().Single(c => c.GetProperty("choice").GetString() == "boric").GetProperty("votes").GetInt64());
        Assert.True(abroad.TryGetProperty("reasons", out _));
    }

    [Fact]
    public void Validate_Json_IsOneObjectALine()
    {
        var lines = UrnaCommand.Run("validate", "elections/cl-1970", "--format", "json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.Equal(6, lines.Length);
    }

    /// <summary>Everything in the first is in the second, with the same value; the second may have more fields.</summary>
    static void AssertHas(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.ValueKind, actual.ValueKind);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.All(expected.EnumerateObject(), p => AssertHas(p.Value, actual.GetProperty(p.Name)));
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                Assert.All(expected.EnumerateArray().Zip(actual.EnumerateArray()), p => AssertHas(p.First, p.Second));
                break;
            default:
                Assert.Equal(expected.ToString(), actual.ToString());
                break;
        }
    }
}
