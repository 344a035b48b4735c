using Urna.Infer;

namespace Urna.Tests.Infer;

/// <summary>Contests of two elections, paired by the places that both have.</summary>
public class AcrossElectionsTests
{
    /// <summary>Everyone on the roll of 2021 stands in one row, every ballot of 2025 in one column; what is over on either side is told as such.</summary>
    [Fact]
    public void Between_2021And2025_LosesNobody()
    {
        var (earlier, later) = (Repository.Election("cl-2021"), Repository.Election("cl-2025"));
        var transfer = AcrossElections.Between(earlier, earlier.Contest("president-2")!, later, later.Contest("president-1")!)!;
        var problem = transfer.Problem;

        Assert.Equal(346, problem.Units.Length);
        Assert.Contains(ContestTransfer.NoBallot, problem.ColumnNames);
        Assert.DoesNotContain(ContestTransfer.Abstention, problem.ColumnNames);
        Assert.True(problem.InformedRows.Sum() >= 14_959_956);
        Assert.True(problem.InformedColumns.Sum() >= 14_959_956);
        Assert.Equal("V671", AcrossElections.Caution(transfer, earlier, later).Code);
    }

    /// <summary>Provinces of 1970 are no communes of 2021: nothing is paired.</summary>
    [Fact]
    public void Between_ElectionsWithoutPlacesInCommon_IsNothing()
    {
        var (earlier, later) = (Repository.Election("cl-1970"), Repository.Election("cl-2021"));

        Assert.Null(AcrossElections.Between(earlier, earlier.Contest("president")!, later, later.Contest("president-1")!));
    }
}
