using System.Text;
using Urna.Store.Elections;
using Urna.Store.Export;
using Urna.Store.Import;
using Urna.Validate;

namespace Urna.Tests.Store.Import;

/// <summary>A file made to do harm gives a clear fault or a safe result, and nothing is half-written.</summary>
public class HostileFileTests
{
    const string SheetMap = """
        country: xm
        date: 2030-05-05
        tables: [{ id: votes, kind: sheet }]
        places: [{ level: country, id: xm, title: Country }, { level: station, id: "{station}", title: Station }]
        contests: [{ id: c, title: Contest, choices: [{ column: a, choice: a }, { column: b, choice: b }] }]
        """;

    const string Header = """<row r="1"><c r="A1" t="str"><v>station</v></c><c r="B1" t="str"><v>a</v></c><c r="C1" t="str"><v>b</v></c></row>""";

    [Fact]
    public void ZipBomb_AsAWorkbook_IsRefusedBeforeItFillsTheMemory()
    {
        using var files = new SmallImport();
        var bomb = files.Workbook("bomb.xlsx", Header, new string(' ', 4_000_000));

        AssertRefused(files, files.Read(bomb, SheetMap, new ImportOptions { LargestUnpacked = 1_000_000 }).Findings, "V140");
    }

    [Theory]
    [InlineData("../evil.csv")]
    [InlineData("/etc/evil.csv")]
    [InlineData("a/../../evil.csv")]
    public void ZipEntry_WhoseNameLeadsOut_IsRefused(string name)
    {
        using var files = new SmallImport();
        var zip = files.Zip("votes.zip", (name, "station,a,b,blank\n1,1,1,1\n"));

        AssertRefused(files, files.Read(zip).Findings, "V140");
        Assert.False(File.Exists(Path.Combine(files.Root, "..", "evil.csv")));
    }

    [Fact]
    public void ZipFile_OfAnHonestName_IsReadWithoutBeingUnpacked()
    {
        using var files = new SmallImport();

        Assert.NotNull(files.Read(files.Zip("votes.zip", ("night/votes.csv", "station,a,b,blank\n1,1,1,1\n"))).Value);
    }

    [Theory]
    [InlineData("csv", "V112")]
    [InlineData("fixed, fields: { station: 1-1, a: 2-2, b: 3-3, blank: 4-4 }", "V140")]
    public void Line_WithoutEnd_IsRefused(string kind, string code)
    {
        using var files = new SmallImport();
        var path = files.Write("votes.csv", "station,a,b,blank\n" + new string('1', 3_000_000));

        AssertRefused(files, files.Read(path, SmallImport.Map.Replace("{ id: votes }", $"{{ id: votes, kind: {kind} }}", StringComparison.Ordinal)).Findings, code);
    }

    [Fact]
    public void FormulaCell_CountsAsTheFigureThatWasSaved()
    {
        using var files = new SmallImport();
        var rows = Header + """<row r="2"><c r="A2"><v>7</v></c><c r="B2"><f>WEBSERVICE("http://x")</f><v>12</v></c></row>""";
        var read = files.Read(files.Workbook("formula.xlsx", rows), SheetMap);

        Assert.Equal(1, read.Value?.Figures);
        Assert.Equal(12, ElectionFolder.Read(files.Election).Value!.Contests[0].Returns[0].Votes.Single().Votes);
    }

    /// <summary>A formula that was never reckoned is no empty cell: its figure is not known, and the file is refused with the cell.</summary>
    [Fact]
    public void FormulaCell_WithoutASavedFigure_IsAFault()
    {
        using var files = new SmallImport();
        var rows = Header + """<row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>12</v></c><c r="C2"><f>1+1</f></c></row>""";
        var findings = files.Read(files.Workbook("formula.xlsx", rows), SheetMap).Findings;

        AssertRefused(files, findings, "V104");
        Assert.Contains(findings, f => f is { Code: "V104", Row: 2 });
    }

    [Fact]
    public void DateCell_ThatWasACode_IsTold()
    {
        using var files = new SmallImport();
        var read = files.Read(files.Write("votes.csv", "station,a,b,blank\n1-Apr,1,1,1\n"));

        Assert.Contains(read.Findings, f => f.Code == "V144" && f.Row == 2);
    }

    [Fact]
    public void Unit_ThatIsATotal_IsTold()
    {
        using var files = new SmallImport();
        var read = files.Read(files.Write("votes.csv", "station,a,b,blank\n1,1,5,1\n2,2,6,0\n3,4,7,2\nTotal,7,18,3\n"));

        Assert.Contains(read.Findings, f => f.Code == "V149" && f.Place == "Total");
        Assert.Single(read.Findings, f => f.Code == "V149" && f.Row == 5 && f.Message.Contains("the sum of the other units", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    public void Name_ThatASpreadsheetWouldRun_IsExportedAsText(string name)
    {
        using var files = new SmallImport();
        Assert.NotNull(files.Read(files.Write("votes.csv", $"station,a,b,blank\n\"{name}\",1,2,3\n")).Value);
        var file = Path.Combine(files.Root, "out.csv");
        TableExport.Csv(file, ExportRow.Of(ElectionFolder.Read(files.Election).Value!));

        Assert.All(File.ReadLines(file).Skip(1), line => Assert.Contains($",'{name}", line.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void NulBytes_AreAFaultOfTheirRow()
    {
        using var files = new SmallImport();
        var findings = files.Read(files.Write("votes.csv", "station,a,b,blank\n1,1,1,1\n2,\0,1,1\n")).Findings;

        AssertRefused(files, findings, "V112");
        Assert.Contains(findings, f => f.Row == 3);
    }

    [Fact]
    public void MixedEncodings_AreAFault()
    {
        using var files = new SmallImport();
        var path = files.Write("votes.csv", "station,a,b,blank\nÑuñoa,1,1,1\n");
        File.AppendAllText(path, "Ñuñoa 2,1,1,1\n", Encoding.Latin1);

        AssertRefused(files, files.Read(path).Findings, "V113");
    }

    [Fact]
    public void Entities_OfAnXmlFile_AreNeverExpanded()
    {
        using var files = new SmallImport();
        var path = files.Write("votes.xml", """<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><s><n>&x;</n></s></r>""");
        var map = SmallImport.Map.Replace("{ id: votes }", "{ id: votes, kind: xml, rows: //s, fields: { station: n, a: a, b: b, blank: c } }", StringComparison.Ordinal);

        AssertRefused(files, files.Read(path, map).Findings, "V102");
    }

    [Fact]
    public void PatternThatNeverEnds_IsCutShort()
    {
        using var files = new SmallImport();
        var map = SmallImport.Map.Replace("{ id: votes }", "{ id: votes, leave-out: [{ where: { station: \"/^(a+)+$/\" }, reason: x }] }", StringComparison.Ordinal);

        AssertRefused(files, files.Read(files.Write("votes.csv", $"station,a,b,blank\n{new string('a', 40)}!,1,1,1\n"), map).Findings, "V110");
    }

    static void AssertRefused(SmallImport files, IEnumerable<Finding> findings, string code)
    {
        Assert.Contains(findings, f => f.Code == code && f.Severity == Severity.Fault);
        Assert.False(Directory.Exists(files.Election));
        Assert.Empty(Directory.EnumerateFileSystemEntries(files.Root, "*.partial"));
    }
}
