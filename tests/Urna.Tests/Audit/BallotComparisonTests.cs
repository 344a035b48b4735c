using Urna.Audit;

namespace Urna.Tests.Audit;

/// <summary>Known answers of ballot comparison.</summary>
public class BallotComparisonTests
{
    public static TheoryData<long, long, long, long, long, double, double> Known => new()
    {
        // winner, loser, ballots, first round, size after one ballot misread by one, p after the first round clean, and with one misread
        { 60_000, 40_000, 100_000, 27, 38, 0.06507, 0.12543 },
        { 30_000, 24_000, 60_000, 54, 76, 0.06973, 0.13441 },
        { 18_000, 12_600, 36_000, 36, 51, 0.0674, 0.12992 },
        { 8_000, 6_000, 15_000, 40, 57, 0.07048, 0.13585 },
        { 10_000, 0, 10_000, 6, 7, 0.0195, 0.03758 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Sizes_AndRisks_AreThoseOfKnownTools(long winner, long loser, long ballots, long first, long afterOne, double clean, double one)
    {
        var margin = (double)(winner - loser) / ballots;
        Assert.Equal(first, BallotComparison.FirstRound(margin, 0.1, ballots));
        Assert.InRange(BallotComparison.P(margin, first, default), clean - 1e-5, clean + 1e-5);
        Assert.InRange(BallotComparison.P(margin, first, new Misread(OneOver: 1)), one - 1e-5, one + 1e-5);
        Assert.InRange(BallotComparison.Size(margin, 0.1, new Misread(OneOver: 1)), afterOne * 0.8, afterOne + 1);
    }

    [Theory]
    [InlineData(0.2, 24)]
    [InlineData(0.1, 48)]
    [InlineData(0.15, 32)]
    [InlineData(2000.0 / 15_000, 36)]
    [InlineData(1, 5)]
    public void Size_WithNothingMisread_IsTheStoppingSize(double margin, double size) => Assert.Equal(size, Math.Ceiling(BallotComparison.Size(margin, 0.1)));

    /// <summary>Ten votes against four of fifteen: no round is larger than all ballots.</summary>
    [Fact]
    public void FirstRound_OfFewBallots_IsAtMostAllOfThem()
    {
        Assert.Equal(14, BallotComparison.FirstRound(0.4, 0.1, 15));
        Assert.Equal(15, BallotComparison.FirstRound(1e-6, 0.1, 15));
    }

    /// <summary>Sixteen votes against ten of twenty-six, after eighteen ballots of which two were misread by one.</summary>
    [Fact]
    public void P_AfterTwoMisreadOfEighteen_IsAboveTheRisk() => Assert.InRange(BallotComparison.P(6.0 / 26, 18, new Misread(OneOver: 2)), 0.1, 1);

    /// <summary>More misread ballots never lower the risk, and more drawn ones never raise it.</summary>
    [Fact]
    public void P_GrowsWithMisreadAndFallsWithDrawn() =>
        Gen.Select(Gen.Double[0.01, 1], Gen.Long[1, 2_000], Gen.Long[0, 5], Gen.Long[0, 3]).Sample((margin, drawn, one, two) =>
            BallotComparison.P(margin, drawn, new Misread(one + 1, two)) >= BallotComparison.P(margin, drawn, new Misread(one, two))
            && BallotComparison.P(margin, drawn, new Misread(one, two + 1)) >= BallotComparison.P(margin, drawn, new Misread(one, two))
            && BallotComparison.P(margin, drawn + 1, new Misread(one, two)) <= BallotComparison.P(margin, drawn, new Misread(one, two)));
}
