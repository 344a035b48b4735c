using Urna.Infer;

namespace Urna.Tests.Infer;

/// <summary>The two rounds of 2021 as a problem: everyone on the roll is in it once on each side.</summary>
public class ContestTransferTests
{
    [Fact]
    public void Between_TwoRounds_HaveAbstentionOnBothSidesAndEqualMargins()
    {
        var election = Repository.Election("cl-2021");
        var transfer = ContestTransfer.Between(election.Contest("president-1")!, election.Contest("president-2")!, election.Places)!;
        var people = Enumerable.Range(0, transfer.Problem.Units.Length).Sum(b => transfer.Problem.RowsOf(b).ToArray().Sum());

        Assert.Equal(346, transfer.Problem.Units.Length);
        Assert.Equal("commune", transfer.Level);
        Assert.Equal(["abroad"], transfer.LeftOut);
        Assert.Equal(0, transfer.Problem.Check.UnequalUnits);
        Assert.Equal(14_959_956, people);
        Assert.Equal(["blank-or-null", "abstention"], transfer.Problem.RowNames[^2..]);
    }

    [Fact]
    public void Estimate_TwoRounds_Converges_AndConservesTheRoll()
    {
        var election = Repository.Election("cl-2021");
        var problem = ContestTransfer.Between(election.Contest("president-1")!, election.Contest("president-2")!, election.Places)!.Problem;
        var estimate = TransferMethod.Multinomial.Estimate(problem);

        Assert.True(estimate.Converged);
        Assert.Equal(14_959_956, estimate.Counts.Sum(), 1.0);
        Assert.All(estimate.Shares, share => Assert.InRange(share, 0, 1));
    }

    [Fact]
    public void Between_ContestsWithoutARoll_SaysThatNothingCanBeSaid()
    {
        var election = Repository.Election("cl-2021");

        Assert.Null(ContestTransfer.Between(election.Contest("voters-age")!, election.Contest("president-2")!, election.Places));
    }
}
