using Urna.Infer.Estimates;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer;

/// <summary>Faults of other programs that ours must not share.</summary>
public class KnownFaultsTests
{
    public static TheoryData<string> Methods => [TransferMethod.Multinomial.Name, TransferMethod.NormalDensity.Name];

    /// <summary>Others end at 65,535 votes in a unit; the largest of these has 7 million, and no unit's margins agree.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void Estimate_France2017_IsRightForUnitsOfMillions(string method)
    {
        var problem = InferenceCase.Read("france2017P");
        var estimate = TransferMethod.Named(method)!.Estimate(problem);
        var tables = new UnitTables(estimate);

        Assert.True(estimate.Converged);
        Assert.All(estimate.Shares, share => Assert.InRange(share, 0, 1 + 1e-12));
        Assert.Equal(problem.RowNames.Length, estimate.Shares.Sum(), 1e-9);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            Problems.AssertClose(problem.RowsOf(b).ToArray(), [.. tables.Of(b).Chunk(problem.ColumnNames.Length).Select(row => row.Sum())], 1e-4);
        }
    }

    /// <summary>Units whose margins differ are not dropped: with the unit left out, the answer is another.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void Estimate_UnitsThatMismatch_Count(string method)
    {
        long[] people = [100, 50, 60, 90, 80, 80];
        long[] votes = [70, 80, 90, 60, 20, 120];
        var all = new TransferProblem(["a", "b"], ["x", "y"], ["1", "2", "3"], people, votes);
        var fewer = new TransferProblem(["a", "b"], ["x", "y"], ["1", "2"], people.AsSpan(0, 4), votes.AsSpan(0, 4));

        Assert.True(Problems.Furthest(TransferMethod.Named(method)!.Estimate(all).Shares, TransferMethod.Named(method)!.Estimate(fewer).Shares) > 0.01);
    }

    /// <summary>A group that no unit has gets no shares, and takes nothing from the others.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void Estimate_GroupAbsentEverywhere_ChangesNothing(string method)
    {
        var without = Problems.Large(50, 2, 3, 4);
        var with = new TransferProblem(
            ["r0", "nobody", "r1"],
            without.ColumnNames,
            without.Units,
            [.. Enumerable.Range(0, 50).SelectMany(b => new[] { (long)without.RowsOf(b)[0], 0, (long)without.RowsOf(b)[1] })],
            [.. Enumerable.Range(0, 50).SelectMany(b => without.ColumnsOf(b).ToArray().Select(v => (long)v))]);
        var expected = TransferMethod.Named(method)!.Estimate(without).Shares;

        Problems.AssertClose([.. expected[..3], 0, 0, 0, .. expected[3..]], TransferMethod.Named(method)!.Estimate(with).Shares, 1e-8);
    }

    /// <summary>Two groups with the same people everywhere cannot be told apart: they get the same shares, and the method converges.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void Estimate_IdenticalGroups_HaveTheSameShares(string method)
    {
        var pair = Problems.Large(60, 2, 3, 8);
        var twins = new TransferProblem(
            ["a", "b", "b2"],
            pair.ColumnNames,
            pair.Units,
            [.. Enumerable.Range(0, 60).SelectMany(b => new[] { (long)pair.RowsOf(b)[0], (long)pair.RowsOf(b)[1], (long)pair.RowsOf(b)[1] })],
            [.. Enumerable.Range(0, 60).SelectMany(b => pair.ColumnsOf(b).ToArray().Select(v => (long)v * 2))]);
        var estimate = TransferMethod.Named(method)!.Estimate(twins);

        Assert.True(estimate.Converged);
        Problems.AssertClose(estimate.Shares.AsSpan(3, 3).ToArray(), estimate.Shares.AsSpan(6, 3).ToArray(), 1e-6);
    }
}
