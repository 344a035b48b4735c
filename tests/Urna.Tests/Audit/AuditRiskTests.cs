using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Urna.Allocate;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Audit;
using Urna.Audit.Plans;
using Urna.Audit.Statements;
using Urna.Model;

namespace Urna.Tests.Audit;

/// <summary>Audits keep their promise: wrong outcomes pass at most at the risk, and right ones need the sample that was told.</summary>
/// <remarks>Each method with each kind of contest; the long run has 2,000 audits of each, and its table is committed with the benchmarks.</remarks>
public class AuditRiskTests
{
    const double Risk = 0.1;

    /// <summary>A law, votes that make the outcome right, and votes that make it wrong by as little as can be.</summary>
    sealed record Kind(string Name, string Law, int Seats, long[] Reported, long[] True, long Blank = 0)
    {
        /// <summary>Whether one statement is much tighter than the others: the told mean is of the tightest, and a poll must confirm all.</summary>
        public bool IsOneTight { get; init; } = true;
    }

    static readonly ImmutableArray<Kind> kinds =
    [
        new("one winner", "first-past-the-post", 1, [560, 440], [490, 510], 100),
        new("several winners", "first-past-the-post", 2, [500, 300, 200], [500, 240, 260], 50),
        new("second round", "president-1980", 1, [400, 340, 160], [458, 302, 140], 50) { IsOneTight = false },
        new("majority", "president-1980", 1, [560, 440], [490, 510], 50),
        new("d'hondt", "dhondt", 5, [600, 280, 120], [500, 410, 90]) { IsOneTight = false },
        new("threshold", "chamber-2002", 19, [600, 320, 80], [616, 336, 48]) { IsOneTight = false },
        new("sainte-laguë", "sainte-lague", 4, [500, 340, 160], [610, 270, 120]) { IsOneTight = false },
        new("hare", "hare", 4, [500, 300, 200], [606, 300, 94]) { IsOneTight = false },
    ];

    public static TheoryData<string, AuditMethod> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, AuditMethod>();
            foreach (var kind in kinds)
            {
                foreach (var method in Enum.GetValues<AuditMethod>())
                {
                    pairs.Add(kind.Name, method);
                }
            }

