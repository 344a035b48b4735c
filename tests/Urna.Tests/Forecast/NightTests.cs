using System.Collections.Immutable;
using Urna.Forecast;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Tests.Forecast;

/// <summary>Half-counted nights: what stands does not depend on the order of rows, and what is projected keeps what is counted.</summary>
public class NightTests
{
    static readonly DateTimeOffset start = new(2021, 11, 21, 19, 0, 0, TimeSpan.Zero);

    /// <summary>A made country: 4 regions of 5 communes, two lists that differ by region.</summary>
    static (PlaceTree Places, Contest Contest, ImmutableArray<SnapshotRow> Votes, ImmutableArray<StatusRow> Statuses) Country()
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        places.Add(new("all", null, "country", "All"));
        var (votes, statuses, returns) = (ImmutableArray.CreateBuilder<SnapshotRow>(), ImmutableArray.CreateBuilder<StatusRow>(), ImmutableArray.CreateBuilder<PollingStationReturn>());
        for (var r = 0; r < 4; r++)
        {
            places.Add(new($"r{r}", "all", "region", $"Region {r}"));
            for (var c = 0; c < 5; c++)
            {
                var id = $"r{r}c{c}";
                places.Add(new(id, $"r{r}", "commune", $"Commune {r} {c}"));
                var time = start.AddMinutes((5 * r) + c);
                var size = 1000 + (300 * c);
                var first = (size * (40 + (5 * r) + c)) / 100;
                votes.Add(new(time, id, VoteType.All, "a", first));
                votes.Add(new(time, id, VoteType.All, "b", size - first));
                statuses.Add(new(time, id, VoteType.All, CountStatus.Counted, null, null, null));
                returns.Add(new(id, new ReportedCounts(2 * size, null, null, null, null, null), [], 0));
            }
        }

