using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer;

/// <summary>The normal density against known programs, and where its variance is none.</summary>
public class NormalDensityTests
{
    const string Tight = "fastei_mvn_pdf_tight";

    /// <summary>Map for map: the plain iteration, stopped where the known program stopped.</summary>
    [Theory]
    [InlineData("sim01_G2C2")]
    [InlineData("sim03_G3C2")]
    [InlineData("sim05_G2C5")]
    [InlineData("sim07_G4C4")]
    [InlineData("sim10_G8C10")]
    [InlineData("sim16_G4C4_lambda90")]
    [InlineData("sim18_G4C4_I20_B100")]
    [InlineData("sim20_hetero_G4C4_B200")]
    [InlineData("sim21_context_G3C3_B300")]
    [InlineData("sim24_transition_G6C4_B400")]
    [InlineData("nz2002_aoraki")]
    public void Estimate_PlainMaps_AreThoseOfAKnownProgram(string name)
    {
        var oracle = InferenceCase.Oracle(name, Tight);
        var estimate = TransferMethod.NormalDensity.Estimate(InferenceCase.Read(name), new TransferOptions(1e-300, oracle.Iterations + 1, Accelerate: false));

        Problems.AssertClose(oracle.Shares, estimate.Shares, 1e-11);
    }

    /// <summary>The known program stops at steps of 1e-8; on three cases that is still up to 2e-5 away, as its own next steps show.</summary>
    [Theory]
    [InlineData("sim01_G2C2", 1e-6)]
    [InlineData("sim03_G3C2", 1e-6)]
    [InlineData("sim05_G2C5", 1e-6)]
    [InlineData("sim07_G4C4", 1e-6)]
    [InlineData("sim10_G8C10", 2e-5)]
    [InlineData("sim16_G4C4_lambda90", 2e-6)]
    [InlineData("sim18_G4C4_I20_B100", 1e-6)]
    [InlineData("sim20_hetero_G4C4_B200", 1e-6)]
    [InlineData("sim21_context_G3C3_B300", 1e-6)]
    [InlineData("sim24_transition_G6C4_B400", 1e-6)]
    [InlineData("nz2002_aoraki", 2e-5)]
    public void Estimate_FixedPoint_IsWhereAKnownProgramGoes(string name, double distance)
    {
        var oracle = InferenceCase.Oracle(name, Tight);
        var problem = InferenceCase.Read(name);
        var estimate = TransferMethod.NormalDensity.Estimate(problem);

        Assert.True(estimate.Converged);
        Problems.AssertClose(oracle.Shares, estimate.Shares, distance);

        // The plain map, from where the known program stopped, comes nearer at every step: that is where it was going.
        var further = TransferMethod.NormalDensity.Estimate(problem, new TransferOptions(1e-300, 2_000, Accelerate: false) { Start = [.. oracle.Shares] });
        Assert.True(Problems.Furthest(further.Shares, estimate.Shares) <= Math.Max(1e-9, 0.9 * Problems.Furthest(oracle.Shares, estimate.Shares)));
    }

    /// <summary>A person alone is certain, votes of nobody change nothing, a column without votes stays empty; what is left is the method's own error.</summary>
    [Theory]
    [InlineData(1, new long[] { 1 }, 1, new long[] { 1 }, new[] { 1.0 }, 0)]
    [InlineData(1, new long[] { 1 }, 3, new long[] { 0, 1, 0 }, new[] { 0.0, 1, 0 }, 1e-9)]
    [InlineData(2, new long[] { 1, 0, 0, 1 }, 2, new long[] { 1, 0, 0, 1 }, new[] { 1.0, 0, 0, 1 }, 1e-9)]
    [InlineData(1, new long[] { 1000, 5 }, 2, new long[] { 300, 700, 0, 0 }, new[] { 0.3, 0.7 }, 3e-4)]
    [InlineData(2, new long[] { 1000, 0, 3000, 0 }, 2, new long[] { 400, 600, 1200, 1800 }, new[] { 0.4, 0.6, 0, 0 }, 1e-4)]
    [InlineData(1, new long[] { 1000, 2000 }, 3, new long[] { 400, 600, 0, 800, 1200, 0 }, new[] { 0.4, 0.6, 0 }, 1e-4)]
    [InlineData(1, new long[] { 1000, 2000 }, 3, new long[] { 0, 400, 600, 0, 800, 1200 }, new[] { 0, 0.4, 0.6 }, 1e-4)]
    [InlineData(1, new long[] { 1L << 40 }, 2, new long[] { 1L << 39, 1L << 39 }, new[] { 0.5, 0.5 }, 1e-9)]
    public void Estimate_SmallestAndLargest_AreRight(int rows, long[] people, int columns, long[] votes, double[] expected, double tolerance)
    {
        var problem = new TransferProblem(Problems.Names("r", rows), Problems.Names("c", columns), Problems.Names("u", people.Length / rows), people, votes);

        Problems.AssertClose(expected, TransferMethod.NormalDensity.Estimate(problem).Shares, tolerance);
    }
}
