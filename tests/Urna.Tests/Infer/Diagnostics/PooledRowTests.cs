using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Simulation;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Tests.Infer.Diagnostics;

/// <summary>Rows that units tell from the others only together.</summary>
public class PooledRowTests
{
    static readonly SimulatedBoxes boxes = BoxSimulation.Draw(new SimulationSettings { Units = 120, Rows = 3, Columns = 3, Size = 400, Segregation = 0.1, Seed = 11 });

    /// <summary>A row in two halves: neither half is told, both together are, with the share and the bounds of the whole row.</summary>
    [Fact]
    public void Pooled_OfARowInHalves_IsThatRow()
    {
        var inference = Estimated(Split(0), new TransferKinds(GroupKind.Vote, GroupKind.Vote));
        var whole = Estimated(boxes.Problem, new TransferKinds(GroupKind.Vote, GroupKind.Vote));
        var pooled = Assert.Single(inference.Pooled);
        var truth = boxes.Truth.Take(3).Select(t => t / (double)boxes.Truth.Take(3).Sum()).ToArray();

        Assert.Equal([0, 1], pooled.Rows);
        Assert.Equal(["half", "other-half"], inference.Diagnostics.Indistinguishable);
        Assert.True(pooled.IsMeasured);
        Assert.All(Enumerable.Range(0, 3), c =>
        {
            Assert.Equal(whole.Estimate.Shares[c], pooled.Shares[c], 0.01);
            Assert.Equal(whole.Bounds.Lower[c], pooled.Bounds.Lower[c], 1e-9);
            Assert.Equal(whole.Bounds.Upper[c], pooled.Bounds.Upper[c], 1e-9);
            Assert.InRange(truth[c], pooled.Lower[c], pooled.Upper[c]);
            Assert.InRange(pooled.Shares[c], pooled.Lower[c], pooled.Upper[c]);
        });
    }

    /// <summary>Of a kind on which nothing was measured, the rows together have the bounds of the row that they are.</summary>
    [Fact]
    public void Pooled_OfNoKnownKind_HasBounds()
    {
        var pooled = Assert.Single(Estimated(Split(0), TransferKinds.Unknown).Pooled);

        Assert.False(pooled.IsMeasured);
        Assert.Equal(pooled.Bounds.Lower, pooled.Lower);
    }

    /// <summary>Everyone together is no row: that everyone voted as everyone did tells nothing.</summary>
    [Fact]
    public void Pooled_OfEveryone_IsNone() =>
        Assert.Empty(Estimated(new TransferProblem(["women", "men"], boxes.ColumnNames, boxes.Units, Halves(b => boxes.Problem.RowsOf(b).ToArray().Sum()), Votes), new TransferKinds(GroupKind.Sex, GroupKind.Vote)).Pooled);

    /// <summary>One row has the same part of every unit: it cannot be told from the sum of the others, whichever of them one adds to it.</summary>
    [Fact]
    public void Pooled_WhereARowIsAConstantPart_IsNone()
    {
        var people = boxes.Problem;
        long[] rows = [.. Enumerable.Range(0, people.Units.Length).SelectMany(b => (long[])[.. people.RowsOf(b).ToArray().Select(v => 85 * (long)v), 15 * (long)people.RowsOf(b).ToArray().Sum()])];
        var problem = new TransferProblem([.. people.RowNames, "abstention"], people.ColumnNames, people.Units, rows, [.. Votes.Select(v => 100 * v)]);

        Assert.Empty(Estimated(problem, new TransferKinds(GroupKind.Vote, GroupKind.Vote)).Pooled);
    }

    static Inference Estimated(TransferProblem problem, TransferKinds kinds) => Inference.Of(problem.Of(kinds), TransferMethod.Auto, new TransferOptions(1e-6), new IntervalOptions());

    static long[] Votes => [.. Enumerable.Range(0, boxes.Units.Length).SelectMany(b => boxes.Problem.ColumnsOf(b).ToArray().Select(v => (long)v))];

    static long[] Halves(Func<int, double> people) => [.. Enumerable.Range(0, boxes.Units.Length).SelectMany(b => (long[])[(long)people(b) / 2, (long)people(b) - ((long)people(b) / 2)])];

    static TransferProblem Split(int row)
    {
        var halves = Halves(b => boxes.Problem.RowsOf(b)[row]);
        long[] rows = [.. Enumerable.Range(0, boxes.Units.Length).SelectMany(b => (long[])[halves[2 * b], halves[(2 * b) + 1], .. Enumerable.Range(0, 3).Where(r => r != row).Select(r => (long)boxes.Problem.RowsOf(b)[r])])];
        return new TransferProblem(["half", "other-half", "row-2", "row-3"], boxes.ColumnNames, boxes.Units, rows, Votes);
    }
}
