using Urna.Tests.Cli;

namespace Urna.Tests.Scenarios;

/// <summary>Scenarios that ship: seats of lists beside D'Hondt worked apart from Urna, from the tables of votes alone.</summary>
public class ShippedScenarioTests
{
    [Theory]
    [InlineData("cl-1989", "law-of-2015", 91, 58, 4, 1, 1)]
    [InlineData("cl-1993", "law-of-2015", 91, 63, 1)]
    [InlineData("cl-1997", "law-of-2015", 87, 63, 2, 2, 1)]
    [InlineData("cl-2001", "law-of-2015", 80, 74, 1)]
    [InlineData("cl-2005", "law-of-2015", 87, 65, 2, 1)]
    [InlineData("cl-2009", "law-of-2015", 76, 72, 4, 2, 1)]
    [InlineData("cl-2025", "right-in-one-list", 85, 55, 11, 3, 1)]
    [InlineData("cl-2025", "nation", 49, 36, 33, 19, 11, 4, 1, 1, 1)]
    public void Whatif_ShippedScenario_SeatsWhomTheVotesSeat(string election, string scenario, params int[] seats)
    {
        var run = UrnaCommand.Run("whatif", $"elections/{election}", $"elections/{election}/scenarios.yaml", "--contest", "deputies", "--format", "csv");
        var lists = run.Output.Split('\n').Select(row => row.Split(','))
            .Where(row => row[0] == scenario && row[2] != "out")
            .CountBy(row => row[3]).Select(list => list.Value);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(seats, lists.OrderDescending());
    }
}
