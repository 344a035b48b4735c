using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Urna.Allocate;
using Urna.Allocate.Votes;
using Urna.Audit;
using Urna.Audit.Plans;
using Urna.Audit.Statements;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Tests.Audit;

/// <summary>Plans have the sizes that known tools state, from the votes alone.</summary>
public class AuditPlanTests
{
    static readonly CultureInfo invariant = CultureInfo.InvariantCulture;

    /// <summary>BRAVO's average sample number and the nine-of-ten round, of every case that states them.</summary>
    [Fact]
    public void Of_BallotPolling_HasTheSizesOfKnownTools()
    {
        using var oracles = Oracles();
        foreach (var known in oracles.RootElement.GetProperty("bravo").GetProperty("asn").EnumerateArray())
        {
            var votes = known.TryGetProperty("votes", out var all) ? all.EnumerateArray().Select(v => v.GetInt64()).ToArray() : [known.GetProperty("winner").GetInt64(), known.GetProperty("loser").GetInt64()];
            var plan = Plan(votes, known.GetProperty("ballots").GetInt64(), known.TryGetProperty("winners", out var w) ? w.GetInt32() : 1, AuditMethod.BallotPolling, 0.1);
            if (known.TryGetProperty("asn", out var asn))
            {
                Assert.Equal(asn.GetInt64(), plan.Size.Mean);
            }
            else
            {
                // Georgia 2020: other tools count all where the lead is that small; the formula asks for more than a third of all ballots.
                Assert.InRange(plan.Size.FirstRound, known.GetProperty("ballots").GetInt64() / 3, known.GetProperty("ballots").GetInt64());
            }

            if (known.TryGetProperty("quantiles", out var quantiles))
            {
                Assert.Equal(quantiles.GetProperty("0.9").GetInt64(), plan.Size.Q90);
                var (winner, loser) = ((double)votes[0] / plan.Groups[0].Group.Ballots, (double)votes[1] / plan.Groups[0].Group.Ballots);
                Assert.All(quantiles.EnumerateObject(), q => Assert.Equal(q.Value.GetInt64(), BallotPolling.Round(winner, loser, 0.1, double.Parse(q.Name, invariant), long.MaxValue)));
            }
        }

        foreach (var known in oracles.RootElement.GetProperty("bravo").GetProperty("sample_sizes").EnumerateArray())
        {
            // One of them divides 1,683 by 0.68, which is 2,475; as binary fractions of 0.36 and 0.32 it is a little more, and the table has 2,476.
            var size = BallotPolling.Round(known.GetProperty("p_w").GetDouble(), known.GetProperty("p_r").GetDouble(), 0.1, known.GetProperty("completion").GetDouble(), long.MaxValue);
            Assert.InRange(size, known.GetProperty("size").GetInt64() - (known.GetProperty("size").GetInt64() == 2_476 ? 1 : 0), known.GetProperty("size").GetInt64());
        }
    }

    /// <summary>First rounds of ballot comparison, and the rounds after one and two ballots were misread.</summary>
    [Fact]
    public void Of_BallotComparison_HasTheFirstRoundsOfKnownTools()
    {
        using var oracles = Oracles();
        foreach (var known in oracles.RootElement.GetProperty("comparison_kaplan_markov").GetProperty("contests").EnumerateArray())
        {
            var votes = known.TryGetProperty("votes", out var all) ? all.EnumerateArray().Select(v => v.GetInt64()).ToArray() : [known.GetProperty("w").GetInt64(), known.GetProperty("l").GetInt64()];
            var ballots = known.GetProperty("ballots").GetInt64();
            var plan = Plan(votes, ballots, votes.Length == 3 ? 2 : 1, AuditMethod.BallotComparison, 0.1);
            var (n, margin) = (known.GetProperty("n").GetInt64(), plan.Groups[0].Group.Tightest.Assertion.Margin.Value);
            Assert.Equal(n, plan.Size.FirstRound);
            Assert.Equal(known.GetProperty("p").GetDouble(), BallotComparison.P(margin, n, default), 1e-5);
            if (known.TryGetProperty("n_after_o1", out var after))
            {
                Assert.Equal(after.GetInt64(), BallotComparison.NextRound(margin, 0.1, ballots, n, new Misread(OneOver: 1)));
            }

            if (known.TryGetProperty("n_after_o2", out after))
            {
                Assert.Equal(after.GetInt64(), BallotComparison.NextRound(margin, 0.1, ballots, n, new Misread(TwoOver: 1)));
            }

            if (known.TryGetProperty("p_o2", out var two))
            {
                Assert.Equal(two.GetDouble(), BallotComparison.P(margin, n, new Misread(TwoOver: 1)), 1e-5);
            }
        }
    }