        var contest = new Contest
        {
            Id = "x",
            Title = LocalizedText.Same("x"),
            Date = new DateOnly(2021, 11, 21),
            Candidacies = [new Candidacy { Choice = "a", Candidate = "A" }, new Candidacy { Choice = "b", Candidate = "B" }],
            Returns = returns.ToImmutable(),
        };
        return (new PlaceTree(places.ToImmutable()), contest, votes.ToImmutable(), statuses.ToImmutable());
    }

    static string[] Lines(NightState state) => [.. state.Cells.OrderBy(c => c.Key.Place, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value[0]} {c.Value[1]} {c.Value.Status}")];

    [Fact]
    public void Log_InAnyOrderAndTwice_IsTheSameNight()
    {
        var (_, _, votes, statuses) = Country();
        var straight = NightLog.Of(votes, statuses);
        var random = new RandomSource(3);
        var mixed = NightLog.Of(votes.Concat(votes).OrderBy(_ => random.Uniform()), statuses.Reverse().Concat(statuses));
        Assert.Equal(straight.Votes, mixed.Votes);
        Assert.Equal(straight.Statuses, mixed.Statuses);
        Assert.Empty(mixed.Findings);
        foreach (var moment in straight.Moments)
        {
            Assert.Equal(Lines(straight.At(moment, ["a", "b"])), Lines(mixed.At(moment, ["a", "b"])));
        }
    }

    [Fact]
    public void Sweep_StepByStep_IsWhatStandsAtEachMoment()
    {
        var (_, _, votes, statuses) = Country();
        var log = NightLog.Of(votes, statuses);
        var sweep = new NightSweep(log, ["a", "b"]);
        foreach (var moment in log.Moments)
        {
            sweep.To(moment);
            Assert.Equal(Lines(log.At(moment, ["a", "b"])), Lines(sweep.State));
        }
    }

    [Fact]
    public void Sweep_VotesThatGoBackOrVanish_AreFindingsWithOldAndNew()
    {
        var log = NightLog.Of(
            [
                new(start, "p", VoteType.All, "a", 100), new(start.AddMinutes(1), "p", VoteType.All, "a", 90), new(start.AddMinutes(2), "p", VoteType.All, "a", 0), new(start.AddMinutes(3), "p", VoteType.All, "a", 0),
            ],
            []);
        var findings = log.At(start.AddMinutes(3), ["a", "b"]).Findings;
        Assert.Equal(["V640", "V640", "V641", "V642"], findings.Select(f => f.Code).Order(StringComparer.Ordinal));
        Assert.Contains(findings, f => f is { Code: "V640", Found: "90", Expected: "at least 100", Place: "p" });
    }

    /// <summary>Five of three stations, a region with fewer votes than its communes, and a night of two communes: each is told.</summary>
    [Fact]
    public void Project_OfWhatCannotBeOrIsLittle_SaysSo()
    {
        var (places, contest, votes, _) = Country();
        var log = NightLog.Of(
            votes.Take(4).Append(new(start.AddHours(1), "r0", VoteType.All, "a", 1)).Append(new(start.AddHours(1), "r0", VoteType.All, "b", 1)),
            [new(start, "r0c0", VoteType.All, CountStatus.Partial, 5, 3, null)]);
        var state = log.At(start.AddHours(2), ["a", "b"]);
        var findings = state.Findings.Concat(new Projector(contest, places, null, new() { Draws = 50 }).Project(state).Findings).ToList();
        Assert.All(["V648", "V650", "V651"], code => Assert.Contains(findings, f => f.Code == code));
    }

    [Fact]
    public void ArrivalTells_SaysByHowManyPointsWhatComesLaterDiffers()
    {
        var finding = NightFindings.ArrivalTells(3.25);
        Assert.Equal(("V647", true), (finding.Code, finding.Message.Contains("3.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Log_TwoFiguresAtOneTime_KeepsTheGreaterInAnyOrder()
    {
        SnapshotRow[] rows = [new(start, "p", VoteType.All, "a", 10), new(start, "p", VoteType.All, "a", 12)];
        foreach (var log in new[] { NightLog.Of(rows, []), NightLog.Of(rows.Reverse(), []) })
        {
            Assert.Equal(12, log.Votes.Single().Votes);
            Assert.Equal("V643", log.Findings.Single().Code);
        }
    }

    [Fact]
    public void Project_CompleteCount_IsTheExactResultWithoutWidth()
    {
        var (places, contest, votes, statuses) = Country();
        var log = NightLog.Of(votes, statuses);
        var p = new Projector(contest, places, null, new() { Draws = 50 }).Project(log.At(log.Moments[^1], ["a", "b"]));
        var total = votes.Sum(v => v.Votes);
        Assert.Equal(total, p.Counted);
        Assert.Equal(new Ranged(total, total, total), p.Expected);
        foreach (var choice in p.Choices)
        {
            var share = (double)votes.Where(v => v.Choice == choice.Candidacy.Choice).Sum(v => v.Votes) / total;
            Assert.Equal(share, choice.Share.Mean, 12);
            Assert.Equal(choice.Share.Lower, choice.Share.Upper, 12);
        }

        Assert.Contains(p.Calls, c => c is { What: CallKind.First, Status: CallStatus.Called, Reason: CallReason.Complete });
    }

    [Fact]
    public void Project_AtEveryMoment_SharesAreWholeAndVotesAreNeverFewerThanCounted()
    {
        var (places, contest, votes, statuses) = Country();
        var log = NightLog.Of(votes, statuses);
        var projector = new Projector(contest, places, null, new() { Draws = 50, KeepsSamples = true });
        foreach (var moment in log.Moments)
        {
            var p = projector.Project(log.At(moment, ["a", "b"]));
            Assert.Equal(1, p.Choices.Sum(c => c.Share.Mean), 9);
            foreach (var choice in p.Choices)
            {
                Assert.True(choice.Share.Mean * p.Expected!.Value.Mean >= choice.Votes - 1e-6);
                Assert.InRange(choice.Share.Mean, choice.Share.Lower, choice.Share.Upper);
            }

            Assert.All(p.Totals, t => Assert.True(t >= p.Counted));
            Assert.Equal(p.Counted, p.Choices.Sum(c => c.Votes));
        }
    }

    [Fact]
    public void Project_SameSeed_IsTheSameAnswer()
    {
        var (places, contest, votes, statuses) = Country();
        var state = NightLog.Of(votes, statuses).At(start.AddMinutes(9), ["a", "b"]);
        var (one, two) = (new Projector(contest, places, null, new() { Draws = 50 }).Project(state), new Projector(contest, places, null, new() { Draws = 50 }).Project(state));
        Assert.Equal(one.Choices.Select(c => c.Share), two.Choices.Select(c => c.Share));
        Assert.NotEqual(one.Choices[0].Share, new Projector(contest, places, null, new() { Draws = 50, Seed = 2 }).Project(state).Choices[0].Share);
    }

    [Fact]
    public void Project_StationsAlone_DoNotSayWhatIsOutAndNothingIsCalled()
    {
        var (places, contest, votes, _) = Country();
        var log = NightLog.Of(votes, votes.Select(v => new StatusRow(v.Time, v.Place, VoteType.All, CountStatus.Counted, 10, 10, null)).Distinct());
        var p = new Projector(contest with { Returns = [] }, places, null, new() { Draws = 50 }).Project(log.At(log.Moments[^1], ["a", "b"]));
        Assert.Null(p.Expected);
        Assert.Contains(p.Findings, f => f.Code == "V644");
        Assert.All(p.Calls, c => Assert.Equal(CallStatus.Open, c.Status));
        Assert.True(p.Choices[0].Share.Upper > p.Choices[0].Share.Lower);
    }

    [Fact]
    public void Units_LevelsWithClocksOfTheirOwn_CountEachVoteOnce()
    {
        var (places, contest, votes, statuses) = Country();
        var (a, b) = (votes.Where(v => v.Choice == "a").Sum(v => v.Votes), votes.Where(v => v.Choice == "b").Sum(v => v.Votes));
        var early = NightLog.Of(votes.Take(10).Append(new(start, "all", VoteType.All, "a", a)).Append(new(start, "all", VoteType.All, "b", b)), statuses.Take(5));
        var p = new Projector(contest, places, null, new() { Draws = 50 }).Project(early.At(start.AddHours(1), ["a", "b"]));
        Assert.Equal(a + b, p.Counted);
        Assert.Equal([a, b], p.Choices.Select(c => c.Votes));
    }

    [Fact]
    public void Baseline_PlaceRenumbered_IsMatchedByNameAndNeverByIdAlone()
    {
        var (places, contest, _, _) = Country();
        var moved = new PlaceTree([.. places.Places.Select(p => p.Id switch { "r0c0" => p with { Name = "Commune 0 1" }, "r0c1" => p with { Name = "Commune 0 0" }, "r0c2" => p with { Name = "Elsewhere" }, _ => p })]);
        var earlier = contest with { Id = "y", Returns = [.. contest.Returns.Select((r, i) => r with { Votes = [new(0, 100 + i, 0), new(1, 100, 0)] })] };
        Election Made(PlaceTree tree, Contest c) => new() { Id = "e", Title = LocalizedText.Same("e"), Country = "xx", Date = new DateOnly(2021, 1, 1), Places = tree, Contests = [c] };
        var baseline = Baseline.Of(Made(places, contest), contest, Made(moved, earlier), earlier, []);
        Assert.Equal(101, baseline.At("r0c0")!.ByChoice[0]);
        Assert.Equal(100, baseline.At("r0c1")!.ByChoice[0]);
        Assert.Null(baseline.At("r0c2"));
        Assert.Equal(["V645", "V646"], baseline.Findings.Select(f => f.Code));
        Assert.Equal(19, baseline.Matched);
        Assert.Equal(102, Baseline.Of(Made(places, contest), contest, Made(moved, earlier), earlier, [new("r0c2", "r0c2")]).At("r0c2")!.ByChoice[0]);
    }

    [Fact]
    public void Replay_ByChance_IsNearerThanTheCountAndScoresEveryMoment()
    {
        var (places, contest, votes, _) = Country();
        var complete = contest with { Returns = [.. contest.Returns.Select(r => r with { Votes = [.. votes.Where(v => v.Place == r.Place).Select((v, i) => new ChoiceVotes(i, v.Votes, 0))] })] };
        var scores = Replay.Of(complete, places, null, new() { Order = ReplayOrder.Clustered, Nights = 10, At = [25, 50], Draws = 100 });
        Assert.Equal([25, 50], scores.Select(s => s.At));
        Assert.All(scores, s => Assert.True(s.Error < s.ErrorNaive));
        Assert.All(scores, s => Assert.Equal(0, s.FalseCalls));
    }
}
