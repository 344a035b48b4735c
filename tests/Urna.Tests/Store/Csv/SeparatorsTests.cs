using System.Text;
using Urna.Store;
using Urna.Store.Csv;
using Urna.Store.Elections;
using Urna.Tests.Cli;

namespace Urna.Tests.Store.Csv;

/// <summary>The sign between columns is read from the header where it is certain, and never guessed.</summary>
public class SeparatorsTests
{
    static readonly string[] seats = ["district", "seats"];

    [Theory]
    [InlineData("district,seats\nd1,3\n", ',')]
    [InlineData("district;seats\nd1;3\n", ';')]
    [InlineData("district\tseats\r\nd1\t3\r\n", '\t')]
    [InlineData("\"district\";\"seats\"\nd1;3\n", ';')]
    [InlineData("seats;\"name, or number\";district\n3;;d1\n", ';')]
    [InlineData("district;note,seats,district\n", ',')]
    [InlineData("\n\ndistrict;seats", ';')]
    [InlineData("district;seat\nd1;3\n", ';')]
    [InlineData("district|seats\nd1|3\n", ',')]
    [InlineData("", ',')]
    public void Of_ATableOfKnownColumns_IsTheSignThatMakesThem(string start, char sign) => Assert.Equal(sign, Separators.Of(start, seats));

    [Theory]
    [InlineData("unit,a,b\nu,1,2\n", ',')]
    [InlineData("unit;a;b\nu;1;2\n", ';')]
    [InlineData("unit;\"Soto, Beto\";Ana, Pérez\nu;1;2\n", ';')]
    [InlineData("mesa;Pérez, Ana\nLago, Sur;2\n", ';')]
    [InlineData("unit;id,a\nu;1,2\n", ',')]
    [InlineData("unit\ta\nu\t12\n", '\t')]
    [InlineData("a;b\n12\n", ',')]
    [InlineData("a\n12\n", ',')]
    [InlineData("a;b\tc\n1;2\t3\n", '\t')]
    [InlineData("unit;a;b", ';')]
    public void Of_ATableOfAnyColumns_IsTheSignByWhichItsFirstRowFits(string start, char sign) => Assert.Equal(sign, Separators.Of(start, null));

    [Fact]
    public void Of_ATableWhoseFirstLineNamesTheSign_IsLeftToIt() => Assert.Null(Separators.Of("sep=;\r\ndistrict;seats\r\n", seats));

    [Theory]
    [InlineData("district;seats\nd1;3\nd2;5\n")]
    [InlineData("sep=;\r\ndistrict;seats\r\nd1;3\r\nd2;5\r\n")]
    [InlineData("\uFEFFdistrict;seats\r\nd1;3\r\nd2;5\r\n")]
    [InlineData("\uFEFFdistrict\tseats\r\nd1\t3\r\nd2\t5\r\n")]
    public void ReadSeats_OfASpreadsheet_HasItsSeats(string text)
    {
        using var files = new PlainFolder();
        var faults = new FaultLog();
        var read = VotesFile.ReadSeats(files.Write("seats.csv", text), faults);

        Assert.Empty(faults.Findings);
        Assert.Equal([("d1", 3), ("d2", 5)], read.Values.Select(d => (d.District, d.Seats)));
    }

    [Fact]
    public void ReadVotes_WithoutAColumn_TellsThatColumnOnly()
    {
        using var files = new PlainFolder();
        var faults = new FaultLog();
        VotesFile.ReadVotes(files.Write("votes.csv", "district;list;party;votes\nd1;A;P;3\n"), null, faults);

        Assert.Equal(("V103", "candidate"), Assert.Single(faults.Findings) is var told ? (told.Code, told.Column) : default);
    }

    [Fact]
    public void ReadSeats_WithDecimalCommas_IsAFault()
    {
        using var files = new PlainFolder();
        var faults = new FaultLog();
        VotesFile.ReadSeats(files.Write("seats.csv", "district;seats\nd1;3,0\n"), faults);

        Assert.Equal("V104", Assert.Single(faults.Findings).Code);
    }

    /// <summary>What was looked at is read all the same, whatever its length.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(4_097)]
    [InlineData(100_001)]
    public void BegunStream_OfAnyLength_IsReadWhole(int length)
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 23)))));
        using var stream = new BegunStream(new MemoryStream(bytes), Separators.HasTwoRecords, most: 1 << 14);
        using var read = new MemoryStream();
        stream.CopyTo(read);

        Assert.Equal(bytes, read.ToArray());
    }
}