            return pairs;
        }
    }

    /// <summary>The true ballots have another outcome, by a hair: the audit stops at most at the risk, with one hundredth for chance.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_AWrongOutcome_StopsAtMostAtTheRisk(string name, AuditMethod method)
    {
        var (kind, runs) = (kinds.Single(k => k.Name == name), LongRun.Of(250, 2_000));
        var (stopped, _) = Runs(kind, method, runs, isRight: false);

        // In the long run the upper bound of 99 of 100 (Wilson) lies below the risk and one hundredth. A short run can only say that nothing speaks against it.
        var (lower, upper) = Bounds(stopped, runs);
        Assert.True(LongRun.IsOn ? upper <= Risk + 0.01 : lower <= Risk, $"{stopped} of {runs} stopped; bounds {lower:0.000} to {upper:0.000}");
        Assert.NotEqual(Elected(kind, kind.Reported), Elected(kind, kind.True));
    }

    /// <summary>Where the count is right the sample is as large as was told, within one of twenty.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_ARightOutcome_NeedsTheExpectedSample(string name, AuditMethod method)
    {
        var (kind, runs) = (kinds.Single(k => k.Name == name), LongRun.Of(250, 2_000));
        var (_, mean) = Runs(kind, method, runs, isRight: true);
        var expected = Expected(kind, method);
        var within = LongRun.IsOn ? 0.05 : 0.2;
        Assert.True(mean >= expected - Math.Max(1, within * expected), $"mean {mean:0.0}, expected {expected}");
        Assert.True((method == AuditMethod.BallotPolling && !kind.IsOneTight) || mean <= expected + Math.Max(1, within * expected), $"mean {mean:0.0}, expected {expected}");
    }

    /// <summary>The table that is committed: it is written where the variable names a file.</summary>
    [Fact]
    public void Table_OfTheLongRun_IsWrittenWhereAskedFor()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("URNA_AUDIT_TABLE") is { Length: > 0 }, "URNA_AUDIT_TABLE names no file.");
        var text = new StringBuilder("| contest | method | wrong outcomes that pass | upper bound (99 %) | mean sample, right outcome | expected |\n|---|---|---|---|---|---|\n");
        foreach (var kind in kinds)
        {
            foreach (var method in Enum.GetValues<AuditMethod>())
            {
                const int Many = 2_000;
                var ((stopped, _), (_, mean)) = (Runs(kind, method, Many, isRight: false), Runs(kind, method, Many, isRight: true));
                text.Append(CultureInfo.InvariantCulture, $"| {kind.Name} | {Spelling.Kebab(method)} | {(double)stopped / Many:0.000} | {Bounds(stopped, Many).Upper:0.000} | {mean:0.0} | {Expected(kind, method)} |\n");
            }
        }

        File.WriteAllText(Environment.GetEnvironmentVariable("URNA_AUDIT_TABLE")!, text.ToString());
    }

    static long Expected(Kind kind, AuditMethod method)
    {
        var contest = Contest(kind, kind.Reported);
        return AuditPlan.Of(new AuditSettings(method, Risk, ""), method == AuditMethod.BatchComparison ? [(contest.Groups.Single().Group, [.. InBoxes(Ballots(kind.Reported, kind.Reported, kind.Blank), kind.Reported.Length).Select(b => b.Box)])] : contest.Groups).Size.Mean;
    }

    static string Elected(Kind kind, long[] votes)
    {
        var made = Votes(kind, votes);
        var allocation = SeatAllocation.Allocate(Repository.Law(kind.Law), made);
        return string.Join(",", allocation.Districts[0].Elected.Select(s => s.Candidacy.Choice).Order(StringComparer.Ordinal)) + "|" + string.Join(",", allocation.Between.SelectMany(f => f.Among).Order(StringComparer.Ordinal));
    }

    static (double Lower, double Upper) Bounds(int stopped, int runs)
    {
        const double Z = 2.326;
        var part = (double)stopped / runs;
        var (middle, half, whole) = (part + (Z * Z / (2 * runs)), Z * Math.Sqrt((part * (1 - part) / runs) + (Z * Z / (4.0 * runs * runs))), 1 + (Z * Z / runs));
        return ((middle - half) / whole, (middle + half) / whole);
    }

    /// <summary>Audits of ballots whose votes are the true ones; how many stop, and their mean sample.</summary>
    static (int Stopped, double Mean) Runs(Kind kind, AuditMethod method, int runs, bool isRight)
    {
        var contest = Contest(kind, kind.Reported);
        var group = contest.Groups.Single().Group;
        var random = new Random(17);
        var ballots = Ballots(kind.Reported, isRight ? kind.Reported : kind.True, kind.Blank);
        var steps = Steps(group, method, ballots, kind);
        // A sample as large as all ballots is a full count, which does not stop for a wrong outcome.
        var (stopped, sum, most) = (0, 0L, isRight ? 20 * steps.Length : ballots.Count);
        for (var run = 0; run < runs; run++)
        {
            var evidence = new double[group.Statements.Length];
            for (var draw = 1; draw <= most; draw++)
            {
                var step = steps[random.Next(steps.Length)];
                var least = double.PositiveInfinity;
                for (var i = 0; i < evidence.Length; i++)
                {
                    evidence[i] += step[i];
                    least = Math.Min(least, evidence[i]);
                }

                if (least >= -Math.Log(Risk))
                {
                    (stopped, sum) = (stopped + 1, sum + draw);
                    break;
                }
            }
        }

        return (stopped, stopped == 0 ? double.PositiveInfinity : (double)sum / stopped);
    }

    /// <summary>What each ballot, or each lot of a box of ten, adds to the evidence for each statement.</summary>
    static double[][] Steps(AuditGroup group, AuditMethod method, List<(int Reported, int True)> ballots, Kind kind)
    {
        var lines = kind.Reported.Length;
        AuditSheet Sheet(IEnumerable<int> votes) => SheetOf(votes, lines);
        if (method != AuditMethod.BatchComparison)
        {
            ImmutableArray<AuditBox> single = [.. ballots.Select((_, i) => new AuditBox($"{i}", "", 0, 1, []))];
            return [.. ballots.GroupBy(b => b).SelectMany(g =>
            {
                var plan = new PlannedGroup(group, [], new(1, 1, 1), null, single, [new AuditDraw("", false, "x", "x", 1, 1)]);
                var settings = new AuditSettings(method, Risk, "1");
                var p = Assessment.Evidence(settings, plan, new Dictionary<string, AuditSheet> { ["x"] = Sheet([g.Key.True]) }, new Dictionary<string, AuditSheet> { ["x"] = Sheet([g.Key.Reported]) });
                return Enumerable.Repeat(p.ToArray(), g.Count());
            })];
        }

        var boxes = InBoxes(ballots, lines);
        var bounds = new BoxBounds(group, [.. boxes.Select(b => b.Box)]);
        return [.. boxes.SelectMany((b, i) => Enumerable.Repeat(bounds.Taints(b.Box.Id, (b.True.Lines, b.True.Blank, 0)).Select(t => bounds.CleanStep + Math.Log(Math.Max(0, 1 - t))).ToArray(), bounds.Lots[i]))];
    }

    static AuditSheet SheetOf(IEnumerable<int> votes, int lines) => new("", 0, [.. Enumerable.Range(0, lines).Select(l => (long)votes.Count(v => v == l))], votes.Count(v => v == lines), 0);

    /// <summary>Boxes of ten ballots, as reported and as they are.</summary>
    static List<(AuditBox Box, AuditSheet True)> InBoxes(List<(int Reported, int True)> ballots, int lines) =>
        [.. ballots.Chunk(10).Select((c, i) => (new AuditBox($"{i}", "", 0, c.Length, SheetOf(c.Select(b => b.Reported), lines).Lines) { Blank = c.Count(b => b.Reported == lines) }, SheetOf(c.Select(b => b.True), lines)))];

    /// <summary>Ballots as reported and as they are, with as few misread as the sums allow, in a mixed order.</summary>
    static List<(int Reported, int True)> Ballots(long[] reported, long[] truth, long blank)
    {
        var pairs = new List<(int, int)>();
        var (more, fewer) = (new Queue<int>(), new Queue<int>());
        for (var l = 0; l < reported.Length; l++)
        {
            pairs.AddRange(Enumerable.Repeat((l, l), (int)Math.Min(reported[l], truth[l])));
            for (var n = 0; n < Math.Abs(reported[l] - truth[l]); n++)
            {
                (reported[l] > truth[l] ? fewer : more).Enqueue(l);
            }
        }

        while (fewer.Count > 0)
        {
            pairs.Add((fewer.Dequeue(), more.Dequeue()));
        }

        pairs.AddRange(Enumerable.Repeat((reported.Length, reported.Length), (int)blank));
        new Random(5).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pairs));
        return pairs;
    }

    static ContestVotes Votes(Kind kind, long[] votes)
    {
        var isPersons = kind.Law is "first-past-the-post" or "president-1980";
        return new([new DistrictVotes("d", kind.Seats, [.. votes.Select((v, i) => new CandidacyVotes(isPersons ? new Candidacy { Choice = $"{i}", Candidate = $"c{i}" } : new Candidacy { Choice = $"{i}", List = $"L{i}" }, v))]) { Blank = kind.Blank, Null = 0 }], [], []);
    }

    static AuditedContest Contest(Kind kind, long[] votes)
    {
        var made = Votes(kind, votes);
        var contest = AuditedContest.Of(made, SeatAllocation.Allocate(Repository.Law(kind.Law), made));
        Assert.True(contest.Statements.IsComplete, kind.Name);
        return contest;
    }
}
