using System.Globalization;
using System.Text.Json;

namespace Urna.Tests.Cli;

/// <summary><c>urna audit</c> as people call it: plans, sheets, refusals and bad sheets with their rows.</summary>
public sealed class AuditCommandTests : IDisposable
{
    const string Votes = "district,list,party,candidate,votes,kind\nd,,,Ana,600,\nd,,,Bea,380,\nd,,,,15,blank\nd,,,,5,null\n";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public AuditCommandTests()
    {
        File.WriteAllText(At("votes.csv"), Votes);
        File.WriteAllText(At("seats.csv"), "district,seats\nd,1\n");
        File.WriteAllText(At("m.csv"), "batch,place,ballots\n" + string.Concat(Enumerable.Range(1, 10).Select(i => $"b{i},Hall {i % 3},100\n")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Plan_ThenAssess_StopsWhereSheetsSpeakForTheOutcome()
    {
        var plan = Json(0, "plan");
        Assert.Equal("ballot-polling", plan.GetProperty("method").GetString());
        string[] drawn = [.. plan.GetProperty("draws").EnumerateArray().Select(d => d.GetProperty("id").GetString()!).Distinct()];
        Assert.Equal(plan.GetProperty("firstRound").GetInt64(), plan.GetProperty("draws").GetArrayLength());

        Sheets(drawn.Select((id, i) => $"{id},{(i % 2 == 0 ? "Ana" : "Bea")},1"));
        Assert.NotEqual("stop", Json(1, "assess", "--sheets", At("s.csv")).GetProperty("decision").GetString());
        Sheets(drawn.Select((id, i) => $"{id},{(i % 4 < 3 ? "Ana" : i % 8 == 3 ? "blank" : "Bea")},1"));
        Assert.Equal("stop", Json(0, "assess", "--sheets", At("s.csv")).GetProperty("decision").GetString());

        // Half the ballots are not found: each counts as if it were the loser's.
        Sheets(drawn.Take(drawn.Length / 2).Select(id => $"{id},Ana,1"));
        var missing = Json(1, "assess", "--sheets", At("s.csv"));
        Assert.True(missing.GetProperty("missing").GetInt32() > 0);
        Assert.True(missing.GetProperty("assertions")[0].GetProperty("p").GetDouble() > 0.1);
    }

    /// <summary>Sheets of every ballot are a full count by hand: certain, one way or the other.</summary>
    [Fact]
    public void Assess_OfAFullCount_IsCertain()
    {
        string[] all = [.. Enumerable.Range(1, 10).SelectMany(b => Enumerable.Range(1, 100).Select(n => $"b{b}/{n}"))];
        Sheets(all.Select((id, i) => $"{id},{(i < 501 ? "Ana" : "Bea")},1"));
        Assert.Equal(0, Json(0, "assess", "--sheets", At("s.csv")).GetProperty("assertions")[0].GetProperty("p").GetDouble());
        Sheets(all.Select((id, i) => $"{id},{(i < 499 ? "Ana" : "Bea")},1"));
        Assert.Equal("count-all", Json(1, "assess", "--sheets", At("s.csv")).GetProperty("decision").GetString());
    }

    /// <summary>Each bad sheet is told with its code and row, and nothing is assessed.</summary>
    [Theory]
    [InlineData("b99/1,Ana,1", "V603")]
    [InlineData("b1/101,Ana,1", "V603")]
    [InlineData("FIRST,Ana,2", "V604")]
    [InlineData("FIRST,Ana,1\nFIRST,Bea,1", "V604")]
    [InlineData("FIRST,Ana,1\nFIRST,Ana,1", "V605")]
    [InlineData("FIRST,Zoe,1", "V606")]
    [InlineData("UNDRAWN,Ana,1", "V607")]
    [InlineData("FIRST,Ana,-1", "V105")]
    public void Assess_OfABadSheet_SaysCodeAndRow(string rows, string code)
    {
        string[] drawn = [.. Json(0, "plan").GetProperty("draws").EnumerateArray().Select(d => d.GetProperty("id").GetString()!).Distinct()];
        var undrawn = Enumerable.Range(1, 100).Select(n => $"b1/{n}").First(id => !drawn.Contains(id));
        Sheets(rows.Replace("FIRST", drawn[0], StringComparison.Ordinal).Replace("UNDRAWN", undrawn, StringComparison.Ordinal).Split('\n'));
        var run = Run("assess", "--sheets", At("s.csv"));
        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("s.csv:2: ", run.Errors + (rows.Contains('\n', StringComparison.Ordinal) ? "s.csv:2: " : ""), StringComparison.Ordinal);
        Assert.Contains(code, run.Errors, StringComparison.Ordinal);
    }

    /// <summary>A manifest that cannot be is refused before anything is drawn.</summary>
    [Theory]
    [InlineData("b1,Hall,900\n", "V600")]
    [InlineData("b1,Hall,500\nb1,Hall,500\n", "V106")]
    [InlineData("b1,Hall,-5\n", "V105")]
    [InlineData("", "V115")]
    public void Plan_OfABadManifest_SaysCode(string rows, string code)
    {
        File.WriteAllText(At("m.csv"), "batch,place,ballots\n" + rows);
        var run = Run("plan");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(code, run.Errors, StringComparison.Ordinal);
    }

    /// <summary>A manifest of more ballots than were counted may have its reasons, and so may ballots that nothing says of: both are told.</summary>
    [Fact]
    public void Plan_OfBallotsThatNothingSaysOf_IsToldAndMade()
    {
        File.WriteAllText(At("m.csv"), "batch,place,ballots\nb1,Hall,1100\n");
        Assert.Contains("V601", Run("plan").Errors, StringComparison.Ordinal);
        File.WriteAllText(At("votes.csv"), "district,list,party,candidate,votes\nd,,,Ana,600\nd,,,Bea,380\n");
        var run = UrnaCommand.Run("audit", "plan", "--rule", "first-past-the-post", "--votes", At("votes.csv"), "--seats", At("seats.csv"));
        Assert.Contains("V611", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfALawThatCannotBeAudited_SaysWhyInEachLanguage()
    {
        foreach (var (language, word) in new[] { ("en", "corrected for parity"), ("es", "corrigen por paridad") })
        {
            var run = UrnaCommand.Run("audit", "plan", "elections/cl-2021", "--contest", "convention", "--lang", language);
            Assert.Equal(4, run.ExitCode);
            Assert.Contains(word, run.Errors, StringComparison.Ordinal);
        }
    }

    /// <summary>The page lists the draw, and says by itself how to repeat it.</summary>
    [Fact]
    public void Plan_WithAPage_WritesTheDrawAndAScriptThatRepeatsIt()
    {
        var run = Run("plan", "--page", At("plan.html"));
        Assert.True(run.ExitCode == 0, run.Errors);
        var page = File.ReadAllText(At("plan.html"));
        Assert.Contains("Hall 1", page, StringComparison.Ordinal);
        Assert.Contains("sha256", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    JsonElement Json(int code, params string[] arguments)
    {
        var run = Run([.. arguments, "--format", "json"]);
        Assert.True(run.ExitCode == code, $"exit {run.ExitCode}: {run.Errors}");
        return JsonDocument.Parse(run.Output).RootElement;
    }

    UrnaCommand.Result Run(params string[] arguments) => UrnaCommand.Run(
        ["audit", arguments[0], "--rule", "first-past-the-post", "--votes", At("votes.csv"), "--seats", At("seats.csv"), "--risk", "0.1", "--seed", "31415926535", "--manifest", At("m.csv"), .. arguments[1..]]);

    void Sheets(IEnumerable<string> rows) => File.WriteAllText(At("s.csv"), "id,choice,votes\n" + string.Concat(rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r}\n"))));

    string At(string name) => Path.Combine(folder.FullName, name);
}
