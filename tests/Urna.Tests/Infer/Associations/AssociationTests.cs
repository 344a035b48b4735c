using Urna.Infer;
using Urna.Infer.Associations;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Simulation;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;

namespace Urna.Tests.Infer.Associations;

/// <summary>The association method against published truth, and what must hold of it.</summary>
public class AssociationTests(KnownElections known) : IClassFixture<KnownElections>
{
    /// <summary>The best known method errs by 7.57 on these elections, on which no setting was chosen.</summary>
    [Fact]
    public void Estimate_OnElectionsWithPublishedTruth_ErrsLessThanAnyKnownMethod()
    {
        var real = known.Runs.Where(r => r.Election.IsReal).ToArray();

        Assert.Equal(159, real.Length);
        Assert.True(real.Average(r => r.Error) < 5.9, $"mean error {real.Average(r => r.Error)}");
        Assert.True(real.Count(r => r.Error < r.Election.Peer) > 0.85 * real.Length, "It errs less on all but a few.");
    }

    [Fact]
    public void Estimate_OnSimulations_ErrsNoMoreThanTheBestKnownMethod()
    {
        var simulated = known.Runs.Where(r => !r.Election.IsReal).ToArray();

        Assert.Equal(11, simulated.Length);
        Assert.True(simulated.Average(r => r.Error) <= simulated.Average(r => r.Election.Peer!.Value), $"mean error {simulated.Average(r => r.Error)}");
        Assert.All(simulated, r => Assert.True(r.Error <= 1.25 * r.Election.Peer!.Value, $"{r.Election.Name}: {r.Error}"));
    }

    /// <summary>A level, and how far from it the part of intervals that hold the truth may be.</summary>
    [Theory]
    [InlineData(0.5, 0.04)]
    [InlineData(0.8, 0.04)]
    [InlineData(0.9, 0.03)]
    [InlineData(0.95, 0.02)]
    public void Intervals_HoldPublishedTruth_AsOftenAsTheySay(double level, double apart)
    {
        var held = (
            from run in known.Runs
            where run.Election.IsReal
            from cell in run.Cells()
            let interval = IntervalCalibration.Of(run.Method).About(cell.Scale, level)
            select interval.Lower <= cell.Truth && cell.Truth <= interval.Upper ? 1.0 : 0).ToArray();

        Assert.InRange(held.Average(), level - apart, level + apart);
    }

    [Fact]
    public void Trust_IsWithTheModelWhereItMadeTheBoxes_AndWithTheCurveWherePeopleVoted()
    {
        Assert.All(known.Runs.Where(r => r.Election.Name is "sim12_G6C6_B1000_I100" or "sim24_transition_G6C4_B400"), r => Assert.Equal(1, r.Trust));
        Assert.True(known.Runs.Count(r => r.Election.IsReal && r.Trust == 0) > 150);
    }

    /// <summary>Units with zeros, single persons and margins that differ: shares are shares, and people are conserved.</summary>
    [Fact]
    public void Estimate_RaggedCounts_GivesSharesAndConservesPeople() =>
        Problems.Ragged.Sample(
            problem =>
            {
                var estimate = TransferMethod.Association.Estimate(problem, new TransferOptions(1e-4, 400));
                var columns = problem.ColumnNames.Length;
                return estimate.Shares.All(s => s is >= 0 and <= 1 + 1e-9)
                    && problem.InformedRows.Index().All(r => r.Item == 0 || Math.Abs(estimate.Shares.Skip(r.Index * columns).Take(columns).Sum() - 1) < 1e-6);
            },
            iter: 150);

    /// <summary>The tables of units hold both margins, and add up to the whole.</summary>
    [Fact]
    public void UnitTables_AddUpToTheEstimate()
    {
        var boxes = BoxSimulation.Draw(new SimulationSettings { Units = 60, Rows = 4, Columns = 3, Size = 150, Heterogeneity = 0.05, Segregation = 0.3, Seed = 5 });
        var estimate = TransferMethod.Association.Estimate(boxes.Problem);
        var tables = new UnitTables(estimate);
        var sums = new double[12];
        for (var b = 0; b < 60; b++)
        {
            var table = tables.Of(b);
            for (var c = 0; c < 3; c++)
            {
                Assert.Equal(boxes.Problem.ColumnsOf(b)[c], table[c] + table[3 + c] + table[6 + c] + table[9 + c], 1e-6);
            }

            for (var i = 0; i < 12; i++)
            {
                sums[i] += table[i];
            }
        }

        Assert.All(sums.Zip(estimate.Counts), s => Assert.Equal(s.Second, s.First, 1e-4));
    }

    [Fact]
    public void Estimate_RowsAndColumnsExchanged_IsTheSameTable()
    {
        var problem = known.Runs.First(r => r.Election.IsReal && r.Trust == 0).Election.Problem;
        var options = new TransferOptions(1e-7);
        var there = Association.Of(problem, options).People(problem, AssociationCurve.Learnt);
        var turned = problem.Transposed();
        var back = (Association.Of(turned, options) with { Trust = 0 }).People(turned, AssociationCurve.Learnt);
        var rows = problem.RowNames.Length;

        Assert.All(there.Index(), cell => Assert.Equal(cell.Item, back[(cell.Index % (there.Length / rows) * rows) + (cell.Index / (there.Length / rows))], 0.01));
    }

