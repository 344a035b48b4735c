using System.Text.Json;
using Urna.Cli.Verbs;
using Urna.Judge.Suggest;
using Urna.Model;

namespace Urna.Tests.Cli;

/// <summary><c>urna claims</c>: the claims of the two articles, and what a wrong file is told.</summary>
public sealed class ClaimsCommandTests : IDisposable
{
    readonly PlainFolder files = new();

    public void Dispose() => files.Dispose();

    /// <summary>A claim, its verdict, and the figure it rests on (null where none is).</summary>
    [Theory]
    [InlineData("cl-1970", "A1", "confirmed-by-rounding", 0.3661)]
    [InlineData("cl-1970", "A2", "confirmed", null)]
    [InlineData("cl-1970", "A3", "contradicted", null)]
    [InlineData("cl-1970", "A3-won", "confirmed", 24416.0)]
    [InlineData("cl-1970", "A4", "depends-on-scope", 0.4924)]
    [InlineData("cl-1970", "A5", "contradicted", null)]
    [InlineData("cl-1970", "A6", "not-observable", null)]
    [InlineData("cl-2021", "B1-rank", "confirmed", 1.0)]
    [InlineData("cl-2021", "B1-kast", "confirmed-by-rounding", 0.2791)]
    [InlineData("cl-2021", "B1-boric", "depends-on-scope", 0.2582)]
    [InlineData("cl-2021", "B2", "confirmed-by-rounding", 0.5267)]
    [InlineData("cl-2021", "B3", "confirmed", 0.5565)]
    [InlineData("cl-2021", "B4-eight-million", "confirmed", 8364534.0)]
    [InlineData("cl-2021", "B4-record", "confirmed", 8364534.0)]
    [InlineData("cl-2021", "B5", "confirmed", 0.1173)]
    [InlineData("cl-2021", "B6", "confirmed", 970569.0)]
    [InlineData("cl-2021", "B7", "confirmed", 2.0)]
    [InlineData("cl-2021", "B8", "contradicted", -0.0556)]
    [InlineData("cl-2021", "B9", "estimated", 0.18)]
    [InlineData("cl-2021", "B10", "needs-data", null)]
    [InlineData("cl-2021", "B11", "not-observable", null)]
    [InlineData("cl-2021", "B12", "not-observable", null)]
    [InlineData("cl-2021", "B13", "confirmed", 366301.0)]
    [InlineData("cl-2021", "B14", "confirmed", 1.0)]
    [InlineData("cl-2021", "B14-bias", "confirmed", -0.0082)]
    [InlineData("cl-2021", "B15-communists", "confirmed", 12.0)]
    [InlineData("cl-2021", "B15-coalition", "confirmed", 37.0)]
    [InlineData("cl-2021", "B16", "contradicted", 25.0)]
    [InlineData("cl-2021", "B17", "depends-on-scope", 74.0)]
    [InlineData("cl-2021", "B18-deputies", "confirmed", 15.0)]
    [InlineData("cl-2021", "B18-senator", "confirmed", 1.0)]
    [InlineData("cl-2021", "B19", "confirmed", -19.0)]
    [InlineData("cl-2021", "B20", "confirmed", 62.0)]
    [InlineData("cl-2021", "B20-others", "depends-on-scope", 76.0)]
    [InlineData("cl-2021", "B21-sichel", "contradicted", 4.0)]
    [InlineData("cl-2021", "B21-provoste", "contradicted", 5.0)]
    [InlineData("cl-2021", "B22", "confirmed", 79.0)]
    [InlineData("cl-2021", "B23", "depends-on-scope", 0.4658)]
    [InlineData("cl-2021", "B23-since-2012", "depends-on-scope", 0.4658)]
    [InlineData("cl-2021", "B24-santiago", "confirmed", 1.0)]
    [InlineData("cl-2021", "B24-others", "confirmed", 3.0)]
    [InlineData("cl-2021", "B25", "not-observable", null)]
    public void Claims_OfTheArticles_HaveTheVerdictThatTheDataAllow(string election, string id, string verdict, double? figure)
    {
        var claim = Judged(election).EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);

