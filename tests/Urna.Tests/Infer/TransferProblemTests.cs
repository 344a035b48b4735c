using System.Collections.Immutable;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer;

/// <summary>What a problem holds and what it refuses.</summary>
public class TransferProblemTests
{
    [Fact]
    public void Impossible_LineWithPeople_IsRefusedByName()
    {
        var row = Assert.Throws<ArgumentException>(() => Small([true, true, false, false]));
        var column = Assert.Throws<ArgumentException>(() => Small([false, true, false, true]));

        Assert.Contains("'a'", row.Message, StringComparison.Ordinal);
        Assert.Contains("'y'", column.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Small([true]));
    }

    [Fact]
    public void Impossible_LineWithoutPeople_MayBe()
    {
        var problem = new TransferProblem(["a", "b"], ["x", "y"], ["1"], [10, 0], [4, 6]) { Impossible = [false, false, true, true] };

        Assert.True(problem.IsImpossible(1, 0));
        Assert.False(problem.IsImpossible(0, 1));
    }

    [Fact]
    public void Impossible_NoCell_IsNoMask() => Assert.Empty(Small([false, false, false, false]).Impossible);

    [Fact]
    public void Check_SaysWhatAReaderMustKnow()
    {
        var check = new TransferProblem(["a", "b"], ["x", "y"], ["1", "2", "3"], [10, 0, 5, 0, 7, 0], [10, 0, 4, 0, 0, 0]).Check;

        Assert.Equal((2, 8.0, 1), (check.UnequalUnits, check.Difference, check.UnitsLeftOut));
        Assert.Equal(["b"], check.EmptyRows);
        Assert.Equal(["y"], check.EmptyColumns);
    }

    /// <summary>Each refusal tells the value, and the unit, name or argument where it stands.</summary>
    [Fact]
    public void Problem_BadInput_IsRefusedWithValueAndPlace()
    {
        Refused("rowCounts", () => new TransferProblem(["a", "b"], ["x"], ["1", "2"], [1, 1, 1, -1], [1, 1]), "-1", "Unit '2'", "'b'");
        Refused("columnCounts", () => new TransferProblem(["a"], ["x", "y"], ["1"], [1], [1, TransferProblem.MaxCount + 1]), "1099511627777", "Unit '1'", "'y'");
        Refused("rowCounts", () => new TransferProblem(["a"], ["x"], ["1"], [1, 2], [1]), "2 counts", "need 1");
        Refused("columnCounts", () => new TransferProblem(["a"], ["x"], ["1"], [1], []), "0 counts", "need 1");
        Refused("rowNames", () => new TransferProblem(["a", "a"], ["x"], ["1"], [1, 2], [1]), "row 'a'", "twice");
        Refused("columnNames", () => new TransferProblem(["a"], ["x", "x"], ["1"], [1], [1, 2]), "column 'x'", "twice");
        Refused("units", () => new TransferProblem(["a"], ["x"], ["1", "1"], [1, 2], [1, 2]), "unit '1'", "twice");
        Refused("columnNames", () => new TransferProblem(["a"], [], ["1"], [1], []), "no column");
        Refused("units", () => new TransferProblem(["a"], ["x"], [], [], []), "no unit");
        Refused("options", () => TransferMethod.Multinomial.Estimate(new TransferProblem(["a"], ["x"], ["1"], [1], [1]), new TransferOptions { Start = [1, 0] }), "2 shares", "1 cells");

        static void Refused(string place, Func<object> make, params string[] told)
        {
            var error = Assert.Throws<ArgumentException>(make);
            Assert.Equal(place, error.ParamName);
            Assert.All(told, t => Assert.Contains(t, error.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Clusters_AreAsManyAsUnits()
    {
        Assert.Throws<ArgumentException>(() => new TransferProblem(["a"], ["x"], ["1", "2"], [1, 1], [1, 1]) { Clusters = ["north"] });
        Assert.Equal(["north", "south"], new TransferProblem(["a"], ["x"], ["1", "2"], [1, 1], [1, 1]) { Clusters = ["north", "south"] }.Clusters);
    }

    [Fact]
    public void Over_SomeUnits_KeepsTheirCountsClustersAndMask()
    {
        var whole = new TransferProblem(["a", "b"], ["x", "y"], ["1", "2", "3"], [1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]) { Clusters = ["n", "s", "n"], Impossible = [true, false, false, false] };
        var part = whole.Over([2, 0]);

        Assert.Equal(["3", "1"], part.Units);
        Assert.Equal(["n", "n"], part.Clusters);
        Assert.Equal([5, 6], part.RowsOf(0).ToArray());
        Assert.Equal([2, 1], part.ColumnsOf(1).ToArray());
        Assert.True(part.IsImpossible(0, 0));
        Assert.Throws<ArgumentException>(() => whole.Over([]));
    }

    [Fact]
    public void Counts_To2To40_AreKeptExactly()
    {
        const long most = TransferProblem.MaxCount;
        var problem = new TransferProblem(["a", "b"], ["x", "y"], ["1"], [most, most - 1], [most - 1, most]);

        Assert.Equal(most - 1, problem.RowsOf(0)[1]);
        Assert.Equal(0, problem.Check.UnequalUnits);
    }

    /// <summary>Whatever the truth is, if nobody is in the impossible cell the bounds hold it; and they are tighter than without the mask.</summary>
    [Fact]
    public void Bounds_UnderAMask_HoldTheTruth() =>
        (from tables in Gen.Long[0, 50].Array[9].Array[1, 6]
         from masked in Gen.Int[0, 8]
         select (tables, masked)).Sample(truth =>
        {
            var tables = truth.tables.Select(t => t.Select((v, i) => i == truth.masked ? 0 : v).ToArray()).ToList();
            var people = Enumerable.Range(0, 3).Select(g => tables.Sum(t => t[(3 * g)..((3 * g) + 3)].Sum())).ToList();
            var problem = new TransferProblem(
                ["a", "b", "c"],
                ["x", "y", "z"],
                [.. Enumerable.Range(0, tables.Count).Select(i => $"{i}")],
                [.. tables.SelectMany(t => Enumerable.Range(0, 3).Select(g => t[(3 * g)..((3 * g) + 3)].Sum()))],
                [.. tables.SelectMany(t => Enumerable.Range(0, 3).Select(c => t[c] + t[c + 3] + t[c + 6]))]);
            var (free, bounds) = (TransferBounds.Of(problem), TransferBounds.Of(problem.With([], [.. Enumerable.Range(0, 9).Select(i => i == truth.masked)])));
            return Enumerable.Range(0, 9).All(i => people[i / 3] == 0 || (
                bounds.Lower[i] >= free.Lower[i] - 1e-12 && bounds.Upper[i] <= free.Upper[i] + 1e-12
                && bounds.Lower[i] <= ((double)tables.Sum(t => t[i]) / people[i / 3]) + 1e-12
                && bounds.Upper[i] >= ((double)tables.Sum(t => t[i]) / people[i / 3]) - 1e-12));
        });

    /// <summary>Nobody of b chose x, so a's people did; and b's are all elsewhere.</summary>
    [Fact]
    public void Bounds_UnderAMask_AreTighter()
    {
        var bounds = TransferBounds.Of(Small([false, false, true, false]));

        Assert.Equal([0.8, 0.2, 0, 1], bounds.Lower);
        Assert.Equal(0, bounds.Upper[2]);
    }

    static TransferProblem Small(ImmutableArray<bool> impossible) => new(["a", "b"], ["x", "y"], ["1"], [10, 5], [8, 7]) { Impossible = impossible };
}
