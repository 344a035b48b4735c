using System.Collections.Immutable;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer;

/// <summary>The multinomial method against known programs, known truth and itself.</summary>
public class MultinomialTests
{
    /// <summary>Shared cases with a fixed point of the same map; the standard start leads to the same one.</summary>
    [Theory]
    [InlineData("sim01_G2C2")]
    [InlineData("sim03_G3C2")]
    [InlineData("sim05_G2C5")]
    [InlineData("sim07_G4C4")]
    [InlineData("sim10_G8C10")]
    [InlineData("sim12_G6C6_B1000_I100")]
    [InlineData("sim16_G4C4_lambda90")]
    [InlineData("sim18_G4C4_I20_B100")]
    [InlineData("sim20_hetero_G4C4_B200")]
    [InlineData("sim21_context_G3C3_B300")]
    [InlineData("sim24_transition_G6C4_B400")]
    [InlineData("nz2002_aoraki")]
    [InlineData("chile_lagranja")]
    [InlineData("chile_niebla")]
    [InlineData("chile_country_age8")]
    public void Estimate_FixedPoint_IsTheOneAKnownProgramFinds(string name)
    {
        var oracle = InferenceCase.Oracle(name, "fastei_mult_tight");
        var estimate = TransferMethod.Multinomial.Estimate(InferenceCase.Read(name));

        Assert.True(estimate.Converged);
        Problems.AssertClose(oracle.Shares, estimate.Shares, 1e-6);
        Assert.Equal(oracle.LogLikelihood, estimate.LogLikelihood, 1e-4 * Math.Abs(oracle.LogLikelihood));
    }

    /// <summary>Map for map: the plain iteration, stopped where the known program stopped.</summary>
    [Theory]
    [InlineData("sim01_G2C2")]
    [InlineData("sim03_G3C2")]
    [InlineData("sim05_G2C5")]
    [InlineData("sim07_G4C4")]
    [InlineData("sim10_G8C10")]
    [InlineData("sim12_G6C6_B1000_I100")]
    [InlineData("sim16_G4C4_lambda90")]
    [InlineData("sim18_G4C4_I20_B100")]
    [InlineData("sim20_hetero_G4C4_B200")]
    [InlineData("sim21_context_G3C3_B300")]
    [InlineData("sim24_transition_G6C4_B400")]
    [InlineData("nz2002_aoraki")]
    [InlineData("chile_lagranja")]
    [InlineData("chile_niebla")]
    public void Estimate_PlainMaps_AreThoseOfAKnownProgram(string name)
    {
        var oracle = InferenceCase.Oracle(name, "fastei_mult_raw");
        var estimate = TransferMethod.Multinomial.Estimate(InferenceCase.Read(name), new TransferOptions(1e-300, oracle.Iterations + 1, Accelerate: false));

        Problems.AssertClose(oracle.Shares, estimate.Shares, 1e-9);
    }

    [Fact]
    public void Estimate_RowsSumToOne_AndPeopleAreConserved() =>
        Problems.Truth.Sample(truth =>
        {
            var problem = Problems.Of(truth);
            var estimate = TransferMethod.Multinomial.Estimate(problem, new TransferOptions(1e-6, 2000));
            return Enumerable.Range(0, truth.Rows).All(g =>
            {
                var people = Enumerable.Range(0, problem.Units.Length).Sum(b => problem.RowsOf(b)[g]);
                var row = Enumerable.Range(g * truth.Columns, truth.Columns).ToList();
                return people == 0
                    ? row.TrueForAll(i => estimate.Shares[i] == 0)
                    : Math.Abs(row.Sum(i => estimate.Shares[i]) - 1) < 1e-9 && Math.Abs(row.Sum(i => estimate.Counts[i]) - people) < 1e-6 * people;
            });
        });

