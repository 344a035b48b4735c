using Urna.Audit;

namespace Urna.Tests.Audit;

/// <summary>Known answers of ALPHA, and the risk that it keeps.</summary>
public class AlphaTestTests
{
    [Fact]
    public void P_OfBallotsThatTellNothing_StaysOne() => Assert.All(new AlphaTest { Population = 1_000 }.P(Enumerable.Repeat(0.5, 50).ToArray()), p => Assert.Equal(1, p, 1e-12));

    [Theory]
    [InlineData(1.0, 8)]
    [InlineData(0.75, 14)]
    public void P_WithAFixedExpectation_FallsBelowTheRiskWhenOtherToolsSay(double x, int size)
    {
        var p = new AlphaTest { Population = 1_000, Expected = 0.75 }.P(Enumerable.Repeat(x, 30).ToArray());
        Assert.Equal(size, Array.FindIndex(p, v => v <= 0.05) + 1);
    }

    [Fact]
    public void P_OfAllBallots_IsCertain()
    {
        var test = new AlphaTest { Population = 7, Value = 3.0 / 7, Expected = 0.6, Weight = 10, Apart = 0.1 };
        double[] first = [1, 0, 1, 1, 0, 0];
        var (more, fewer) = (test.P([.. first, 1]), test.P([.. first, 0]));
        Assert.Equal((0, 1), (more[^1], fewer[^1]));
        Assert.Equal(more[..^1], fewer[..^1]);
    }

    /// <summary>Where the mean is the value, at most the risk of all audits ends in its favour, whatever was expected.</summary>
    [Theory]
    [InlineData(0.55, 50)]
    [InlineData(0.9, 5)]
    [InlineData(0.7, double.PositiveInfinity)]
    public void P_WhereTheOutcomeIsWrong_StopsAtMostAtTheRisk(double expected, double weight)
    {
        const int Audits = 2_000;
        const double Risk = 0.1;
        var random = new Random(11);
        double[] ballots = [.. Enumerable.Repeat(1.0, 90), .. Enumerable.Repeat(0.0, 90), .. Enumerable.Repeat(0.5, 20)];
        var test = new AlphaTest { Population = ballots.Length, Expected = expected, Weight = weight };
        var stopped = 0;
        for (var audit = 0; audit < Audits; audit++)
        {
            random.Shuffle(ballots);
            stopped += test.P(ballots)[..^1].Any(p => p <= Risk) ? 1 : 0;
        }

        Assert.True(stopped <= (Risk + 0.01) * Audits, $"{stopped} of {Audits} stopped");
    }

    [Fact]
    public void P_OfWhatCannotBeDrawn_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new AlphaTest { Population = 1 }.P([1, 1]));
        Assert.Throws<ArgumentException>(() => new AlphaTest().P([1.5]));
        Assert.Throws<ArgumentException>(() => new AlphaTest().P([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlphaTest { Value = 0 });
    }
}