    /// <summary>Boxes: bounds, first rounds and the p-values after clean draws.</summary>
    [Theory]
    [InlineData(200, 200, 180, 400, 21, 1, 30)]
    [InlineData(100, 200, 160, 400, 11, 1, 16)]
    [InlineData(60, 200, 140, 400, 23, 3, 11)]
    public void Of_BatchComparison_HasTheBoundsOfKnownTools(int boxes, long winner, long loser, long ballots, long numerator, long denominator, int first)
    {
        var contest = Boxes(boxes, winner, loser, ballots);
        var plan = AuditPlan.Of(new AuditSettings(AuditMethod.BatchComparison, 0.25, "41"), contest.Groups, 30);
        Assert.Equal(new Fraction(numerator, denominator), plan.Groups[0].Bounds!.Total);
        Assert.Equal(first, plan.Size.FirstRound);

        var clean = plan.Draws.DistinctBy(d => d.Id).ToDictionary(d => d.Id, d => contest.Boxes.Single(b => b.Id == d.Id)).ToDictionary(b => b.Key, b => new AuditSheet(b.Key, 0, b.Value.Lines, b.Value.Blank, b.Value.Null));
        var assessed = Assessment.Of(plan, clean, new Dictionary<string, AuditSheet>()).Single();
        Assert.Equal(Math.Pow(1 - ((double)denominator / numerator), 30), assessed.P[0], 1e-9);
        Assert.Equal(AuditDecision.Stop, assessed.Decision);

        // A box that was drawn and has no sheet counts as if all in it were the loser's.
        clean.Remove(plan.Draws[0].Id);
        var missing = Assessment.Of(plan, clean, new Dictionary<string, AuditSheet>()).Single();
        Assert.Equal((1.0, AuditDecision.GoOn), (missing.P[0], missing.Decision));
    }

    /// <summary>A box with other ballots than its return, one that is not in the manifest, and more ballots than people.</summary>
    [Fact]
    public void Apply_OfAManifestThatCannotBe_SaysWhichBox()
    {
        var contest = Boxes(3, 200, 180, 400);
        var district = contest.Votes.Districts[0];
        contest = contest with { Votes = contest.Votes with { Districts = [district with { Registered = 1_200 }] } };
        var (first, second) = (contest.Boxes[0].Id, contest.Boxes[1].Id);
        var findings = Manifest.Apply(contest, [new(first, district.District, 900, 2), new(second, district.District, 400, 3)], "m.csv", needsVotes: true).Findings;
        Assert.Contains(findings, f => f is { Code: "V608", Row: 2 });
        Assert.Contains(findings, f => f.Code == "V609" && f.Place == contest.Boxes[2].Id);
        Assert.Contains(findings, f => f.Code == "V602");
    }

    /// <summary>A sheet of a box that leaves out a name and some of its ballots may have left out votes.</summary>
    [Fact]
    public void Read_OfASheetThatLeavesOutAName_IsAFault()
    {
        var contest = Boxes(3, 200, 180, 400);
        var plan = AuditPlan.Of(new AuditSettings(AuditMethod.BatchComparison, 0.25, "41"), contest.Groups, 30);
        var named = contest.Votes.Districts[0].Votes[0].Candidacy.Name;
        var findings = new SheetReading([contest], plan, "s.csv").Read([new(plan.Draws[0].Id, named, 50, 2)]).Findings;
        Assert.Contains(findings, f => f is { Code: "V610", Row: 2 });
    }

