using Urna.Allocate.Account;
using Urna.Store.Elections;
using Urna.Tests.Allocate.Transferable;

namespace Urna.Tests.Store;

/// <summary>An election folder with ranked ballots.</summary>
public sealed class RankedFolderTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("urna-test-").FullName;

    public RankedFolderTests()
    {
        Write("election.yaml", """
            id: ranked
            title: Ranked
            country: xx
            date: 2030-05-05
            places: places.csv
            contests:
              - id: council
                title: Council
                rule: scottish-councils
                seats: { north: 2 }
                candidacies: candidacies.csv
                results: results.csv
                ballots: ballots.csv
                outcome: outcome.csv
            """);
        Write("places.csv", "place,parent,level,name\nxx,,country,X\nnorth,xx,ward,North\nn-1,north,station,One\nn-2,north,station,Two\n");
        Write("candidacies.csv", "choice,district,party,candidate\na,north,P,Ana\nb,north,Q,Beto\nc,north,P,Clara\nd,north,,Darío\n");
        Write("results.csv", "contest,place,choice,votes\ncouncil,n-1,a,32\ncouncil,n-1,b,26\ncouncil,n-2,a,12\ncouncil,n-2,c,20\ncouncil,n-2,d,10\n");
        Write("ballots.csv", "contest,place,count,ranking\ncouncil,n-1,20,a>c\ncouncil,n-1,12,a>b\ncouncil,n-1,26,b>d\ncouncil,n-2,12,a\ncouncil,n-2,20,c>b\ncouncil,n-2,6,d>c\ncouncil,n-2,4,d>a>b\nother,n-2,4,z\n");
        Write("outcome.csv", "district,choice\nnorth,a\nnorth,b\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_BallotsOfSeveralUnits_AreCountedByDistrict()
    {
        var result = Run(out var codes);

        Assert.Empty(result.Faults);
        Assert.Equal(["Ana", "Beto"], result.Districts[0].Elected());
        Assert.Equal("52.72724", result.Districts[0].Votes(4, "Beto"));
        Assert.DoesNotContain("V301", codes);
        Assert.Equal(64, result.Districts[0].Lists.Single(l => l.List == "P").Votes);
    }

    [Fact]
    public void Allocate_ResultsThatAreNotTheFirstPreferences_AreAFault()
    {
        Write("results.csv", "contest,place,choice,votes\ncouncil,n-1,a,33\ncouncil,n-1,b,26\ncouncil,n-2,a,12\ncouncil,n-2,c,20\ncouncil,n-2,d,10\n");

        Assert.Equal("V131", Assert.Single(Run(out _).Faults).Code);
    }

    [Theory]
    [InlineData("council,n-1,20,a>z", "V108")]
    [InlineData("council,nowhere,20,a", "V107")]
    [InlineData("council,n-1,20,a>>b", "V112")]
    public void Read_DamagedBallots_AreFaults(string row, string code)
    {
        Write("ballots.csv", $"contest,place,count,ranking\n{row}\n");

        Assert.Contains(ElectionFolder.Read(folder).Findings, f => f.Code == code && f.Row == 2 && f.File == "ballots.csv");
    }

    ContestAllocation Run(out string[] codes)
    {
        var read = ElectionFolder.Read(folder);
        Assert.Empty(read.Findings);
        var (rules, _) = Repository.Laws.FindAll(read.Value!, folder);
        var account = Pipeline.Run(read.Value!, rules);
        codes = [.. account.Findings.Select(f => f.Code)];
        return account.Contests[0].Allocation!;
    }

    void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
