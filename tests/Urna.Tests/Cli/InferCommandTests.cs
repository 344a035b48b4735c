using System.Text.Json;

namespace Urna.Tests.Cli;

/// <summary><c>urna infer</c>: what it answers, what it refuses, and what it says on the way.</summary>
public sealed class InferCommandTests : IDisposable
{
    readonly PlainFolder files = new();

    public void Dispose() => files.Dispose();

    /// <summary>Rows, columns, exit code, what is told: bad input is refused in words, odd input is answered.</summary>
    [Theory]
    [InlineData("unit,a\n", "unit,x\n1,5\n", 3, "has no counts")]
    [InlineData("", "unit,x\n1,5\n", 3, "rows.csv")]
    [InlineData("unit\n1\n", "unit,x\n1,5\n", 3, "has no counts")]
    [InlineData("unit,a\n1,5\n", "unit,x\n2,5\n", 4, "have no unit in common")]
    [InlineData("unit,a\n1,5\n2,7\n", "unit,x\n1,5\n", 0, "V501 The unit '2' stands in one of the two tables only and does not enter, with 7 people.")]
    [InlineData("unit,a\n1,5\n2,7\n3,8\n", "unit,x\n1,5\n", 0, "V501 In all, 2 units with 15 people do not enter.")]
    [InlineData("unit,a,a\n1,5,6\n", "unit,x\n1,5\n", 3, "V106 The column 'a' stands twice.")]
    [InlineData("unit,a\n1,5\n1,6\n", "unit,x\n1,5\n", 3, "rows.csv:3: V106")]
    [InlineData("unit,a\n1,-5\n", "unit,x\n1,5\n", 3, "rows.csv:2: V105 Row 2: -5 in 'a' is negative.")]
    [InlineData("unit,a\n1,5.5\n", "unit,x\n1,5\n", 3, "rows.csv:2: V104 Row 2: '5.5' in 'a' is not a whole number.")]
    [InlineData("unit,a\n1,12.0\n", "unit,x\n1,5\n", 3, "V104")]
    [InlineData("unit,a\n1,\n", "unit,x\n1,5\n", 3, "V104 Row 2: '' in 'a' is not a whole number. Expected: a whole number, 0 or more.")]
    [InlineData("unit,a\n1,2000000000000\n", "unit,x\n1,5\n", 3, "V117")]
    [InlineData("unit,a\n1,1099511627776\n", "unit,x\n1,1099511627776\n", 0, "")]
    [InlineData("unit,a\n,5\n", "unit,x\n1,5\n", 3, "V115")]
    [InlineData("unit,a,b\n1,5\n", "unit,x\n1,5\n", 3, "more or fewer fields")]
    [InlineData("unit,a\n1, 5 \n", "unit,x\n1,5\n", 0, "")]
    [InlineData("unit,a,b\n1,5,0\n2,6,0\n", "unit,x,y\n1,2,3\n2,3,3\n", 0, "V503 'b' has no people in any unit.")]
    [InlineData("unit,a\n1,0\n2,6\n", "unit,x\n1,0\n2,6\n", 0, "V504 1 units have no people or no votes")]
    [InlineData("unit,a\n1,0\n", "unit,x\n1,0\n", 4, "")]
    [InlineData("unit,a,b\n1,5,5\n2,6,6\n", "unit,x,y\n1,4,6\n2,5,7\n", 0, "")]
    [InlineData("unit,a\n1,10\n", "unit,x\n1,8\n", 0, "V502 In 1 units rows and columns differ, by 2 people in all")]
    public void Infer_OfTables_RefusesOrAnswers(string rows, string columns, int code, string told)
    {
        var result = Infer(rows, columns, "--format", "csv");

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(told, result.Errors, StringComparison.Ordinal);
        Assert.Equal(code == 0, result.Output.Length > 0);
        Assert.DoesNotContain("NaN", result.Output, StringComparison.Ordinal);
    }