    /// <summary>Belgium, Chamber, 9 June 2024, from its law: 426 assertions with each list's side of the threshold, and about 13 above a thousand ballots, between the least size and that with the usual bet.</summary>
    [Fact]
    public void Of_Belgium2024_HasThePublishedAssertions()
    {
        var votes = Belgium();
        var contest = AuditedContest.Of(votes, SeatAllocation.Allocate(Repository.Law("chamber-2002"), votes));
        var plan = AuditPlan.Of(new AuditSettings(AuditMethod.BallotComparison, 0.05, ""), contest.Groups);
        Assert.Equal(426, plan.Groups.Sum(g => g.Group.Statements.Length));
        int Above(double bet) => plan.Groups.Sum(g => g.Group.Statements.Count(s => BallotComparison.Size(s.Assertion, 0.05, bet) > 1_000));
        Assert.InRange(13, Above(2), Above(GroupSize.ComparisonBet));
        using var oracles = Oracles();
        foreach (var known in oracles.RootElement.GetProperty("dhondt_belgium_2024").GetProperty("tightest").EnumerateArray().Select(k => k.EnumerateArray().ToArray()))
        {
            var group = plan.Groups.Single(g => g.Group.District.EndsWith(known[0].GetString()!.Split(' ')[^1], StringComparison.Ordinal) || g.Group.District.Contains(known[0].GetString()!, StringComparison.Ordinal));
            var tightest = group.Group.Tightest.Assertion;
            Assert.Equal(known[3].GetDouble(), tightest.Mean.Value, 1e-6);
            Assert.Equal(known[4].GetDouble(), tightest.Upper.Value, 1e-6);
            Assert.Equal(known[5].GetDouble(), tightest.NoError, 1e-6);
            Assert.Equal(known[6].GetDouble(), Math.Round(group.WithoutErrors[0]));
        }
    }

    /// <summary>Denmark, European Parliament 2014: coalitions and parties within them, with the published sample.</summary>
    [Fact]
    public void Of_Denmark2014_HasThePublishedSample()
    {
        const long Ballots = 2_332_217;
        (string List, string Party, long Votes)[] parties = [("ABF", "A", 435_245), ("ABF", "B", 148_949), ("ABF", "F", 249_305), ("CV", "C", 208_262), ("CV", "V", 379_840), ("I", "I", 65_480), ("N", "N", 183_724), ("O", "O", 605_889)];
        var votes = new ContestVotes(
            [new DistrictVotes("dk", 13, [.. parties.Select(p => new CandidacyVotes(new Candidacy { Choice = p.Party, List = p.List, Party = p.Party }, p.Votes))]) { Blank = Ballots - parties.Sum(p => p.Votes), Null = 0 }], [], []);
        var contest = AuditedContest.Of(votes, SeatAllocation.Allocate(Repository.Law("congress-2015"), votes));
        Assert.True(contest.Statements.IsComplete);
        var lists = contest.Groups.Single().Group.Statements.Where(s => parties.Any(p => p.List == s.Statement.Winner) && parties.Any(p => p.List == s.Statement.Loser)).ToList();
        var total = 2 / lists.Where(s => s.Statement.Lines.Sum(l => l.Lines.Length) > 0).Min(s => (s.Assertion.Margin / s.Assertion.Upper).Value);
        Assert.Equal(262.24, total, 0.005);
        Assert.Equal(1_903, Math.Ceiling(NonnegativeMean.KaplanWaldSize(total, 0.001, 0.95)));
    }

    [Fact]
    public void NonnegativeMean_OfKnownVectors_IsThePublishedP()
    {
        double[] ones = [1, 1, 1, 1, 1];
        Assert.Equal(Math.Pow(2, -5), NonnegativeMean.KaplanMarkov(ones, 0.5), 1e-12);
        Assert.Equal(Math.Pow(1.1 / 0.6, -5), NonnegativeMean.KaplanMarkov([.. ones, 0], 0.5, 0.1), 1e-12);
        Assert.Equal(Math.Pow(2, -5), NonnegativeMean.KaplanWald(ones, 0.5), 1e-12);
        Assert.Equal(Math.Pow(1.9, -5), NonnegativeMean.KaplanWald(ones, 0.5, 0.1), 1e-12);
    }

    /// <summary>Chile 2021: sizes of all 155 seats by district, without a look at a box.</summary>
    [Fact]
    public void Of_TheDeputiesOfChile2021_SizesEveryDistrict()
    {
        var reckoning = Urna.Store.WorkspaceElection.At(Path.Combine(Repository.Elections, "cl-2021")).Require();
        var contest = AuditedContest.Of(reckoning.Election.Contest("deputies")!, reckoning);
        var plan = AuditPlan.Of(new AuditSettings(AuditMethod.BallotComparison, 0.05, ""), contest.Groups);
        Assert.Equal(28, plan.Groups.Length);
        Assert.All(plan.Groups, g => Assert.InRange(g.Size.FirstRound, 1, g.Group.Ballots));
        Assert.Equal("4", plan.Groups.Where(g => g.Group.Ballots < 200_000).MaxBy(g => g.WithoutErrors[0])!.Group.District);
    }

