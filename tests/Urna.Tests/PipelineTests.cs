using Urna.Allocate.Laws;
using Urna.Store.Elections;
using Urna.Validate;

namespace Urna.Tests;

/// <summary>The whole chain on a small election.</summary>
public class PipelineTests
{
    static readonly string folder = Path.Combine(Repository.Root, "docs", "examples", "marisma");

    [Fact]
    public void Run_TellsEachContestOnce_WithSeatsWhereALawFillsThem()
    {
        var election = ElectionFolder.Read(folder).Value!;
        var account = Pipeline.Run(election, Repository.Laws.FindAll(election, folder).Rules);

        Assert.Equal(election.Contests, account.Contests.Select(c => c.Contest));
        Assert.All(account.Contests, c => Assert.Equal((c.Contest.Rule is not null, c.Contest.Rule is not null), (c.Allocation is not null, c.Votes is not null)));
        Assert.All(account.Contests, c => Assert.Equal(c.Contest.Id, c.Total.Contest.Id));
        Assert.Equal(5, account.Contests.Single(c => c.Contest.Id == "assembly").Allocation!.Districts.Sum(d => d.Elected.Length));
        Assert.Empty(account.Findings.Where(f => f.Severity == Severity.Fault));
        Assert.NotNull(account.Power);
        Assert.Null(account.Claims);
    }

    [Fact]
    public void Run_WithoutALawThatAContestNames_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Pipeline.Run(ElectionFolder.Read(folder).Value!, new Dictionary<string, ElectoralRule>()));
}
