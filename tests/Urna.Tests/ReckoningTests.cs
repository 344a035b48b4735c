using System.Collections.Concurrent;
using Urna.Allocate.Laws;
using Urna.Store;

namespace Urna.Tests;

/// <summary>What is computed from an election is made once, by whatever number of threads, and is the same.</summary>
public class ReckoningTests
{
    [Fact]
    public void Of_ManyThreadsAtOnce_MakesAValueOnce()
    {
        var (kept, made) = (new Kept<string, object>(), 0);
        var got = new ConcurrentBag<object>();
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i => got.Add(kept.Of($"{i % 4}", () =>
        {
            Interlocked.Increment(ref made);
            Thread.Yield();
            return new object();
        })));

        Assert.Equal(4, made);
        Assert.Equal(4, got.Distinct().Count());
    }

    [Fact]
    public void Of_WhatFails_IsNotKept()
    {
        var kept = new Kept<int>();

        Assert.Throws<InvalidOperationException>(() => kept.Of(() => throw new InvalidOperationException()));
        Assert.Equal(7, kept.Of(() => 7));
        Assert.Equal(7, kept.Of(() => 8));
    }

    /// <summary>One who gives up leaves the others their value; one who waits may give up while it is made.</summary>
    [Fact]
    public async Task Of_Cancelled_LeavesTheValueToOthers()
    {
        var kept = new Kept<int>();
        using var isMaking = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        using var givenUp = new CancellationTokenSource();
        var maker = Task.Run(() => kept.Of(() =>
        {
            isMaking.Set();
            mayEnd.Wait();
            return 3;
        }));
        isMaking.Wait();
        var waiter = Task.Run(() => kept.Of(() => 4, givenUp.Token));

        await givenUp.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => waiter);
        mayEnd.Set();

        Assert.Equal(3, await maker);
        Assert.Equal(3, kept.Of(() => 5));
    }

    [Fact]
    public void Flow_Cancelled_Ends_AndIsMadeAnewWhenAskedForAgain()
    {
        var reckoning = TwoRounds();
        var (from, to) = (reckoning.Election.Contest("president-1")!, reckoning.Election.Contest("president-2")!);
        using var givenUp = new CancellationTokenSource();
        givenUp.Cancel();

        Assert.Throws<OperationCanceledException>(() => reckoning.Flow(from, to, givenUp.Token));
        Assert.Throws<OperationCanceledException>(() => Pipeline.Run(reckoning, cancel: givenUp.Token));
        Assert.NotNull(reckoning.Flow(from, to));
    }

    [Fact]
    public void Run_OnAReckoningThatWasAsked_TellsTheSameFlowsAndSeats()
    {
        var reckoning = TwoRounds();
        var contest = reckoning.Election.Contests.First(c => reckoning.LawOf(c) is not null);
        var (seats, flow) = (reckoning.Seats(contest), reckoning.Flow(reckoning.Election.Contest("president-1")!, reckoning.Election.Contest("president-2")!));

        var account = Pipeline.Run(reckoning);

        Assert.Same(seats, account.Contests.Single(c => c.Contest == contest).Allocation);
        Assert.Contains(account.Flows, f => ReferenceEquals(f, flow));
    }

    /// <summary>The lines of <c>docs/elections.md</c> for programs.</summary>
    [Fact]
    public void Workspace_InAFewLines_GivesCountsSeatsFlowsAndClaims()
    {
        var elections = Workspace.Open(Repository.Elections);
        var election = elections.Read("cl-2021");
        var runoff = election.Election.Contest("president-2")!;
        var claims = elections.Claims(Path.Combine(Repository.Elections, "cl-2021", "claims.yaml"));

        Assert.Equal(election.Total(runoff).Choices.Sum(c => c.Votes.Value), election.Total(runoff).Valid.Value);
        Assert.Equal(155, election.Seats(election.Election.Contest("deputies")!)!.Districts.Sum(d => d.Elected.Length));
        Assert.NotNull(election.Flow(election.Election.Contest("president-1")!, runoff));
        Assert.NotEmpty(claims.Value!.Claims);
        Assert.Contains("There is cl-20", Assert.Throws<InvalidDataException>(() => elections.Read("cl-2012")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reckoning_WithoutALawThatAContestNames_IsRefused()
    {
        var election = Repository.Election("cl-1989-2017");

        var refused = Assert.Throws<ArgumentException>(() => new Reckoning(election, new Dictionary<string, ElectoralRule>()));

        Assert.Contains(election.Contests.First(c => c.Rule is not null).Rule!, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seats_OfAContestThatIsNotItsOwn_AreRefused()
    {
        var reckoning = TwoRounds();
        var changed = reckoning.Election.Contests[0] with { Returns = [] };

        Assert.Throws<ArgumentException>(() => reckoning.Total(changed));
        Assert.Throws<ArgumentException>(() => reckoning.Seats(changed));
    }

    /// <summary>The two rounds of one election.</summary>
    static Reckoning TwoRounds()
    {
        var whole = WorkspaceElection.At(Path.Combine(Repository.Elections, "cl-2021")).Require();
        return new Reckoning(whole.Election with { Contests = [whole.Election.Contest("president-1")!, whole.Election.Contest("president-2")!] }, whole.Rules);
    }
}
