using System.Text;
using Urna.Store;
using Urna.Store.Csv;
using Urna.Tests.Store.Import;

namespace Urna.Tests.Store.Files;

/// <summary>Well-formed rows are read, and every other is told by its number.</summary>
public sealed class CsvFileTests : IDisposable
{
    static readonly CsvFile.Columns columns = new(["id", "votes"], ["note"]);

    readonly SmallImport files = new();
    readonly FaultLog faults = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Read_OfASoundFile_GivesEveryRow()
    {
        Assert.Equal(["2 a=1 ''", "3 b, c=1099511627776 'x \"y\"'", "4 ñ=0 ''"], Rows("id,votes,note\na,1,\n\"b, c\",1099511627776,\"x \"\"y\"\"\"\nñ, 0 ,\n"));
        Assert.Empty(faults.Findings);
    }

    /// <summary>A text, the rows that are read all the same, and the code and row of the one finding.</summary>
    [Theory]
    [InlineData("id,votes\na,1\nb\nc,3\n", 2, "V112", 3)]
    [InlineData("id,votes\na,1\nb,2,3\nc,3\n", 2, "V112", 3)]
    [InlineData("id,votes\na,1\nb,\"2\n", 1, "V112", 3)]
    [InlineData("id,votes\na,1\nb\u0001,2\n", 1, "V112", 3)]
    [InlineData("id\na\n", 0, "V103", 1)]
    [InlineData("id,votes,votes\na,1,2\n", 1, "V106", 1)]
    [InlineData("id,votes,nota\na,1,2\n", 1, "V119", 1)]
    [InlineData("id,votes\na,x\n", 1, "V104", 2)]
    [InlineData("id,votes\na,-1\n", 1, "V105", 2)]
    [InlineData("id,votes\na,1099511627777\n", 1, "V117", 2)]
    [InlineData("id,votes\na,\n", 1, "V104", 2)]
    public void Read_OfADamagedFile_TellsTheRow(string text, int read, string code, int row)
    {
        var rows = Rows(text);
        var finding = Assert.Single(faults.Findings);

        Assert.Equal(read, rows.Count);
        Assert.Equal((code, row), (finding.Code, finding.Row));
    }

    [Fact]
    public void Read_OfAnotherEncoding_IsRefusedWhole()
    {
        var path = files.Write("x.csv", "id,votes\nñ,1\n", Encoding.Latin1);
        CsvFile.Read(path, "x.csv", columns, faults, _ => { });

        Assert.True(faults.HasFaults);
    }

    List<string> Rows(string text)
    {
        var rows = new List<string>();
        CsvFile.Read(files.Write("x.csv", text), "x.csv", columns, faults, r => rows.Add($"{r.Row} {r.Text("id")}={r.Count("votes")} '{r.Text("note")}'"));
        return rows;
    }
}
