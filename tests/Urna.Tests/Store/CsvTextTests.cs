using CsCheck;
using Urna.Store.Csv;
using Urna.Tests.Cli;

namespace Urna.Tests.Store;

/// <summary>No table of ours is run by a spreadsheet, and each is read back as it was.</summary>
public class CsvTextTests
{
    static readonly Gen<string> texts = Gen.String[Gen.Char["='+-@\"', aé1(\n"], 0, 6];

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("+Europa", "+Europa")]
    [InlineData("-Más País", "-Más País")]
    [InlineData("+cmd|x", "'+cmd|x")]
    [InlineData("'=1", "''=1")]
    [InlineData("'t Hart", "'t Hart")]
    [InlineData("a,b", "\"a,b\"")]
    public void Cell_GuardsWhatASpreadsheetWouldRun(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Theory]
    [InlineData("-1", "-1")]
    [InlineData("+56", "+56")]
    [InlineData("-1+2", "'-1+2")]
    public void Cell_OfAKey_LeavesSignedNumbers(string key, string cell) => Assert.Equal(cell, CsvText.Cell(key, isKey: true));

    [Fact]
    public void Read_OfACell_IsTheText() => Gen.Select(texts, Gen.Bool).Sample((text, isKey) =>
    {
        var cell = CsvText.Cell(text, isKey);
        var unquoted = cell is ['"', .., '"'] ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

        return CsvText.Read(unquoted) == text && unquoted is not (['=' or '@', ..]);
    });

    [Fact]
    public void Seats_OfNamesThatBeginAsFormulas_AreReadBackAndJoin()
    {
        using var folder = new PlainFolder();
        var votes = folder.Write("v.csv", "district,list,party,candidate,votes\nD,+Europa,E,e1,60\nD,'=1+1,F,f1,40\n");
        var run = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write("s.csv", "district,seats\nD,2\n"), "--format", "json");
        var table = UrnaCommand.Run("seats", "--rule", "congress-2015", "--votes", votes, "--seats", folder.Write("s.csv", "district,seats\nD,2\n"), "--format", "csv");

        Assert.Contains("\"=1+1\"", run.Output, StringComparison.Ordinal);
        Assert.Contains(",+Europa,", table.Output, StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", table.Output, StringComparison.Ordinal);
    }
}
