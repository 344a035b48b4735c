using System.IO.Compression;
using System.Text;
using DuckDB.NET.Data;
using Urna.Contract;
using Urna.Count;
using Urna.Store;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Validate;

namespace Urna.Tests.Store.Import;

/// <summary>A table is read in whatever form its file stands, and a form that is not read is called by its name.</summary>
public class FileKindTests
{
    const string Page = """
        <html><head><meta charset="utf-8"><style>td { color: red }</style></head><body>
        <table><tr><td>Menu</td></tr></table>
        <table border=1><tr><th rowspan="1">station</th><th>a<br>&nbsp;</th><th><b>b</b></th><th>blank</th></tr>
        <!-- <tr><td>9</td><td>9</td><td>9</td><td>9</td></tr> -->
        <tr><td>Ñuñoa &amp; Sur</td><td>10</td><td>20</td><td>1</td></tr>
        <TR><TD>2<TD>5<TD>6<TD>0</TR></table></body></html>
        """;

    [Theory]
    [InlineData("v.html", "csv")]
    [InlineData("v.xls", "sheet")]
    public void Html_IsReadAsATable_WhateverItsName(string name, string kind)
    {
        using var small = new SmallImport();
        var read = small.Read(small.Write(name, Page), Map(kind));

        Assert.Equal("15 26", Votes(small, read));
        Assert.Contains(read.Findings, f => f.Code == "V561" && f.Found == "an HTML page");
        Assert.Contains(ElectionFolder.Read(small.Election).Value!.Places.Places, p => p.Id == "Ñuñoa & Sur");
    }

    [Fact]
    public void Html_WithMergedCells_KeepsItsColumns()
    {
        using var small = new SmallImport();
        var read = small.Read(
            small.Write("v.html", "<table><tr><td>town</td><td>station</td><td>a</td><td>b</td><td>blank</td></tr><tr><td rowspan=2>T</td><td>1</td><td>10</td><td>20</td><td>1</td></tr><tr><td>2</td><td>5</td><td>6</td><td>0</td></tr></table>"),
            Map("csv").Replace("kind: csv", "kind: csv, fill-down: town", StringComparison.Ordinal).Replace("\"{station}\"", "\"{town}-{station}\"", StringComparison.Ordinal));

        Assert.Equal("15 26", Votes(small, read));
        Assert.Contains(ElectionFolder.Read(small.Election).Value!.Places.Places, p => p.Id == "T-2");
    }

    [Fact]
    public void Ods_IsReadAsAWorkbook()
    {
        const string content = """
            <office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><office:body><office:spreadsheet>
            <table:table table:name="Notes"><table:table-row><table:table-cell office:value-type="string"><text:p>about</text:p></table:table-cell></table:table-row></table:table>
            <table:table table:name="Votes">
            <table:table-row><table:table-cell office:value-type="string"><text:p>station</text:p></table:table-cell><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell><table:table-cell><text:p>blank</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1020"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1010"><text:p>1.010</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="20"><text:p>20</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1"/></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="4"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>2</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="5" table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="0"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
            </table:table></office:spreadsheet></office:body></office:document-content>
            """;
        using var small = new SmallImport();
        var book = small.Zip("v.ods", ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content));

