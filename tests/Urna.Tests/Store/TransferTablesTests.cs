using Urna.Infer.Tables;
using Urna.Store.Transfers;

namespace Urna.Tests.Store;

/// <summary>Two tables of counts pair by unit, whatever their order.</summary>
public class TransferTablesTests
{
    [Fact]
    public void Read_UnitsInAnotherOrder_PairByKey()
    {
        var problem = Read("unit,a,b\np,1,2\nq,3,4\nr,5,6\n", "unit,x\nr,11\np,3\nq,7\n");

        Assert.Equal(["p", "q", "r"], problem.Units);
        Assert.Equal([3, 7, 11], Enumerable.Range(0, 3).Select(b => problem.ColumnsOf(b)[0]));
        Assert.Equal([5, 6], problem.RowsOf(2).ToArray());
    }

    [Fact]
    public void Read_UnitsOfOneTableOnly_DoNotEnter_AndTheOthersKeepTheirCounts()
    {
        var problem = Read("unit,a\np,1\nq,3\nr,5\n", "unit,x,y\nr,2,3\ns,9,9\np,1,0\n");

        Assert.Equal(["p", "r"], problem.Units);
        Assert.Equal([1, 5], Enumerable.Range(0, 2).Select(b => problem.RowsOf(b)[0]));
        Assert.Equal([2, 3], problem.ColumnsOf(1).ToArray());
    }

    [Fact]
    public void Read_WithoutKeys_PairsByPosition()
    {
        var problem = Read("a\n1\n2\n", "x\n3\n4\n", hasKey: false);

        Assert.Equal(["1", "2"], problem.Units);
        Assert.Equal([3, 4], Enumerable.Range(0, 2).Select(b => problem.ColumnsOf(b)[0]));
    }

    /// <summary>A country's boxes, above 65,535 votes a unit as well.</summary>
    [Theory]
    [InlineData("chile_country_age8", 46_606)]
    [InlineData("france2017P", 0)]
    public void Read_SharedTables_HoldTheirCounts(string name, int units)
    {
        var read = TransferTables.Read(Repository.Shared("cases", "inference", name, "W.csv"), Repository.Shared("cases", "inference", name, "X.csv"), hasKey: false).Value!;
        var other = Infer.InferenceCase.Read(name);

        Assert.True(units == 0 || read.Units.Length == units);
        Assert.Equal(other.Units.Length, read.Units.Length);
        Assert.All(Enumerable.Range(0, read.Units.Length), b => Assert.True(read.RowsOf(b).SequenceEqual(other.RowsOf(b)) && read.ColumnsOf(b).SequenceEqual(other.ColumnsOf(b))));
    }

    static TransferProblem Read(string rows, string columns, bool hasKey = true)
    {
        using var files = new Cli.PlainFolder();
        return TransferTables.Read(files.Write("rows.csv", rows), files.Write("columns.csv", columns), hasKey).Value!;
    }
}
