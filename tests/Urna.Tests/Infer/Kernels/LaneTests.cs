using Urna.Infer.Estimates;
using Urna.Infer.Expectations;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer.Kernels;

/// <summary>The kernels against one unit after another, and on any number of cores.</summary>
public class LaneTests
{
    public static TheoryData<string> Lanes => [TransferMethod.Multinomial.Name, TransferMethod.NormalDensity.Name];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Apply_IsTheSumOfItsUnits(string method) =>
        Problems.Ragged.Sample(problem =>
        {
            var shares = Problems.Shares(problem.RowNames.Length, problem.ColumnNames.Length, 5);
            var map = TransferMethod.Named(method)!.Map(problem);
            var next = new double[shares.Length];
            map.Apply(shares, next);
            return Problems.Furthest(UnitByUnit(map, problem, shares), next) <= 1e-10;
        });

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Apply_SharesOfZero_StayZero_AndNothingIsNaN(string method) =>
        Problems.Ragged.Sample(problem =>
        {
            var shares = Problems.Shares(problem.RowNames.Length, problem.ColumnNames.Length, 9);
            var columns = problem.ColumnNames.Length;
            for (var i = 0; i < shares.Length; i += 2)
            {
                shares[i - (i % columns) + ((i + 1) % columns)] += shares[i];
                shares[i] = 0;
            }

            var next = new double[shares.Length];
            TransferMethod.Named(method)!.Map(problem).Apply(shares, next);
            return next.Select((share, i) => shares[i] == 0 ? share == 0 : share is >= 0 and <= 1 + 1e-12).All(ok => ok);
        });

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Estimate_IsBitEqual_OnAnyNumberOfCores(string method)
    {
        var problem = Problems.Large(5_003, 4, 5, 11);
        var one = TransferMethod.Named(method)!.Estimate(problem, new TransferOptions { Threads = 1 });

        foreach (var threads in new[] { 0, 2, 3, 7 })
        {
            var other = TransferMethod.Named(method)!.Estimate(problem, new TransferOptions { Threads = threads });
            Assert.Equal(one.Shares.AsSpan(), other.Shares.AsSpan());
            Assert.Equal(one.LogLikelihood, other.LogLikelihood);
        }
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Apply_WeightsOfOne_AreBitEqual_AndOthersRepeatUnits(string method)
    {
        var problem = Problems.Large(61, 3, 4, 2);
        var shares = Problems.Shares(3, 4, 1);
        var map = TransferMethod.Named(method)!.Map(problem);
        var (plain, ones, twice) = (new double[12], new double[12], new double[12]);
        map.Apply(shares, plain);
        map.Apply(shares, [.. Enumerable.Repeat(1.0, 61)], ones);
        Assert.Equal(plain, ones);

        // Two of the first, none of the second, one of the others.
        var weights = Enumerable.Range(0, 61).Select(b => b == 0 ? 2.0 : b == 1 ? 0 : 1).ToArray();
        map.Apply(shares, weights, twice);
        int[] units = [0, 0, .. Enumerable.Range(2, 59)];
        var sample = new TransferProblem(
            problem.RowNames,
            problem.ColumnNames,
            Problems.Names("u", units.Length),
            [.. units.SelectMany(b => problem.RowsOf(b).ToArray().Select(v => (long)v))],
            [.. units.SelectMany(b => problem.ColumnsOf(b).ToArray().Select(v => (long)v))]);
        var expected = new double[12];
        TransferMethod.Named(method)!.Map(sample).Apply(shares, expected);
        Problems.AssertClose(expected, twice, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Estimate_FiveHundredColumns_IsRight(string method)
    {
        var problem = Problems.Large(24, 2, 500, 3);
        var estimate = TransferMethod.Named(method)!.Estimate(problem, new TransferOptions(1e-4, 30));

        Assert.All(estimate.Shares, share => Assert.InRange(share, 0, 1));
        Assert.Equal(2, estimate.Shares.Sum(), 1e-9);
    }

    static double[] UnitByUnit(IShareMap map, TransferProblem problem, double[] shares)
    {
        var (rows, columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var (sums, q) = (new double[shares.Length], new double[shares.Length]);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            if (problem.ColumnsOf(b).ToArray().Sum() == 0)
            {
                continue;
            }

            map.Conditional(b, shares, q);
            for (var i = 0; i < q.Length; i++)
            {
                // A row of which no vote can be is skipped by the multinomial map; its q are then the shares.
                sums[i] += problem.RowsOf(b)[i / columns] * q[i];
            }
        }

        return [.. Enumerable.Range(0, rows).SelectMany(g => Row(sums, g, columns))];
    }

    static IEnumerable<double> Row(double[] sums, int row, int columns)
    {
        var own = sums.AsSpan(row * columns, columns).ToArray();
        return own.Select(sum => own.Sum() > 0 ? sum / own.Sum() : sum);
    }
}