        Assert.Equal("1015 25", Votes(small, small.Read(book, Map("sheet, sheet: Votes"))));
        var missing = Assert.Single(small.Read(book, Map("sheet, sheet: Other")).Findings, f => f.Code == "V103" && f.Expected == "Other");
        Assert.Equal("Notes, Votes", missing.Found);
    }

    [Fact]
    public void JsonLines_AreAnArray()
    {
        using var small = new SmallImport();
        var read = small.Read(small.Write("v.jsonl", "{\"id\":1,\"a\":10,\"b\":20,\"c\":1}\n{\"id\":2,\"a\":5,\"b\":6,\"c\":0}\n"), Map("json, rows: /json/item, fields: { station: id, a: a, b: b, blank: c }"));

        Assert.Equal("15 26", Votes(small, read));
    }

    [Fact]
    public void Parquet_IsReadAsATable()
    {
        using var small = new SmallImport();
        var path = Path.Combine(small.Root, "v.parquet");
        using (var connection = new DuckDBConnection("DataSource=:memory:"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"copy (select * from (values ('1', 10, 20::bigint, 1), ('2', 5, 6, 0)) t(station, a, b, blank)) to '{path}' (format parquet)";
            command.ExecuteNonQuery();
        }

        Assert.Equal("15 26", Votes(small, small.Read(path, Map("csv"))));
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path).Take(60)]);
        Assert.Contains(small.Read(path, Map("csv")).Findings, f => f.Code == "V140" && f.Message.Contains("not a Parquet file that can be read", StringComparison.Ordinal));
    }

    [Fact]
    public void Workbook_UnderTheNameOfATable_IsReadAndTold()
    {
        using var small = new SmallImport();
        var book = small.Workbook("v.csv", """<row r="1"><c r="A1" t="inlineStr"><is><t>station</t></is></c><c r="B1" t="inlineStr"><is><t>a</t></is></c><c r="C1" t="inlineStr"><is><t>b</t></is></c><c r="D1" t="inlineStr"><is><t>blank</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>10</v></c><c r="C2"><v>5</v></c><c r="D2"><v>0</v></c></row>""");
        var read = small.Read(book, Map("csv"));

        Assert.Equal("10 5", Votes(small, read));
        Assert.Contains(read.Findings, f => f.Code == "V561" && f.Found == "a workbook");
    }

    [Fact]
    public void Zip_InsideAZip_IsRead()
    {
        using var small = new SmallImport();
        var inner = small.Zip("inner.zip", ("data/v.csv", "station,a,b,blank\n1,10,20,1\n"));
        var outer = Path.Combine(small.Root, "outer.zip");
        using (var zip = ZipFile.Open(outer, ZipArchiveMode.Create))
        {
            zip.CreateEntryFromFile(inner, "2021/inner.zip");
        }

        Assert.Equal("10 20", Votes(small, small.Read(outer, Map("csv"))));
    }

    [Theory]
    [InlineData("7z\u00BC\u00AF\u0027\u001C", "a 7z archive")]
    [InlineData("Rar!\u001A\u0007\u0001", "a RAR archive")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("SQLite format 3", "a SQLite database")]
    [InlineData("{\\rtf1", "a document in rich text")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "a workbook in XML of 2003")]
    public void Form_ThatIsNotRead_IsCalledByItsName(string bytes, string name)
    {
        using var small = new SmallImport();
        var path = Path.Combine(small.Root, "v.csv");
        File.WriteAllBytes(path, [.. Encoding.Latin1.GetBytes(bytes), .. new byte[300]]);
        var fault = Assert.Single(small.Read(path, Map("csv")).Findings, f => f.Severity == Severity.Fault);

        Assert.Equal(("V140", name), (fault.Code, fault.Found));
        Assert.Contains(name, MappingDraft.Of([path]).Findings[0].Message, StringComparison.Ordinal);
    }

    /// <summary>What a library says of a damaged file reaches nobody.</summary>
    [Theory]
    [InlineData("xml, rows: //a, fields: { station: b }", "<r><a><b>1</b></a>", "line 1")]
    [InlineData("json, rows: /json, fields: { station: b }", "{\"b\": 1", "line 1")]
    [InlineData("sheet", "PK\u0003\u0004xl/ not a zip file at all", "not a zip file")]
    [InlineData("xml, rows: \"//a[\", fields: { station: b }", "<a/>", "XPath 1.0")]
    public void Damage_IsToldInOurWords(string kind, string text, string told)
    {
        using var small = new SmallImport();
        var fault = small.Read(small.Write("v.x", text), Map(kind)).Findings.First(f => f.Severity == Severity.Fault);

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Expected depth", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>The nearest formats go first, each with what it lacks and what the file has.</summary>
    [Fact]
    public void Match_OfAFileThatFitsNone_NamesTheNearestFirst()
    {
        using var small = new SmallImport();
        var near = FormatLibrary.Match([small.Write("x.csv", "county,precinct,office,district,party,candidato,votes\nA,1,Mayor,,X,Y,3\n")]);

        Assert.DoesNotContain(near, m => m.Fits);
        Assert.Equal("us-openelections-csv", near[0].Format);
        Assert.Contains("lacks 'candidate'", near[0].Why, StringComparison.Ordinal);
        Assert.Contains("'candidato'", near[0].Why, StringComparison.Ordinal);
        Assert.True(near[0].Nearness > near[^1].Nearness);
    }

    static string Map(string kind) => SmallImport.Map.Replace("{ id: votes }", $"{{ id: votes, kind: {kind} }}", StringComparison.Ordinal);

    static string Votes(SmallImport small, ReadResult<ImportSummary> read)
    {
        Assert.True(read.Value is not null, string.Join('\n', read.Findings.Where(f => f.Severity == Severity.Fault).Select(f => f.Message)));
        var election = ElectionFolder.Read(small.Election).Value!;
        return string.Join(' ', CountJson.Of(Tabulate.Whole(election.Contests[0], election.Places)).Choices.Select(c => c.Votes));
    }
}
