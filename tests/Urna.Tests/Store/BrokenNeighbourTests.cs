using Urna.Judge;
using Urna.Model;
using Urna.Store;
using Urna.Tests.Cli;
using Urna.Validate;

namespace Urna.Tests.Store;

/// <summary>An election that cannot be used is told where a claim needs it, and nowhere else.</summary>
public sealed class BrokenNeighbourTests : IDisposable
{
    const string Record = "{ id: rec, measure: record, what: votes, of: [a1], contest: assembly, since: all, value: 1 times, wording: over }";

    const string ByName = "{ id: chg, measure: change, what: votes, of: [a1], contest: assembly, since: [old/assembly], value: 30 votes }";

    const string Alone = "{ id: own, measure: votes, of: [a1], contest: assembly, value: 210 votes }";

    readonly Shelf shelf = new Shelf().Add("new", "new", 2020, 120).Add("old", "old", 2016, 90).Add("older", "older", 2012, 100);

    public void Dispose() => shelf.Dispose();

    /// <summary>The greatest of two is the greatest of two, and never of one because the other does not read.</summary>
    [Fact]
    public void Claims_OverAllEarlier_AreOverAllOrOverNone()
    {
        var file = shelf.Claims("new", "new", Record);
        var sound = ClaimJudge.Of(shelf.Open().Claims(file).Value!).Judgements[0];
        shelf.Damage("older/results.csv", "assembly,n-1,a1,100", "assembly,n-1,a1,-100");

        var read = shelf.Open().Claims(file);
        var run = UrnaCommand.Run("claims", file);

        Assert.Contains("the greatest of 2", sound.Explanation.English, StringComparison.Ordinal);
        Assert.Null(read.Value);
        Assert.Contains(read.Findings, f => f.Code == "V170" && f.File == "claims.yaml" && f.Row == 3);
        Assert.Contains(read.Findings, f => f.Code == "V105" && f.File == "older/results.csv" && f.Row == 3);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("older/results.csv:3: V105", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    /// <summary>A neighbour that is a link to elsewhere is not read, and a claim over all elections does not pass it over.</summary>
    [Fact]
    public void Claims_BesideALinkOut_ReadNothingBehindIt_AndSaySo()
    {
        using var elsewhere = new Shelf().Add("far", "far", 2008, 500);
        Directory.CreateSymbolicLink(Path.Combine(shelf.Folder, "far"), Path.Combine(elsewhere.Folder, "far"));
        Directory.CreateSymbolicLink(Path.Combine(shelf.Folder, "again"), Path.Combine(shelf.Folder, "old"));
        var open = shelf.Open();

        Assert.Equal([null, "new", "old", "older"], open.Elections.Where(e => e.Folder != "again").Select(e => e.Id).Order(StringComparer.Ordinal));
        Assert.Equal("old", open.Elections.Single(e => e.Folder == "again").Id);
        Assert.Equal(["V180"], open.Named("far")[0].Reading.Findings.Select(f => f.Code));
        Directory.Delete(Path.Combine(shelf.Folder, "again"));
        var findings = shelf.Open().Claims(shelf.Claims("new", "new", Record)).Findings;
        Assert.Contains(findings, f => f.Code == "V170");
        Assert.Contains(findings, f => f.Code == "V180" && f.File == "far/election.yaml");
        Assert.Empty(shelf.Open().Claims(shelf.Claims("new", "new", Alone)).Findings);

        // Named by the user himself, it is read.
        Assert.NotNull(Workspace.Open(Path.Combine(shelf.Folder, "far")).Elections[0].Reckoning);
    }

    [Fact]
    public void Claims_ThatNameABrokenElection_AreToldItsFaults_AndNotThatItIsUnknown()
    {
        var file = shelf.Claims("new", "new", ByName);
        File.Delete(Path.Combine(shelf.Folder, "old", "places.csv"));

        var findings = shelf.Open().Claims(file).Findings;

        Assert.Contains(findings, f => f.Code == "V170" && f.Found == "old/assembly" && f.Row == 3);
        Assert.Contains(findings, f => f.Code == "V101" && f.File == "old/places.csv");
        Assert.DoesNotContain(findings, f => f.Code == "V110");
    }

    /// <summary>A neighbour of another country, whatever it counted, is no record of this one.</summary>
    [Fact]
    public void Records_AreOfOneCountry()
    {
        shelf.Add("abroad", "abroad", 2018, 5_000);
        shelf.Damage("abroad/election.yaml", "country: ", "country: q");

        var judged = ClaimJudge.Of(shelf.Open().Claims(shelf.Claims("new", "new", Record)).Value!).Judgements[0];

        Assert.Equal(Verdict.Confirmed, judged.Verdict);
        Assert.Contains("the greatest of 2", judged.Explanation.English, StringComparison.Ordinal);
    }

    /// <summary>An election that no package may hold is not unknown: what needs it lacks data, and all other claims are judged.</summary>
    [Theory]
    [InlineData(ByName)]
    [InlineData(Record)]
    public void Claims_ThatNeedAWithheldElection_LackData(string claim)
    {
        var file = shelf.Claims("new", "new", Alone, claim);
        Directory.Delete(Path.Combine(shelf.Folder, "old"), recursive: true);
        File.WriteAllText(Path.Combine(shelf.Folder, "withheld.txt"), "# not for profit\nold\n");

        var read = shelf.Open().Claims(file);
        var judged = ClaimJudge.Of(read.Value!).Judgements;

        Assert.Contains(read.Findings, f => f.Code == "V184" && f.Expected == "old");
        Assert.DoesNotContain(read.Findings, f => f.Severity == Severity.Fault);
        Assert.Equal([Verdict.Confirmed, Verdict.NeedsData], judged.Select(j => j.Verdict));
        Assert.Contains("'old'", judged[1].Explanation.English, StringComparison.Ordinal);
        Assert.Equal(0, UrnaCommand.Run("claims", file).ExitCode);
    }

    [Fact]
    public void Claims_OfABrokenElection_AreToldItsFaults()
    {
        var file = shelf.Claims("new", "new", Alone);
        shelf.Damage("new/candidacies.csv", "Ana Pérez,,F", "Ana Pérez,,W");

        var findings = shelf.Open().Claims(file).Findings;

        Assert.Contains(findings, f => f.Code == "V170" && f.Found == "new");
        Assert.Contains(findings, f => f.Code == "V110" && f.File == "new/candidacies.csv");
        Assert.Equal(3, UrnaCommand.Run("claims", "suggest", WriteArticle(), "--election", Path.Combine(shelf.Folder, "new")).ExitCode);
    }

    [Fact]
    public void Claims_ThatNeedNoOther_AreJudgedBesideABrokenOne()
    {
        var file = shelf.Claims("new", "new", Alone);
        shelf.Damage("older/results.csv", "assembly,n-1,a1,100", "assembly,n-1,a1,x").Damage("old/election.yaml", "id: old", "id: [old");

        Assert.Equal(Verdict.Confirmed, ClaimJudge.Of(shelf.Open().Claims(file).Value!).Judgements[0].Verdict);
    }

    /// <summary>Judged from code, without reading the claims from a file, the same claim lacks data.</summary>
    [Fact]
    public void Judge_OverAllEarlierWithABrokenOne_NeedsData()
    {
        var claims = shelf.Open().Claims(shelf.Claims("new", "new", Record)).Value!;
        shelf.Damage("old/results.csv", "assembly,n-1,a1,90", "assembly,n-1,a1,-90");
        var store = shelf.Open().StoreOf("new").Value!;

        var judgement = ClaimJudge.Of(claims.Claims[0], store);

        Assert.Equal(Verdict.NeedsData, judgement.Verdict);
        Assert.Contains("V105, old/results.csv", judgement.Explanation.In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_NameAnElectionByFolderOrById()
    {
        using var named = new Shelf().Add("this-folder", "an-id", 2020, 120).Add("that-folder", "another-id", 2016, 90);
        foreach (var (own, other) in new[] { ("this-folder", "that-folder"), ("an-id", "another-id"), ("an-id", "that-folder") })
        {
            var file = named.Claims("this-folder", own, ByName.Replace("old/", other + "/", StringComparison.Ordinal));

            Assert.Equal(Verdict.Confirmed, ClaimJudge.Of(named.Open().Claims(file).Value!).Judgements[0].Verdict);
        }
    }

    [Fact]
    public void Claims_NameThatFitsTwoFolders_IsAFault_UnlessOneHasItBothWays()
    {
        shelf.Add("copy", "old", 2016, 90).Add("new-too", "twice", 2008, 10).Add("twice", "other", 2008, 10);

        Assert.Contains(shelf.Open().Claims(shelf.Claims("new", "new", Record)).Findings, f => f.Code == "V171" && f.Found == "old" && f.Severity == Severity.Fault);
        Assert.NotNull(shelf.Open().Claims(shelf.Claims("new", "new", ByName)).Value);
        Assert.Contains(shelf.Open().Claims(shelf.Claims("new", "twice", Alone)).Findings, f => f.Code == "V171" && f.Found == "twice");
    }

    [Fact]
    public void Claims_OfNoElection_AreToldWhichThereAre()
    {
        var fault = Assert.Single(shelf.Open().Claims(shelf.Claims("new", "nwe", Alone)).Findings, f => f.Column == "election");

        Assert.Equal("V110", fault.Code);
        Assert.StartsWith("new, ", fault.Expected, StringComparison.Ordinal);
    }

    /// <summary>Two elections may each bring a law of one name; each is filled by its own.</summary>
    [Fact]
    public void Claims_OfElectionsThatBringLawsOfOneName_AreJudgedEachByItsOwn()
    {
        var dhondt = File.ReadAllText(Path.Combine(Repository.Root, "rules", "cl", "congress-2015.yaml"));
        foreach (var (name, law) in new[] { ("new", dhondt), ("old", File.ReadAllText(Path.Combine(Repository.Root, "rules", "cl", "municipal-councils.yaml"))) })
        {
            File.WriteAllText(Path.Combine(shelf.Folder, name, "law.yaml"), law);
            shelf.Damage($"{name}/election.yaml", "rule: congress-2015", "rule: law.yaml");
        }

        var store = shelf.Open().StoreOf("new").Value!;

        Assert.Equal("congress-2015", store.Seats(store.Election("new")!, store.Election("new")!.Contests[0])!.Rule.Name);
        Assert.Equal("municipal-councils", store.Seats(store.Election("old")!, store.Election("old")!.Contests[0])!.Rule.Name);
    }

    string WriteArticle()
    {
        var path = Path.Combine(shelf.Folder, "article.md");
        File.WriteAllText(path, "Ana Pérez had 210 votes.\n");
        return path;
    }
}
