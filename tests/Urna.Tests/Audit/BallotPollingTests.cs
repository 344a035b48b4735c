using Urna.Audit;

namespace Urna.Tests.Audit;

/// <summary>Known answers of ballot polling: sizes and p-values that other tools state for the same votes.</summary>
public class BallotPollingTests
{
    [Theory]
    [InlineData(600, 400, 1000, 119)]
    [InlineData(600, 200, 900, 22)]
    [InlineData(300, 200, 1000, 238)]
    [InlineData(10_000, 9_000, 20_000, 1_769)]
    [InlineData(200, 100, 700, 101)]
    [InlineData(300, 100, 700, 34)]
    [InlineData(300, 100, 1000, 48)]
    public void ExpectedSize_OfReportedVotes_IsTheAverageSampleNumber(long winner, long loser, long ballots, double size) =>
        Assert.Equal(size, Math.Ceiling(BallotPolling.ExpectedSize((double)winner / ballots, (double)loser / ballots, 0.1)));

    /// <summary>Tools that count the whole path of the test print sizes within one and a half per cent, or one ballot, of the normal approximation.</summary>
    [Theory]
    [InlineData(0.4, 0.32, 0.9, 1599)]
    [InlineData(0.36, 0.32, 0.9, 6067)]
    [InlineData(0.36, 0.32, 0.6, 2476)]
    [InlineData(0.52, 0.47, 0.9, 5657)]
    [InlineData(0.6, 0.4, 0.9, 351)]
    [InlineData(0.5, 0.45, 0.7, 2837)]
    public void RoundSize_IsThatOfTheNormalApproximation(double winner, double loser, double probability, double size) =>
        Assert.InRange(BallotPolling.RoundSize(winner, loser, 0.1, probability), size - Math.Max(1, 0.015 * size), size + Math.Max(1, 0.015 * size));

    [Theory]
    [InlineData(60, 40, 72, 47, 0.0714, 5e-5)]
    [InlineData(10_000, 9_000, 1_200, 1_000, 0.000561, 1e-6)]
    [InlineData(2_471_981, 2_457_924, 2_471_971, 2_457_924, 2.035688053599178e-09, 1e-12)]
    public void P_OfASample_IsThatOfTheSequentialTest(long winner, long loser, long forWinner, long forLoser, double p, double within) =>
        Assert.InRange(BallotPolling.P(winner, loser, forWinner, forLoser), p - within, p + within);

    /// <summary>Where the outcome is wrong, at most the risk of all audits ends in its favour.</summary>
    [Fact]
    public void P_WhereBothHaveAsMany_StopsAtMostAtTheRisk()
    {
        const int Audits = 2_000;
        const double Risk = 0.1;
        var random = new Random(7);
        var stopped = 0;
        for (var audit = 0; audit < Audits; audit++)
        {
            var (winner, loser) = (0L, 0L);
            for (var ballot = 0; ballot < 500; ballot++)
            {
                _ = random.NextDouble() < 0.5 ? winner++ : loser++;
                if (BallotPolling.P(60, 40, winner, loser) <= Risk)
                {
                    stopped++;
                    break;
                }
            }
        }

        Assert.True(stopped <= (Risk + 0.01) * Audits, $"{stopped} of {Audits} stopped");
    }

    [Fact]
    public void ExpectedSize_OfWhatIsNoPart_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BallotPolling.ExpectedSize(0.3, 0.4, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BallotPolling.ExpectedSize(double.NaN, 0.4, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BallotPolling.ExpectedSize(0.5, 0.4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BallotPolling.RoundSize(0.5, 0.4, 0.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BallotPolling.P(0, 0, 1, 1));
    }
}
