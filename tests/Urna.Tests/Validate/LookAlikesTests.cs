using Urna.Model;
using Urna.Store.Elections;
using Urna.Tests.Cli;
using Urna.Validate;

namespace Urna.Tests.Validate;

/// <summary>Names that look alike and are not the same are told, by the names of both.</summary>
public class LookAlikesTests
{
    [Theory]
    [InlineData("Union", "Uni\u043Fon", false)]
    [InlineData("Union", "Uni\u043En", true)]
    [InlineData("Union", "Un\u0456on", true)]
    [InlineData("ALBA", "\u0391LB\u0410", true)]
    [InlineData("Union", "Un\u200Bion", true)]
    [InlineData("Union", "\u202AUnion\u202C", true)]
    [InlineData("Union", "\uFF35nion", true)]
    [InlineData("O'Higgins", "O’Higgins", true)]
    [InlineData("Más-País", "Mas–Pais", true)]
    [InlineData("José", "Jose\u0301", false)]
    [InlineData("José", "JOSE.", false)]
    [InlineData("Lista 1", "Lista 2", false)]
    public void Among_TellsThoseThatLookAlike(string one, string other, bool isTold) =>
        Assert.Equal(isTold ? [(one, other)] : [], LookAlikes.Among([one, "Other", other]));

    [Fact]
    public void Of_Candidacies_NamesBothAndTheSigns()
    {
        var finding = Assert.Single(LookAlikes.Of([new Candidacy { Choice = "1", List = "Uni\u00F3n" }, new Candidacy { Choice = "2", List = "Uni\u00F3n\u200B" }], "c: "));

        Assert.Equal("V191", finding.Code);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("'Unión' and 'Unión\\u200B'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("U+200B", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seats_OfAPlainTable_WarnOfListsThatLookAlike()
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", "district,list,party,candidate,votes\nD,Union,A,,40\nD,Uni\u043En,B,,35\nD,Zeta,C,,50\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write("s.csv", "district,seats\nD,1\n"), "--format", "csv");

        Assert.Contains("V191", run.Errors, StringComparison.Ordinal);
        Assert.Contains(VotesFile.Check(votes), f => f.Code == "V191" && f.File == "v.csv");
    }

    [Fact]
    public void Seats_OfAListInTwoEncodings_AreThoseOfOneList()
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", "district,list,party,candidate,votes\nD,José,A,a1,40\nD,Jose\u0301,B,b1,35\nD,Zeta,C,c1,50\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write("s.csv", "district,seats\nD,1\n"), "--format", "csv");

        Assert.Contains("D,José,A,a1,40", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("c1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Places_TellsThoseOfOneParent()
    {
        var places = new PlaceTree([new Place("r", null, "country", "R"), new Place("a", "r", "d", "Norte"), new Place("b", "r", "d", "N\u043Erte"), new Place("c", "a", "d", "Norte")]);

        Assert.Equal("r", Assert.Single(LookAlikes.Of(places)).Place);
    }
}