        Assert.Equal(verdict, claim.GetProperty("verdict").GetString());
        Assert.NotEqual("", claim.GetProperty("explanation").GetString());
        if (figure is { } expected)
        {
            Assert.Equal(expected, claim.GetProperty("computed").GetDouble(), verdict == "estimated" ? 0.03 : 0.0001 * Math.Max(1, Math.Abs(expected)));
        }

        if (verdict == "estimated")
        {
            Assert.InRange(claim.GetProperty("computed").GetDouble(), claim.GetProperty("lower").GetDouble(), claim.GetProperty("upper").GetDouble());
            Assert.True(claim.GetProperty("boundLower").GetDouble() <= claim.GetProperty("lower").GetDouble());
        }

        if (id is "B11" or "B12")
        {
            Assert.Equal(JsonValueKind.Null, claim.GetProperty("computed").ValueKind);
            Assert.Equal(claim.GetProperty("boundLower").GetDouble(), claim.GetProperty("lower").GetDouble());
        }
    }

    [Fact]
    public void Claims_Contradicted_EndsWithOne_AndSpanishIsSpanish()
    {
        var result = Run("cl-1970", "--lang", "es");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("depende del alcance", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Counted", result.Output, StringComparison.Ordinal);
    }

    /// <summary>A changed count turns the claims that rest on it, and no other.</summary>
    [Fact]
    public void Claims_OnChangedData_TurnThoseThatRestOnThem()
    {
        var copy = Path.Combine(files.Folder, "elections");
        Directory.CreateDirectory(copy);
        File.Copy(Path.Combine(Repository.Elections, "history.yaml"), Path.Combine(copy, "history.yaml"));
        foreach (var name in new[] { "cl-1970", "cl-1971", "cl-2021", "history", "maps" })
        {
            Directory.CreateDirectory(Path.Combine(copy, name));
            foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "elections", name)))
            {
                File.Copy(file, Path.Combine(copy, name, Path.GetFileName(file)));
            }
        }

        var results = Path.Combine(copy, "cl-1971", "results-municipal.csv");
        var lines = File.ReadAllLines(results);
        var before = Verdicts(copy);
        File.WriteAllLines(results, lines.Select(l => l.StartsWith("municipal,cl,PS,", StringComparison.Ordinal) ? $"municipal,cl,PS,{long.Parse(l.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture) + 500_000}" : l));
        var after = Verdicts(copy);

        Assert.Equal(["A4"], before.Where(v => after[v.Key] != v.Value).Select(v => v.Key));
        Assert.Equal("confirmed", after["A4"]);

        static Dictionary<string, string> Verdicts(string folder)
        {
            using var json = JsonDocument.Parse(UrnaCommand.Run("claims", Path.Combine(folder, "cl-1970", "claims.yaml"), "--format", "json").Output);
            return json.RootElement.EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!, c => c.GetProperty("verdict").GetString()!);
        }
    }

    [Theory]
    [InlineData("contest: president-3", "president-3", "president-1")]
    [InlineData("contest: cl-1900/president", "cl-1900/president", "cl-1970/")]
    [InlineData("measure: shares", "shares", "share")]
    [InlineData("of: [bori]", "bori", "boric")]
    [InlineData("places: [region-99]", "region-99", "region-")]
    [InlineData("value: '28'", "28", "a number with its unit")]
    [InlineData("wording: roughly", "roughly", "about")]
    [InlineData("chambre: x", "chambre", "")]
    public void Claims_FileThatNamesWhatIsNotThere_IsRefusedWithLineAndNames(string line, string found, string allowed)
    {
        var key = line.Split(':')[0];
        var fields = new Dictionary<string, string> { ["id"] = "id: x", ["measure"] = "measure: share", ["contest"] = "contest: president-1", ["of"] = "of: [boric]", ["value"] = "value: 28 %" };
        fields[key] = line;
        var file = files.Write("claims.yaml", $"election: cl-2021\nclaims:\n  - {string.Join("\n    ", fields.Values)}\n");
        var result = UrnaCommand.Run("claims", file, "--elections", Path.Combine(Repository.Root, "elections"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("claims.yaml:", result.Errors, StringComparison.Ordinal);
        Assert.Contains(found, result.Errors, StringComparison.Ordinal);
        Assert.Contains(allowed, result.Errors, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    /// <summary>A span that the article lacks, or has more than once, is a fault with its line and what is near.</summary>
    [Theory]
    [InlineData("span: Kast had 29 %", "V160", "'Kast had 28 %.' (line 1)")]
    [InlineData("span: { words: ten points }", "V161", "on lines 2, 3")]
    [InlineData("span: { words: ten points, occurrence: 3 }", "V161", "1 … 2")]
    [InlineData("span: [Kast had 28 %, nothing of the sort]", "V160", "(none)")]
    [InlineData("span: { words: ten points, occurence: 1 }", "V110", "occurrence")]
    [InlineData("span: { words: ten points, occurrence: 0 }", "V104", "1 or more")]
    public void Claims_SpanThatIsNotThereOnce_IsRefusedWithItsLine(string span, string code, string told)
    {
        var (claims, article) = Bound(span);
        var result = UrnaCommand.Run("claims", claims, "--article", article, "--elections", Path.Combine(Repository.Root, "elections"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains($"claims.yaml:4: {code}", result.Errors, StringComparison.Ordinal);
        Assert.Contains(told, result.Errors, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Theory]
    [InlineData("span: \"Kast  had *28 %*\"", 1)]
    [InlineData("span: { words: ten points, occurrence: 2 }", 3)]
    [InlineData("span: [Kast had 28 %, { words: ten points, occurrence: 2 }]", 1)]
    public void Claims_BoundToAnArticle_TellTheSentence(string span, int line)
    {
        var (claims, article) = Bound(span);
        var result = UrnaCommand.Run("claims", claims, "--article", article, "--elections", Path.Combine(Repository.Root, "elections"), "--format", "json");
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(line, json.RootElement[0].GetProperty("sentences")[0].GetProperty("line").GetInt32());

        var unbound = UrnaCommand.Run("claims", claims, "--elections", Path.Combine(Repository.Root, "elections"), "--format", "json");
        Assert.DoesNotContain("sentences", unbound.Output, StringComparison.Ordinal);
        var table = UrnaCommand.Run("claims", claims, "--article", article, "--elections", Path.Combine(Repository.Root, "elections"));
        Assert.Contains($"article.md:{line} “", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_ArticleThatIsNotThere_IsAFault()
    {
        var result = UrnaCommand.Run("claims", Bound("span: x").Claims, "--article", "no-such.md", "--elections", Path.Combine(Repository.Root, "elections"), "--lang", "es");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("V101", result.Errors, StringComparison.Ordinal);
    }

    /// <summary>What was guessed whole is read as it stands; what is left to choose is told, with its line.</summary>
    [Fact]
    public void Suggest_DraftsAFileThatClaimsReads()
    {
        var article = files.Write("column.md", "In the first round Kast came first with 28 %. In the second round turnout rose to almost 56 %.\n");
        var draft = Path.Combine(files.Folder, "draft.yaml");
        string[] elections = ["--elections", Path.Combine(Repository.Root, "elections")];
        var suggested = UrnaCommand.Run(["claims", "suggest", article, "--election", "cl-2021", "-o", draft, .. elections]);

        Assert.Equal(0, suggested.ExitCode);
        Assert.Contains("3 claims drafted, 0 of them with something to choose", suggested.Errors, StringComparison.Ordinal);
        var unread = UrnaCommand.Run(["claims", draft, "--article", article, .. elections]);
        Assert.Equal(3, unread.ExitCode);
        Assert.Contains("the claim 'S1' is still a draft", unread.Errors, StringComparison.Ordinal);
        File.WriteAllText(draft, File.ReadAllText(draft).Replace("    draft: true\n", "", StringComparison.Ordinal));
        var answer = UrnaCommand.Run(["claims", draft, "--article", article, "--format", "csv", .. elections]);
        Assert.True(answer.ExitCode == 0, answer.Errors);

        var open = files.Write("open.md", "Kast had 28 %.\n");
        UrnaCommand.Run(["claims", "suggest", open, "--election", "cl-2021", "-o", draft, .. elections]);
        var refused = UrnaCommand.Run(["claims", draft, .. elections]);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("needs 'contest'", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(2, UrnaCommand.Run(["claims", "suggest", open, "--election", "cl-1900", .. elections]).ExitCode);
    }

    [Fact]
    public void Check_JudgesWhatIsSureAndListsTheRest()
    {
        var article = files.Write("checked.md", "In the first round Kast came first with 28 %. Boric had 25.8 %, and a poll had given him 30 %. In the runoff Boric beat Kast by more than 20 points. Boric had 55.9 %.\n");
        var result = UrnaCommand.Run("claims", "check", article, "--election", "cl-2021", "--elections", Repository.Elections, "--format", "json");

        Assert.Equal(1, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        var verdicts = json.RootElement.GetProperty("judged").EnumerateArray().ToLookup(j => j.GetProperty("claim").GetString()!, j => j.GetProperty("verdict").GetString());
        Assert.Contains("contradicted", verdicts["In the runoff Boric beat Kast by more than 20 points."]);
        Assert.NotEmpty(json.RootElement.GetProperty("open").EnumerateArray());
        Assert.All(json.RootElement.GetProperty("open").EnumerateArray(), d => Assert.NotEmpty(d.GetProperty("choose").EnumerateObject()));
    }

    [Fact]
    public void Ask_OfAnOpenDraft_TakesNumbersValuesAndNothing()
    {
        DraftClaim draft = new("S1", 1, "Kast had 28 %", null, [new("measure", ["share"]), new("contest", ["president-1", "president-2"]), new("of", ["kast"], IsOpen: true), new("value", [])], "got");
        DraftClaim Asked(string answers) => new ClaimQuestions(new StringReader(answers), TextWriter.Null, Language.English).Ask(draft);

        Assert.Equal(["share", "president-1", "kast", "28 %"], Asked("1\n1\n28 %\n").Fields.Select(f => f.Values[0]));
        Assert.Null(DraftFields.Of(Asked("1\n1\n28 %\n") with { Fields = [.. draft.Fields.Select(f => f.Key == "value" ? new DraftField("value", ["28 %"]) : f.IsOpen ? new DraftField(f.Key, [f.Values[^1]]) : f), new("wording", ["more or less"])] }));
        Assert.Null(DraftFields.Of(new DraftClaim("S2", 1, "x", null, [new("measure", ["share"]), new("base", ["everybody"])], "got")));
        Assert.Null(DraftFields.Of(new DraftClaim("S3", 1, "x", null, [new("measure", ["share"]), new("sky", ["blue"])], "got")));
        Assert.True(Asked("2\nboric\n28 %\n").IsWhole);
        Assert.False(Asked("2\n\n").IsWhole);
        Assert.False(Asked("").IsWhole);
    }

    (string Claims, string Article) Bound(string span) => (
        files.Write("claims.yaml", $"election: cl-2021\nclaims:\n  - id: x\n    {span}\n    measure: share\n    contest: president-1\n    of: [kast]\n    value: 28 %\n"),
        files.Write("article.md", "Kast had 28 %.\nHe led by ten points.\nShe led by ten points.\n"));

    static readonly Dictionary<string, JsonElement> judged = [];

    static JsonElement Judged(string election)
    {
        if (!judged.TryGetValue(election, out var claims))
        {
            claims = JsonDocument.Parse(Run(election, "--format", "json").Output).RootElement;
            judged.Add(election, claims);
        }

        return claims;
    }

    static UrnaCommand.Result Run(string election, params string[] options) =>
        UrnaCommand.Run(["claims", Path.Combine(Repository.Root, "elections", election, "claims.yaml"), .. options]);
}