    /// <summary>Duncan and Davis: the truth lies within the bounds, whatever it is.</summary>
    [Fact]
    public void Bounds_HoldTheTruth() =>
        Problems.Truth.Sample(truth =>
        {
            var bounds = TransferBounds.Of(Problems.Of(truth));
            return Enumerable.Range(0, truth.Rows * truth.Columns).All(i =>
            {
                var people = truth.Tables.Sum(t => t.Skip(i / truth.Columns * truth.Columns).Take(truth.Columns).Sum());
                var share = people == 0 ? 0 : (double)truth.Tables.Sum(t => t[i]) / people;
                return bounds.Lower[i] <= share + 1e-12 && share <= bounds.Upper[i] + 1e-12;
            });
        });

    [Fact]
    public void Bounds_OfUnitsWithOneRow_AreExact()
    {
        var bounds = TransferBounds.Of(new TransferProblem(["a", "b"], ["x", "y"], ["1", "2"], [10, 0, 0, 20], [4, 6, 5, 15]));

        Problems.AssertClose([0.4, 0.6, 0.25, 0.75], bounds.Lower, 1e-12);
        Problems.AssertClose([0.4, 0.6, 0.25, 0.75], bounds.Upper, 1e-12);
    }

    [Fact]
    public void Estimate_UnitsOfOneRowEach_AreRecoveredExactly() =>
        Problems.AssertClose(
            [0.4, 0.6, 0.25, 0.75],
            TransferMethod.Multinomial.Estimate(new TransferProblem(["a", "b"], ["x", "y"], ["1", "2"], [10, 0, 0, 20], [4, 6, 5, 15])).Shares,
            1e-9);

    [Fact]
    public void Estimate_EveryoneKeepsTheirVote_IsFoundWhereUnitsDiffer()
    {
        long[] votes = [500, 300, 200, 100, 700, 200, 50, 150, 800, 400, 400, 200, 900, 50, 50];
        var estimate = TransferMethod.Multinomial.Estimate(new TransferProblem(["a", "b", "c"], ["a", "b", "c"], ["1", "2", "3", "4", "5"], votes, votes), new TransferOptions(1e-8));

        Problems.AssertClose([1, 0, 0, 0, 1, 0, 0, 0, 1], estimate.Shares, 0.02);
    }

    /// <summary>One person, no votes, no people, one row, one column, more than 65,535 votes: each has a right answer.</summary>
    [Theory]
    [InlineData(1, new long[] { 1 }, 1, new long[] { 1 }, new[] { 1.0 })]
    [InlineData(2, new long[] { 1, 0, 0, 1 }, 2, new long[] { 1, 0, 0, 1 }, new[] { 1.0, 0, 0, 1 })]
    [InlineData(1, new long[] { 10, 5 }, 2, new long[] { 3, 7, 0, 0 }, new[] { 0.3, 0.7 })]
    [InlineData(2, new long[] { 10, 0, 30, 0 }, 2, new long[] { 4, 6, 12, 18 }, new[] { 0.4, 0.6, 0, 0 })]
    [InlineData(1, new long[] { 1L << 40 }, 2, new long[] { 1L << 39, 1L << 39 }, new[] { 0.5, 0.5 })]
    public void Estimate_SmallestAndLargest_AreRight(int rows, long[] people, int columns, long[] votes, double[] expected)
    {
        var problem = new TransferProblem(Problems.Names("r", rows), Problems.Names("c", columns), Problems.Names("u", people.Length / rows), people, votes);

        Problems.AssertClose(expected, TransferMethod.Multinomial.Estimate(problem).Shares, 1e-9);
    }

    [Fact]
    public void Estimate_OrderOfUnits_DoesNotMatter() =>
        Problems.Truth.Sample(truth =>
        {
            var turned = truth with { Tables = [.. truth.Tables.Reverse()] };
            var options = new TransferOptions(1e-9, 20, Accelerate: false);
            return TransferMethod.Multinomial.Estimate(Problems.Of(truth), options).Shares.Zip(TransferMethod.Multinomial.Estimate(Problems.Of(turned), options).Shares).All(p => Math.Abs(p.First - p.Second) < 1e-9);
        });
}
