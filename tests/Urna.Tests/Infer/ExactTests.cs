using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer;

/// <summary>The model itself against an independent solution, against counting by hand, and where it refuses.</summary>
public class ExactTests
{
    [Theory]
    [InlineData("sim01_G2C2")]
    [InlineData("sim03_G3C2")]
    [InlineData("sim18_G4C4_I20_B100")]
    public void Estimate_IsTheMaximumThatAnIndependentProgramFinds(string name)
    {
        var oracle = InferenceCase.Oracle(name, "exact_mle", "evals");
        var estimate = TransferMethod.Exact.Estimate(InferenceCase.Read(name));

        Assert.True(estimate.Converged);
        Problems.AssertClose(oracle.Shares, estimate.Shares, 1e-7);
        Assert.True(estimate.LogLikelihood >= oracle.LogLikelihood - 1e-9, $"{estimate.LogLikelihood:R} < {oracle.LogLikelihood:R}");
    }

    /// <summary>Two people of a and one of b, votes 2 and 1: P = p² (1 − r) + 2 p (1 − p) r.</summary>
    [Fact]
    public void Conditional_OfThreePeople_IsWhatCountingGives()
    {
        var (p, r) = (0.3, 0.6);
        var map = TransferMethod.Exact.Map(new TransferProblem(["a", "b"], ["x", "y"], ["1"], [2, 1], [2, 1]));
        var q = new double[4];
        map.Conditional(0, [p, 1 - p, r, 1 - r], q);
        var likelihood = (p * p * (1 - r)) + (2 * p * (1 - p) * r);

        Problems.AssertClose([((p * p * (1 - r)) + (p * (1 - p) * r)) / likelihood, p * (1 - p) * r / likelihood, 2 * p * (1 - p) * r / likelihood, p * p * (1 - r) / likelihood], q, 1e-14);
        Assert.Equal(Math.Log(likelihood), map.LogLikelihood([p, 1 - p, r, 1 - r]), 1e-13);
    }

    /// <summary>An EM step never lowers its own likelihood: neither the multinomial nor the normal method can say so.</summary>
    [Fact]
    public void Apply_NeverLowersTheLikelihood() =>
        SmallTruth.Sample(
            truth =>
            {
                var map = TransferMethod.Exact.Map(Problems.Of(truth));
                var (shares, next) = (Problems.Shares(truth.Rows, truth.Columns, 7), new double[truth.Rows * truth.Columns]);
                map.Apply(shares, next);
                return map.LogLikelihood(next) >= map.LogLikelihood(shares) - 1e-9;
            },
            iter: 40);

    /// <summary>The conditional tables of a unit add up to its votes: the model loses nobody.</summary>
    [Fact]
    public void Conditional_AddsUpToTheVotes() =>
        SmallTruth.Sample(
            truth =>
            {
                var problem = Problems.Of(truth);
                var map = TransferMethod.Exact.Map(problem);
                var (shares, q) = (Problems.Shares(truth.Rows, truth.Columns, 3), new double[truth.Rows * truth.Columns]);
                return Enumerable.Range(0, problem.Units.Length).All(b =>
                {
                    map.Conditional(b, shares, q);
                    return Enumerable.Range(0, truth.Columns).All(c =>
                        Math.Abs(Enumerable.Range(0, truth.Rows).Sum(g => problem.RowsOf(b)[g] * q[(g * truth.Columns) + c]) - problem.ColumnsOf(b)[c]) < 1e-9);
                });
            },
            iter: 40);

    [Fact]
    public void Refusal_UnitsTooLarge_SaysHowLargeAndTheLimit()
    {
        var problem = new TransferProblem(["a"], ["x", "y", "z"], ["1"], [3_000_000], [1_000_000, 1_000_000, 1_000_000]);
        var refusal = TransferMethod.Exact.Refusal(problem)!;

        Assert.Equal("V506", refusal.Code);
        Assert.Contains("1.8E+019", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("8.6E+009", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TransferMethod.Exact.Estimate(problem));
    }

    [Fact]
    public void Refusal_MarginsThatDiffer_IsToldWithTheirNumber() =>
        Assert.Contains("1 do not", TransferMethod.Exact.Refusal(new TransferProblem(["a"], ["x", "y"], ["1", "2", "3"], [3, 3, 9], [1, 2, 1, 1, 0, 0]))!.Message, StringComparison.Ordinal);

    /// <summary>With small units both approximations stay near the model; the mass of the cube is no further off than its middle by much.</summary>
    [Fact]
    public void Estimate_OfTheNormalMethods_IsNearTheModel()
    {
        var problem = InferenceCase.Read("sim18_G4C4_I20_B100");
        var exact = TransferMethod.Exact.Estimate(problem).Shares;

        Assert.InRange(Problems.Furthest(TransferMethod.NormalIntegral.Estimate(problem, new TransferOptions(1e-5)).Shares, exact), 0, 0.03);
        Assert.InRange(Problems.Furthest(TransferMethod.NormalDensity.Estimate(problem).Shares, exact), 0, 0.03);
    }

    static readonly Gen<(int Rows, int Columns, long[][] Tables)> SmallTruth =
        from rows in Gen.Int[1, 3]
        from columns in Gen.Int[1, 3]
        from tables in Gen.Long[0, 4].Array[rows * columns].Array[1, 5]
        select (rows, columns, tables);
}
