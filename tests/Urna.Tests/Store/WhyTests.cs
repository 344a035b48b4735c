using Urna.Count;
using Urna.Store;
using Urna.Tests.Cli;

namespace Urna.Tests.Store;

/// <summary>From a figure to the rows of an election's own tables, where there is no ledger.</summary>
public class WhyTests
{
    static readonly WorkspaceElection cl2021 = WorkspaceElection.At(Path.Combine(Repository.Elections, "cl-2021"));

    /// <summary>The rows add up to what is counted, and stand where they say.</summary>
    [Theory]
    [InlineData("region-13", "boric", "president-2")]
    [InlineData("region-13", "Gabriel Boric Font", "president-2")]
    [InlineData("cl", "registered", "president-2")]
    [InlineData("13101", "null", "president-1")]
    public void Why_WithoutALedger_GivesTheRowsThatAddUpToTheCount(string place, string choice, string contest)
    {
        var election = cl2021.Require().Election;
        var count = Tabulate.At(election.Contest(contest)!, election.Places, place);
        var expected = choice switch
        {
            "registered" => count.Registered.Known,
            "null" => count.Null.Known,
            _ => count.Choices.Single(c => count.Contest.Candidacies[c.Choice].Choice == "boric").Votes.Known,
        };

        var rows = cl2021.Why(place, choice, contest);

        Assert.Equal(expected, rows.Sum(r => r.Votes));
        var lines = File.ReadAllLines(Path.Combine(cl2021.Path, rows[0].File));
        Assert.All(rows, r => Assert.Equal($"{r.Contest},{r.Place},{r.Choice},{r.Votes}", lines[r.Row - 1]));
        Assert.All(rows, r => Assert.Equal(election.Contest(contest)!.Sources.AsEnumerable(), r.Sources));
    }

    [Fact]
    public void Why_OfAllContests_GivesTheRowsOfEach() =>
        Assert.Equal(["primaries", "president-1", "president-2"], cl2021.Why("13101", "boric").Select(r => r.Contest).Distinct().OrderBy(c => c == "primaries" ? 0 : 1));

    [Theory]
    [InlineData(0, "results-president-2.csv", "why", "elections/cl-2021", "region-13", "boric")]
    [InlineData(2, "has no choice 'boricc'", "why", "elections/cl-2021", "region-13", "boricc")]
    [InlineData(2, "has no ledger.duckdb", "why", "elections/cl-2021", "region-13", "boric", "--as-of", "3")]
    [InlineData(2, "has no contest 'x'", "why", "elections/cl-2021", "region-13", "boric", "--contest", "x")]
    [InlineData(4, "No row gives 'blank-or-null'", "why", "elections/cl-2021", "region-13", "blank-or-null")]
    public void Why_OfWhatShips_AnswersOrSaysWhatItHas(int exitCode, string says, params string[] arguments)
    {
        var run = UrnaCommand.Run(arguments);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(says, run.Output + run.Errors, StringComparison.Ordinal);
    }
}