    [Fact]
    public void Estimate_ImpossibleCell_StaysEmpty()
    {
        var boxes = BoxSimulation.Draw(new SimulationSettings { Units = 40, Rows = 3, Columns = 3, Size = 100, Seed = 2 });
        var barred = boxes.Problem.With([], [false, false, true, false, false, false, false, false, false]);

        var estimate = TransferMethod.Association.Estimate(barred);

        Assert.Equal(0, estimate.Shares[2]);
        Assert.Equal(1, estimate.Shares[0] + estimate.Shares[1], 1e-9);
    }

    [Fact]
    public void Estimate_OneUnit_OneRow_OneColumn_AreAsTheMarginsSay()
    {
        Assert.Equal([0.25, 0.75], TransferMethod.Association.Estimate(new TransferProblem(["a"], ["x", "y"], ["1"], [40], [10, 30])).Shares.Select(s => Math.Round(s, 9)));
        Assert.Equal([1, 1], TransferMethod.Association.Estimate(new TransferProblem(["a", "b"], ["x"], ["1", "2"], [4, 5, 6, 7], [9, 13])).Shares.Select(s => Math.Round(s, 9)));
    }

    [Fact]
    public void Estimate_RowsThatAreCopies_HaveOneShare_AndSaySo()
    {
        var boxes = BoxSimulation.Draw(new SimulationSettings { Units = 50, Rows = 2, Columns = 3, Size = 200, Segregation = 0.4, Seed = 9 }).Problem;
        long[] people = [.. Enumerable.Range(0, 50).SelectMany(b => new[] { (long)boxes.RowsOf(b)[0], 2 * (long)boxes.RowsOf(b)[0], 3 * (long)boxes.RowsOf(b)[1] })];
        long[] votes = [.. Enumerable.Range(0, 50).SelectMany(b => boxes.ColumnsOf(b).ToArray().Select(v => 3 * (long)v))];
        var estimate = TransferMethod.Association.Estimate(new TransferProblem(["a", "b", "c"], ["x", "y", "z"], boxes.Units, people, votes));

        Assert.Contains(Inference.With(estimate, null).Findings(TransferTitles.Of(estimate.Problem)), f => f.Code == "V507" && f.Message.Contains("'a', 'b'", StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, 3), c => Assert.Equal(estimate.Shares[c], estimate.Shares[3 + c], 1e-6));
    }

    /// <summary>Places whose people vote alike are drawn to the whole, and err less so; places that differ keep their own.</summary>
    [Fact]
    public void EstimateByPlace_DrawsToTheWhole_AsMuchAsPlacesAreAlike()
    {
        var (alike, parts) = Places(Enumerable.Range(0, 12).Select(_ => 1UL));
        var pooled = TransferMethod.Association.EstimateByPlace(alike.Whole, alike.Places);
        var single = alike.Places.Select(p => TransferMethod.Association.Estimate(p)).ToArray();
        Assert.True(pooled[0].Association!.WeightOfWhole > 0);
        Assert.True(MeanError(pooled, parts) < 0.8 * MeanError(single, parts), $"{MeanError(pooled, parts)} against {MeanError(single, parts)}");

        var (unlike, _) = Places(Enumerable.Range(0, 12).Select(i => (ulong)(100 + i)));
        Assert.True(TransferMethod.Association.EstimateByPlace(unlike.Whole, unlike.Places)[0].Association!.WeightOfWhole <= 3);
    }

    /// <summary>Twelve places of ten units; those of one seed are parts of one simulation.</summary>
    static ((TransferProblem Whole, TransferProblem[] Places) Problem, double[][] Truth) Places(IEnumerable<ulong> seeds)
    {
        var boxes = seeds.Index().Select(s => (Boxes: BoxSimulation.Draw(new SimulationSettings { Units = 120, Rows = 3, Columns = 3, Size = 150, Segregation = 0.4, Seed = s.Item }), First: s.Index * 10)).ToArray();
        var units = boxes.SelectMany(b => Enumerable.Range(b.First, 10).Select(u => (b.Boxes, Unit: u))).ToArray();
        var whole = new TransferProblem(
            ["a", "b", "c"],
            ["x", "y", "z"],
            [.. units.Select((_, i) => $"{i}")],
            [.. units.SelectMany(u => u.Boxes.Problem.RowsOf(u.Unit).ToArray().Select(v => (long)v))],
            [.. units.SelectMany(u => u.Boxes.Problem.ColumnsOf(u.Unit).ToArray().Select(v => (long)v))]);
        var truth = boxes.Select(b => Enumerable.Range(0, 9).Select(i => Enumerable.Range(b.First, 10).Sum(u => (double)b.Boxes.TableOf(u)[i])).ToArray()).ToArray();
        return ((whole, [.. Enumerable.Range(0, 12).Select(k => whole.Over([.. Enumerable.Range(10 * k, 10)]))]), truth);
    }

    static double MeanError(IEnumerable<TransferEstimate> estimates, double[][] truth) =>
        estimates.Zip(truth, (e, t) => e.Counts.Zip(t, (a, b) => Math.Abs(a - b)).Sum() / (2 * t.Sum())).Average();
}
