using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Elections;
using Urna.Store.Folders;
using Urna.Store.Import;
using Urna.Store.Ledger;
using Urna.Tests.Store.Import;

namespace Urna.Tests.Store;

/// <summary>The columns of a ledger give the returns of the table beside it, or no answer.</summary>
public class LedgerReturnsTests
{
    /// <summary>Files with several contests, modes that are added, totals, empty cells and several files.</summary>
    [Theory]
    [InlineData("us-openelections-csv", "votes-and-modes.csv")]
    [InlineData("us-medsl-csv", "countypres.csv")]
    [InlineData("de-kerg-csv", "2005.csv")]
    [InlineData("ch-wabstic-csv", "vote-2024")]
    [InlineData("es-mir-dat", "041905")]
    [InlineData("it-eligendo-csv", "camera2022.csv")]
    [InlineData("mx-ine-remesas-txt", "prep2021.csv")]
    [InlineData("ranked-cvr-csv", "words.csv")]
    public void Of_AnImport_IsWhatTheTableSays(string format, string file)
    {
        using var small = new SmallImport();
        var source = Path.Combine(Repository.Root, "tests", "Urna.Tests", "Inputs", "formats", format, file);
        Assert.NotNull(Importer.Import([source], FormatLibrary.Match([source], format)[0].Map, small.Election, new ImportOptions { Date = new DateOnly(2030, 5, 5) }).Value);
        var election = ElectionFolder.Read(small.Election).Value!;
        using var folder = FolderFiles.Open(small.Election);

        foreach (var contest in election.Contests.Where(c => c.ResultsFile.Length > 0))
        {
            var returns = LedgerReturns.Of(folder, contest, election.Places, least: 0);
            Assert.NotNull(returns);
            Assert.Equal(Told(contest.Returns), Told(returns.Value));
        }
    }

    [Fact]
    public void Of_ATableThatAHandChanged_IsNoAnswer()
    {
        using var small = new SmallImport();
        Assert.NotNull(small.Read(small.Write("votes.csv", "station,a,b,blank\n1,10,20,1\n2,5,6,0\n")).Value);
        var before = ElectionFolder.Read(small.Election).Value!;
        var table = Path.Combine(small.Election, before.Contests[0].ResultsFile);
        File.WriteAllText(table, File.ReadAllText(table).Replace(",10\n", ",11\n", StringComparison.Ordinal));

        Assert.Null(Of(small, before));
        Assert.Equal(11, ElectionFolder.Read(small.Election).Value!.Contests[0].Returns[0].Votes[0].Votes);
    }

    [Fact]
    public void Of_ALedgerOfTwoMoments_IsNoAnswer()
    {
        using var small = new SmallImport();
        foreach (var (hour, votes) in new[] { ("19:00", "10"), ("20:00", "12") })
        {
            Assert.NotNull(small.Read(small.Write("votes.csv", $"station,a,b,blank\n1,{votes},20,1\n"), options: new ImportOptions { AsOf = SnapshotMoment.Parse($"2030-05-05T{hour}") }).Value);
        }

        Assert.Null(Of(small, ElectionFolder.Read(small.Election).Value!));
    }

    [Fact]
    public void Of_ASmallTable_IsNoAnswer()
    {
        using var small = new SmallImport();
        Assert.NotNull(small.Read(small.Write("votes.csv", "station,a,b,blank\n1,10,20,1\n")).Value);

        Assert.Null(Of(small, ElectionFolder.Read(small.Election).Value!, LedgerReturns.Least));
    }

    static ImmutableArray<PollingStationReturn>? Of(SmallImport small, Election election, long least = 0)
    {
        using var folder = FolderFiles.Open(small.Election);
        return LedgerReturns.Of(folder, election.Contests[0], election.Places, least);
    }

    static IEnumerable<string> Told(IEnumerable<PollingStationReturn> returns) =>
        returns.Select(r => $"{r.Place} {r.Row} {r.Counts} {string.Join(',', r.CountRows)} {string.Join(' ', r.Votes)}");
}