    /// <summary>Draws from boxes are those from a list of all their ballots.</summary>
    [Fact]
    public void With_Boxes_DrawsAsFromTheList() =>
        Gen.Select(Gen.Long[0, 40].Array[1, 12], Gen.Int[0, 60], Gen.Int[0, 999]).Where(t => t.Item1.Sum() > 0).Sample((counts, count, seed) =>
        {
            ImmutableArray<AuditBox> boxes = [.. counts.Select((n, i) => new AuditBox($"b{i}", "", 0, n, []))];
            string[] names = [.. boxes.SelectMany(b => Enumerable.Range(1, (int)b.Ballots).Select(n => AuditSample.BallotName(b.Id, b.Ballots, n)))];
            return AuditSample.Ballots(boxes, $"{seed}", count).Select(d => (d.Ticket, d.Id, d.Times)).SequenceEqual(TicketDraw.With(names, $"{seed}", count).Select(d => (d.Ticket, d.Id, d.Time)));
        });

    /// <summary>The published vector comes out of boxes of one ballot, and of boxes with equal bounds.</summary>
    [Fact]
    public void Draws_OfAHundredBoxes_AreThePublishedTen()
    {
        string[] known = ["73", "51", "17", "58", "38", "42", "39", "20", "11", "67"];
        ImmutableArray<AuditBox> boxes = [.. Enumerable.Range(0, 100).Select(i => new AuditBox($"{i}", "", 0, 1, [1, 0]))];
        Assert.Equal(known, AuditSample.Ballots(boxes, "41", 10).Select(d => d.Id));
        var contest = Of([100, 0], 100, 1) with { Boxes = boxes };
        Assert.Equal(known, AuditSample.Boxes(new BoxBounds(contest.Groups.Single().Group, boxes), "41", 10).Select(d => d.Id));
    }

    static AuditPlan Plan(long[] votes, long ballots, int winners, AuditMethod method, double risk) => AuditPlan.Of(new AuditSettings(method, risk, ""), Of(votes, ballots, winners).Groups);

    internal static AuditedContest Of(long[] votes, long ballots, int winners)
    {
        var made = new ContestVotes([new DistrictVotes("d", winners, [.. votes.Select((v, i) => new CandidacyVotes(new Candidacy { Choice = $"{i}", Candidate = $"c{i}" }, v))]) { Blank = ballots - votes.Sum(), Null = 0 }], [], []);
        return AuditedContest.Of(made, SeatAllocation.Allocate(Repository.Law("first-past-the-post"), made));
    }

    static AuditedContest Boxes(int boxes, long winner, long loser, long ballots)
    {
        AuditBox Box(string name, int part) => new(name, "", 0, ballots / part, [winner / part, loser / part]) { Blank = (ballots - winner - loser) / part };
        return Of([boxes * winner * 3 / 2, boxes * loser * 3 / 2], boxes * ballots * 3 / 2, 1) with
        {
            Boxes = [.. Enumerable.Range(0, boxes).SelectMany(i => new[] { Box($"large {i}", 1), Box($"small {i}", 2) })],
        };
    }

    static ContestVotes Belgium()
    {
        var rows = File.ReadLines(Repository.Shared("audit", "be2024_chamber_lists.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        return new([.. rows.GroupBy(r => r[0]).Select(g => new DistrictVotes(
            g.Key, int.Parse(g.First()[1], invariant), [.. g.Select(r => (Name: string.Join(',', r[5..^2]), Votes: long.Parse(r[^2], invariant))).Select(l => new CandidacyVotes(new Candidacy { Choice = $"{g.Key}/{l.Name}", List = l.Name }, l.Votes))]) { Blank = 0, Null = 0 })], [], []);
    }

    static JsonDocument Oracles() => JsonDocument.Parse(File.ReadAllText(Repository.Shared("audit", "oracles.json")));
}
