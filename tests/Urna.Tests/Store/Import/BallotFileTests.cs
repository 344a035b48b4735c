using Urna.Store.Elections;
using Urna.Store.Import;

namespace Urna.Tests.Store.Import;

/// <summary>Ballots in the forms ABIF and BLT as their makers write them: scores, commas, blank ballots, choices of one rank.</summary>
public class BallotFileTests
{
    [Theory]
    [InlineData("12:A/5>B/3=C/3>D/0\n", "12 A>B=C>D")]
    [InlineData("42:Memph/400,Nash/200,Chat/133,Knox/045\n26:Memph/200,Nash/400,Chat/290,Knox/240\n", "42 Memph>Nash>Chat>Knox | 26 Nash>Chat>Knox>Memph")]
    [InlineData("8:A/5,B/5,C/1\n", "8 A=B>C")]
    [InlineData("8:A,B\n2:B,A/3\n", "8 A=B | 2 B=A")]
    [InlineData("500:\n3:A>B\n", "500  | 3 A>B")]
    [InlineData("4:[\"Memph\" Memphis]/5>[Nash]/0\n", "4 \"Memph\" Memphis>Nash")]
    [InlineData("# a comment\n{\"title\": \"T\"}\n=A:[Ann > Bob]\n 7 : A > B # why\n", "7 A>B")]
    public void Abif_RankingsAreReadAsTheyAreMeant(string text, string rankings)
    {
        var election = Read("ranked-abif", "b.abif", text, out var ballots);

        Assert.Equal(rankings, string.Join(" | ", ballots));
        Assert.NotNull(election.Contests[0]);
    }

    /// <summary>A candidate whom nobody puts first has no first preference, which is known and not missing.</summary>
    [Fact]
    public void FirstPreferences_OfACandidateRankedOnlyLower_AreZero()
    {
        var election = Read("ranked-abif", "b.abif", "{\"title\": \"Mayor\"}\n3:A>B\n2:C>B\n", out _);
        var count = Urna.Count.Tabulate.Whole(election.Contests[0], election.Places, []);

        Assert.Equal("Mayor", election.Title.English);
        Assert.Equal(5, count.Valid.Value);
        Assert.Equal([("A", 3L), ("B", 0L), ("C", 2L)], count.Choices.Select(c => (election.Contests[0].Candidacies[c.Choice].Choice, c.Votes.Value!.Value)).Order());
    }

    /// <summary>A record with a precinct and a number of ballots in each row.</summary>
    [Fact]
    public void CastVoteRecord_WithCounts_GivesBallotsByPrecinct()
    {
        const string text = "Precinct,1st Choice,2nd Choice,3rd Choice,Count\nP-09,Gordon,Worlobah,Arab,1\nP-09,Arab,Anderson,undervote,2\nP-02,overvote,undervote,undervote,1\nP-02,Anderson,undervote,Arab,1\n";
        var election = Read("ranked-cvr-csv/counted", "cvr.csv", text, out var ballots);

        Assert.Equal(["1 Gordon>Worlobah>Arab", "2 Arab>Anderson", "1 ", "1 Anderson>->Arab"], ballots);
        Assert.Equal([("P-09", (long?)3), ("P-02", 2)], election.Contests[0].Returns.Select(u => (u.Place, u.Counts.Cast)));
    }

    static Urna.Model.Election Read(string format, string name, string text, out string[] ballots)
    {
        using var files = new SmallImport();
        var read = Importer.Import([files.Write(name, text)], Path.Combine(Repository.Root, "formats", format + ".yaml"), files.Election, new ImportOptions { Date = new DateOnly(2030, 5, 5) });
        Assert.True(read.Value is not null, string.Join('\n', read.Findings.Select(f => f.Message)));
        ballots = [.. File.ReadLines(Path.Combine(files.Election, "ballots-contest.csv")).Skip(1).Select(l => l.Split(',', 4)).Select(c => $"{c[2]} {(c[3].StartsWith('"') ? c[3][1..^1] : c[3]).Replace("\"\"", "\"", StringComparison.Ordinal)}")];
        return ElectionFolder.Read(files.Election).Value!;
    }
}
