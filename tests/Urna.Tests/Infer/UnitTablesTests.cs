using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer;

/// <summary>The table of each unit holds its margins.</summary>
public class UnitTablesTests
{
    public static TheoryData<string> Methods => [TransferMethod.Multinomial.Name, TransferMethod.NormalDensity.Name];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Of_HoldsBothMargins(string method) =>
        Problems.Truth.Sample(
            truth =>
            {
                var problem = Problems.Of(truth);
                var tables = new UnitTables(TransferMethod.Named(method)!.Estimate(problem, new TransferOptions(1e-4, 500)));
                return Enumerable.Range(0, problem.Units.Length).All(b => Holds(problem, b, tables.Of(b), 1));
            },
            iter: 50);

    /// <summary>Rows hold, and columns are in proportion to the votes; a unit without votes has its people by the shares.</summary>
    [Fact]
    public void Of_MarginsThatDiffer_HoldsTheRows()
    {
        var problem = new TransferProblem(["a", "b"], ["x", "y"], ["1", "2", "3"], [10, 20, 30, 30, 4, 0], [12, 24, 20, 20, 0, 0]);
        var estimate = TransferMethod.Multinomial.Estimate(problem);
        var tables = new UnitTables(estimate);

        Assert.True(Holds(problem, 0, tables.Of(0), 30 / 36.0));
        Assert.True(Holds(problem, 1, tables.Of(1), 60 / 40.0));
        Problems.AssertClose([4 * estimate.Shares[0], 4 * estimate.Shares[1], 0, 0], tables.Of(2), 1e-12);
    }

    [Fact]
    public void Of_AnEstimateOfNoMethod_IsRefused() =>
        Assert.Contains("'other'", Assert.Throws<ArgumentException>(() => new UnitTables(TransferMethod.Multinomial.Estimate(Problems.Large(5, 2, 2, 1)) with { Method = "other" })).Message, StringComparison.Ordinal);

    static bool Holds(TransferProblem problem, int unit, double[] table, double scale)
    {
        var columns = problem.ColumnNames.Length;
        var rows = table.Chunk(columns).Select(row => row.Sum());
        var sums = Enumerable.Range(0, columns).Select(c => table.Where((_, i) => i % columns == c).Sum());
        return table.All(cell => cell >= 0)
            && Problems.Furthest(problem.RowsOf(unit).ToArray(), rows) < 1e-6
            && (problem.RowsOf(unit).ToArray().Sum() == 0 || Problems.Furthest(problem.ColumnsOf(unit).ToArray().Select(v => v * scale), sums) < 1e-6);
    }
}
