using Urna.Allocate;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Store.Elections;
using Urna.Store.Laws;
using Urna.Tests.Cli;
using Urna.Tests.Store;
using Urna.Validate;

namespace Urna.Tests.Validate;

/// <summary>Names that would join or part votes in silence are told at every door: folder, plain tables, library.</summary>
public class NameDoorsTests
{
    const string Header = "district,list,party,candidate,votes\n";

    /// <summary>The party's name, as sources write it for persons who have none.</summary>
    [Theory]
    [InlineData("Independent")]
    [InlineData("Independiente")]
    [InlineData("INDEPENDIENTES")]
    [InlineData("IND")]
    [InlineData("Ind.")]
    [InlineData("(IND)")]
    [InlineData("indep")]
    [InlineData("Sem partido")]
    public void Seats_OfPersonsWhosePartyIsAWordForNone_AreNotThoseOfOneList(string word)
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", $"{Header}D,,{word},Ana,30\nD,,{word},Bea,29\nD,Zeta,Z,Carla,40\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write("s.csv", "district,seats\nD,1\n"), "--format", "csv");

        Assert.Contains("D,Zeta,Z,Carla,40", run.Output, StringComparison.Ordinal);
        var told = Assert.Single(VotesFile.Check(votes), f => f.Code == "V404");
        Assert.Contains("Ana, Bea", told.Message, StringComparison.Ordinal);
        Assert.Equal(word, told.Found);
    }

    [Theory]
    [InlineData("Independent Greens", "")]
    [InlineData("IND", "Mareas")]
    [InlineData("Independientes Unidos", "")]
    public void Kind_OfAPartyOrListWithANameOfItsOwn_IsThatOfAList(string party, string list) =>
        Assert.Equal(CandidacyKind.OfList, new Candidacy { Choice = "1", Party = party, List = list, Candidate = "Ana" }.Kind);

    [Fact]
    public void Kind_WithoutAPerson_IsThatOfAList() => Assert.Equal(CandidacyKind.OfList, new Candidacy { Choice = "1", Party = "Independent" }.Kind);

    /// <summary>What is written in the column of lists is a list, and that is told with the seats.</summary>
    [Fact]
    public void Seats_OfAListThatIsCalledIndependent_AreToldWithIt()
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", $"{Header}D,Independiente,,Ana,30\nD,Independiente,,Bea,29\nD,Zeta,Z,Carla,40\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write("s.csv", "district,seats\nD,1\n"), "--format", "json");

        Assert.Contains("V405", run.Output, StringComparison.Ordinal);
        Assert.Contains("Ana, Bea", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Split("V405").Length - 1);
    }

    /// <summary>A row of totals, or of ballots for nobody, would win seats without a word.</summary>
    [Theory]
    [InlineData("Total,,,", "Total")]
    [InlineData("En blanco,,,", "En blanco")]
    [InlineData(",,Turnout,", "Turnout")]
    [InlineData("(Otros),,,", "(Otros)")]
    public void Seats_OfARowThatIsNoCandidacyByItsName_AreToldWithIt(string row, string name)
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", $"{Header}D,Alba,,Ana,30\nD,Zeta,Z,Carla,40\nD,{row}70\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write("s.csv", "district,seats\nD,1\n"), "--format", "json");

        Assert.Contains("V410", run.Output, StringComparison.Ordinal);
        Assert.Contains("V410", run.Errors, StringComparison.Ordinal);
        Assert.Equal(name, Assert.Single(VotesFile.Check(votes), f => f.Code == "V410").Found);
        var named = folder.Write("w.csv", $"{Header}D,Total Renewal,,Ana,30\nD,Otros Caminos,Z,Carla,40\n");
        Assert.DoesNotContain(VotesFile.Check(named), f => f.Code == "V410");
    }

    [Fact]
    public void Seats_OfAListInTwoSpellings_AreToldOnceWithBoth()
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", $"{Header}D,Mareas,A,a1,40\nD,MAREAS.,B,b1,35\nD,Zeta,C,c1,50\n");
        var seats = folder.Write("s.csv", "district,seats\nD,1\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", seats, "--format", "json");

        Assert.Equal(1, run.Errors.Split("V402").Length - 1);
        Assert.Contains("Mareas, MAREAS.", run.Errors, StringComparison.Ordinal);
        Assert.Contains("V402", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, UrnaCommand.Run("validate", votes, "--fail-on", "warning").ExitCode);
    }

    [Fact]
    public void Seats_OfTwoDistrictsInSpellingsOfOneName_AreToldWithBoth()
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", $"{Header}Ñuble,A,,a1,40\nNUBLE,A,,a2,35\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write("s.csv", "district,seats\nÑuble,1\nNUBLE,1\n"));

        Assert.Contains("V406", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Ñuble, NUBLE", run.Errors, StringComparison.Ordinal);
        Assert.Contains(VotesFile.Check(votes), f => f.Code == "V406" && f.File == "v.csv");
    }

    [Fact]
    public void Folder_OfPlacesAndListsInSpellingsOfOneName_TellsThemEverywhere()
    {
        using var tiny = new TinyElection();
        tiny.Damage("candidacies.csv", "a3,south,A,P", "a3,south,Á,P").Damage("places.csv", "s-1,south,commune,", "S-1.,south,commune,Other\ns-3,south,commune,Ese\ns-4,south,commune,ESE\ns-1,south,commune,");
        var election = ElectionFolder.Read(tiny.Folder).Value!;
        var account = Pipeline.Run(election, Repository.Laws.FindAll(election, tiny.Folder).Rules);

        Assert.Equal(["S-1., s-1", "Ese, ESE"], account.Findings.Where(f => f.Code == "V406").Select(f => f.Found));
        Assert.Equal("A, Á", Assert.Single(account.Findings, f => f.Code == "V402").Found);
        Assert.Contains(Validation.Check(election), f => f.Code == "V406");
        Assert.Contains(account.Contests[0].Allocation!.Findings, f => f.Code == "V402");
    }

    [Fact]
    public void Members_OfOnePartyInTwoSpellings_AreTold()
    {
        using var folder = new PlainFolder();
        var run = UrnaCommand.Run("power", folder.Write("m.csv", "chamber,party,list,seats\nc,Faro,L,3\nc,FÁRO,M,2\nc,Otro,,2\n"), "--quota", "4");

        Assert.Contains("V402", run.Errors, StringComparison.Ordinal);
    }

    /// <summary>A program that has votes and goes straight to the seats is told what every file's reader would tell.</summary>
    [Fact]
    public void Allocate_OfVotesThatNobodyChecked_TellsWhatIsInDoubt()
    {
        var rule = RuleLibrary.Shipped.Find("congress-2015").Value!;
        var votes = new ContestVotes(
            [
                new DistrictVotes("Ñuble", 1, [Line("1", "Mareas", "Ana", 40), Line("2", "MAREAS", "ANA.", 30)], Registered: 50),
                new DistrictVotes("Nuble", 1, [Line("3", "Mareas", "Bea", 40)]),
            ],
            [],
            []);

        Assert.Equal(["V401", "V402", "V406", "V407"], SeatAllocation.Allocate(rule, votes).Findings.Select(f => f.Code).Where(c => c[1] == '4').Order(StringComparer.Ordinal));
    }

    static CandidacyVotes Line(string choice, string list, string candidate, long votes) => new(new Candidacy { Choice = choice, List = list, Candidate = candidate }, votes);
}
