using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;

namespace Urna.Tests.Infer;

/// <summary>Where random starts lead.</summary>
public class StartStudyTests
{
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
    public void Of_TenStarts_AllAgree(string name)
    {
        var study = StartStudy.Of(TransferMethod.Multinomial, InferenceCase.Read(name), 10, seed: 1);

        Assert.True(study.Agree, $"{study.Points.Length} points, {study.Unconverged} starts unconverged");
        Assert.Equal(10, study.Points[0].Starts);
    }

    /// <summary>Niebla has two fixed points; both are known.</summary>
    [Fact]
    public void Of_Niebla_FindsBothFixedPoints()
    {
        var study = StartStudy.Of(TransferMethod.Multinomial, InferenceCase.Read("chile_niebla"), 10, seed: 1);

        Assert.False(study.Agree);
        Assert.Equal([-194.7303, -194.8125], study.Points.Select(p => Math.Round(p.LogLikelihood, 4)));
        Assert.True(study.Points[0].Standard);
        Assert.Equal(10, study.Points.Sum(p => p.Starts));
    }

    [Fact]
    public void Of_SameSeed_GivesTheSame_OnAnyNumberOfCores()
    {
        var problem = Problems.Large(40, 3, 4, 5);
        var one = StartStudy.Of(TransferMethod.NormalDensity, problem, 6, seed: 3, new TransferOptions { Threads = 1 });
        var two = StartStudy.Of(TransferMethod.NormalDensity, problem, 6, seed: 3, new TransferOptions { Threads = 2 });

        Assert.Equal(one.Points.Select(p => (p.Starts, p.LogLikelihood)), two.Points.Select(p => (p.Starts, p.LogLikelihood)));
        Assert.Equal(one.Points.SelectMany(p => p.Shares), two.Points.SelectMany(p => p.Shares));
    }
}