    /// <summary>The answer says what the groups are, what was measured of them, and which rows the units cannot tell apart.</summary>
    [Theory]
    [InlineData("party", "a,b", "party", true)]
    [InlineData("other", "a,b", "other", false)]
    public void Infer_Groups_StandInTheAnswer_WithWhatWasMeasured(string groups, string names, string told, bool measured)
    {
        var rows = $"unit,{names}\n{string.Concat(Enumerable.Range(0, 15).Select(u => $"{u},{90 - (5 * u)},{10 + (5 * u)}\n"))}";
        var columns = $"unit,x,y,z\n{string.Concat(Enumerable.Range(0, 15).Select(u => $"{u},{70 - (4 * u)},{20 + (4 * u)},10\n"))}";
        using var json = JsonDocument.Parse(Infer(rows, columns, "--format", "json", "--level", "0.9", "--groups", groups).Output);
        var answer = json.RootElement;

        Assert.Equal(told, answer.GetProperty("groups").GetString());
        Assert.Equal(measured ? JsonValueKind.Object : JsonValueKind.Null, answer.GetProperty("coverage").ValueKind);
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("indistinguishable").ValueKind);
        Assert.Equal(0, answer.GetProperty("trust").GetDouble());
        Assert.DoesNotContain("holds the truth in", Infer(rows, columns, "--groups", groups).Output, StringComparison.Ordinal);
    }

    /// <summary>One unit, and rows that are no sexes though they are called so: bounds, a word about it, in both languages.</summary>
    [Theory]
    [InlineData(1, "en", "V536 1 unit has", "estimated from 1 unit (")]
    [InlineData(1, "es", "V536 1 unidad tiene", "estimadas con 1 unidad (")]
    [InlineData(20, "en", "V535 The rows are said to be 'sex'", "* These totals")]
    [InlineData(20, "es", "V535 Se dice que las filas son 'sex'", "* Estos totales")]
    public void Infer_BeyondWhatWasMeasured_HasBoundsAndSaysWhy(int units, string language, string told, string printed)
    {
        var rows = $"unit,women,men\n{string.Concat(Enumerable.Range(0, units).Select(u => $"{u},{90 - (4 * u)},{10 + (4 * u)}\n"))}";
        var columns = $"unit,x,y,z\n{string.Concat(Enumerable.Range(0, units).Select(u => $"{u},{70 - (3 * u)},{20 + (3 * u)},10\n"))}";
        var result = Infer(rows, columns, "--groups", "sex", "--lang", language);

        Assert.Contains(told, result.Errors, StringComparison.Ordinal);
        Assert.Contains(printed, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("93.0%", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("93,0 %", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Infer_WithoutKeys_NeedsAsManyRows()
    {
        var result = Infer("a\n5\n6\n", "x\n5\n", "--no-key");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("'rows.csv' has 2 rows and 'columns.csv' 1", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Infer_500Columns_Answers()
    {
        var names = string.Join(',', Enumerable.Range(0, 500).Select(i => $"c{i}"));
        var votes = string.Join(',', Enumerable.Range(0, 500).Select(i => $"{i % 3}"));
        using var json = JsonDocument.Parse(Infer("unit,a,b\n1,300,199\n2,100,399\n", $"unit,{names}\n1,{votes}\n2,{votes}\n", "--format", "json", "--tolerance", "1e-6").Output);

        Assert.Equal(500, json.RootElement.GetProperty("columns").GetArrayLength());
        Assert.All(json.RootElement.GetProperty("shares").EnumerateArray(), row => Assert.Equal(1, row.EnumerateArray().Sum(v => v.GetDouble()), 1e-9));
    }

    [Theory]
    [InlineData("none", 0, "V502", "a;b", "x")]
    [InlineData("net", 0, "V521 The row 'entered-the-roll' has 5 people in 1 units, the column 'left-the-roll' 3 in 1", "a;b;entered-the-roll", "x;left-the-roll")]
    [InlineData("net", 0, "V523", "a;b;entered-the-roll", "x;left-the-roll")]
    [InlineData("gross:0.1", 0, "0.1 of its people", "a;b;entered-the-roll", "x;left-the-roll")]
    [InlineData("gross:2", 2, "not allowed for --roll; allowed: none, net, gross:RATE", "", "")]
    [InlineData("known:b,gone", 2, "There is no column 'gone'; the columns are x.", "", "")]
    public void Infer_Roll_IsToldAndKeepsEveryone(string roll, int code, string told, string rows, string columns)
    {
        var result = Infer("unit,a,b\n1,10,0\n2,15,5\n", "unit,x\n1,15\n2,17\n", "--roll", roll, "--format", "json");

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(told, result.Errors, StringComparison.Ordinal);
        if (code == 0)
        {
            using var json = JsonDocument.Parse(result.Output);
            Assert.Equal(rows, Joined(json.RootElement.GetProperty("rows")));
            Assert.Equal(columns, Joined(json.RootElement.GetProperty("columns")));
        }
    }

    /// <summary>A roll that is said to balance and does not: the units are named, and the answer goes on.</summary>
    [Fact]
    public void Infer_KnownRollThatDoesNotBalance_NamesTheUnits()
    {
        var result = Infer("unit,a,new\nP,10,5\nQ,20,0\n", "unit,x,gone\nP,12,3\nQ,20,1\n", "--roll", "known:new,gone", "--format", "csv");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("V522 Rows and columns differ in 1 units although 'new' and 'gone' are given: Q.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Infer_ByRegion_IsAnArrayOfPlacesAndTheirSum()
    {
        string[] ask = ["infer", "elections/cl-2021", "--from", "president-1", "--to", "president-2", "--tolerance", "1e-4"];
        using var json = JsonDocument.Parse(UrnaCommand.Run([.. ask, "--by", "region", "--format", "json"]).Output);
        var parts = json.RootElement.EnumerateArray().ToList();
        var csv = UrnaCommand.Run([.. ask, "--by", "region", "--format", "csv"]).Output.Split('\n');

        Assert.Equal(17, parts.Count);
        Assert.Equal(("region-1", "cl"), (parts[0].GetProperty("place").GetString()!, parts[^1].GetProperty("place").GetString()!));
        Assert.Equal(16, parts[^1].GetProperty("sumOf").GetArrayLength());
        Assert.Equal(People(parts[^1]), parts.Take(16).Sum(People), 1.0);
        Assert.Equal(346, parts.Take(16).Sum(p => p.GetProperty("units").GetInt32()));
        Assert.StartsWith("place,row,column,share,count", csv[0], StringComparison.Ordinal);
        Assert.Equal(1 + (17 * 36) + 1, csv.Length);

        static double People(JsonElement part) => part.GetProperty("counts").EnumerateArray().Sum(row => row.EnumerateArray().Sum(v => v.GetDouble()));
    }

    [Theory]
    [InlineData("infer elections/cl-2021 --from president-1 --to president-2 --by planet", "it has country, region")]
    [InlineData("infer elections/cl-2021 --from voters-age --to president-1 --roll gross:0.1", "of the same voters")]
    [InlineData("infer elections/cl-2021 --from president-1 --to president-2 --roll known:a,b", "There is no row 'a'; the rows are boric")]
    [InlineData("infer --rows README.md --columns README.md --by region", "--by needs an ELECTION")]
    [InlineData("infer elections/cl-2021 --rows README.md", "give --from and --to")]
    [InlineData("infer", "give an ELECTION")]
    [InlineData("infer simulate --units 0 --rows 1 --columns 1 --size 1 -o out", "0 units are not allowed")]
    [InlineData("infer simulate --units 1 --rows 1 --columns 1 --size 1 -o src", "was not written by urna")]
    public void Infer_WrongUsage_SaysWhatIsAllowed(string arguments, string told)
    {
        var result = UrnaCommand.Run(arguments.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Infer_OfVotersByAge_SaysWhoTheyAre()
    {
        var table = UrnaCommand.Run("infer", "elections/cl-2021", "--from", "voters-age", "--to", "president-2", "--tolerance", "1e-3", "--lang", "es");

        Assert.Contains("18-19 (votó)", table.Output, StringComparison.Ordinal);
        Assert.Contains("No votó en Presidencial, primera votación (grupo desconocido)", table.Output, StringComparison.Ordinal);
        Assert.Contains("V524", table.Errors, StringComparison.Ordinal);
    }

    /// <summary>The example of docs/infer.md: the same files twice, and an estimate near their truth.</summary>
    [Fact]
    public void Simulate_SameSeed_SameBytes()
    {
        var (one, two) = (Path.Combine(files.Folder, "one"), Path.Combine(files.Folder, "two"));
        foreach (var folder in new[] { one, two })
        {
            Assert.Equal(0, UrnaCommand.Run("infer", "simulate", "--units", "200", "--rows", "3", "--columns", "3", "--size", "300", "--roll-change", "0.01", "--seed", "5", "-o", folder).ExitCode);
        }

        foreach (var file in new[] { "W.csv", "X.csv", "truth.csv", "truth-units.csv", "simulation.yaml" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(one, file)), File.ReadAllBytes(Path.Combine(two, file)));
        }

        Assert.Equal(1 + 16, File.ReadAllLines(Path.Combine(one, "truth.csv")).Length);
        Assert.Equal(0, UrnaCommand.Run("infer", "--rows", Path.Combine(one, "W.csv"), "--columns", Path.Combine(one, "X.csv"), "--roll", "net").ExitCode);
    }

    /// <summary>The class's example of docs/infer.md: what it prints is what the command prints.</summary>
    [Theory]
    [InlineData("boxes", "")]
    [InlineData("context", "--context 3")]
    public void Simulate_ExampleOfTheGuide_PrintsWhatTheGuideSays(string name, string more)
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "infer.md"));
        var folder = Path.Combine(files.Folder, name);
        var options = $"infer simulate --units 300 --rows 3 --columns 3 --size 250 --segregation 0.2 {more} --seed 7".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains($"urna {string.Join(' ', options)} -o {name}\n", guide, StringComparison.Ordinal);
        Assert.Equal(0, UrnaCommand.Run([.. options, "-o", folder]).ExitCode);
        var estimate = UrnaCommand.Run("infer", "--rows", Path.Combine(folder, "W.csv"), "--columns", Path.Combine(folder, "X.csv"), "--method", "multinomial");

        Assert.Contains(estimate.Output.Trim('\n'), guide, StringComparison.Ordinal);
    }

    [Fact]
    public void Infer_Level_GivesIntervalsInTheContractsShape()
    {
        using var json = JsonDocument.Parse(Infer(Rows, Columns, "--format", "json", "--level", "0.8").Output);
        var answer = json.RootElement;

        Assert.Equal("association", answer.GetProperty("method").GetString());
        Assert.Equal(0.8, answer.GetProperty("level").GetDouble());
        Assert.Equal(0, answer.GetProperty("draws").GetInt32());
        for (var g = 0; g < 2; g++)
        {
            for (var c = 0; c < 2; c++)
            {
                Assert.InRange(Cell("shares"), Cell("lower"), Cell("upper"));
                Assert.True(Cell("boundLower") <= Cell("lower") && Cell("upper") <= Cell("boundUpper"));

                double Cell(string name) => answer.GetProperty(name)[g][c].GetDouble();
            }
        }
    }

    [Fact]
    public void Infer_WithoutLevelOrDraws_HasNullIntervals()
    {
        using var json = JsonDocument.Parse(Infer(Rows, Columns, "--format", "json").Output);

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("lower").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("level").ValueKind);
    }

    [Fact]
    public void Infer_Draws_SameSeed_GivesTheSame()
    {
        string Drawn(string seed) => System.Text.RegularExpressions.Regex.Replace(Infer(Rows, Columns, "--format", "json", "--draws", "20", "--seed", seed).Output, "\"seconds\": [^,]*,", "", default, TimeSpan.FromSeconds(1));

        Assert.Equal(Drawn("5"), Drawn("5"));
        Assert.NotEqual(Drawn("5"), Drawn("6"));
    }

    [Fact]
    public void Infer_Units_WritesATableOfEachThatHoldsItsMargins()
    {
        var file = Path.Combine(files.Folder, "units.csv");
        Assert.Equal(0, Infer(Rows, Columns, "--format", "json", "--units", file).ExitCode);

        var lines = File.ReadAllLines(file);
        Assert.Equal("unit,row,column,count,lower,upper", lines[0]);
        Assert.Equal(1 + (6 * 4), lines.Length);
        var first = lines.Skip(1).Take(4).Select(l => l.Split(',').Skip(3).Select(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.Equal(40, first[0][0] + first[1][0], 1e-3);
        Assert.Equal(35, first[0][0] + first[2][0], 1e-3);
        Assert.All(first, cell => Assert.InRange(cell[0], cell[1], cell[2]));
    }

    [Fact]
    public void Infer_Starts_SaysWhereTheyLead()
    {
        using var json = JsonDocument.Parse(Infer(Rows, Columns, "--format", "json", "--method", "multinomial", "--starts", "5").Output);

        Assert.Equal(5, json.RootElement.GetProperty("starts").GetProperty("tried").GetInt32());
        Assert.Contains("random starts all lead to the same shares", Infer(Rows, Columns, "--method", "multinomial", "--starts", "5").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--level", "1", "1 is not allowed for --level")]
    [InlineData("--level", "-0.5", "-0.5 is not allowed for --level")]
    [InlineData("--draws", "-1", "-1 is not allowed for --draws")]
    [InlineData("--starts", "-2", "-2 is not allowed for --starts")]
    [InlineData("--cluster", "region", "--cluster needs an ELECTION")]
    [InlineData("--method", "guess", "guess")]
    public void Infer_OptionThatCannotBe_IsRefused(string option, string value, string told)
    {
        var result = Infer(Rows, Columns, option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Infer_ClusterOfAnUnknownLevel_IsRefused_AndOfAKnownOneWidensErrors()
    {
        var election = Path.Combine(Repository.Root, "elections", "cl-2021");
        UrnaCommand.Result Run(params string[] more) => UrnaCommand.Run(["infer", election, "--from", "president-1", "--to", "president-2", "--format", "json", "--level", "0.9", .. more]);

        Assert.Equal(2, Run("--cluster", "county").ExitCode);
        using var alone = JsonDocument.Parse(Run().Output);
        using var together = JsonDocument.Parse(Run("--cluster", "region").Output);
        Assert.NotEqual(alone.RootElement.GetProperty("standardErrors").ToString(), together.RootElement.GetProperty("standardErrors").ToString());
        Assert.Equal(alone.RootElement.GetProperty("shares").ToString(), together.RootElement.GetProperty("shares").ToString());
    }

    const string Rows = "unit,a,b\n1,40,60\n2,70,30\n3,55,45\n4,20,80\n5,90,10\n6,35,65\n";

    const string Columns = "unit,x,y\n1,35,65\n2,52,48\n3,45,55\n4,24,76\n5,66,34\n6,30,70\n";

    UrnaCommand.Result Infer(string rows, string columns, params string[] options) =>
        UrnaCommand.Run(["infer", "--rows", files.Write("rows.csv", rows), "--columns", files.Write("columns.csv", columns), .. options]);

    static string Joined(JsonElement names) => string.Join(';', names.EnumerateArray().Select(n => n.GetString()));
}
